/**
 * What failed:
 *
 * - `denied`: The user, the browser's settings or the page's policy denied access to the device or the screen.
 * - `in_use`: Another program uses the device, or the system can't open it.
 * - `not_found`: There is no such device.
 * - `constraint`: No device can do what the constraints require.
 * - `not_secure`: The page is not secure: devices need https, or a page from localhost.
 * - `needs_gesture`: The browser opens the screen only after a click or a key.
 * - `device_failed`: The device failed to start for another reason.
 * - `unsupported`: The browser, or this environment, can't do it.
 * - `invalid_argument`: An argument has a wrong type or value.
 * - `peer_closed`: The peer has ended.
 * - `declined`: The called user is busy.
 * - `cancelled`: The signal that the application gave has aborted. The error's `name` is `AbortError`, as for requests of
 *   the package; its `cause` is the signal's reason.
 */
export type WebRtcErrorCode =
  | 'denied'
  | 'in_use'
  | 'not_found'
  | 'constraint'
  | 'not_secure'
  | 'needs_gesture'
  | 'device_failed'
  | 'unsupported'
  | 'invalid_argument'
  | 'peer_closed'
  | 'declined'
  | 'cancelled';

/** The error of every failure in this module; the signalling's own errors pass through as they are. */
export declare class WebRtcError extends Error {
  constructor(code: WebRtcErrorCode, message: string, cause?: unknown);
  /** What failed. */
  readonly code: WebRtcErrorCode;
  /** The browser's error, or the reason of the signal that aborted. */
  readonly cause?: unknown;
}
