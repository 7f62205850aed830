import { once } from 'node:events';
import { Door } from './door.js';
import { createWebServer } from './web.js';

/**
 * Serves a folder's page and lets pages in, on the line that `janus` keeps; gives the address and the way to stop.
 * `openPage(socket, name)` makes what answers a page; `devices` is what the page may use.
 */
export async function serve({ janus, web: config, folder, devices, openPage }) {
  const web = createWebServer(config, folder, devices);
  web.listen(config.port, config.bind);
  await once(web, 'listening');

  const door = new Door(web, config, openPage);
  janus.keepAlive();

  return {
    address: addressOf(web, config),
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
