// A proxy between a test and its Janus that records the messages, one JSON object a line.
//   node recorder.mjs FILE URL ADMIN_URL    prints its own two addresses; ends when standard input closes
import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const root = new URL('../..', import.meta.url);
const { WebSocket, WebSocketServer } = createRequire(new URL('.cache/tools/', root))('ws');
const [file, ...upstreams] = process.argv.slice(2);

let connections = 0;

/** Passes the messages of a client's connection to `upstream` and back. */
function proxy(upstream, admin, client, { headers }) {
  const connection = `${process.pid}-${connections++}`;
  const janus = new WebSocket(upstream, headers['sec-websocket-protocol']?.split(/, */));
  const waiting = [];
  const pass = (from, to) => (data) => {
    const text = data.toString();
    try {
      appendFileSync(file, `${JSON.stringify({ connection, admin, from, message: JSON.parse(text) })}\n`);
    } catch {
      // A text that is no JSON is not recorded.
    }
    to(text);
  };
  client.on('message', pass('client', (text) => (janus.readyState === WebSocket.OPEN ? janus.send(text) : waiting.push(text))));
  janus.on('open', () => waiting.splice(0).forEach((text) => janus.send(text)));
  janus.on('message', pass('janus', (text) => client.send(text)));
  for (const [one, other] of [[client, janus], [janus, client]]) {
    one.on('error', () => other.terminate());
    one.on('close', () => other.close());
  }
}

const addresses = [];
for (const [index, upstream] of upstreams.entries()) {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  server.on('connection', (client, request) => proxy(upstream, index === 1, client, request));
  await once(server, 'listening');
  addresses.push(`ws://127.0.0.1:${server.address().port}`);
}
console.log(addresses.join(' '));
process.stdin.resume().on('end', () => process.exit());
