// The life of a page: it is closed, goes into the back-forward cache, is hidden, frozen or suspended, and comes back.
import { EVENT } from './events.js';

/** @typedef {import('./connection.js').Connection} Connection */
/** @typedef {ReturnType<typeof import('./config.js').readConfig>} Settings */

/**
 * Destroys the sessions of a connection when its page is unloaded, keeps them while the page is hidden, and checks the
 * connection when the page or the network comes back.
 * @param {Connection} connection
 * @param {Pick<Settings, 'destroy_on_unload'>} settings
 */
export function followPage(connection, { destroy_on_unload }) {
  // A worker has no such events, nor has React Native.
  if (!globalThis.document?.addEventListener) return;
  const following = new AbortController();
  const { signal } = following;
  for (const over of [EVENT.CONNECTION_CLOSED, EVENT.CONNECTION_ERROR]) connection.once(over, () => following.abort());
  const check = () => connection._callIfOpen((core) => core.check());
  if (destroy_on_unload) {
    // Chromium reports `persisted` for pages with media, too, but does not cache them.
    addEventListener('pagehide', ({ persisted }) => (persisted && !connection._negotiated) || connection.close(), { signal });
  }
  addEventListener('pageshow', ({ persisted }) => persisted && check(), { signal });
  addEventListener('online', check, { signal });
  document.addEventListener('resume', check, { signal });
  // Only Chromium reports that a page was frozen.
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && check(), { signal });
  tickWhileHidden(() => connection._callIfOpen((core) => core.tick()), signal);
}

/** Browsers run the timers of a hidden page once a second, and after some minutes once a minute; not those of a worker. */
const TICK = 'setInterval(() => postMessage(0), 1000)';

/**
 * @param {() => void} tick
 * @param {AbortSignal} signal
 */
function tickWhileHidden(tick, signal) {
  /** @type {Worker | undefined} */
  let worker;
  const update = () => {
    const wanted = document.visibilityState === 'hidden' && !signal.aborted;
    if (wanted) worker ??= startWorker(tick);
    else worker = void worker?.terminate();
  };
  document.addEventListener('visibilitychange', update, { signal });
  signal.addEventListener('abort', update);
  update();
}

/** @param {() => void} tick */
function startWorker(tick) {
  const url = URL.createObjectURL(new Blob([TICK], { type: 'text/javascript' }));
  try {
    const worker = new Worker(url);
    worker.onmessage = tick;
    return worker;
  } catch {
    // The page's Content-Security-Policy allows no `worker-src blob:`: its own timers have to do.
    return undefined;
  } finally {
    URL.revokeObjectURL(url);
  }
}
