import { AdminConnection } from './admin_connection.js';
import { connectWith } from './connect.js';
import { EVENT } from './events.js';
import { Logger } from './logger.js';
import { loadTransports } from './transports/choose.js';

export { JanusError } from './errors.js';
export { Handle } from './handle.js';
export { version } from './version.js';
export { EVENT, Logger };

export const connect = connectWith(AdminConnection, loadTransports);

export default { connect, Logger, EVENT };
