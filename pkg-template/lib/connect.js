import { readConfig } from './config.js';
import { loadEngine } from './engine.js';
import { cancelled, traced } from './errors.js';
import { platform } from './platform.js';
import { checkOptions } from './request.js';

/** @typedef {import('./connection.js').Connection} Connection */
/** @typedef {ReturnType<typeof readConfig>} Settings */

/**
 * Returns the function that connects, with the connections and transports of an entry.
 * @template {Connection} C
 * @param {new (settings: Settings) => C} Connection
 * @param {(settings: Settings) => Promise<import('./transports/choose.js').Opener>} loadTransports
 */
export function connectWith(Connection, loadTransports) {
  /**
   * Connects to a Janus server.
   * @param {any} config one server, or a list of them for `key` to choose from
   * @param {string | number | null | { signal?: AbortSignal }} [keyOrOptions]
   * @param {{ signal?: AbortSignal }} [more] the options after a key
   * @returns {Promise<C>}
   */
  return async function connect(config = {}, keyOrOptions = null, more = undefined) {
    /** @type {[any, { signal?: AbortSignal } | undefined]} */
    const [key, options] = keyOrOptions !== null && typeof keyOrOptions === 'object' && !Array.isArray(keyOrOptions) ? [null, keyOrOptions] : [keyOrOptions, more];
    const settings = readConfig(config, key);
    checkOptions(options);
    const signal = options?.signal;
    if (signal?.aborted) throw cancelled(signal.reason, { sent: false });
    const [open] = await Promise.all([loadTransports(settings), loadEngine()]);
    if (signal?.aborted) {
      open.discard?.();
      throw cancelled(signal.reason, { sent: false });
    }
    const connection = new Connection(settings);
    try {
      await connection._open(open, signal);
    } catch (error) {
      open.discard?.();
      throw traced(error);
    }
    platform().followPage?.(connection, settings);
    return connection;
  };
}
