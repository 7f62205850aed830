import { JanusError } from '../errors.js';

/**
 * The callbacks of one transport connection, for an application's own transport.
 * @typedef {object} Callbacks
 * @property {string} protocol the API, as the WebSocket subprotocol that Janus uses for it
 * @property {() => void} opened
 * @property {(text: string) => void} message
 * @property {(request: number) => void} sent
 * @property {(reason?: string) => void} closed
 */
/**
 * @typedef {object} Carrier
 * @property {(text: string, request: number) => void} send
 * @property {() => void} close
 * @property {(request: number) => void} [cancel]
 * @property {number} [maxMessage]
 * @property {number} [bufferedAmount]
 */
/** @typedef {(url: string, callbacks: Callbacks) => Carrier} Transport */

const CONNECTING = 0;
const OPEN = 1;
const CLOSED = 3;

/** An application's own transport, in the shape of a WebSocket. Its errors end this transport connection only. */
export class CustomTransport {
  readyState = CONNECTING;
  /** @type {(() => void) | null} */
  onopen = null;
  /** @type {((event: { data: string }) => void) | null} */
  onmessage = null;
  /** @type {((event: { reason: string }) => void) | null} */
  onclose = null;
  /** @type {((request: number) => void) | null} */
  onsent = null;
  /**
   * Cancels a request that has ended. Only a transport with a queue has it.
   * @type {((request: number) => void) | undefined}
   */
  cancel;
  #carrier;
  #log;

  /**
   * @param {Transport} transport
   * @param {string} url
   * @param {string} protocol
   * @param {import('../log.js').Log} log
   */
  constructor(transport, url, protocol, log) {
    this.#log = log;
    const callbacks = {
      protocol,
      opened: () => this.#opened(),
      message: (/** @type {string} */ text) => this.#message(text),
      sent: (/** @type {number} */ request) => this.#sent(request),
      closed: (/** @type {string | undefined} */ reason) => this.#end(reason ?? 'the transport closed the connection'),
    };
    try {
      this.#carrier = transport(url, callbacks);
    } catch (error) {
      throw failed(`the transport threw: ${textOf(error)}`);
    }
    const { send, close, cancel } = this.#carrier ?? {};
    if (typeof send !== 'function' || typeof close !== 'function') {
      throw failed('the transport must return an object with the functions send and close');
    }
    if (cancel !== undefined) {
      if (typeof cancel !== 'function') throw failed("the transport's cancel must be a function");
      this.cancel = (request) => this.#call('cancel', () => this.#carrier.cancel?.(request));
    }
    // The transport has ended before it returned.
    if (this.readyState === CLOSED) this.#closeCarrier();
  }

  get maxMessage() {
    return this.#carrier.maxMessage;
  }

  get bufferedAmount() {
    let amount;
    this.#call('report its bufferedAmount', () => {
      amount = this.#carrier.bufferedAmount;
    });
    return amount;
  }

  /**
   * @param {string} text
   * @param {number} request
   */
  send(text, request) {
    this.#call('send', () => this.#carrier.send(text, request));
  }

  close() {
    if (this.readyState === CLOSED) return;
    this.#end('the connection has been closed');
    this.#closeCarrier();
  }

  #opened() {
    if (this.readyState === CONNECTING) {
      this.readyState = OPEN;
      this.#defer(() => this.onopen?.());
    } else if (this.readyState === OPEN) this.#giveUp('the transport called opened() twice');
    else this.#ignore('opened()');
  }

  /** @param {string} text */
  #message(text) {
    if (this.readyState === CLOSED) this.#ignore('message()');
    else if (this.readyState === CONNECTING) this.#giveUp('the transport called message() before opened()');
    else if (typeof text !== 'string') this.#giveUp(`the transport called message() with ${typeof text} instead of a text`);
    else this.#defer(() => this.onmessage?.({ data: text }));
  }

  /** @param {number} request */
  #sent(request) {
    if (this.readyState === CLOSED) this.#ignore('sent()');
    else if (this.cancel === undefined) this.#giveUp('the transport called sent() but has no function cancel');
    else if (!Number.isSafeInteger(request)) this.#giveUp("the transport called sent() without a request's number");
    // At once, although an earlier message is still deferred and may end the request.
    else this.onsent?.(request);
  }

  /**
   * Calls a function of the transport, which ends the transport connection if it throws.
   * @param {string} name
   * @param {() => void} call
   */
  #call(name, call) {
    try {
      call();
    } catch (error) {
      this.#giveUp(`the transport threw when it was to ${name}: ${textOf(error)}`);
    }
  }

  /** @param {string} call */
  #ignore(call) {
    this.#log.write('warning', `the transport called ${call} after its connection was closed; ignored`, {});
  }

  /** @param {string} why */
  #giveUp(why) {
    if (this.readyState === CLOSED) return;
    this.#end(why);
    this.#closeCarrier();
  }

  #closeCarrier() {
    try {
      this.#carrier?.close();
    } catch (error) {
      this.#log.write('warning', `the transport threw when it was to close: ${textOf(error)}`, { error: textOf(error) });
    }
  }

  /** @param {string} reason */
  #end(reason) {
    if (this.readyState === CLOSED) return;
    this.readyState = CLOSED;
    this.#defer(() => this.onclose?.({ reason: String(reason) }));
  }

  /**
   * Calls back later and in order, because a transport may call before it has returned.
   * @param {() => void} callback
   */
  #defer(callback) {
    queueMicrotask(callback);
  }
}

/** @param {string} message */
const failed = (message) => new JanusError({ code: 'connect_failed', message });

/** @param {unknown} error */
const textOf = (error) => (error instanceof Error ? error.message : String(error));
