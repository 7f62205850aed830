import { END_OF_CANDIDATES, candidateMembers } from './candidates.js';
import { DIRECT, FIRST_EVENT, PLUGIN_DECIDES } from './codes.js';
import { JanusError, isRefusal, traced } from './errors.js';
import { CORE_EVENTS, EVENT } from './events.js';
import { HeldEmitter } from './held_emitter.js';
import { newPluginEvent, pluginEventOf } from './plugin_event.js';
import { messageMembers, readJsep } from './request.js';

/** @typedef {import('./connection.js').Pending} Pending */
/** @typedef {import('./session.js').Session} Session */
/** @typedef {import('./request.js').CallOptions} CallOptions */
// `return await`: an async function that returns a promise settles two turns later than one that awaits it.

/**
 * One attachment to a plugin; `session.attach` creates it.
 *
 * For a plugin of your own, extend it and override `handleMessage`.
 */
export class Handle extends HeldEmitter {
  #key = 0;
  /** The plugin's package name. @internal @type {string | undefined} */
  _plugin;
  /** Why it has ended. @type {import('./errors.js').Ended | undefined} */
  #ended;
  /** @type {Promise<void> | undefined} */
  #detaching;
  /** Whether the plugin's own class listens, or overrides `handleMessage`. */
  #keepsState = false;
  /** The response that the plugin examines. @type {{ transaction: string, pending: Pending } | undefined} */
  #directResponse;

  /**
   * @param {Session} session
   * @param {number} id
   */
  constructor(session, id) {
    super();
    this.session = session;
    this.id = id;
    this.name = `[${id}]`;
  }

  /**
   * Sends any request for this handle and resolves with Janus's whole response.
   * @param {any} request
   * @param {number | CallOptions} [options] a timeout in milliseconds, or more
   */
  async sendRequest(request, options) {
    const limits = typeof options === 'number' ? { timeout_ms: options } : options;
    const completion = request?.janus === 'message' ? this.#endOfMessage : DIRECT;
    const handle = completion === PLUGIN_DECIDES ? this : undefined;
    this.#beginRequest();
    return await this.#connection._send(this, this.session._key, this.#key, request, completion, limits, { handle });
  }

  /**
   * Sends a message to the plugin and resolves with Janus's whole response: the direct
   * one, or the event that follows.
   * @param {object} body
   * @param {object | null | CallOptions & { jsep?: object | null }} [jsep] the SDP; or the options, with the SDP among them
   * @param {CallOptions} [options]
   */
  async message(body, jsep, options) {
    [jsep, options] = readJsep(jsep, options);
    const members = messageMembers(body, jsep);
    this.session.connection._negotiated ||= !!jsep;
    const completion = this.#endOfMessage;
    const handle = completion === PLUGIN_DECIDES ? this : undefined;
    const name = /** @type {any} */ (body).request;
    try {
      return await this.#connection._log.watch('message', this, name, this._requestMessage(members, completion, false, options, { handle }));
    } catch (error) {
      throw traced(error);
    }
  }

  /**
   * @internal
   * @param {string} members
   * @param {number} completion
   * @param {boolean} idempotent whether it may be sent again after an outage
   * @param {CallOptions} [options]
   * @param {Partial<Pending>} [pending]
   */
  _requestMessage(members, completion, idempotent, options, pending) {
    return this.#ask((core) => core.message(this.#key, members, completion, idempotent), options, pending);
  }

