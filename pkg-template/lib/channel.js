import { Emitter } from './emitter.js';
import { JanusError, invalidArgument, pluginRefused } from './errors.js';
import { EVENT } from './events.js';
import { Logger } from './logger.js';
import { given } from './plugin.js';
import { checkOptions, json, mustBeObject, watchSignal } from './request.js';

/** How long a request waits for its answer, unless its caller says otherwise. */
const PATIENCE_MS = 10_000;

/** The number of events that wait for the first listener; above it the oldest ones go. */
const MOST_HELD = 1024;

/** The longest text that Janus takes, in bytes. */
const LONGEST = 65_535;

/** @typedef {import('../index.js').TextCarrier} TextCarrier */
/** Janus answers on the channel with this label, whatever the label of the channel that it got the request on. */
const LABEL = 'JanusDataChannel';

/**
 * @typedef {object} Pending
 * @property {(data: any) => void} resolve
 * @property {(error: Error) => void} reject
 * @property {(data: any) => any} read
 * @property {string} verb
 * @property {string} text
 * @property {boolean} answered whether an answer will come
 * @property {boolean} sent
 */

/**
 * What the classes for plugins' data channels share: requests with their answers, and events, which
 * wait for the first listener. The engine has no part in it, as Janus's API hasn't.
 */
export class Channel extends Emitter {
  /** @type {TextCarrier} */
  #carrier;
  /** @type {Map<string, Pending>} */
  #open = new Map();
  #asked = 0;
  /** The events that wait for the first listener. @type {{ event: string, args: any[] }[]} */
  #held = [];
  #missed = 0;
  #awaited = false;
  #listened = false;

  /** @param {TextCarrier} carrier */
  constructor(carrier) {
    super();
    if (typeof carrier?.send !== 'function') throw invalidArgument('a channel needs something that sends, such as an RTCDataChannel');
    const { label } = carrier;
    if (typeof label === 'string' && label !== LABEL) {
      Logger.warning(`no answer will come on a data channel with the label ${JSON.stringify(label)}, as Janus answers on another one: createDataChannel('${LABEL}')`);
    }
    this.#carrier = carrier;
    carrier.addEventListener?.('message', ({ data }) => this.receive(data));
    carrier.addEventListener?.('open', () => this.#open.forEach((pending, transaction) => this.#send(transaction, pending)));
    carrier.addEventListener?.('close', () => this.#lose());
  }

  /**
   * Takes in what came.
   * @param {string} text
   */
  receive(text) {
    const data = parsed(text);
    const pending = this.#take(data?.transaction);
    if (pending === undefined) {
      const [event, told] = this._describe(data ?? text);
      this.emit(event, told);
    } else if (data.error_code !== undefined || data.error !== undefined) {
      pending.reject(pluginRefused(data));
    } else {
      const { transaction, ...answer } = data;
      pending.resolve(pending.read(answer));
    }
  }

  /**
   * What is told unasked: an event's name and what it carries. Generated.
   * @param {any} _data
   * @returns {[event: string, data: any]}
   */
  _describe(_data) {
    throw new Error('generated');
  }

  /**
   * @param {string} verb
   * @param {Record<string, unknown>} fields
   * @param {(data: any) => any} read
   * @param {import('./request.js').CallOptions | undefined} options
   * @returns {Promise<any>}
   */
  async _ask(verb, fields, read, options) {
    checkOptions(options);
    const { timeout_ms = PATIENCE_MS, signal } = options ?? {};
    signal?.throwIfAborted();
    this.#asked += 1;
    const transaction = String(this.#asked);
    const text = json(given({ ...fields, textroom: verb, transaction }), verb);
    if (new TextEncoder().encode(text).length > LONGEST) throw tooLong(verb);
    return new Promise((resolve, reject) => {
      /** @type {ReturnType<typeof setTimeout> | undefined} */
      let timer;
      const pending = {
        read,
        verb,
        text,
        // Nothing comes when a message says that it wants no answer.
        answered: fields.ack !== false,
        sent: false,
        /** @param {any} data */
        resolve: (data) => resolve((clearTimeout(timer), data)),
        /** @param {Error} error */
        reject: (error) => reject((clearTimeout(timer), error)),
      };
      const giveUp = () => this.#take(transaction);
      if (signal) watchSignal(signal, pending, giveUp);
      this.#open.set(transaction, pending);
      if (timeout_ms > 0) timer = setTimeout(() => giveUp()?.reject(late(pending, transaction, timeout_ms)), timeout_ms);
      if (this.#carrier.readyState !== 'connecting') this.#send(transaction, pending);
    });
  }

  /**
   * @param {string} transaction
   * @param {Pending} pending
   */
  #send(transaction, pending) {
    try {
      this.#carrier.send(pending.text);
      pending.sent = true;
    } catch (cause) {
      this.#take(transaction)?.reject(unsent(pending.verb, cause));
    }
    if (!pending.answered) this.#take(transaction)?.resolve({});
  }

  /**
   * @param {string} event
   * @param {any[]} args
   */
  emit(event, ...args) {
    if (this.#listened) return super.emit(event, ...args);
    if (this.#held.push({ event, args }) > MOST_HELD) {
      this.#held.shift();
      this.#missed += 1;
    }
    return false;
  }

  /** Events that came so far are told once the code that listens has added its listeners. @internal */
  _onListener() {
    if (this.#awaited) return;
    this.#awaited = true;
    queueMicrotask(() => {
      this.#listened = true;
      if (this.#missed > 0) super.emit(EVENT.HANDLE_MISSED, { count: this.#missed });
      for (const { event, args } of this.#held.splice(0)) super.emit(event, ...args);
    });
  }

  /** @param {unknown} transaction */
  #take(transaction) {
    const pending = this.#open.get(/** @type {string} */ (transaction));
    this.#open.delete(/** @type {string} */ (transaction));
    return pending;
  }

  #lose() {
    const lost = [...this.#open.entries()];
    this.#open.clear();
    for (const [transaction, { reject, sent, verb }] of lost) {
      reject(sent ? closed(verb, transaction) : unsent(verb, 'it closed before it was open'));
    }
  }
}

/** @param {unknown} text */
function parsed(text) {
  try {
    const data = typeof text === 'string' ? JSON.parse(text) : undefined;
    mustBeObject(data, 'what came');
    return data;
  } catch {
    return undefined;
  }
}

/** @param {string} request */
function tooLong(request) {
  const message = `too long for a data channel: ${LONGEST} bytes at most`;
  return new JanusError({ code: 'message_too_large', message, request, sent: false });
}

/**
 * @param {Pending} pending
 * @param {string} transaction
 * @param {number} timeout_ms
 */
function late({ verb, sent }, transaction, timeout_ms) {
  const why = sent ? 'Janus may still carry it out' : 'it was not sent, as the data channel did not open';
  const message = `request timed out after ${timeout_ms / 1000} s (${verb}); ${why}`;
  return new JanusError({ code: 'timeout', fault: 'network', message, request: verb, transaction, sent });
}

/**
 * @param {string} request
 * @param {any} cause
 */
function unsent(request, cause) {
  const message = `the data channel does not send: ${cause?.message ?? cause}`;
  const error = new JanusError({ code: 'connection_lost', fault: 'network', message, request, sent: false });
  error.cause = cause;
  return error;
}

/**
 * @param {string} request
 * @param {string} transaction
 */
function closed(request, transaction) {
  const message = 'the data channel closed before the answer came';
  return new JanusError({ code: 'response_lost', fault: 'network', message, request, transaction, sent: true });
}
