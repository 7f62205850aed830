import { JanusError, printable } from './errors.js';
import { redacted } from './redacted.js';

/** @typedef {import('./handle.js').Handle} Handle */
/** @typedef {import('./log.js').WrittenLevel} WrittenLevel */
/** @typedef {import('./logger.js').LogFields} LogFields */
/** @typedef {import('./session.js').Session} Session */

/** The maximum length of a name that the application chose. */
const LONGEST_NAME = 100;

/** The log of a connection. Its fields have the names of the Rust client's. */
export class ConnectionLog {
  #log;
  #connection;
  #url = '';

  /**
   * @param {Pick<ReturnType<typeof import('./config.js').readConfig>, 'log' | 'now'>} settings
   * @param {number} connection
   */
  constructor({ log, now }, connection) {
    this.#log = log;
    /** The present moment of the connection's clock, in milliseconds. */
    this.now = now;
    this.#connection = connection;
  }

  /** @param {string} url the server in use, without credentials */
  setServer(url) {
    this.#url = url;
  }

  /**
   * @param {WrittenLevel} level
   * @param {string} text
   * @param {LogFields} [fields]
   */
  write(level, text, fields) {
    this.#log.write(level, `[${this.#connection}] ${text}`, { connection: this.#connection, ...fields });
  }

  /** As `write`, with the URL of the server. @type {ConnectionLog['write']} */
  writeWithServer(level, text, fields) {
    this.write(level, `${text}, ${this.#url}`, { ...fields, ...serverFields(this.#url) });
  }

  /**
   * Returns the response; the line of the request is written when it has come, if requests are logged.
   * @param {string} kind
   * @param {Session | Handle | undefined} of
   * @param {unknown} name
   * @param {Promise<any>} response
   * @returns {Promise<any>}
   */
  watch(kind, of, name, response) {
    return this.#log.isOn('debug') ? this.#watch(kind, of, name, response) : response;
  }

  /** @type {ConnectionLog['watch']} */
  async #watch(kind, of, name, response) {
    const began = this.now();
    try {
      const result = await response;
      this.end(began, kind, of, name, undefined, result);
      return result;
    } catch (error) {
      this.end(began, kind, of, name, error);
      throw error;
    }
  }

  /**
   * Writes the line of a request that has ended, if requests are logged.
   * @param {number} began
   * @param {string} kind Janus's name of the request, such as `message`
   * @param {Session | Handle | undefined} of what the request is for
   * @param {unknown} name the plugin's name of the request
   * @param {unknown} error
   * @param {any} [result]
   */
  end(began, kind, of, name, error, result) {
    if (!this.#log.isOn('debug')) return;
    const duration_ms = Math.round((this.now() - began) * 10) / 10;
    // A session or a handle that the request created.
    const { session, handle, plugin } = partsOf(typeof result?.on === 'function' ? result : of);
    const { outcome, error_code } = outcomeOf(error);
    const request = shown(name);
    const fields = given({
      kind: shown(kind),
      'rpc.system': 'janus',
      'rpc.service': plugin,
      'rpc.method': request ?? shown(kind),
      session,
      handle,
      transaction: result?.transaction ?? (error instanceof JanusError ? error.transaction : undefined),
      duration_ms,
      outcome,
      'error.type': error === undefined ? undefined : outcome,
      error_code,
    });
    const what = `${fields.kind}${request === undefined ? '' : ` "${request}"`}${plugin === undefined ? '' : ` (${plugin})`}`;
    const ids = ['session', 'handle'].filter((id) => fields[id] !== undefined).map((id) => `, ${id} ${fields[id]}`);
    this.writeWithServer('debug', `${what}: ${outcome}${error_code === undefined ? '' : ` ${error_code}`}, ${duration_ms} ms${ids.join('')}`, fields);
  }

  /**
   * Writes what goes over the wire, redacted.
   * @param {boolean} isSent
   * @param {string} text
   */
  wire = (isSent, text) => {
    if (!this.#log.isOn('trace')) return;
    const direction = isSent ? 'sent' : 'received';
    const wire = redacted(text, isSent);
    this.write('trace', `${direction} ${wire}`, { direction, wire });
  };
}

/** @param {any} of */
function partsOf(of) {
  if (of === undefined) return {};
  return of.session === undefined ? { session: of.id } : { session: of.session.id, handle: of.id, plugin: of._plugin };
}

/** @param {any} error */
function outcomeOf(error) {
  if (error === undefined) return { outcome: 'success' };
  return { outcome: error?.code ?? 'internal', error_code: error?.plugin ?? error?.janus };
}

/** @param {unknown} name */
const shown = (name) => (typeof name === 'string' ? printable(name.slice(0, LONGEST_NAME)) : undefined);

/** @param {LogFields} fields */
const given = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const PORTS = new Map([['ws:', 80], ['http:', 80], ['wss:', 443], ['https:', 443]]);

/**
 * The server's fields, with OpenTelemetry's names and meaning.
 * @param {string} url
 * @returns {LogFields}
 */
export function serverFields(url) {
  const scheme = url.slice(0, url.indexOf('://') + 1);
  const usual = PORTS.get(scheme);
  if (usual === undefined) {
    const isSocket = ['ws+unix:', 'file:', 'unix:'].includes(scheme);
    return { 'server.address': url.slice(scheme.length + 2), 'network.transport': isSocket ? 'unix' : 'other' };
  }
  const [authority] = url.slice(scheme.length + 2).split('/');
  const [, host, port] = /^\[?(.*?)\]?(?::(\d+))?$/.exec(authority) ?? [];
  return { 'server.address': host, 'server.port': Number(port ?? usual), 'network.transport': 'tcp' };
}
