import { readInterval } from './config.js';
import { DIRECT } from './codes.js';
import { ConnectionLog } from './connection_log.js';
import { Emitter } from './emitter.js';
import { newCore } from './engine.js';
import { engineHooks } from './engine_hooks.js';
import { JanusError, cancelled, internal, invalidArgument, traced } from './errors.js';
import { EVENT } from './events.js';
import { iterate } from './iterate.js';
import { checkId, checkOptions, checkRequest, jsonMembers, mustBeText, readOptions, watchSignal } from './request.js';
import { Session } from './session.js';

/** @typedef {import('./errors.js').Failure} Failure */
/** @typedef {import('./handle.js').Handle} Handle */
/** @typedef {import('./request.js').CallOptions} CallOptions */
/**
 * A promise that waits for the end of a request.
 * @typedef {object} Pending
 * @property {(value: any) => void} resolve
 * @property {(error: Error) => void} reject
 * @property {((key: number, id: number, response: any) => any)} [created] builds the object that the request created
 * @property {Handle} [handle] the handle whose plugin examines the response first
 * @property {readonly string[]} [responses] the plugin's response events
 * @property {readonly string[]} [also_emitted] those of them that are events for the handle, too
 */

/** @typedef {Record<string, number>} Statistics */
/** @typedef {import('./request.js').SessionOptions} SessionOptions */

let connections = 0;

const events = Object.values(EVENT).filter((name) => name.startsWith('connection_'));

/** A connection to a Janus server; `connect` creates it. */
export class Connection extends Emitter {
  /** @type {any} the engine's exports */
  #core;
  /** @type {'connecting' | 'connected' | 'reconnecting' | 'closed'} */
  #state = 'connecting';
  #lost = false;
  /** @type {Statistics | undefined} the last statistics */
  #stats;
  #settings;
  /** @type {Map<number, Pending>} */
  #pending = new Map();
  /** @type {Map<number, Session>} */
  #sessions = new Map();
  /** @type {Map<number, Handle>} */
  #handles = new Map();
  /** @type {{ resolve: (value?: any) => void, reject: (error: Error) => void } | undefined} */
  #opening;
  /** @type {Promise<void> | undefined} */
  #closing;
  /** @type {(() => void) | undefined} */
  #closed;
  /** @type {import('./transports/choose.js').Begun | undefined} the last one */
  #transport;
  #scheduled = false;
  #address = 0;
  #url = '';
  /** @type {JanusError | undefined} */
  #trap;

  /** Whether a handle has sent an SDP: there are media. @internal */
  _negotiated = false;

  /** @param {ReturnType<typeof import('./config.js').readConfig>} settings */
  constructor(settings) {
    super();
    this.#settings = settings;
    this.id = ++connections;
    this.name = `[${this.id}]`;
    /** @internal */
    this._log = new ConnectionLog(settings, this.id);
  }

