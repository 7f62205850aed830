// Runs all clients under all workloads, interleaved: medians, ratios, targets; writes the measurements into BENCHMARKS.md.
// node benches/run.mjs [native|handles|node|runtimes|page|sizes]… with ROUNDS=5
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';

import { inChromium } from './chromium.mjs';
import { openPages } from './first_response.mjs';
import { TARGETS } from './targets.mjs';
import { machine, page } from './page.mjs';

const root = new URL('..', import.meta.url).pathname;
const place = `${root}.cache/bench/`;
const rounds = Number(process.env.ROUNDS ?? 5);
const execute = promisify(execFile);

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)];

/** The measurements of one client: a list of the printed numbers for each run. */
class Measurements {
  runs = [];

  add(text) {
    this.runs.push(text.trim().split(' ').map(Number));
  }

  median(what = 0) {
    return median(this.runs.map((run) => run[what]));
  }

  spread(what = 0) {
    const all = this.runs.map((run) => run[what]);
    return [Math.min(...all), Math.max(...all)];
  }
}

async function startPeer() {
  const peer = spawn('taskset', ['-c', '1', `${root}target/release/peer`], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [url] = await once(createInterface(peer.stdout), 'line');
  return { url, stop: () => peer.stdin.end() };
}

/** Runs a client on its own core. */
async function runOn(command, args, options = {}) {
  const { stdout } = await execute('taskset', ['-c', '0', command, ...args], { cwd: place, timeout: 180_000, ...options });
  return stdout;
}

const CLIENTS = {
  native: {
    bifrons: (workload, url) => runOn(`${root}target/release/bifrons`, [workload, url]),
    floor: (workload, url) => runOn(`${root}target/release/floor`, [workload, url]),
    jarust: (workload, url) => runOn(`${root}benches/jarust/target/release/bifrons-bench-jarust`, [workload, url]),
  },
  node: Object.fromEntries(['bifrons', 'janode', 'floor'].map((name) => [name, (workload, url) => runOn('node20', ['client.mjs', name, workload, url])])),
  handles: Object.fromEntries(['bifrons', 'janode'].map((name) => [name, (_, url) => runOn('node20', ['--expose-gc', 'handles.mjs', name, url])])),
  load: Object.fromEntries(['bifrons', 'janode', 'floor'].map((name) => [name, (_, url) => runOn('node20', ['load.mjs', name, url])])),
  // Janode fails with an addon that was built for another Node.
  node22: Object.fromEntries(['bifrons', 'floor'].map((name) => [name, (workload, url) => runOn('node22', ['client.mjs', name, workload, url])])),
  bun: { bifrons: (workload, url) => runOn('bun', ['client.mjs', 'bifrons', workload, url]), floor: (workload, url) => runOn('bun', ['client.mjs', 'floor', workload, url]) },
  chromium: { bifrons: (workload, url) => inChromium(place, 'bifrons', workload, url), floor: (workload, url) => inChromium(place, 'floor', workload, url) },
};

/** Runs the clients in turn, so that other load on the machine affects all of them. */
async function measure(side, workload, names = Object.keys(CLIENTS[side]), times = rounds) {
  const measurements = Object.fromEntries(names.map((name) => [name, new Measurements()]));
  const { url, stop } = await startPeer();
  for (let round = 0; round < times; round++) {
    for (const name of names) measurements[name].add(await CLIENTS[side][name](workload, url));
  }
  stop();
  const shown = names.map((name) => `${name} ${measurements[name].median().toFixed(2)} (${measurements[name].spread().map((n) => n.toFixed(2)).join('–')})`);
  console.log(`${side.padEnd(9)} ${workload.padEnd(18)} ${shown.join('   ')}`);
  return measurements;
}

const PAGES = ['bifrons', 'streamed', 'slim', 'janus'];

const WORKLOADS = ['start_1', 'start_32', 'trickle_32', 'list200_8', 'events'];

async function sizes() {
  const gzipped = (await stat(`${root}pkg/build/engine.wasm.gz`)).size;
  const { version } = JSON.parse(await readFile(`${root}pkg/stage/package.json`, 'utf8'));
  const tarball = (await stat(`${root}pkg/bifrons-${version}.tgz`)).size;
  const tree = ['tree', '-e', 'normal,build', '--target', 'x86_64-unknown-linux-gnu', '--prefix', 'none', '--no-dedupe', '-p', 'bifrons'];
  const { stdout } = await execute('cargo', tree, { cwd: root, maxBuffer: 1 << 24 });
  const crates = new Set(stdout.trim().split('\n').map((line) => line.replace(/ \(.*$/, ''))).size;
  const [echotest, videoroom] = await Promise.all(['echotest', 'videoroom'].map(async (plugin) => Number((await execute('node', ['scripts/lib/page-size.mjs', plugin], { cwd: root })).stdout)));
  return { gzipped, tarball, crates, slim: { echotest, videoroom } };
}

const PARTS = {
  async native() {
    const measured = {};
    for (const workload of WORKLOADS) measured[workload] = await measure('native', workload);
    measured.list200_8_typed = await measure('native', 'list200_8_typed', ['bifrons', 'jarust']);
    measured.list200_8_typed.floor = measured.list200_8.floor;
    for (const workload of ['start_32', 'events']) {
      for (const count of [50, 50_000]) measured[`${workload}_of_${count}`] = await measure('native', `${workload}_of_${count}`, ['bifrons']);
    }
    measured.handles = await measure('native', 'handles', ['bifrons', 'jarust'], Math.min(rounds, 3));
    return measured;
  },
  async node() {
    const measured = {};
    for (const workload of WORKLOADS) measured[workload] = await measure('node', workload);
    measured.handles = await measure('handles', 'handles', undefined, Math.min(rounds, 3));
    measured.load = await measure('load', 'load', undefined, rounds * 3);
    return measured;
  },
  async runtimes() {
    const measured = {};
    for (const side of ['node22', 'bun', 'chromium']) {
      measured[side] = {};
      for (const workload of WORKLOADS) measured[side][workload] = await measure(side, workload, undefined, Math.min(rounds, 3));
    }
    return measured;
  },
  async page() {
    const pages = await openPages(place, PAGES);
    CLIENTS.page = Object.fromEntries(PAGES.map((name) => [name, (_, url) => pages.measure(name, url)]));
    try {
      return await measure('page', 'first_response', PAGES, rounds * 3);
    } finally {
      await pages.close();
    }
  },
  sizes,
};

const wanted = process.argv.slice(2);
const results = {};
for (const [name, part] of Object.entries(PARTS)) {
  if (wanted.length === 0 || wanted.includes(name)) results[name] = await part();
}

const { text, missed } = page(results, TARGETS, await machine(root, rounds));
if (wanted.length === 0) {
  const path = `${root}BENCHMARKS.md`;
  const [before, rest] = (await readFile(path, 'utf8')).split('<!-- measurements -->\n');
  const [, after] = rest.split('<!-- /measurements -->\n');
  await writeFile(path, `${before}<!-- measurements -->\n${text}<!-- /measurements -->\n${after}`);
  console.log(`\nBENCHMARKS.md is written; targets missed: ${missed.join('; ') || 'none'}`);
} else {
  console.log(`\n${text}\ntargets missed: ${missed.join('; ') || 'none'}`);
}
