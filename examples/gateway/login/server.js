import { once } from 'node:events';

import { pageAddress } from '../../common/server/serve.js';
import { CONFERENCE, clientModules, createWebServer } from '../../common/server/web.js';
import { createRequests } from './login.js';
import { Operator } from './operator.js';
import { Routes } from './routes.js';
import { Users } from './users.js';

/**
 * Starts the login: it serves the pages, and states by a token who a user is. All else goes between the page and the gateway.
 * Returns the address and a function that stops the server.
 */
export async function startServer({ web: config, gateway }) {
  const requests = createRequests(gateway, new Users(gateway), new Operator(gateway));
  const routes = new Routes(config, requests, () => gateway.url);
  const web = createWebServer(config, {
    folders: [CONFERENCE, new URL('../page/', import.meta.url)],
    modules: clientModules(),
    devices: ['camera', 'microphone', 'display-capture'],
    connect: [new URL(gateway.url).origin],
    webAssembly: true,
    routes: routes.byPath,
  });
  routes.watch(web);
  web.listen(config.port, config.bind);
  await once(web, 'listening');
  return {
    address: pageAddress(web, config),
    async stop() {
      routes.stop();
      web.close();
    },
  };
}
