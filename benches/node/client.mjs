// One client, one workload: prints the client's CPU time for each operation, in microseconds.
// node client.mjs bifrons|janode|floor WORKLOAD ws://…
import { floor, library } from './library.mjs';
import { SHAPES, run } from './workloads.mjs';

const [client, workload, url] = process.argv.slice(2);
const [operations, concurrency] = SHAPES[workload];

async function begin() {
  if (client === 'floor') return floor((await import('ws')).default, url);
  const [Janus, Handle, EchoTest] = await Promise.all(
    [client, `${client}/handle`, `${client}/plugins/echotest`].map(async (name) => (await import(name)).default),
  );
  return library({ Janus, Handle, EchoTest }, url, concurrency, workload === 'events');
}

const api = await begin();
// A server runs for days: the compilation at the start is not measured.
await run(workload, api);
const begun = process.cpuUsage();
await run(workload, api);
const { user, system } = process.cpuUsage(begun);
console.log(((user + system) / operations).toFixed(3));
await api.close();
process.exit(0);
