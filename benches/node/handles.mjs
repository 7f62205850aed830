// 20,000 idle handles: prints the CPU time to attach one in microseconds, then its bytes of RSS and of heap.
// node --expose-gc handles.mjs bifrons|janode ws://…
import { library } from './library.mjs';

const [client, url] = process.argv.slice(2);
const COUNT = 20_000;

const [Janus, Handle, EchoTest] = await Promise.all(
  [client, `${client}/handle`, `${client}/plugins/echotest`].map(async (name) => (await import(name)).default),
);
const { attach } = await library({ Janus, Handle, EchoTest }, url, 1_000, false);
const kept = [];

const rest = () => new Promise((resolve) => setTimeout(resolve, 50));
async function memory() {
  // The memory of finalized objects is free after the second collection.
  for (let times = 0; times < 2; times++) {
    globalThis.gc();
    await rest();
  }
  const { rss, heapUsed } = process.memoryUsage();
  return { rss, heapUsed };
}

const before = await memory();
const begun = process.cpuUsage();
for (let i = 0; i < COUNT; i++) kept.push(await attach());
const { user, system } = process.cpuUsage(begun);
const after = await memory();
const each = (name) => Math.round((after[name] - before[name]) / COUNT);
console.log(((user + system) / COUNT).toFixed(3), each('rss'), each('heapUsed'));
process.exit(kept.length === COUNT ? 0 : 1);
