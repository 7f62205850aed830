// Every transport of Node, as addresses of one server.
import { WebSocket } from 'ws';

/** An application's own transport, which uses a WebSocket. */
export function carrier(url, callbacks) {
  const socket = new WebSocket(url.replace('own://', 'ws://'), callbacks.protocol);
  socket.on('open', () => callbacks.opened());
  socket.on('message', (data) => callbacks.message(data.toString()));
  socket.on('close', () => callbacks.closed());
  socket.on('error', (error) => callbacks.closed(error.message));
  return { send: (text) => socket.send(text), close: () => socket.close() };
}

/** By name: the address for either API, and what `connect` needs beside it. */
export const ways = {
  ws: ({ url, admin }) => ({ url, admin }),
  wss: ({ wss, ca, admin }) => ({ url: wss, admin, more: { ws_options: { ca } } }),
  'ws+unix': ({ url, admin }) => ({ url, admin }),
  http: ({ places }) => ({ url: places.http, admin: places.admin_http }),
  file: ({ places }) => ({ url: `file://${places.unix}`, admin: `file://${places.admin_unix}` }),
  own: ({ url, admin }) => ({ url: url.replace('ws:', 'own:'), admin: admin.replace('ws:', 'own:'), more: { transport: carrier } }),
};

/** The addresses of `way` at this Janus, as configurations for `connect`. */
export function configsOf(way, janus, { apisecret, admin_secret }) {
  const { url, admin, more } = ways[way]({ ...janus, places: janus.places, admin: janus.places.admin_ws });
  const config = (address, others) => ({ address, max_retries: 0, ...more, ...others });
  return {
    api: (access = { apisecret }) => config({ url, ...access }),
    admin: () => config({ url: admin, apisecret: admin_secret }, { is_admin: true }),
  };
}
