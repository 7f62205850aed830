import { openMedia } from './devices.js';
import { WebRtcError } from './errors.js';
import { LocalTrack } from './local_track.js';

/** @param {MediaTrackConstraints} [constraints] */
export async function openCamera(constraints = {}) {
  const { camera } = await open({ camera: constraints }, 'camera');
  return camera;
}

/** @param {MediaTrackConstraints} [constraints] */
export async function openMicrophone(constraints = {}) {
  const { microphone } = await open({ microphone: constraints }, 'microphone');
  return microphone;
}

/** @param {{ camera?: MediaTrackConstraints, microphone?: MediaTrackConstraints }} [constraints] */
export function openDevices({ camera = {}, microphone = {} } = {}) {
  return open({ camera, microphone }, 'camera and microphone');
}

/**
 * @param {{ audio?: boolean, video?: MediaTrackConstraints }} [options]
 */
export async function openScreen({ audio = false, video } = {}) {
  const stream = await openMedia('getDisplayMedia', { audio, video: video ?? true }, 'screen');
  return bySource(stream, { video: 'screen', audio: 'screen_audio' });
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {{ frames_per_second?: number }} [options]
 */
export function openCanvas(canvas, { frames_per_second } = {}) {
  const [track] = canvas.captureStream(frames_per_second).getVideoTracks();
  return new LocalTrack(track, { source: 'canvas' });
}

/**
 * @param {Blob | string} file
 * @param {{ loop?: boolean }} [options]
 */
export async function openFile(file, { loop = false } = {}) {
  const url = typeof file === 'string' ? file : URL.createObjectURL(file);
  const element = /** @type {any} */ (Object.assign(document.createElement('video'), { src: url, loop, crossOrigin: 'anonymous', playsInline: true }));
  const capture = element.captureStream ?? element.mozCaptureStream;
  let open = 0;
  const release = () => {
    open -= 1;
    if (open > 0) return;
    element.pause();
    element.removeAttribute('src');
    element.load();
    if (url !== file) URL.revokeObjectURL(url);
  };
  if (!capture) throw new WebRtcError('unsupported', 'this browser can’t capture a media element');
  try {
    await element.play();
  } catch (error) {
    release();
    throw new WebRtcError('invalid_argument', 'the file can’t be played', error);
  }
  // Firefox plays a captured element to the page no longer; Chromium does.
  const stream = capture.call(element);
  element.volume = 0;
  const tracks = stream.getTracks();
  open = tracks.length;
  return /** @type {{ video?: LocalTrack, audio?: LocalTrack }} */ (
    Object.fromEntries(tracks.map((/** @type {MediaStreamTrack} */ track) => [track.kind, new LocalTrack(track, { source: 'file', release })]))
  );
}

/**
 * @template {{ camera?: MediaTrackConstraints, microphone?: MediaTrackConstraints }} Wanted
 * @param {Wanted} wanted
 * @param {string} what
 * @returns {Promise<Record<keyof Wanted, LocalTrack>>}
 */
async function open({ camera, microphone }, what) {
  const stream = await openMedia('getUserMedia', { ...(camera && { video: camera }), ...(microphone && { audio: microphone }) }, what);
  const tracks = stream.getTracks().map((track) => {
    const [source, constraints] = /** @type {[import('./types/tracks.js').TrackSource, MediaTrackConstraints]} */ (
      track.kind === 'video' ? ['camera', camera] : ['microphone', microphone]
    );
    return [source, new LocalTrack(track, { source, device: { constraints, what: source } })];
  });
  return Object.fromEntries(tracks);
}

/**
 * @param {MediaStream} stream
 * @param {Record<string, import('./types/tracks.js').TrackSource>} names
 */
function bySource(stream, names) {
  const tracks = stream.getTracks().map((track) => [track.kind, new LocalTrack(track, { source: names[track.kind] })]);
  return /** @type {{ video: LocalTrack, audio?: LocalTrack }} */ (Object.fromEntries(tracks));
}
