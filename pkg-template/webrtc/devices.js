import { WebRtcError, messageOf } from './errors.js';

/** @typedef {import('./types/errors.js').WebRtcErrorCode} WebRtcErrorCode */
/** @typedef {import('./types/tracks.js').Device} Device */

/** The names of the browsers' errors, with the old ones; what the user can do. @type {Record<string, [WebRtcErrorCode, string]>} */
const FAILURES = {
  NotAllowedError: ['denied', 'access is denied: allow it for this page in the browser’s and in the system’s settings'],
  SecurityError: ['denied', 'access is forbidden by the page’s policy or by the browser’s settings'],
  NotFoundError: ['not_found', 'there is none: connect one'],
  NotReadableError: ['in_use', 'another program uses it: close that program, or connect the device again'],
  OverconstrainedError: ['constraint', 'none has the required properties'],
  AbortError: ['device_failed', 'it failed to start: connect it again'],
  InvalidStateError: ['needs_gesture', 'the browser requires a click or a key, and a visible page'],
  TypeError: ['invalid_argument', 'the constraints are invalid'],
};

/** @type {Record<MediaDeviceKind, Device['kind']>} */
const KINDS = { audioinput: 'microphone', videoinput: 'camera', audiooutput: 'speaker' };

/**
 * Opens media; a failure is an error that a user can act on.
 * @param {'getUserMedia' | 'getDisplayMedia'} method
 * @param {MediaStreamConstraints} constraints
 * @param {string} what the name of the device in the error's text
 */
export async function openMedia(method, constraints, what) {
  const devices = mediaDevices();
  if (!devices[method]) throw new WebRtcError('unsupported', `${what}: this browser has no ${method}`);
  try {
    return await devices[method](constraints);
  } catch (error) {
    const [code, advice] = FAILURES[/** @type {Error} */ (error)?.name] ?? ['device_failed', messageOf(error)];
    throw new WebRtcError(code, `${what}: ${advice}`, error);
  }
}

/** @returns {Promise<Device[]>} */
export async function listDevices() {
  const found = await mediaDevices().enumerateDevices();
  return found.map(({ deviceId, groupId, kind, label }) => ({ id: deviceId, kind: KINDS[kind], label, group: groupId }));
}

/**
 * @param {(devices: Device[]) => void} listener
 * @param {{ signal?: AbortSignal }} [options]
 */
export function watchDevices(listener, { signal } = {}) {
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  if (signal?.aborted) return stop;
  signal?.addEventListener('abort', stop, { signal: stopping.signal });
  const read = async () => {
    const devices = await listDevices();
    if (!stopping.signal.aborted) listener(devices);
  };
  mediaDevices().addEventListener('devicechange', read, { signal: stopping.signal });
  read();
  return stop;
}

function mediaDevices() {
  const devices = globalThis.navigator?.mediaDevices;
  if (devices) return devices;
  if (globalThis.isSecureContext === false) throw new WebRtcError('not_secure', 'cameras, microphones and screens need https, or a page from localhost');
  throw new WebRtcError('unsupported', 'this environment has no media devices');
}
