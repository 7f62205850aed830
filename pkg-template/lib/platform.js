/**
 * The runtime's functions and features, which the entry point provides.
 * @typedef {object} Platform
 * @property {() => BufferSource | Response | WebAssembly.Module | Promise<BufferSource>} loadEngine the engine, unpacked
 * @property {() => Promise<any>} loadWs the class of the package `ws`, or undefined
 * @property {() => Promise<(path: string) => any>} loadDatagrams what opens the socket of a `file://` address
 * @property {boolean} [dropsCredentials] whether the runtime's WebSocket does not send the URL's user name and password
 * @property {boolean} [inflates] whether the runtime's WebSocket unpacks compressed frames of any size, unless compression is switched off
 * @property {(connection: import('./connection.js').Connection, settings: ReturnType<typeof import('./config.js').readConfig>) => void} [followPage] follows the life of the page that the connection is in
 * @property {(path: string) => () => any} [connectToSocket] what connects to a Unix socket, for the package `ws`
 */

/** @type {Platform | undefined} */
let current;

/** @param {Platform} platform */
export function runsOn(platform) {
  current = platform;
}

/** @returns {Platform} */
export function platform() {
  if (!current) throw new Error('bifrons: import "bifrons" before anything that connects');
  return current;
}
