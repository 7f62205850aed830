/**
 * The exports of the engine's JavaScript.
 * @typedef {object} Engine
 * @property {new (settings: any, hooks: any, open: Function, onTrap: Function, onWire: Function, onEvent: Function) => any} Core
 * @property {(name: string, text: string) => boolean} isTraceWord
 * @property {(members: string) => string | undefined} unreadableMember
 * @property {(options: { module_or_path: any }) => Promise<unknown>} init
 * @property {(options: { module: BufferSource }) => unknown} [initSync] compiles at once, which pages must not
 */
/**
 * The runtime's functions and features, which the entry point provides.
 * @typedef {object} Platform
 * @property {Engine} engine the engine's JavaScript, as wasm-bindgen wrote it
 * @property {() => BufferSource | Response | WebAssembly.Module | Promise<BufferSource | Response>} loadEngine the engine, unpacked
 * @property {() => Promise<any>} [loadWs] the class of the package `ws`, or undefined
 * @property {() => Promise<(path: string) => any>} [loadDatagrams] what opens the socket of a `file://` address, in Node
 * @property {boolean} [dropsCredentials] whether the runtime's WebSocket does not send the URL's user name and password
 * @property {boolean} [inflates] whether the runtime's WebSocket unpacks compressed frames of any size, unless compression is switched off
 * @property {(connection: import('./connection.js').Connection, settings: ReturnType<typeof import('./config.js').readConfig>) => void} [followPage] follows the life of the page that the connection is in
 * @property {(path: string) => () => any} [connectToSocket] what connects to a Unix socket, for the package `ws`
 */

/** @type {Platform | undefined} */
let current;

/** @param {Platform} platform */
export function runsOn(platform) {
  if (current && current.engine.Core !== platform.engine.Core) throw new Error('bifrons: import "bifrons" or "bifrons/slim", not both');
  current = platform;
}

/** @returns {Platform} */
export function platform() {
  if (!current) throw new Error('bifrons: import "bifrons" before anything that connects');
  return current;
}