  /**
   * @param {string} kind
   * @param {(core: any) => number} command
   * @param {CallOptions} [options]
   */
  #request(kind, command, options) {
    this.#beginRequest();
    return this.#connection._request(kind, this, command, options);
  }

  /** @type {import('./connection.js').Connection['_ask']} */
  #ask(command, options, pending) {
    this.#beginRequest();
    return this.#connection._ask(command, options, pending);
  }

  /**
   * The engine forgets an ended handle; why it ended decides whose fault a later request is. A class that keeps state
   * by the events needs them from its first request on.
   */
  #beginRequest() {
    if (this.#ended !== undefined) {
      throw this.#connection._overError() ?? detached(`the handle has ended: ${this.#ended.clause}`, this.#ended);
    }
    if (this.#keepsState) this._beginReading();
  }

  /**
   * Sends a candidate, or several; without an argument, end-of-candidates.
   * @param {any} [candidate]
   * @param {CallOptions} [options]
   */
  async trickle(candidate, options) {
    if (!candidate) return this.trickleComplete(options);
    const members = candidateMembers(candidate);
    try {
      const response = this.#ask((core) => core.trickle(this.#key, members), options);
      return await this.#connection._log.watch('trickle', this, undefined, response);
    } catch (error) {
      throw traced(error);
    }
  }

  /**
   * Sends end-of-candidates.
   * @param {CallOptions} [options]
   */
  async trickleComplete(options) {
    return await this.#request('trickle', (core) => core.trickle(this.#key, END_OF_CANDIDATES), options);
  }

  /**
   * Closes the PeerConnection; the handle can have a new one. Without a PeerConnection, Janus 1.2.2 and newer do
   * nothing; older versions inform the plugin.
   * @param {CallOptions} [options]
   */
  async hangup(options) {
    return await this.#request('hangup', (core) => core.hangup(this.#key), options);
  }

  /**
   * Ends the handle; no effect if it has ended.
   * @param {CallOptions} [options]
   * @returns {Promise<void>}
   */
  async detach(options) {
    if (this.#ended !== undefined) return;
    const detaching = (this.#detaching ??= this.#connection._request('detach', this, (core) => core.detach(this.#key), options));
    try {
      await detaching;
    } catch (error) {
      if (this.#detaching === detaching) this.#detaching = undefined;
      throw error;
    }
  }

  /** Why the handle has ended; undefined while it is attached. */
  get detached() {
    return this.#ended?.reason;
  }

  /**
   * Gives a request its transaction and handle, so that they are known before it is sent.
   * @param {any} request
   */
  decorateRequest(request) {
    request.transaction ??= this.#connection._call((core) => core.reserveTransaction());
    request.handle_id ??= this.id;
    return request;
  }

  /**
   * For plugins: reads a plugin's message; a truthy result means that the class recognised it.
   * @param {any} _message
   * @returns {any}
   */
  handleMessage(_message) {
    return null;
  }

  /**
   * For plugins: whether a pending request of this handle has this transaction.
   * @param {string} transaction
   * @returns {boolean}
   */
  ownsTransaction(transaction) {
    return this.#isDirectResponse(transaction) || this.#find(transaction) !== undefined;
  }

  /**
   * For plugins: ends the request with this transaction, if it is pending and this handle's.
   * @param {string} transaction
   * @param {any} data
   */
  closeTransactionWithSuccess(transaction, data) {
    this.#settle(transaction)?.resolve(data);
  }

  /**
   * For plugins: fails the request with this transaction, if it is pending and this handle's.
   * @param {string} transaction
   * @param {Error} error
   */
  closeTransactionWithError(transaction, error) {
    const pending = this.#settle(transaction);
    if (pending === undefined) return;
    this.#connection._countRefusal();
    pending.reject(error);
  }

  /**
   * For plugins: begins an event from a message.
   * @param {any} message
   */
  _newPluginEvent(message) {
    return newPluginEvent(message);
  }

  /**
   * For plugins: the event of a message.
   * @param {any} message
   */
  _getPluginEvent(message) {
    return pluginEventOf(message);
  }

  /**
   * The name of a plugin's event, if it is known.
   * @internal
   * @param {any} _data
   * @returns {string | undefined}
   */
  _classify(_data) {
    return undefined;
  }

  /**
   * Returns the name and the data of a plugin's event, if it is known.
   * @internal
   * @param {any} _message
   * @returns {[event: string, data: any] | undefined}
   */
  _describe(_message) {
    return undefined;
  }

  /** What JSON shows. */
  toJSON() {
    return { id: this.id, plugin: this._plugin, session: this.session.id, detached: this.detached };
  }

  async [Symbol.asyncDispose ?? Symbol.for('Symbol.asyncDispose')]() {
    await this.detach();
  }

  /**
   * @internal
   * @param {number} key
   * @param {string} plugin the plugin's package name
   */
  _begin(key, plugin) {
    this.#key = key;
    this._plugin = plugin;
    warnOfJanodesPrivates(this);
    this.#keepsState = this.#handlesMessages || this.eventNames().length > 0;
    this._beginHolding();
    this.#connection._addHandle(key, this);
    this.#connection._call((core) => core.setPlugin(key, plugin));
  }

  /** @type {HeldEmitter['_callEngine']} */
  _callEngine(command) {
    return this.#connection._callIfOpen((core) => command(core, this.#key));
  }

  /**
   * @internal
   * @param {any} message
   */
  _onPluginEvent(message) {
    try {
      if (this.handleMessage(message)) return;
    } catch (error) {
      const text = error instanceof Error ? error.stack ?? error.message : String(error);
      this.#connection._log.write('error', `handle ${this.id}: the plugin's handleMessage failed: ${text}`, { handle: this.id, error: text });
      return;
    }
    const described = this._describe(message);
    if (described) return void this.emit(described[0], described[1]);
    const { plugindata, jsep, transaction } = message;
    const whole = { data: plugindata?.data, ...(jsep && { jsep }), ...(transaction !== undefined && { transaction }) };
    this.emit(EVENT.HANDLE_EVENT, whole);
  }

  /**
   * @internal
   * @param {string} kind
   * @param {any} message
   */
  _onCoreEvent(kind, message) {
    const known = CORE_EVENTS.get(kind);
    if (known) this.emit(known[0], known[1](message));
    else this.emit(EVENT.HANDLE_OTHER, { kind: message.janus, message });
  }

  /**
   * The handle was attached again with a rebuilt session; the event follows when the handle is read.
   * @internal
   * @param {number} id
   */
  _rebuilt(id) {
    this.id = id;
    this.name = `[${id}]`;
    this._forget();
  }

  /** For plugins: removes the state of the former handle. */
  _forget() {}

  /**
   * @internal
   * @param {import('./errors.js').Ended} ended
   */
  _end(ended) {
    const { reason } = (this.#ended = ended);
    this._callEngine((core, key) => core.release(key));
    this._emitLast(EVENT.HANDLE_DETACHED, { id: this.id, reason });
  }

  /**
   * The plugin examines a direct response, which ends the request in any case.
   * @internal
   * @param {Pending} pending
   * @param {any} message
   */
  _examineReply(pending, message) {
    if (pending.responses) return pending.resolve(message);
    this.#directResponse = { transaction: message.transaction, pending };
    try {
      this.handleMessage(message);
      pending.resolve(message);
    } catch (error) {
      pending.reject(/** @type {Error} */ (error));
    } finally {
      this.#directResponse = undefined;
    }
  }

  /**
   * The plugin examines an event that may end a request, and decides.
   * @internal
   * @param {number[]} requests
   * @param {boolean} correlated whether it has the transaction of the first one
   * @param {any} message
   */
  _examineOffer(requests, correlated, message) {
    const [request] = requests;
    const pending = this.#connection._peek(request);
    // Without one, an event of the same turn has ended it.
    if (!pending || pending.responses) return this.#matchByName(requests, correlated && !!pending, message);
    let failure;
    try {
      if (this.handleMessage(message)) return;
      failure = new JanusError({ code: 'unexpected_response', message: 'unmanaged event' });
    } catch (error) {
      failure = /** @type {Error} */ (error);
    }
    if (this.#connection._take(request) === undefined) return;
    this.#connection._callIfOpen((core) => core.settle(request));
    pending.reject(failure);
  }

  /**
   * @param {number[]} requests
   * @param {boolean} correlated
   * @param {any} message
   */
  #matchByName(requests, correlated, message) {
    const data = message.plugindata?.data ?? {};
    const refused = correlated && isRefusal(data);
    const name = this._classify(data) ?? '';
    const request = requests.find((request) => refused || this.#connection._peek(request)?.responses?.includes(name));
    if (request === undefined) return this.#keepInOrder(message);
    this.#connection._call((core) => core.settle(request));
    const pending = this.#connection._take(request);
    pending?.resolve(message);
    if (pending?.also_emitted?.includes(name)) this.#keepInOrder(message);
  }

  /**
   * Emits an event that was offered to requests, or gives it its place among the held events.
   * @param {any} message
   */
  #keepInOrder(message) {
    if (this._flows) this._onPluginEvent(message);
    else this._callEngine((core, key) => core.provisional(key, message));
  }

  get #connection() {
    return this.session.connection;
  }

  /** An application's own plugin decides itself which event ends the request. */
  get #endOfMessage() {
    return this.#handlesMessages ? PLUGIN_DECIDES : FIRST_EVENT;
  }

  get #handlesMessages() {
    return this.handleMessage !== Handle.prototype.handleMessage;
  }

  /** Whether the response that the plugin examines has this transaction. @param {string} transaction */
  #isDirectResponse(transaction) {
    return this.#directResponse !== undefined && this.#directResponse.transaction === transaction;
  }

  /** @param {string} transaction */
  #find(transaction) {
    if (typeof transaction !== 'string') return undefined;
    return this.#connection._callIfOpen((core) => core.find(this.#key, transaction));
  }

  /**
   * @param {string} transaction
   * @returns {Pending | undefined}
   */
  #settle(transaction) {
    if (this.#isDirectResponse(transaction)) return this.#directResponse?.pending;
    const request = this.#find(transaction);
    if (request === undefined) return undefined;
    this.#connection._callIfOpen((core) => core.settle(request));
    return this.#connection._take(request);
  }
}

/** The classes with a warning. @type {WeakSet<Function>} */
const warned = new WeakSet();

/**
 * Warns of a method `_handleMessage`: Janode calls it, this package does not.
 * @param {any} handle
 */
function warnOfJanodesPrivates(handle) {
  if (typeof handle._handleMessage !== 'function' || warned.has(handle.constructor)) return;
  warned.add(handle.constructor);
  const text = `the method _handleMessage of ${handle.constructor.name || 'this class'} is never called: override handleMessage instead`;
  handle.session.connection._log.write('warning', text, { handle: handle.id });
}

/**
 * @param {string} message
 * @param {import('./errors.js').Ended} [ended]
 */
function detached(message, ended) {
  return new JanusError({ code: 'handle_detached', fault: ended?.fault, message });
}

export default Handle;
