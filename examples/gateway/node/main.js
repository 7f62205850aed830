// The conference in one process: Express, the login, and the gateway with a policy of the application's own.
//   JANUS_URL, JANUS_API_SECRET, ROOM_SECRET, ROOM_PIN, TOKEN_SECRET, HOST_KEY, INVITATION, PORT
import { createServer } from 'node:http';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

import { createGateway } from 'bifrons-gateway';
import express from 'express';

import { log } from '../../common/server/log.js';
import { createRequests } from '../login/login.js';
import { Routes } from '../login/routes.js';
import { Users } from '../login/users.js';
import { createPolicy } from './policy.js';

const { JANUS_URL = 'ws://127.0.0.1:8188', TOKEN_SECRET, HOST_KEY, INVITATION, PORT = '0' } = process.env;
const web = { tls: null, bind: '127.0.0.1' };
const room = 1;
const users = new Users({ issuer: 'login', audience: 'gateway', tokenSecret: TOKEN_SECRET, hostKey: HOST_KEY });

const gateway = createGateway({
  janus: { addresses: [JANUS_URL], api_secret_env: 'JANUS_API_SECRET' },
  issuers: [{
    name: 'login',
    audiences: ['gateway'],
    secret: TOKEN_SECRET,
    roles: {
      host: { room: { id: room, create: true, join: true, publish: ['audio', 'video'], subscribe: true, moderate: true } },
      guest: { room: { id: room, join: true, publish: ['audio', 'video'], subscribe: true, max_bitrate: 500_000 } },
    },
  }],
  rules: [{
    name: 'the room',
    plugins: ['videoroom'],
    requests: ['create'],
    set: { publishers: 8, bitrate: 1_000_000, notify_joining: true, audiolevel_event: true, is_private: true },
  }],
  keys: [
    { plugin: 'videoroom', field: 'secret', of: String(room), value_env: 'ROOM_SECRET' },
    { plugin: 'videoroom', field: 'pin', of: String(room), value_env: 'ROOM_PIN' },
  ],
  policy: createPolicy(users, INVITATION),
});

const requests = createRequests({ room }, users, {
  present: () => gateway.rooms('login').flatMap((one) => one.users),
  ban: (subject) => gateway.ban({ subject, room }),
});

const app = express();
const folder = (path) => express.static(fileURLToPath(new URL(path, import.meta.url)));
app.use((_, response, next) => {
  response.set('Content-Security-Policy', "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; media-src 'self' blob:; frame-ancestors 'none'");
  next();
});
app.use(folder('../page'), folder('../../common/page'), folder('../../common/conference'));
// The page imports the client from here, without a bundler.
app.use('/bifrons', express.static(dirname(fileURLToPath(import.meta.resolve('bifrons/package.json')))));
const routes = new Routes(web, requests, ({ headers }) => `ws://${headers.host}/gateway`);
for (const [path, handler] of Object.entries(routes.byPath)) app.post(path, handler);

const server = createServer(app);
routes.watch(server);
gateway.attach(server, { path: '/gateway' });
server.listen(Number(PORT), web.bind, () => log(`open http://${web.bind}:${server.address().port}/#invitation=${INVITATION}`));

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await gateway.close();
    routes.stop();
    server.close();
    server.closeAllConnections();
  });
}
