import { run } from '../../common/server/run.js';
import { checkRoom } from './config.js';
import { startServer } from './server.js';

run(startServer, { room: checkRoom });
