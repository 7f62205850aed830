import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';

import { attach, handle } from './node_http.js';

/** The most bytes of a request's headers: a token of 8 KB has its place. */
const MOST_HEADER_BYTES = 32 << 10;

/** @typedef {import('./gateway.js').Inside} Inside */

/**
 * Listens as `[listen]` says.
 * @param {Inside} inside
 * @returns {Promise<import('node:http').Server>}
 */
export function listen(inside) {
  const { host, port, tls, ...limits } = inside.settings.listen;
  const options = { maxHeaderSize: MOST_HEADER_BYTES, headersTimeout: limits.header_timeout, keepAliveTimeout: limits.header_timeout };
  const onRequest = (/** @type {any} */ request, /** @type {any} */ response) => void handle(inside, request, response);
  const server = tls === null
    ? createServer(options, onRequest)
    : createSecureServer({ ...options, handshakeTimeout: limits.handshake_timeout, cert: readFileSync(tls.certificates), key: readFileSync(tls.key) }, onRequest);
  server.on('connection', (socket) => {
    const connection = inside.driver.look('openConnection', socket.remoteAddress ?? '');
    if (connection === undefined) return socket.destroy();
    socket.setNoDelay(true);
    socket.once('close', () => inside.driver.look('closeConnection', connection));
  });
  attach(inside, server, { paths: ['/', '/janus-ws'], isOwn: true });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve(server);
    });
  });
}
