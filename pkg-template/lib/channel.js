import { Emitter } from './emitter.js';
import { JanusError, cancelled, invalidArgument, isRefusal, pluginRefused } from './errors.js';
import { EVENT } from './events.js';
import { warnOfUnknown } from './fields.js';
import { packageLog } from './log.js';
import { given } from './plugin.js';
import { checkOptions, json, mustBeObject, watchSignal } from './request.js';

/** The timeout of a request, unless the caller sets another one. */
const DEFAULT_TIMEOUT_MS = 10_000;

/** The number of events that wait for the first listener; above it the oldest ones are dropped. */
const MAX_HELD_EVENTS = 1024;

/** The maximum length of a text, in bytes. */
const MAX_TEXT_BYTES = 65_535;

/** @typedef {import('../index.js').TextCarrier} TextCarrier */
/** Janus responds on the channel with this label, whatever channel the request arrived on. */
const LABEL = 'JanusDataChannel';

/**
 * @typedef {object} Pending
 * @property {(data: any) => void} resolve
 * @property {(error: Error) => void} reject
 * @property {(data: any) => any} read
 * @property {string} verb
 * @property {string} text
 * @property {boolean} expectsResponse whether Janus will respond
 * @property {boolean} sent whether the text was sent
 */

/**
 * The base class of the plugins' data channels: requests with their responses, and events, which wait
 * for the first listener. The engine takes no part, because these texts do not pass through Janus's API.
 */
export class Channel extends Emitter {
  /** @type {TextCarrier} */
  #carrier;
  /** @type {Map<string, Pending>} */
  #pending = new Map();
  #requests = 0;
  /** The events that wait for the first listener. @type {{ event: string, args: any[] }[]} */
  #held = [];
  #dropped = 0;
  #replayScheduled = false;
  #hasListeners = false;

