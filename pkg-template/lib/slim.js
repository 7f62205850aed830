import { connectWith } from './connect.js';
import { Connection } from './connection.js';
import { EVENT } from './events.js';
import { Logger } from './logger.js';
import { loadTransports } from './transports/slim.js';

export { JanusError } from './errors.js';
export { Handle } from './handle.js';
export { version } from './version.js';
export { EVENT, Logger };

export const connect = connectWith(Connection, loadTransports);

export default { connect, Logger, EVENT };
