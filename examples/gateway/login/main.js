import { run } from '../../common/server/run.js';
import { checkGateway } from './config.js';
import { startServer } from './server.js';

run(startServer, { janus: null, gateway: checkGateway });
