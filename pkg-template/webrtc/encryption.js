import { WebRtcError } from './errors.js';

/**
 * @param {Worker} worker
 * @param {object} [options]
 * @returns {import('./types/encryption.js').Encryption}
 */
export function endToEnd(worker, options = {}) {
  // Chromium has both ways. A transform that it gets later than in the turn of `addTrack` it ignores, and sends the
  // media in clear; with streams it sends nothing before they are taken.
  const streams = 'createEncodedStreams' in (globalThis.RTCRtpSender?.prototype ?? {});
  const Transform = /** @type {any} */ (globalThis).RTCRtpScriptTransform;
  if (!streams && !Transform) throw new WebRtcError('unsupported', 'this browser gives no access to encoded media');
  /** @type {WeakSet<object>} */
  const transformed = new WeakSet();
  /** @type {(operation: 'encrypt' | 'decrypt', end: any) => void} */
  const transform = (operation, end) => {
    if (transformed.has(end)) return;
    transformed.add(end);
    const what = { ...options, operation };
    if (streams) {
      const { readable, writable } = end.createEncodedStreams();
      worker.postMessage({ options: what, readable, writable }, [readable, writable]);
    } else {
      end.transform = new Transform(worker, what);
    }
  };
  return {
    configuration: streams ? { encodedInsertableStreams: true } : {},
    sender: (sender) => transform('encrypt', sender),
    receiver: (receiver) => transform('decrypt', receiver),
  };
}

/** @param {import('./types/encryption.js').FrameTransform} transform */
export function transformFrames(transform) {
  const begin = (/** @type {any} */ { options, readable, writable }) => {
    const frames = new TransformStream({ transform: (frame, controller) => transform(frame, controller, options) });
    readable.pipeThrough(frames).pipeTo(writable).catch(() => {});
  };
  globalThis.addEventListener('rtctransform', (event) => begin(/** @type {any} */ (event).transformer));
  globalThis.addEventListener('message', ({ data }) => data?.readable && data.options?.operation && begin(data));
}