  /**
   * @internal
   * @param {import('./transports/choose.js').Opener} open
   * @param {AbortSignal} [signal]
   * @returns {Promise<void>}
   */
  _open(open, signal) {
    return new Promise((resolve, reject) => {
      const opening = { resolve, reject };
      this.#opening = opening;
      try {
        // Kept, so that it can be closed if the engine fails.
        const opener = (/** @type {Parameters<typeof open>} */ ...how) => (this.#transport = open(...how));
        const hooks = engineHooks(this, this.#sessions, this.#handles, this.#settings.prepare);
        this.#core = newCore(this.#settings, hooks, opener, (error) => this.#onTrap(error), this._log.wire, hooks.onPluginEvent);
        this._onAddress(0);
      } catch (error) {
        return reject(this.#asError(error));
      }
      if (signal) watchSignal(signal, opening, () => this._callIfOpen((core) => core.close(false)));
    });
  }

  /**
   * Closes the connection. Its sessions are destroyed in Janus first, or, if not `graceful`, left there.
   * @param {{ graceful?: boolean }} [options]
   */
  close(options) {
    this.#closing ??= new Promise((resolve) => {
      if (this.#over) return resolve();
      this.#closed = resolve;
      this._call((core) => core.close(options?.graceful ?? true));
    });
    return this.#closing;
  }

  /**
   * Creates a session.
   * @param {number | SessionOptions} [ka_interval] seconds between keepalives, by default as the server needs them; or
   *   the options
   * @param {SessionOptions} [options]
   * @returns {Promise<Session>}
   */
  async create(ka_interval, options) {
    [ka_interval, options] = readOptions(ka_interval, options);
    const interval = readInterval(ka_interval);
    if (options?.id !== undefined && options.id !== null) checkId(options.id, 'id', 'create');
    return await this._request('create', undefined, (core) => core.create(options?.id, interval), options, { created: this.#addSession });
  }

  /**
   * Takes over a session that another connection left; one that this connection has is the same object.
   * @param {number | SessionOptions & { session_id: number }} session_id the session's id in Janus; or all the options
   * @param {number | SessionOptions} [ka_interval] as `create`
   * @param {SessionOptions} [options]
   * @returns {Promise<Session>}
   */
  async claim(session_id, ka_interval, options) {
    if (session_id !== null && typeof session_id === 'object' && 'session_id' in session_id) {
      options = session_id;
      session_id = session_id.session_id;
    }
    [ka_interval, options] = readOptions(ka_interval, options);
    const interval = readInterval(ka_interval);
    if (session_id === undefined || session_id === null) throw invalidArgument('session_id parameter not specified', 'claim');
    checkId(session_id, 'session_id', 'claim');
    return await this._request('claim', undefined, (core) => core.claim(session_id, interval), options, { created: this.#addSession });
  }

  /**
   * Replaces the token of all addresses, for each request from now on.
   * @param {string} token
   */
  setToken(token) {
    if (typeof token !== 'string') throw invalidArgument('the token must be a string');
    mustBeText(token, 'the token');
    this._callIfOpen((core) => core.setToken(token));
  }

  /** @param {CallOptions} [options] */
  async getInfo(options) {
    return await this._request('info', undefined, (core) => core.info(), options);
  }

  /** @param {CallOptions} [options] */
  async ping(options) {
    return await this._request('ping', undefined, (core) => core.ping(), options);
  }

  /**
   * Sends any request and resolves with Janus's whole response.
   * @param {object} request
   * @param {CallOptions} [options]
   */
  async sendRequest(request, options) {
    return await this._send(undefined, undefined, undefined, request, DIRECT, options);
  }

  /** The host of the server in use; the path of a `file://` address, as Janode has it. */
  getRemoteHostname() {
    const { url } = this.#settings.addresses[this.#address];
    if (url.startsWith('file://')) return url.slice('file://'.length);
    try {
      return new URL(url).hostname;
    } catch {
      return null;
    }
  }

  /** Whether it is usable: connecting, connected, reconnecting or closed. */
  get state() {
    return this.#state;
  }

  /** The URL of the server in use, without user name, password and query. */
  get url() {
    return this.#url;
  }

  /** Returns the statistics of this connection. */
  stats() {
    if (this.#trap) throw this.#trap;
    return { state: this.#state, ...(this.#stats ?? this.#core.stats()) };
  }

  /** What JSON shows: no secret. */
  toJSON() {
    return { name: this.name, url: this.url, state: this.#state };
  }

  /** What the console shows in Node and Bun: no secret. */
  [Symbol.for('nodejs.util.inspect.custom')]() {
    return `Connection { name: '${this.name}', url: '${this.url}', state: '${this.#state}', sessions: ${this.#sessions.size}, handles: ${this.#handles.size} }`;
  }

  /** The events from now on, as `{ event, data }`, until the connection has ended. */
  async *[Symbol.asyncIterator]() {
    if (!this.#over) yield* iterate(this, events, [EVENT.CONNECTION_CLOSED, EVENT.CONNECTION_ERROR]);
  }

  [Symbol.asyncDispose ?? Symbol.for('Symbol.asyncDispose')]() {
    return this.close();
  }

  /**
   * @internal
   * @param {Session | Handle | undefined} of what the request is for
   * @param {number | undefined} session the session's key
   * @param {number | undefined} handle the handle's key
   * @param {any} request
   * @param {number} completion
   * @param {CallOptions} [options]
   * @param {Partial<Pending>} [pending]
   */
  _send(of, session, handle, request, completion, options, pending) {
    checkRequest(request);
    const members = jsonMembers(request, session, handle);
    const name = request.body?.request ?? request.request?.request;
    return this._request(request.janus, of, (core) => core.request(session, handle, request, members, completion), options, pending, name);
  }

  /**
   * Gives the engine a command and returns a promise of the request's outcome.
   * @internal
   * @param {string} kind Janus's name of the request
   * @param {Session | Handle | undefined} of what the request is for
   * @param {(core: any) => number} command
   * @param {CallOptions} [options]
   * @param {Partial<Pending>} [pending]
   * @param {unknown} [name] the plugin's name of the request
   * @returns {Promise<any>}
   */
  _request(kind, of, command, options, pending, name) {
    return this.#trace(this._log.watch(kind, of, name, this._ask(command, options, pending)));
  }

  /** @param {Promise<any>} response */
  async #trace(response) {
    try {
      return await response;
    } catch (error) {
      throw traced(error);
    }
  }

  /**
   * As `_request`, one turn faster; the caller logs the request and gives the error its stack (`traced`).
   * @internal
   * @param {(core: any) => number} command
   * @param {CallOptions} [options]
   * @param {Partial<Pending>} [pending]
   * @returns {Promise<any>}
   */
  _ask(command, options, pending) {
    return new Promise((resolve, reject) => {
      checkOptions(options);
      if (options?.signal?.aborted) throw cancelled(options.signal.reason, { sent: false });
      const request = this._call(command);
      const entry = { resolve, reject, ...pending };
      this.#pending.set(request, entry);
      if (options === undefined || options === null) return;
      const { timeout_ms, signal } = options;
      if (timeout_ms !== undefined) this._call((core) => core.limit(request, timeout_ms));
      if (signal) watchSignal(signal, entry, () => this._callIfOpen((core) => core.cancel(request)));
    });
  }

  /**
   * Calls the engine; its output follows when this turn's code is done.
   * @internal
   * @template T
   * @param {(core: any) => T} command
   */
  _call(command) {
    if (this.#over) throw this._overError();
    if (!this.#scheduled) {
      this.#scheduled = true;
      queueMicrotask(this.#run);
    }
    try {
      return command(this.#core);
    } catch (error) {
      throw this.#asError(error);
    }
  }

  /**
   * Counts a request that its plugin refused.
   * @internal
   */
  _countRefusal() {
    this._callIfOpen((core) => core.countRefusal());
  }

  /**
   * Returns why no request is accepted.
   * @internal
   * @returns {JanusError | undefined}
   */
  _overError() {
    if (!this.#over) return undefined;
    return this.#trap ?? (this.#lost ? lost() : closed());
  }

  /**
   * Returns a pending request's promise.
   * @internal
   * @param {number} request
   */
  _peek(request) {
    return this.#pending.get(request);
  }

  /**
   * Gives the engine a command; has no effect after the end of the connection.
   * @internal
   * @template T
   * @param {(core: any) => T} command
   */
  _callIfOpen(command) {
    return this.#over ? undefined : this._call(command);
  }

  /**
   * Returns a request's promise and removes the request.
   * @internal
   * @param {number} request
   */
  _take(request) {
    const pending = this.#pending.get(request);
    this.#pending.delete(request);
    return pending;
  }

  /**
   * @internal
   * @param {number} key
   * @param {Handle} handle
   */
  _addHandle(key, handle) {
    this.#handles.set(key, handle);
  }

  get #over() {
    return this.#state === 'closed';
  }

  #run = () => {
    this.#scheduled = false;
    if (this.#over) return;
    try {
      this.#core.run();
    } catch (error) {
      this.#onTrap(error);
    }
  };

  /** @type {(key: number, id: number, response: any) => Session} */
  #addSession = (key, id, response) => {
    // A session that is claimed may be this connection's own.
    const session = this.#sessions.get(key) ?? new Session(this, key, id);
    session.ice_servers = response?.data?.ice_servers ?? session.ice_servers;
    this.#sessions.set(key, session);
    return session;
  };

  /**
   * Takes the index of the address in use.
   * @internal
   * @param {number} address
   */
  _onAddress(address) {
    this.#address = address;
    this.#url = this.#core.url(address);
    this._log.setServer(this.#url);
  }

  /**
   * The transport connection is lost, or another one has replaced it.
   * @internal
   * @param {'connected' | 'reconnecting'} state
   */
  _onOutage(state) {
    this.#state = state;
  }

  /** @internal */
  _onConnected() {
    this.#state = 'connected';
    this._log.writeWithServer('info', 'connected');
    this.#opening?.resolve();
    this.#opening = undefined;
  }

  /**
   * @internal
   * @param {string} how
   * @param {Failure} [failure]
   */
  _onDisconnected(how, failure) {
    this.#state = 'closed';
    this.#lost = how !== 'closed';
    // The engine's memory is freed once this call has returned.
    queueMicrotask(() => {
      this.#stats = this.#core.stats();
      this.#core.free();
    });
    if (how === 'failed' && failure) {
      // `connect` rejects with the error.
      this._log.write('verbose', 'could not connect');
      this.#opening?.reject(new JanusError(failure));
    } else if (how === 'lost' && failure) {
      const message = `unexpected disconnection: ${failure.message}`;
      this._log.write('error', message, { error: failure.message });
      const error = new JanusError({ ...failure, message });
      if (this.#settings.recovery) this.emit(EVENT.CONNECTION_LOST, error);
      this.emit(EVENT.CONNECTION_ERROR, error);
    } else {
      this._log.write('info', 'closed');
      this.#opening?.reject(closed());
      this.emit(EVENT.CONNECTION_CLOSED, { id: this.id });
    }
    this.#closed?.();
    this.removeAllListeners();
  }

  /**
   * The engine itself failed: the connection has ended.
   * @param {unknown} cause
   */
  #onTrap(cause) {
    if (this.#trap) return;
    const error = (this.#trap = internal(cause));
    this.#state = 'closed';
    this._log.write('error', error.message, { error: error.message });
    this.#opening?.reject(error);
    for (const { reject } of this.#pending.values()) reject(error);
    /** @type {import('./errors.js').Ended} */
    const ended = { reason: 'internal', fault: error.fault, clause: error.message };
    for (const handle of this.#handles.values()) handle._end(ended);
    for (const session of this.#sessions.values()) session._end(ended);
    for (const map of [this.#pending, this.#handles, this.#sessions]) map.clear();
    const transport = this.#transport;
    (transport?.terminate ?? transport?.close ?? transport?.abort)?.call(transport);
    this.emit(EVENT.CONNECTION_ERROR, error);
    this.#closed?.();
    this.removeAllListeners();
  }

  /** @param {any} error */
  #asError(error) {
    if (error instanceof Error) {
      if (error instanceof WebAssembly.RuntimeError) this.#onTrap(error);
      return this.#trap ?? error;
    }
    return new JanusError(error);
  }
}

const lost = () =>
  new JanusError({
    code: 'connection_lost',
    message: 'the connection was lost and could not be restored; make a new one',
  });

const closed = () => new JanusError({ code: 'connection_closed', message: 'the connection has been closed' });
