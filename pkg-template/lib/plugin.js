import { JanusError, pluginRefused } from './errors.js';

export { Handle } from './handle.js';
export { pluginRefused };

/**
 * The plugin's data in an answer, unless it is a refusal.
 * @param {any} message
 * @returns {any}
 */
export function accepted(message) {
  const data = message.plugindata?.data ?? {};
  if (data.error_code !== undefined || data.error !== undefined) throw pluginRefused(data);
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

/** @param {string} request */
export function unexpected(request) {
  return new JanusError({ code: 'unexpected_answer', fault: 'server', message: `unexpected response to ${request} request`, request });
}

/**
 * A body without the fields that are not given: Janus takes null for a wrong type.
 * @param {Record<string, unknown>} fields
 */
export function given(fields) {
  for (const name in fields) if (fields[name] === undefined || fields[name] === null) delete fields[name];
  return fields;
}
