import { FIRST_EVENT, PLUGIN_DECIDES, UNCORRELATED } from './codes.js';
import { JanusError, invalidArgument, isRefusal, pluginRefused, traced } from './errors.js';
import { fields, warnOfUnknown, withExtra } from './fields.js';
import { Handle } from './handle.js';
import { messageMembers, mustBeObject } from './request.js';

export { PLUGIN_DECIDES, UNCORRELATED, fields, pluginRefused, withExtra };

/**
 * The exceptional rules of a request.
 * @typedef {object} Limits
 * @property {number} [timeout_ms] how long it waits by default
 * @property {number} [completion] what ends it; other events are emitted
 * @property {readonly string[]} [refusal_events] events that refuse it
 * @property {readonly string[]} [also_emitted] response events that are emitted, too
 * @property {boolean} [idempotent] whether it may be sent again after an outage
 * @property {true | readonly string[]} [needs_jsep] that Janus does nothing without an SDP: always, or with these fields true
 *   unless the response contains one
 * @property {number} [since] Janus's number of the first version that has the request
 * @property {string} [timeout_hint] what a timeout means
 */

/** The base class of the generated handle classes. */
export class PluginHandle extends Handle {
  /**
   * Sends a request and reads its response.
   * @param {string} method
   * @param {import('./fields.js').Fields | undefined} fields the fields of the request, if the definition has all
   * @param {readonly string[]} responses the response events
   * @param {(data: any, message: any) => any} read makes the result of the plugin's data
   * @param {Record<string, unknown>} body
   * @param {object | null | undefined} jsep
   * @param {import('./request.js').CallOptions | undefined} options
   * @param {Limits} [limits]
   * @returns {Promise<any>}
   */
  async _perform(method, fields, responses, read, body, jsep, options, limits = {}) {
    const { timeout_ms, completion = FIRST_EVENT, refusal_events = [], also_emitted, idempotent = false, needs_jsep, since, timeout_hint } = limits;
    if (needs_jsep === true && !jsep) throw withoutJsep(method);
    const exchanged = Array.isArray(needs_jsep) && !jsep && needs_jsep.find((field) => body[field] === true);
    const members = messageMembers(given(body), jsep);
    this.session.connection._negotiated ||= !!jsep;
    if (fields) warnOfUnknown(this.session.connection._log, `${this.name} "${method}"`, body, fields);
    const pending = completion === FIRST_EVENT ? undefined : { handle: this, responses: [...responses, ...refusal_events], also_emitted };
    const times = timeout_ms === undefined ? options : { timeout_ms, ...options };
    const request = String(body.request ?? 'message');
    const began = this.session.connection._log.now();
    try {
      const message = await this._requestMessage(members, completion, idempotent, times, pending);
      const data = message.plugindata?.data ?? {};
      if (isRefusal(data)) {
        throw this.#refused(data, request, since, message, began);
      }
      const event = this._classify(data) ?? '';
      if (refusal_events.includes(event)) {
        const { code: error_code, reason: error } = data.result ?? {};
        throw this.#refused({ error_code, error }, request, since, message, began);
      }
      if (!responses.includes(event)) throw unexpected(method);
      if (exchanged && !message.jsep) throw nothingChanged(method, exchanged);
      const before = raw;
      const result = read(data, message);
      if (raw !== before) this.#countRaw(raw - before);
      this.#log(began, body, undefined, message);
      return result;
    } catch (error) {
      this.#log(began, body, error);
      throw traced(explained(error, request, timeout_hint));
    }
  }

