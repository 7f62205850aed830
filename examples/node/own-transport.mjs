// Janus reached through another thread, which alone has a socket: a transport of one's own.
// node own-transport.mjs ws://127.0.0.1:8188 [API SECRET]
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';

if (isMainThread) await main();
else await serve(workerData);

/** The transport: what is sent goes to the thread, what the thread says goes to the line. */
function throughThread(url, line) {
  const thread = new Worker(new URL(import.meta.url), { workerData: { url, protocol: line.protocol } });
  thread.on('message', ({ opened, text }) => (opened ? line.opened() : line.message(text)));
  thread.on('error', (error) => line.closed(error.message));
  thread.on('exit', () => line.closed('the thread has ended'));
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
