import { JanusError, invalidArgument } from './errors.js';

/**
 * What every request takes beside its own parameters.
 * @typedef {object} CallOptions
 * @property {number} [timeout_ms] how long to wait for the answer; 0 for as long as it takes
 * @property {AbortSignal} [signal] gives the request up
 */

/** A request ends with its direct reply. */
export const DIRECT = 0;
/** It ends with the first event that has its transaction. */
export const FIRST_EVENT = 1;
/** Each event that has its transaction is shown to the plugin, which ends it. */
export const JUDGED = 2;

/**
 * JSON text, fixed now: what the caller changes later has no effect.
 * @param {unknown} value
 * @param {string} what
 * @returns {string}
 */
export function json(value, what) {
  let text;
  try {
    text = JSON.stringify(value);
  } catch (cause) {
    const error = invalidArgument(`${what} can't be written as JSON`);
    error.cause = cause;
    throw error;
  }
  return text;
}

/**
 * @param {unknown} value
 * @param {string} what
 */
export function mustBeObject(value, what) {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw invalidArgument(`${what} must be an object`);
  }
}

/**
 * The members of a message.
 * @param {unknown} body
 * @param {unknown} jsep
 */
export function messageMembers(body, jsep) {
  mustBeObject(body, 'body');
  const members = `"body":${json(body, 'body')}`;
  if (jsep === undefined || jsep === null) return members;
  mustBeObject(jsep, 'jsep');
  return `${members},"jsep":${json(jsep, 'jsep')}`;
}

/**
 * A request's own members, without those of its envelope.
 * @param {Record<string, unknown>} request
 * @param {boolean} keepIds the ids are the request's own, as in the Admin API
 */
export function jsonMembers(request, keepIds) {
  const { janus, transaction, session_id, handle_id, ...own } = request;
  const members = keepIds ? { session_id, handle_id, ...own } : own;
  const text = json(members, 'request');
  return text === '{}' ? undefined : text.slice(1, -1);
}

/**
 * Rejects a promise and gives its request up when `signal` says so.
 * @param {AbortSignal} signal
 * @param {{ resolve: (value: any) => void, reject: (error: Error) => void }} pending
 * @param {() => void} cancel
 */
export function watchSignal(signal, pending, cancel) {
  const { resolve, reject } = pending;
  const onAbort = () => {
    reject(signal.reason ?? new JanusError({ code: 'cancelled', fault: 'nobody', message: 'given up by the caller' }));
    cancel();
  };
  signal.addEventListener('abort', onAbort, { once: true });
  pending.resolve = (value) => {
    signal.removeEventListener('abort', onAbort);
    resolve(value);
  };
  pending.reject = (error) => {
    signal.removeEventListener('abort', onAbort);
    reject(error);
  };
}
