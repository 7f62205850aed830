import { JanusError, pluginRefused } from './errors.js';
import { Handle } from './handle.js';
import { FIRST_EVENT, JUDGED, messageMembers } from './request.js';

export { pluginRefused };

/** What the generated handle classes of the plugins share. */
export class PluginHandle extends Handle {
  /**
   * Sends a request and reads its answer.
   * @param {string} method
   * @param {readonly string[]} answers the events that may be the answer
   * @param {(data: any, message: any) => any} read makes the result of the plugin's data
   * @param {Record<string, unknown>} body
   * @param {object | null | undefined} jsep
   * @param {import('./request.js').CallOptions | undefined} options
   * @param {number} [timeout_ms] given for a request whose events are judged: those that are no answer are emitted
   * @returns {Promise<any>}
   */
  async _perform(method, answers, read, body, jsep, options, timeout_ms) {
    const members = messageMembers(given(body), jsep);
    const judged = timeout_ms !== undefined;
    const limits = judged ? { timeout_ms, ...options } : options;
    const pending = judged ? { judge: this, answers } : undefined;
    const message = await this._askForMessage(members, judged ? JUDGED : FIRST_EVENT, limits, pending);
    const data = message.plugindata?.data ?? {};
    if (data.error_code !== undefined || data.error !== undefined) throw pluginRefused(data);
    if (!answers.includes(this._classify(data) ?? '')) throw unexpected(method);
    return read(data, message);
  }

  /**
   * The name of a plugin's event. Generated.
   * @param {any} _data
   * @returns {string | undefined}
   */
  _classify(_data) {
    return undefined;
  }

  /**
   * What an event carries for its listeners. Generated.
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
    return event === undefined ? undefined : [event, this._read(event, data, message)];
  }
}

/** An answer that tells nothing. */
export const nothing = () => ({});

/**
 * The data with the fields of the object inside at the top.
 * @param {any} data
 * @param {string} name
 */
export function lift(data, name) {
  const { [name]: inner, ...rest } = data;
  return inner !== null && typeof inner === 'object' ? Object.assign(rest, inner) : data;
}

/**
 * Repeats fields of the request in its result, where Janus's answer does not have them.
 * @param {string[]} fields
 * @param {any} params
 * @param {any} data
 */
export function repeat(fields, params, data) {
  for (const field of fields) {
    if (data[field] === undefined && params[field] !== undefined) data[field] = params[field];
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
  return e2ee === undefined || !jsep ? jsep : { ...jsep, e2ee };
}

/**
 * A body without the fields that are not given: Janus takes null for a wrong type.
 * @param {Record<string, unknown>} fields
 */
function given(fields) {
  for (const name in fields) if (fields[name] === undefined || fields[name] === null) delete fields[name];
  return fields;
}

/** @param {string} request */
function unexpected(request) {
  const message = `unexpected response to ${request} request`;
  return new JanusError({ code: 'unexpected_answer', fault: 'server', message, request });
}
