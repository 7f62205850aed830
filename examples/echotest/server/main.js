import { run } from '../../common/server/run.js';
import { startServer } from './server.js';

run(startServer);
