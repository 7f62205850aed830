import { unsupported } from '../errors.js';
import { platform } from '../platform.js';
import { CustomTransport } from './custom.js';
import { checkServer, hasCredentials, partsOfWebSocket, pathOfSocket, schemeOf, withoutFragment } from './urls.js';
import { checkRuntimes, openOwn } from './websocket.js';

/**
 * A transport connection: a WebSocket, an object of its shape, or for HTTP the controller that ends
 * the requests which the engine makes.
 * @typedef {{ close?: () => void, terminate?: () => void, abort?: () => void }} Begun
 */
/**
 * Begins to open a transport connection; throws if the address has no transport. `maxMessage` is the maximum size of a message, in bytes.
 * `discard` closes what was opened before and not taken.
 * @typedef {((url: string, protocol: string, maxMessage: number) => Begun) & { discard?: () => void }} Opener
 */

const WEB_SOCKETS = ['ws', 'wss', 'ws+unix'];
const SERVERS = ['ws', 'wss', 'http', 'https'];

/**
 * Loads only the packages that these addresses need.
 * @param {ReturnType<typeof import('../config.js').readConfig>} settings
 * @returns {Promise<Opener>}
 */
export async function loadTransports(settings) {
  const { transport } = settings;
  if (transport) return (url, protocol) => new CustomTransport(transport, url, protocol, settings.log);
  /** @type {string[]} */
  const schemes = settings.addresses.map((/** @type {{ url: string }} */ { url }) => schemeOf(url));
  const needsWs = !settings.WebSocket && schemes.some((scheme) => WEB_SOCKETS.includes(scheme));
  const ws = needsWs ? await platform().loadWs?.() : undefined;
  const openFile = schemes.includes('file') ? await loadDatagrams() : undefined;
  return (url, protocol, maxMessage) => {
    const scheme = schemeOf(url);
    if (SERVERS.includes(scheme)) checkServer(url);
    if (WEB_SOCKETS.includes(scheme)) return openWebSocket(settings, ws, url, protocol, maxMessage);
    if (scheme === 'http' || scheme === 'https') return openHttp();
    if (scheme === 'file' && openFile) return openFile(pathOfSocket(url));
    if (scheme === 'unix') throw unsupported('unix:// is SOCK_SEQPACKET, which JavaScript has no sockets for: set SOCK_DGRAM in Janus and use file://');
    throw unsupported(`there is no transport for ${scheme}:// here; there are ws, wss, ws+unix, http, https, file and a transport of your own`);
  };
}

/** Returns what aborts the engine's requests, which go by fetch. */
function openHttp() {
  if (typeof fetch === 'undefined') throw unsupported('this runtime has no fetch, which http:// and https:// need: use ws:// or wss://, or a polyfill before bifrons');
  return new AbortController();
}

/** If the package can't be loaded, only the addresses that need it fail. */
async function loadDatagrams() {
  try {
    const load = platform().loadDatagrams;
    if (!load) throw unsupported('file:// addresses are for Node only');
    return await load();
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

/**
 * The caller's own WebSocket; in Node the package `ws`, which takes options and half the CPU;
 * else the runtime's.
 * @param {import('./websocket.js').Options} settings
 * @param {any} ws
 * @param {string} url
 * @param {string} protocol
 * @param {number} maxMessage
 */
function openWebSocket(settings, ws, url, protocol, maxMessage) {
  const { ws_options } = settings;
  // ws takes undefined for no limit.
  const limits = { maxPayload: Math.min(maxMessage, ws_options?.maxPayload || Infinity) };
  if (settings.WebSocket) return openOwn(settings, url, protocol, limits);
  // Invalid UTF-8 is detected where texts are decoded.
  if (ws) {
    const { place, options } = placeFor(url);
    return new ws(place, protocol, { perMessageDeflate: false, skipUTF8Validation: true, ...options, ...ws_options, ...limits });
  }
  if (url.startsWith('ws+unix:')) throw unsupported('ws+unix:// needs the package ws (npm install ws), in Node');
  checkRuntimes(settings);
  if (platform().dropsCredentials && hasCredentials(url)) {
    throw unsupported('a user name and a password in the URL need the package ws (npm install ws); the WebSocket of this runtime does not send them');
  }
  return new WebSocket(withoutFragment(url), platform().inflates ? withoutCompression(protocol) : protocol);
}

/**
 * Returns the options of Bun's WebSocket, which lib.dom does not know.
 * @param {string} protocol
 * @returns {any}
 */
const withoutCompression = (protocol) => ({ protocols: [protocol], perMessageDeflate: false });

/**
 * Returns URL and options for the package ws, which refuses fragments and does not decode the path of a socket.
 * @param {string} url
 */
function placeFor(url) {
  const connectTo = platform().connectToSocket;
  if (!url.startsWith('ws+unix:') || !connectTo) return { place: withoutFragment(url) };
  const { path, request } = partsOfWebSocket(url);
  return { place: `ws://localhost${request}`, options: { createConnection: connectTo(path) } };
}
