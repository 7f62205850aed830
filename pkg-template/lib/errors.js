import { CANCELLED, FAULTS } from './codes.js';

/**
 * The description of a failed request.
 * @typedef {object} Failure
 * @property {import('../shared.js').ErrorCode} code
 * @property {import('../shared.js').Fault} [fault] the usual one of the code by default
 * @property {string} message
 * @property {number | null} [janus] Janus's own number
 * @property {number | null} [plugin] the plugin's number
 * @property {string | null} [request]
 * @property {number | null} [session]
 * @property {number | null} [handle]
 * @property {string | null} [transaction]
 * @property {number | null} [elapsed_ms]
 * @property {boolean | null} [sent]
 * @property {boolean} [retryable] false by default
 * @property {unknown} [cause]
 */

/**
 * Why a session or a handle has ended, for the errors of later requests.
 * @typedef {{ reason: import('../shared.js').EndReason, fault: import('../shared.js').Fault, clause: string }} Ended
 */

/**
 * Escapes control characters, line breaks and marks that reverse the direction of writing: on a terminal or in a
 * log they forge entries, set colours and titles, or clear the screen. A text may quote a server or another user.
 * @param {string} text
 */
export const printable = (text) =>
  String(text).replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu, (letter) => `\\u{${letter.codePointAt(0)?.toString(16)}}`);

/** The error of every rejection of this package. Distinguish errors by `code`. */
export class JanusError extends Error {
  /** @param {Failure} failure */
  constructor(failure) {
    super(printable(failure.message), failure.cause === undefined ? undefined : { cause: failure.cause });
    this.code = failure.code;
    this.fault = failure.fault ?? FAULTS[failure.code] ?? 'caller';
    this.janus = failure.janus ?? undefined;
    this.plugin = failure.plugin ?? undefined;
    this.request = failure.request ?? undefined;
    this.session = failure.session ?? undefined;
    this.handle = failure.handle ?? undefined;
    this.transaction = failure.transaction ?? undefined;
    this.elapsed_ms = failure.elapsed_ms ?? undefined;
    this.sent = failure.sent ?? undefined;
    this.retryable = failure.retryable ?? false;
  }

  /** For logs as JSON, which have no text of an Error otherwise. @returns {Record<string, unknown>} */
  toJSON() {
    const { name, message, ...fields } = this;
    return { name, message, ...fields };
  }
}
Object.defineProperty(JanusError.prototype, 'name', { value: 'JanusError', writable: true, configurable: true });

/**
 * An error with the stack of the function that awaits: where engines keep the callers of async functions (V8), it
 * leads to the application's line. Errors are created when a message comes, which no function of the application calls.
 * @param {unknown} error
 */
export function traced(error) {
  if (error instanceof JanusError) /** @type {any} */ (Error).captureStackTrace?.(error, traced);
  return error;
}

/**
 * @param {string} message
 * @param {string} [request]
 */
export function invalidArgument(message, request) {
  return new JanusError({ code: 'invalid_argument', message, request });
}

/** @param {string} message */
export function invalidConfig(message) {
  return new JanusError({ code: 'invalid_config', message });
}

/** @param {string} message */
export function unsupported(message) {
  return new JanusError({ code: 'unsupported', message });
}

/**
 * Whether a plugin's data are a refusal; its `error_code` may be 0.
 * @param {{ error_code?: number, error?: string }} data
 */
export function isRefusal(data) {
  return data.error_code !== undefined || data.error !== undefined;
}

/**
 * A refusal by a plugin, from its `error_code` and `error`.
 * @param {{ error_code?: number, error?: string }} data
 * @param {Partial<Failure>} [about]
 */
export function pluginRefused(data, about) {
  const plugin = data.error_code ?? 0;
  const message = `${plugin} ${data.error ?? 'the plugin gave no reason'}`;
  return new JanusError({ code: 'plugin_refused', message, plugin, ...about });
}

/**
 * The error of a request whose signal aborted.
 * @param {unknown} reason the signal's
 * @param {Partial<Failure>} about the request; whether it was sent
 */
export function cancelled(reason, about) {
  const error = new JanusError({ ...about, code: 'cancelled', message: CANCELLED, cause: reason });
  // The name that callers of fetch and of Node look for.
  error.name = 'AbortError';
  return error;
}

/**
 * The error of a connection whose engine was stopped by an exception: a bug, unless the application's clock threw.
 * @param {unknown} cause
 */
export function internal(cause) {
  if (cause instanceof Error && cause.name === 'ClockError') return new JanusError({ code: 'invalid_config', message: cause.message, cause });
  const message = `a bug in bifrons, please report it: ${cause instanceof Error ? cause.message : 'unknown'}`;
  return new JanusError({ code: 'internal', message, cause });
}

/**
 * Reports an error of the application's code as an uncaught one, without an effect on the caller.
 * @param {unknown} error
 */
export function reportUncaught(error) {
  queueMicrotask(() => {
    throw error;
  });
}
