import { once } from 'node:events';
import { Door } from './door.js';
import { Janus } from './janus.js';
import { createWebServer } from './web.js';

/** Starts everything; gives the address of the page and the way to stop. */
export async function startServer({ janus: janusConfig, web: webConfig }) {
  const web = createWebServer(webConfig);
  web.listen(webConfig.port, webConfig.bind);
  await once(web, 'listening');

  const janus = new Janus(janusConfig);
  const door = new Door(janus, webConfig);
  web.on('upgrade', (request, socket, head) => door.upgrade(request, socket, head));
  janus.keepAlive();

  return {
    address: addressOf(web, webConfig),
    async stop() {
      door.close();
      web.close();
      await janus.stop();
    },
  };
}

function addressOf(web, { bind, tls }) {
  const anywhere = bind === '0.0.0.0' || bind === '::';
  const host = anywhere ? 'localhost' : bind.includes(':') ? `[${bind}]` : bind;
  return `${tls ? 'https' : 'http'}://${host}:${web.address().port}/`;
}
