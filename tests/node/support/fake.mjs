// A scripted server: it sends what no real Janus can be made to send.
import { once } from 'node:events';

import { WebSocket, WebSocketServer } from 'ws';

/**
 * Starts it. `respond(request, socket)` returns the response to each request, several in
 * a list, or undefined for the usual one; null means no response.
 */
export async function startFake(respond = () => undefined, options = {}) {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, ...options });
  await once(server, 'listening');
  const url = `ws://127.0.0.1:${server.address().port}`;
  const fake = {
    url,
    config: { address: { url }, max_retries: 0 },
    requests: [],
    /** The socket of the last client that is still connected. */
    get socket() {
      return [...server.clients].findLast(({ readyState }) => readyState === WebSocket.OPEN);
    },
    /** Sends to it: an object as JSON, a text as it is. */
    send: (message) => fake.socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    received: (janus) => fake.requests.filter((request) => request.janus === janus),
    async stop() {
      for (const client of server.clients) client.terminate();
      server.close();
      await once(server, 'close');
    },
  };
  let ids = 1000;
  const usual = ({ janus }) => {
    if (janus === 'create' || janus === 'attach') return { janus: 'success', data: { id: ++ids } };
    if (janus === 'info') return { janus: 'server_info', version: 1102, 'session-timeout': 60 };
    if (janus === 'ping') return { janus: 'pong' };
    return { janus: janus === 'keepalive' || janus === 'trickle' ? 'ack' : 'success' };
  };
  server.on('connection', (socket, upgrade) => {
    fake.headers = upgrade.headers;
    socket.on('error', () => {});
    socket.on('message', (data) => {
      const request = JSON.parse(data);
      fake.requests.push(request);
      const given = respond(request, socket);
      const responses = given === undefined ? [usual(request)] : given === null ? [] : [given].flat();
      for (const message of responses) {
        if (typeof message === 'string') socket.send(message);
        else socket.send(JSON.stringify({ transaction: request.transaction, session_id: request.session_id, ...message }));
      }
    });
  });
  return fake;
}

/** A plugin's event from a fake Janus. */
export const pluginEvent = (handle, data, more = {}) => ({
  janus: 'event',
  session_id: handle.session.id,
  sender: handle.id,
  plugindata: { plugin: 'janus.plugin.fake', data },
  ...more,
});
