import { createServer, type IncomingMessage } from 'node:http';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

import { EVENT, JanusError, connect, type Connection } from 'bifrons';
import EchoTest from 'bifrons/plugins/echotest';
import express from 'express';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';

import { read, type FromPage, type ToPage } from './messages.ts';

const { JANUS_URL = 'ws://127.0.0.1:8188', JANUS_SECRET, PORT = '3000' } = process.env;

const connection = await connect({ address: { url: JANUS_URL, apisecret: JANUS_SECRET }, reconnect: true });

const app = express();
app.use(express.static(fileURLToPath(new URL('page', import.meta.url))));
// The page imports `bifrons/webrtc` from here, without a bundler.
app.use('/bifrons', express.static(dirname(fileURLToPath(import.meta.resolve('bifrons/package.json')))));
app.get('/health', (_, response) => void response.status(connection.state === 'connected' ? 200 : 503).send(connection.state));

const server = createServer(app);
const pages = new WebSocketServer({
  server,
  path: '/call',
  maxPayload: 64 * 1024,
  verifyClient: ({ req }: { req: IncomingMessage }) => isOwnPage(req),
});
pages.on('connection', (page) => serve(page));
server.listen(Number(PORT), '127.0.0.1', () => {
  const address = server.address();
  console.log(`open http://127.0.0.1:${typeof address === 'object' ? address?.port : PORT}/`);
});

process.once('SIGTERM', async () => {
  server.close();
  for (const page of pages.clients) page.close(1001);
  await connection.close();
});

/** Pages of other sites may open a WebSocket, too. */
function isOwnPage({ headers }: IncomingMessage): boolean {
  return headers.origin?.replace(/^https?:\/\//, '') === headers.host;
}

/** An echo test for a page, in a session of its own: what the page has in Janus ends with it. */
function serve(page: WebSocket): void {
  const send = (message: ToPage) => page.send(JSON.stringify(message));
  const opened = open(connection, send, () => page.close());
  opened.catch((error) => fail(page, error));
  page.on('message', async (data: RawData) => {
    const message = read(data.toString());
    if (!message) return page.close(1008, 'not a message of this application');
    try {
      await carryOut(await opened, message, send);
    } catch (error) {
      fail(page, error);
    }
  });
  page.on('error', () => page.terminate());
  page.on('close', () => void opened.then(({ session }) => session.destroy()).catch(() => {}));
}

async function open(janus: Connection, send: (message: ToPage) => void, end: () => void) {
  const session = await janus.create();
  const echo = await session.attach(EchoTest);
  echo.on(EVENT.HANDLE_TRICKLE, (candidate) => send({ candidate }));
  echo.on(EVENT.HANDLE_HANGUP, end);
  echo.on(EVENT.HANDLE_DETACHED, end);
  return { session, echo };
}

async function carryOut({ echo }: Awaited<ReturnType<typeof open>>, message: FromPage, send: (message: ToPage) => void) {
  if ('candidate' in message) return void (await echo.trickle(message.candidate));
  const { jsep } = await echo.start({ audio: true, video: true, jsep: message.offer });
  if (jsep) send({ answer: jsep });
}

/** The text of an error may name servers: it goes to the log, and the code to the page. */
function fail(page: WebSocket, error: unknown): void {
  console.error(error);
  page.send(JSON.stringify({ error: error instanceof JanusError ? error.code : 'internal' }));
}
