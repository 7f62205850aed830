// The gateway beside relays that only pass messages on, before a server that responds at once: CPU of the server in
// between, times until responses, memory of a page. `node benches/gateway.mjs` with ROUNDS=5
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const root = new URL('..', import.meta.url).pathname;
const place = `${root}.cache/bench/`;
const release = `${root}target/release/`;
const rounds = Number(process.env.ROUNDS ?? 5);
const execute = promisify(execFile);
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)];

/** Starts a server on the second core, and returns its address and how it is stopped. */
async function start(command, args, address) {
  const server = spawn('taskset', ['-c', '1', command, ...args], { cwd: place, stdio: ['pipe', 'pipe', 'pipe'] });
  const lines = createInterface(address.in(server));
  for await (const line of lines) {
    const found = address.pattern.exec(line);
    if (found) {
      lines.resume();
      server.stderr.resume();
      server.stdout.resume();
      return { url: found[0], pid: String(server.pid), stop: () => (server.kill(), once(server, 'exit')) };
    }
  }
  throw new Error(`${command} has not said where it listens`);
}

const prints = { in: (server) => server.stdout, pattern: /ws:\/\/\S+/ };

const CONFIGURATION = (janus) => `
[janus]
addresses = ["${janus}"]
[listen]
address = "127.0.0.1:0"
max_connections_per_address = 20000
[[issuers]]
name = "bench"
audiences = ["gateway"]
secret_env = "BENCH_SECRET"
[[rules]]
plugins = ["videoroom"]
requests = ["create"]
when = "body.publishers <= 100"
cap = { publishers = 20 }
[[rules]]
plugins = ["echotest"]
requests = ["*"]
cap = { bitrate = 2000000 }
[limits.subject]
sessions = 20000
handles = 20000
[limits.rates.subject]
creates = { per_second = 1000000, burst = 1000000 }
requests = { per_second = 1000000, burst = 1000000 }
[limits.rates.address]
creates = { per_second = 1000000, burst = 1000000 }
requests = { per_second = 1000000, burst = 1000000 }
connections = { per_second = 1000000, burst = 1000000 }
[log]
level = "info"
`;

process.env.BENCH_SECRET = 'a secret for this benchmark alone, on this machine';

async function gateway(janus) {
  await writeFile(`${place}gateway.toml`, CONFIGURATION(janus));
  return start(`${release}bifrons-gateway`, ['--config', `${place}gateway.toml`], { in: (server) => server.stderr, pattern: /ws:\/\/127\.0\.0\.1:(?!0\b)\d+/ });
}

const SERVERS = {
  rust: (janus) => start(`${release}relay`, [janus], prints),
  gateway,
  node: (janus) => start('node20', ['relay.mjs', janus], prints),
};

async function token() {
  const grants = '{"plugins":["echotest"],"room":{"id":"*","join":true}}';
  const mint = ['token', 'mint', '--config', `${place}gateway.toml`, '--issuer', 'bench', '--subject', 'bench', '--valid', '1h', '--grants', grants];
  return (await execute(`${release}bifrons-gateway`, mint)).stdout.trim();
}

/** One run: the numbers that the pages print. */
async function run(name, workload) {
  const peer = await start(`${release}peer`, [], prints);
  const server = await SERVERS[name](peer.url);
  try {
    const args = ['-c', '0', `${release}pages`, workload, server.url, name === 'gateway' ? await token() : 'none', server.pid];
    const { stdout } = await execute('taskset', args, { timeout: 180_000 });
    return stdout.trim().split(' ').map(Number);
  } finally {
    await server.stop();
    await peer.stop();
  }
}

const WORKLOADS = {
  start_1: ['rust', 'gateway', 'node'],
  start_32: ['rust', 'gateway', 'node'],
  trickle_32: ['rust', 'gateway', 'node'],
  // A relay has two sockets for each page, and may have 20,000 in all.
  idle_5000: ['rust', 'gateway', 'node'],
  crowd: ['gateway'],
};

/** [name, the workload, which of the numbers, the bar, the server beside which it holds; none for an absolute one] */
const BARS = [
  ['start, CPU beside the bare relay in Rust', 'start_32', 0, 1.15, 'rust'],
  ['trickle, CPU beside the bare relay in Rust', 'trickle_32', 0, 1.15, 'rust'],
  ['start, time until the response (p50) beside the bare relay in Rust', 'start_1', 1, 1.3, 'rust'],
  ['memory of a page, KB', 'idle_5000', 0, 12],
];

await mkdir(place, { recursive: true });
const measured = {};
for (const [workload, names] of Object.entries(WORKLOADS)) {
  measured[workload] = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < (workload === 'crowd' ? 1 : rounds); round++) {
    for (const name of names) measured[workload][name].push(await run(name, workload));
  }
  const shown = names.map((name) => {
    const numbers = measured[workload][name];
    return `${name} ${numbers[0].map((_, index) => median(numbers.map((run) => run[index])).toFixed(2)).join(' / ')}`;
  });
  console.log(`${workload.padEnd(12)} ${shown.join('   ')}`);
}
console.log('(µs of CPU for each operation / p50 / p99 of the time until the response in ms; of idle pages bytes for each)');
for (const [name, workload, index, bar, beside] of BARS) {
  const of = (server) => median(measured[workload][server].map((run) => run[index]));
  const value = beside ? of('gateway') / of(beside) : of('gateway') / 1024;
  console.log(`${name}: ${value.toFixed(2)}, bar ${bar}: ${value <= bar ? 'met' : 'missed'}`);
}