  /** @param {TextCarrier} carrier */
  constructor(carrier) {
    super();
    if (typeof carrier?.send !== 'function') throw invalidArgument('expected an object with `send`, such as an RTCDataChannel');
    const { label } = carrier;
    if (typeof label === 'string' && label !== LABEL) {
      packageLog.write('warning', `no response will arrive on a data channel with the label ${JSON.stringify(label)}, because Janus responds on another one: use createDataChannel('${LABEL}')`, { label });
    }
    this.#carrier = carrier;
    carrier.addEventListener?.('message', ({ data }) => this.receive(data));
    carrier.addEventListener?.('open', () => this.#pending.forEach((pending, transaction) => this.#send(transaction, pending)));
    carrier.addEventListener?.('close', () => this.#lose());
  }

  /**
   * Receives a text from Janus.
   * @param {string} text
   */
  receive(text) {
    const data = parsed(text);
    const pending = this.#take(data?.transaction);
    if (pending === undefined) {
      const [event, argument] = this._describe(data ?? text);
      this.emit(event, argument);
    } else if (isRefusal(data)) {
      pending.reject(pluginRefused(data));
    } else {
      const { transaction, ...response } = data;
      pending.resolve(pending.read(response));
    }
  }

  /**
   * Returns the name and the argument of an event. The generated classes implement it.
   * @param {any} _data
   * @returns {[event: string, data: any]}
   */
  _describe(_data) {
    throw new Error('generated');
  }

  /**
   * @param {string} verb
   * @param {import('./fields.js').Fields} known
   * @param {Record<string, unknown>} fields
   * @param {(data: any) => any} read
   * @param {import('./request.js').CallOptions | undefined} options
   * @returns {Promise<any>}
   */
  async _request(verb, known, fields, read, options) {
    checkOptions(options);
    const { timeout_ms = DEFAULT_TIMEOUT_MS, signal } = options ?? {};
    if (signal?.aborted) throw cancelled(signal.reason, { request: verb, sent: false });
    this.#requests += 1;
    const transaction = String(this.#requests);
    warnOfUnknown(packageLog, `TextRoom "${verb}"`, given(fields), known);
    const text = json(given({ ...fields, textroom: verb, transaction }), verb);
    if (new TextEncoder().encode(text).length > MAX_TEXT_BYTES) throw tooLong(verb);
    return new Promise((resolve, reject) => {
      /** @type {ReturnType<typeof setTimeout> | undefined} */
      let timer;
      const pending = {
        read,
        verb,
        text,
        // A message with `ack: false` has no response.
        expectsResponse: fields.ack !== false,
        sent: false,
        /** @param {any} data */
        resolve: (data) => resolve((clearTimeout(timer), data)),
        /** @param {Error} error */
        reject: (error) => reject((clearTimeout(timer), error)),
      };
      const forget = () => this.#take(transaction);
      if (signal) watchSignal(signal, pending, () => forget()?.reject(cancelled(signal.reason, { request: verb, transaction, sent: pending.sent })));
      this.#pending.set(transaction, pending);
      if (timeout_ms > 0) timer = setTimeout(() => forget()?.reject(timedOut(pending, transaction, timeout_ms)), timeout_ms);
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
    if (!pending.expectsResponse) this.#take(transaction)?.resolve({});
  }

  /**
   * @param {string} event
   * @param {any[]} args
   */
  emit(event, ...args) {
    if (this.#hasListeners) return super.emit(event, ...args);
    if (this.#held.push({ event, args }) > MAX_HELD_EVENTS) {
      this.#held.shift();
      this.#dropped += 1;
    }
    return false;
  }

  /** Emits the events so far after the application has added its listeners. @internal */
  _onListener() {
    if (this.#replayScheduled) return;
    this.#replayScheduled = true;
    queueMicrotask(() => {
      this.#hasListeners = true;
      if (this.#dropped > 0) super.emit(EVENT.HANDLE_MISSED, { count: this.#dropped });
      for (const { event, args } of this.#held.splice(0)) super.emit(event, ...args);
    });
  }

  /** @param {unknown} transaction */
  #take(transaction) {
    const pending = this.#pending.get(/** @type {string} */ (transaction));
    this.#pending.delete(/** @type {string} */ (transaction));
    return pending;
  }

  #lose() {
    const lost = [...this.#pending.entries()];
    this.#pending.clear();
    for (const [transaction, { reject, sent, verb }] of lost) {
      reject(sent ? closed(verb, transaction) : unsent(verb, 'it closed before it opened'));
    }
  }
}

/** @param {unknown} text */
function parsed(text) {
  try {
    const data = typeof text === 'string' ? JSON.parse(text) : undefined;
    mustBeObject(data, 'the message');
    return data;
  } catch {
    return undefined;
  }
}

/** @param {string} request */
function tooLong(request) {
  const message = `the text is too long for a data channel: ${MAX_TEXT_BYTES} bytes at most`;
  return new JanusError({ code: 'message_too_large', message, request, sent: false });
}

/**
 * @param {Pending} pending
 * @param {string} transaction
 * @param {number} timeout_ms
 */
function timedOut({ verb, sent }, transaction, timeout_ms) {
  const why = sent ? 'Janus may still carry the request out' : 'it was not sent, because the data channel did not open';
  const message = `request timed out after ${timeout_ms / 1000} s (${verb}); ${why}`;
  return new JanusError({ code: 'timeout', message, request: verb, transaction, sent });
}

/**
 * @param {string} request
 * @param {any} cause
 */
function unsent(request, cause) {
  const message = `the data channel can't send: ${cause?.message ?? cause}`;
  return new JanusError({ code: 'connection_lost', message, request, sent: false, cause });
}

/**
 * @param {string} request
 * @param {string} transaction
 */
function closed(request, transaction) {
  const message = 'the data channel closed before the response arrived';
  return new JanusError({ code: 'response_lost', message, request, transaction, sent: true });
}
