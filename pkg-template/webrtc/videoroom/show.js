/** @typedef {import('../types/videoroom.js').Watch} Watch */
/** @typedef {import('../types/videoroom.js').WatchedStream} WatchedStream */

/** The highest layer, which Janus sends if it can. */
const TOP = 2;

/** The part of an element's height that is enough. */
const ENOUGH = 0.9;

/**
 * @param {Watch} watch
 * @param {WatchedStream} stream
 * @param {HTMLMediaElement} element
 */
export function showStream(watch, stream, element) {
  element.srcObject = new MediaStream([stream.track]);
  const stopping = new AbortController();
  const stop = () => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    element.srcObject = null;
  };
  const stopIfRemoved = (/** @type {WatchedStream} */ { id }) => id === stream.id && stop();
  watch.on('removed', stopIfRemoved, { signal: stopping.signal });
  if (stream.kind === 'video') follow(watch, stream, /** @type {HTMLVideoElement} */ (element), stopping.signal);
  return stop;
}

/**
 * Receives no larger layer than the element shows, and nothing while it is out of sight.
 * @param {Watch} watch
 * @param {WatchedStream} stream
 * @param {HTMLVideoElement} element
 * @param {AbortSignal} signal
 */
function follow(watch, stream, element, signal) {
  let inSight = true;
  let layer = TOP;
  /** The height of the top layer, as far as it is known. */
  let top = 0;
  /** @type {string | undefined} */
  let former;
  const choose = () => {
    const send = inSight && document.visibilityState !== 'hidden';
    if (send && top > 0) layer = layerFor(element.clientHeight * devicePixelRatio, top);
    const choice = { send, ...(send && stream.layers && { substream: layer }) };
    const text = JSON.stringify(choice);
    if (text === former) return;
    former = text;
    watch.prefer(stream, choice);
  };
  const measure = () => {
    top = layer === TOP ? element.videoHeight : Math.max(top, element.videoHeight);
    choose();
  };
  const sight = new IntersectionObserver((entries) => {
    inSight = entries[entries.length - 1].isIntersecting;
    choose();
  });
  const size = new ResizeObserver(choose);
  sight.observe(element);
  size.observe(element);
  for (const event of ['loadedmetadata', 'resize']) element.addEventListener(event, measure, { signal });
  document.addEventListener('visibilitychange', choose, { signal });
  signal.addEventListener('abort', () => {
    sight.disconnect();
    size.disconnect();
  });
}

/**
 * Each layer has half the height of the next one.
 * @param {number} height in pixels of the screen
 * @param {number} top
 */
function layerFor(height, top) {
  const enough = [0, 1].find((layer) => top / 2 ** (TOP - layer) >= height * ENOUGH);
  return enough ?? TOP;
}
