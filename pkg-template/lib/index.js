import { Connection } from './connection.js';
import { readConfig } from './config.js';
import { loadEngine } from './engine.js';
import { cancelled, traced } from './errors.js';
import { EVENT } from './events.js';
import { Logger } from './logger.js';
import { platform } from './platform.js';
import { checkOptions } from './request.js';
import { loadTransports } from './transports/choose.js';

export { JanusError } from './errors.js';
export { Handle } from './handle.js';
export { version } from './version.js';
export { EVENT, Logger };

/**
 * Connects to a Janus server.
 * @param {any} config one server, or a list of them for `key` to choose from
 * @param {string | number | null | { signal?: AbortSignal }} [keyOrOptions]
 * @param {{ signal?: AbortSignal }} [more] the options after a key
 * @returns {Promise<Connection>}
 */
export async function connect(config = {}, keyOrOptions = null, more = undefined) {
  /** @type {[any, { signal?: AbortSignal } | undefined]} */
  const [key, options] = keyOrOptions !== null && typeof keyOrOptions === 'object' && !Array.isArray(keyOrOptions) ? [null, keyOrOptions] : [keyOrOptions, more];
  const settings = readConfig(config, key);
  checkOptions(options);
  const signal = options?.signal;
  if (signal?.aborted) throw cancelled(signal.reason, { sent: false });
  const [open] = await Promise.all([loadTransports(settings), loadEngine()]);
  const connection = new Connection(settings);
  try {
    await connection._open(open, signal);
  } catch (error) {
    throw traced(error);
  }
  platform().followPage?.(connection, settings);
  return connection;
}

export default { connect, Logger, EVENT };
