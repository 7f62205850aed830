/** The error of every failure in this module; the signalling's own errors pass through as they are. */
export class WebRtcError extends Error {
  /**
   * @param {import('./types/errors.js').WebRtcErrorCode} code
   * @param {string} message
   * @param {unknown} [cause]
   */
  constructor(code, message, cause) {
    super(message);
    this.name = 'WebRtcError';
    this.code = code;
    if (cause !== undefined) this.cause = cause;
  }
}

/**
 * The error of a call whose signal aborted.
 * @param {unknown} reason the signal's
 */
export function cancelled(reason) {
  const error = new WebRtcError('cancelled', 'the application cancelled the call', reason);
  // The name that callers of fetch look for.
  error.name = 'AbortError';
  return error;
}

/** @param {unknown} cause */
export const messageOf = (cause) => (cause instanceof Error ? cause.message : String(cause));

/**
 * Reports an error of the application's code as an uncaught one, without an effect on the caller.
 * @param {unknown} error
 */
export function reportUncaught(error) {
  queueMicrotask(() => {
    throw error;
  });
}
