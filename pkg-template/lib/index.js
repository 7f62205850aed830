import { Connection } from './connection.js';
import { readConfig } from './config.js';
import { loadEngine } from './engine.js';
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
 * @param {string | number | null} [key]
 * @param {{ signal?: AbortSignal }} [options]
 * @returns {Promise<Connection>}
 */
export async function connect(config = {}, key = null, options = undefined) {
  const settings = readConfig(config, key);
  checkOptions(options);
  options?.signal?.throwIfAborted();
  const [open] = await Promise.all([loadTransports(settings), loadEngine()]);
  const connection = new Connection(settings);
  await connection._open(open, options?.signal);
  platform().followPage?.(connection, settings);
  return connection;
}

export default { connect, Logger, EVENT };
