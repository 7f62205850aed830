// The least that a server in Node between pages and Janus can do: a connection to Janus for each page, and each message
// passed on as it is. `node relay.mjs ws://…` prints its address, and ends with its standard input.
import { WebSocket, WebSocketServer } from 'ws';

const [janus] = process.argv.slice(2);
const options = { perMessageDeflate: false };
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', handleProtocols: () => 'janus-protocol', ...options });
server.on('listening', () => console.log(`ws://127.0.0.1:${server.address().port}`));
server.on('connection', (page) => {
  const upstream = new WebSocket(janus, 'janus-protocol', options);
  const early = [];
  page.on('message', (bytes) => (upstream.readyState === WebSocket.OPEN ? upstream.send(bytes, { binary: false }) : early.push(bytes)));
  upstream.on('open', () => early.splice(0).forEach((bytes) => upstream.send(bytes, { binary: false })));
  upstream.on('message', (bytes) => page.send(bytes, { binary: false }));
  page.on('close', () => upstream.close());
  for (const socket of [page, upstream]) socket.on('error', () => page.close());
});
process.stdin.on('end', () => process.exit(0)).resume();
