import { JanusError, cancelled, invalidArgument } from './errors.js';
import { isId } from './id.js';
import { checkReadable, checkReadableMember } from './readable.js';

/**
 * The options of every request, beside its own parameters.
 * @typedef {object} CallOptions
 * @property {number} [timeout_ms] how long to wait for the response; 0 for no limit
 * @property {AbortSignal} [signal] cancels the request
 */
/** @typedef {CallOptions & { ka_interval?: number, id?: number }} SessionOptions */

/**
 * Returns JSON text; later changes of the value have no effect.
 * @param {unknown} value
 * @param {string} what
 * @returns {string}
 */
export function json(value, what) {
  try {
    const text = JSON.stringify(value);
    if (text?.[0] === '{') return text;
  } catch (cause) {
    throw new JanusError({ code: 'invalid_argument', message: `${what} can't be written as JSON`, cause });
  }
  throw invalidArgument(`${what} is no object when it is written as JSON`);
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
  const members = member('body', body);
  if (jsep === undefined || jsep === null) return members;
  mustBeObject(jsep, 'jsep');
  return `${members},${member('jsep', jsep)}`;
}

/**
 * @param {string} name
 * @param {unknown} value
 */
function member(name, value) {
  const text = json(value, name);
  checkReadableMember(name, value, text);
  return `"${name}":${text}`;
}

/**
 * Returns the SDP and the options, which may have the SDP as `jsep`: a session description has a type, options have not.
 * @param {any} jsep
 * @param {CallOptions | undefined} options
 * @returns {[jsep: any, options: CallOptions | undefined]}
 */
export function readJsep(jsep, options) {
  const isOptions = jsep !== null && typeof jsep === 'object' && options === undefined && jsep.type === undefined && OPTIONS.some((name) => name in jsep);
  return isOptions ? [jsep.jsep, jsep] : [jsep, options];
}

const OPTIONS = ['jsep', 'timeout_ms', 'signal'];

/**
 * The options, wherever they stand: in the place of the interval, too.
 * @param {number | null | SessionOptions | undefined} ka_interval
 * @param {SessionOptions | undefined} options
 * @returns {[number | undefined, SessionOptions | undefined]}
 */
export function readOptions(ka_interval, options) {
  if (ka_interval !== null && typeof ka_interval === 'object') return [ka_interval.ka_interval, ka_interval];
  return [ka_interval ?? options?.ka_interval, options];
}

/**
 * Refuses text of an envelope that is not well-formed Unicode: it would be sent as another text.
 * @param {string} text
 * @param {string} what
 * @param {string} [request]
 */
export function mustBeText(text, what, request) {
  if (/\p{Surrogate}/u.test(text)) {
    throw invalidArgument(`${what} is not well-formed Unicode (a lone surrogate)`, request);
  }
}

/**
 * Throws if `id` is no id of a session or a handle. WebAssembly would convert a text to a number.
 * @param {unknown} id
 * @param {string} name
 * @param {string} request
 */
export function checkId(id, name, request) {
  if (!isId(id)) throw invalidArgument(`${name} must be a whole number from 0 to 2^53 - 1`, request);
}

/**
 * Checks a whole request of the caller.
 * @param {any} request
 */
export function checkRequest(request) {
  mustBeObject(request, 'request');
  const { janus, transaction, session_id, handle_id } = request;
  if (typeof janus !== 'string') throw invalidArgument('a request needs the field "janus"');
  if (transaction !== undefined && typeof transaction !== 'string') {
    throw invalidArgument('a transaction must be a string', janus);
  }
  if (transaction !== undefined) mustBeText(transaction, 'transaction', janus);
  for (const [name, id] of Object.entries({ session_id, handle_id })) {
    if (id !== undefined && !isId(id)) throw invalidArgument(`${name} must be a whole number from 0 to 2^53 - 1`, janus);
  }
}

/**
 * A request's own members, without those of its envelope.
 * @param {Record<string, unknown>} request
 * @param {number | undefined} session set if the envelope names the session
 * @param {number | undefined} handle set if the envelope names the handle
 */
export function jsonMembers(request, session, handle) {
  const { janus, transaction, session_id, handle_id, ...own } = request;
  const members = {
    ...(session === undefined && { session_id }),
    ...(handle === undefined && { handle_id }),
    ...own,
  };
  const text = json(members, 'request').slice(1, -1);
  checkReadable(text);
  return text === '' ? undefined : text;
}

/**
 * @param {any} options
 */
export function checkOptions(options) {
  if (options === undefined || options === null) return;
  mustBeObject(options, 'options');
  const { timeout_ms, signal } = options;
  if (timeout_ms !== undefined && !(typeof timeout_ms === 'number' && timeout_ms >= 0)) {
    throw invalidArgument('timeout_ms must be a number of milliseconds, or 0 for as long as it takes');
  }
  if (signal !== undefined && typeof signal?.throwIfAborted !== 'function') {
    throw invalidArgument('signal must be an AbortSignal');
  }
}

/**
 * The calls for each signal: one listener for all of them, as Node warns of more than ten.
 * @type {WeakMap<AbortSignal, { calls: Set<() => void>, onSignal: () => void }>}
 */
const watched = new WeakMap();

/** @param {AbortSignal} signal */
function watch(signal) {
  /** @type {Set<() => void>} */
  const calls = new Set();
  const onSignal = () => calls.forEach((call) => call());
  signal.addEventListener('abort', onSignal);
  const entry = { calls, onSignal };
  watched.set(signal, entry);
  return entry;
}

/**
 * Calls `call` when `signal` aborts, until the function that is returned is called.
 * @param {AbortSignal} signal
 * @param {() => void} call
 */
export function onAbort(signal, call) {
  const { calls, onSignal } = watched.get(signal) ?? watch(signal);
  calls.add(call);
  return () => {
    if (!calls.delete(call) || calls.size > 0) return;
    signal.removeEventListener('abort', onSignal);
    watched.delete(signal);
  };
}

/**
 * Cancels a request when `signal` aborts; its promise is rejected with `cancelled`, which has the signal's reason.
 * @param {AbortSignal} signal
 * @param {{ resolve: (value: any) => void, reject: (error: Error) => void }} pending
 * @param {() => void} cancel
 */
export function watchSignal(signal, pending, cancel) {
  const { resolve, reject } = pending;
  const leave = onAbort(signal, () => {
    leave();
    pending.reject = (error) => reject(error.name === 'AbortError' ? error : cancelled(signal.reason, error));
    cancel();
  });
  pending.resolve = (value) => {
    leave();
    resolve(value);
  };
  pending.reject = (error) => {
    leave();
    reject(error);
  };
}
