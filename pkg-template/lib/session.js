import { DIRECT } from './codes.js';
import { Emitter } from './emitter.js';
import { JanusError, invalidArgument } from './errors.js';
import { EVENT } from './events.js';
import { Handle } from './handle.js';
import { iterate } from './iterate.js';
import { checkId, mustBeText } from './request.js';

/** @typedef {import('./connection.js').Connection} Connection */
/** @typedef {import('./request.js').CallOptions} CallOptions */
/** @typedef {{ id: string, Handle?: typeof Handle }} Plugin */

/** A session in Janus; `connection.create` creates it. */
export class Session extends Emitter {
  #key;
  /** Why it has ended. @type {import('./errors.js').Ended | undefined} */
  #ended;
  /** @type {Promise<void> | undefined} */
  #destroying;

  /**
   * @param {Connection} connection
   * @param {number} key
   * @param {number} id
   */
  constructor(connection, key, id) {
    super();
    this.connection = connection;
    this.#key = key;
    this.id = id;
    this.name = `[${id}]`;
    /** The STUN and TURN servers that the gateway gave with the session. @type {any} */
    this.ice_servers = undefined;
  }

  /**
   * Attaches a handle to a plugin: a descriptor such as `EchoTestPlugin`, or a package name.
   * @param {Plugin | string} plugin
   * @param {CallOptions & { opaque_id?: string, loop_index?: number }} [options]
   * @returns {Promise<Handle>}
   */
  async attach(plugin, options) {
    const { id, Class } = readPlugin(plugin);
    const { opaque_id, loop_index } = options ?? {};
    if (opaque_id !== undefined && typeof opaque_id !== 'string') {
      throw invalidArgument('opaque_id must be a string', 'attach');
    }
    if (opaque_id !== undefined) mustBeText(opaque_id, 'opaque_id', 'attach');
    mustBeText(id, 'the plugin identifier', 'attach');
    if (loop_index !== undefined && !(Number.isInteger(loop_index) && loop_index >= 0 && loop_index < 2 ** 31)) {
      throw invalidArgument('loop_index must be a whole number', 'attach');
    }
    const created = this.#addHandle(id, Class);
    return await this.#request('attach', (core) => core.attach(this.#key, id, opaque_id, loop_index), options, { created });
  }

  /**
   * Takes over a handle that an earlier connection left in a claimed session.
   * @param {Plugin | string} plugin
   * @param {number | CallOptions & { handle_id: number }} handle_id the handle's id in Janus; or all the options
   * @param {CallOptions} [options]
   * @returns {Promise<Handle>}
   */
  async adopt(plugin, handle_id, options) {
    if (handle_id !== null && typeof handle_id === 'object') {
      options = handle_id;
      handle_id = handle_id.handle_id;
    }
    const handle = handle_id;
    const { id, Class } = readPlugin(plugin);
    const created = this.#addHandle(id, Class);
    checkId(handle, 'handle_id', 'adopt');
    return await this.#request('adopt', (core) => core.adopt(this.#key, handle), options, { created });
  }

  /**
   * Ends the session and all its handles; no effect if it has ended.
   * @param {CallOptions} [options]
   * @returns {Promise<void>}
   */
  async destroy(options) {
    if (this.#ended !== undefined) return;
    const destroying = (this.#destroying ??= this.connection._request('destroy', this, (core) => core.destroy(this.#key), options));
    try {
      await destroying;
    } catch (error) {
      if (this.#destroying === destroying) this.#destroying = undefined;
      throw error;
    }
  }

  /** Why the session has ended; undefined while it is there. */
  get ended() {
    return this.#ended?.reason;
  }

  /**
   * Sends any request in this session and resolves with Janus's whole response.
   * @param {object} request
   * @param {CallOptions} [options]
   */
  async sendRequest(request, options) {
    this.#mustBeThere();
    return await this.connection._send(this, this.#key, undefined, request, DIRECT, options);
  }

  /** The events from now on, as `{ event, data }`, until the session has ended. */
  async *[Symbol.asyncIterator]() {
    if (this.#ended === undefined) yield* iterate(this, [EVENT.SESSION_DESTROYED], [EVENT.SESSION_DESTROYED]);
  }

  /** What JSON shows. */
  toJSON() {
    return { id: this.id, ended: this.ended };
  }

  async [Symbol.asyncDispose ?? Symbol.for('Symbol.asyncDispose')]() {
    await this.destroy();
  }

  /**
   * @param {string} kind
   * @param {(core: any) => number} command
   * @param {CallOptions | undefined} options
   * @param {Partial<import('./connection.js').Pending>} pending
   */
  #request(kind, command, options, pending) {
    this.#mustBeThere();
    return this.connection._request(kind, this, command, options, pending);
  }

  /** The engine forgets an ended session; why it ended decides whose fault a later request is. */
  #mustBeThere() {
    if (this.#ended !== undefined) throw this.connection._overError() ?? sessionGone(`the session has ended: ${this.#ended.clause}`, this.#ended);
  }

  /**
   * @param {string} plugin the plugin's package name
   * @param {typeof Handle} Class
   */
  #addHandle(plugin, Class) {
    return (/** @type {number} */ key, /** @type {number} */ id) => {
      const handle = new Class(this, id);
      handle._begin(key, plugin);
      return handle;
    };
  }

  /**
   * @internal
   * @param {import('./errors.js').Ended} ended
   */
  _end(ended) {
    const { reason } = (this.#ended = ended);
    this.connection._log.write('verbose', `session ${this.id} ended: ${reason}`, { session: this.id, reason });
    this.emit(EVENT.SESSION_DESTROYED, { id: this.id, reason });
    this.removeAllListeners();
  }

  /**
   * The session was restored after an outage, perhaps rebuilt with another id.
   * @internal
   * @param {number} id
   */
  _resumed(id) {
    this.id = id;
    this.name = `[${id}]`;
  }

  /** @internal */
  get _key() {
    return this.#key;
  }
}

/** @param {Plugin | string} plugin */
function readPlugin(plugin) {
  if (typeof plugin === 'string' && plugin !== '') return { id: plugin, Class: Handle };
  // What `require` and `import * as` return.
  if (plugin !== null && typeof plugin === 'object' && 'default' in plugin) plugin = /** @type {any} */ (plugin).default;
  if (typeof plugin !== 'object' || plugin === null || typeof plugin.id !== 'string' || plugin.id === '') {
    throw invalidArgument('plugin identifier null or not valid', 'attach');
  }
  const { id, Handle: Class = Handle } = plugin;
  // Not `instanceof`: another copy of this package may have created it.
  if (typeof Class?.prototype?._begin !== 'function') {
    throw invalidArgument("the plugin's Handle must be a class that extends Handle", 'attach');
  }
  return { id, Class };
}

/**
 * @param {string} message
 * @param {import('./errors.js').Ended} [ended]
 */
function sessionGone(message, ended) {
  return new JanusError({ code: 'session_gone', fault: ended?.fault, message });
}
