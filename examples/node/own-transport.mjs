// A custom transport: Janus is reached through another thread, which has the socket.
// node own-transport.mjs ws://127.0.0.1:8188 [API SECRET]
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';

if (isMainThread) await main();
else await serve(workerData);

/** The transport: sends texts to the thread, and gives the thread's messages to the connection. */
function throughThread(url, connection) {
  const thread = new Worker(new URL(import.meta.url), { workerData: { url, protocol: connection.protocol } });
  thread.on('message', ({ opened, text }) => (opened ? connection.opened() : connection.message(text)));
  thread.on('error', (error) => connection.closed(error.message));
  thread.on('exit', () => connection.closed('the thread has ended'));
  return { send: (text) => thread.postMessage({ text }), close: () => thread.postMessage({ close: true }) };
}

/** The thread: a WebSocket on one side, the port to its parent on the other. */
async function serve({ url, protocol }) {
  const { WebSocket } = await import('ws');
  const socket = new WebSocket(url, protocol);
  socket.on('open', () => parentPort.postMessage({ opened: true }));
  socket.on('message', (data) => parentPort.postMessage({ text: data.toString() }));
  socket.on('close', () => parentPort.close());
  parentPort.on('message', ({ text, close }) => (close ? socket.close() : socket.send(text)));
}

async function main() {
  const { default: Bifrons } = await import('bifrons');
  const { default: EchoTest } = await import('bifrons/plugins/echotest');
  const { offer } = await import('./common.mjs');
  const [url = 'ws://127.0.0.1:8188', apisecret] = process.argv.slice(2);

  const connection = await Bifrons.connect({ address: { url, apisecret }, transport: throughThread });
  console.log(`connected to ${(await connection.getInfo()).version_string} through a thread`);
  const session = await connection.create();
  const echo = await session.attach(EchoTest);
  const { result, jsep } = await echo.start({ audio: true, jsep: offer() });
  console.log(`${result}, with an ${jsep.type} for the page`);
  await connection.close();
}
