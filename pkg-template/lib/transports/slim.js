import { unsupported } from '../errors.js';
import { checkServer, schemeOf, withoutFragment } from './urls.js';
import { checkRuntimes, openOwn } from './websocket.js';

/**
 * The transports of `bifrons/slim`: WebSockets, and nothing else.
 * @param {ReturnType<typeof import('../config.js').readConfig>} settings
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
  return (url, protocol, maxMessage) => {
    checkServer(url);
    if (settings.WebSocket) return openOwn(settings, url, protocol, { maxPayload: maxMessage });
    checkRuntimes(settings);
    return new WebSocket(withoutFragment(url), protocol);
  };
}

/** @param {string} what */
const missing = (what) => unsupported(`${what} is not in bifrons/slim: import from 'bifrons'`);
