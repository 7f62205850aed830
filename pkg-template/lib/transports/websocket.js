import { unsupported } from '../errors.js';

/** @typedef {{ WebSocket?: any, ws_options?: any }} Options */

/**
 * Opens a WebSocket of the application's own class.
 * @param {Options} options
 * @param {string} url
 * @param {string} protocol
 * @param {{ maxPayload?: number }} limits
 */
export function openOwn({ WebSocket: Own, ws_options }, url, protocol, limits) {
  const takesOptions = ws_options !== undefined || typeof Own.prototype?.terminate === 'function';
  return takesOptions ? new Own(url, protocol, { ...ws_options, ...limits }) : new Own(url, protocol);
}

/**
 * Throws if the runtime's own WebSocket can't be used.
 * @param {Options} options
 */
export function checkRuntimes({ ws_options }) {
  if (ws_options !== undefined) {
    throw unsupported('ws_options need the package ws (npm install ws); the WebSocket of this runtime takes none');
  }
  if (typeof WebSocket === 'undefined') throw unsupported('there is no WebSocket here; in Node before 22, install the package ws');
}
