import { once } from 'node:events';
import { PageSockets } from './page-sockets.js';
import { createWebServer } from './web.js';

/**
 * Serves the page of these folders and accepts its WebSockets, with the connection of `janus`; returns the address and a
 * function that stops the server. `openPage(socket, name)` creates a `Page`; `devices` are the devices that it may use.
 */
export async function serve({ janus, web: config, folders, devices, openPage }) {
  const web = createWebServer(config, { folders, devices });
  web.listen(config.port, config.bind);
  await once(web, 'listening');

  const sockets = new PageSockets(web, config, openPage);
  janus.keepAlive();

  return {
    address: pageAddress(web, config),
    async stop() {
      sockets.close();
      web.close();
      await janus.stop();
    },
  };
}

/** The address under which a browser opens the page. */
export function pageAddress(web, { bind, tls }) {
  const anywhere = bind === '0.0.0.0' || bind === '::';
  const host = anywhere ? 'localhost' : bind.includes(':') ? `[${bind}]` : bind;
  return `${tls ? 'https' : 'http'}://${host}:${web.address().port}/`;
}
