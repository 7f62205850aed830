import { loadEngine } from '../engine.js';
import { unsupported } from '../errors.js';
import { checkServer, schemeOf, withoutFragment } from './urls.js';
import { checkRuntimes, openOwn } from './websocket.js';

/** @typedef {ReturnType<typeof import('../config.js').readConfig>} Settings */

const OPEN = 1;
const PROTOCOL = 'janus-protocol';

/**
 * The transports of `bifrons/slim`: WebSockets, and nothing else.
 * @param {Settings} settings
 * @returns {Promise<import('./choose.js').Opener>}
 */
export async function loadTransports(settings) {
  if (settings.is_admin) throw missing('the Admin API');
  if (settings.transport) throw missing('a transport of your own');
  for (const { url } of settings.addresses) {
    const scheme = schemeOf(url);
    // The engine reports a URL without a scheme.
    if (!['ws', 'wss', ''].includes(scheme)) throw missing(`${scheme}://`);
  }
  const early = await openEarly(settings);
  /** @type {import('./choose.js').Opener} */
  const open = (url, protocol, maxMessage) => {
    checkServer(url);
    if (settings.WebSocket) return openOwn(settings, url, protocol, { maxPayload: maxMessage });
    checkRuntimes(settings);
    return early.take(url) ?? new WebSocket(withoutFragment(url), protocol);
  };
  open.discard = early.discard;
  return open;
}

/**
 * Opens the first WebSocket while the engine is fetched, and returns what takes it, once, or closes it. Whatever goes wrong,
 * the engine reports it: it then opens another one.
 * @param {Settings} settings
 */
async function openEarly({ addresses: [{ url }], WebSocket: Own, ws_options }) {
  let early = Own || ws_options ? undefined : begin(url);
  try {
    await loadEngine();
  } catch (error) {
    early?.close();
    throw error;
  }
  /** @param {string} wanted */
  const take = (wanted) => {
    const socket = early;
    early = undefined;
    if (!socket || wanted !== url || socket.readyState > OPEN) return void socket?.close();
    // The engine listens when it has the socket.
    if (socket.readyState === OPEN) queueMicrotask(() => socket.onopen?.(new Event('open')));
    return socket;
  };
  return { take, discard: () => early?.close() };
}

/** @param {string} url */
function begin(url) {
  try {
    return new WebSocket(withoutFragment(url), PROTOCOL);
  } catch {
    return undefined;
  }
}

/** @param {string} what */
const missing = (what) => unsupported(`${what} is not in bifrons/slim: import from 'bifrons'`);