  /**
   * @param {number} began
   * @param {Record<string, unknown>} body
   * @param {unknown} error
   * @param {any} [message]
   */
  #log(began, body, error, message) {
    // Over the Admin API the line is that of `message_plugin`.
    if (this.id !== undefined) this.session.connection._log.end(began, 'message', this, body.request, error, message);
  }

  /**
   * The plugin refused the request; the engine does not read plugin data.
   * @param {{ error_code?: number, error?: string }} data
   * @param {string} request
   * @param {number | undefined} since
   * @param {{ transaction?: string }} message
   * @param {number} began when, by the connection's clock
   */
  #refused(data, request, since, { transaction }, began) {
    const { connection, id: session } = this.session;
    connection._countRefusal();
    const tooOld = since && connection._call((core) => core.isTooOldFor(since));
    if (tooOld) data = { ...data, error: `${data.error}: ${tooOld}` };
    const elapsed_ms = connection._log.now() - began;
    return pluginRefused(data, { request, session, handle: this.id, transaction, elapsed_ms, sent: true });
  }

  /**
   * Returns the data of an event for its listeners. The generated classes override it.
   * @param {string} _event
   * @param {any} data
   * @param {any} _message
   */
  _read(_event, data, _message) {
    return data;
  }

  /**
   * @param {any} message
   * @returns {[event: string, data: any] | undefined}
   */
  _describe(message) {
    const data = message.plugindata?.data ?? {};
    const event = this._classify(data);
    if (event === undefined) return undefined;
    const before = raw;
    const carried = this._read(event, data, message);
    if (raw !== before) this.#countRaw(raw - before);
    return [event, carried];
  }

  /** @param {number} count */
  #countRaw(count) {
    this.session.connection._callIfOpen((core) => core.countRawFields(count));
  }
}

/** The number of members of an unexpected type that were kept raw. */
let raw = 0;

/**
 * Reads the elements of a list; another value is kept as it came.
 * @param {any} list
 * @param {(data: any, message: any) => any} read
 * @param {any} message
 */
export function each(list, read, message) {
  if (Array.isArray(list)) return list.map((one) => inside(one, read, message));
  if (list !== null) raw += 1;
  return list;
}

/**
 * Reads an object inside; what is none is kept as it came.
 * @param {any} value
 * @param {(data: any, message: any) => any} read
 * @param {any} message
 */
export function inside(value, read, message) {
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) return read(value, message);
  if (value !== null) raw += 1;
  return value;
}

/**
 * What a server passes on from a page may be anything: the members of a text would become fields.
 * @param {unknown} params
 */
export function checkParams(params) {
  mustBeObject(params, 'the first argument, the parameters,');
}

/** Reads a response without data. */
export const nothing = () => ({});

/**
 * The data with the fields of the object inside at the top.
 * @param {any} data
 * @param {string} name
 */
export function flatten(data, name) {
  const { [name]: inner, ...rest } = data;
  return inner !== null && typeof inner === 'object' ? Object.assign(rest, inner) : data;
}

/**
 * Repeats fields of the request, or of the handle, in a result, if Janus's response lacks them.
 * @param {string[]} fields
 * @param {any} from
 * @param {any} data
 */
export function repeat(fields, from, data) {
  for (const field of fields) {
    const value = from[field] ?? undefined;
    if (data[field] === undefined && value !== undefined) data[field] = value;
  }
  return data;
}

/**
 * Adds the SDP that came with a message.
 * @param {any} to
 * @param {any} message
 */
export function withJsep(to, { jsep }) {
  if (jsep) {
    to.jsep = jsep;
    if (typeof jsep.e2ee === 'boolean') to.e2ee = jsep.e2ee;
  }
  return to;
}

/**
 * The SDP to send; the caller's own object stays as it is.
 * @param {any} jsep
 * @param {boolean | undefined} e2ee
 */
export function withE2ee(jsep, e2ee) {
  return e2ee === undefined || !jsep ? jsep : { ...(jsep.toJSON?.() ?? jsep), e2ee };
}

/**
 * A body without the fields that are not given: Janus takes null for a wrong type.
 * @param {Record<string, unknown>} fields
 */
export function given(fields) {
  for (const name in fields) if (fields[name] === undefined || fields[name] === null) delete fields[name];
  return fields;
}

/**
 * An error names the plugin's request; a timeout is explained, where the plugin responds to some requests
 * without a response.
 * @param {any} error
 * @param {string} request
 * @param {string} [timeout_hint]
 */
function explained(error, request, timeout_hint) {
  if (error?.request === 'message') error.request = request;
  if (timeout_hint !== undefined && error?.code === 'timeout') error.message += `: ${timeout_hint}`;
  return error;
}

/** @param {string} request */
function withoutJsep(request) {
  return invalidArgument(`${request} needs an SDP (jsep): without one Janus responds "ok" and does nothing`, request);
}

/**
 * @param {string} request
 * @param {string} field
 */
function nothingChanged(request, field) {
  return invalidArgument(`"${field}" changed nothing: it needs an SDP (jsep), and the response contains none`, request);
}

/** @param {string} request */
function unexpected(request) {
  const message = `unexpected response to ${request} request`;
  return new JanusError({ code: 'unexpected_response', message, request });
}
