/** @typedef {import('./types/peer.js').Peer} Peer */

/**
 * Runs an action now and after each interval, until the peer has ended, the signal aborts or the returned function is called.
 * @param {Peer} peer
 * @param {() => Promise<void>} action
 * @param {{ interval_ms: number, signal?: AbortSignal, stopped?: () => void }} options
 */
export function repeat(peer, action, { interval_ms, signal, stopped }) {
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  /** @type {ReturnType<typeof setTimeout>} */
  let timer;
  stopping.signal.addEventListener('abort', () => {
    clearTimeout(timer);
    stopped?.();
  });
  for (const ends of [peer.signal, signal]) {
    if (ends?.aborted) stop();
    else ends?.addEventListener('abort', stop, { signal: stopping.signal });
  }
  const next = async () => {
    if (stopping.signal.aborted) return;
    await action().catch((error) => peer._report(error));
    if (!stopping.signal.aborted) timer = setTimeout(next, interval_ms);
  };
  next();
  return stop;
}
