// Writes the measurements as a page of Markdown.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';

const TITLES = {
  native: 'Natively (µs of CPU per operation)',
  node: 'In Node 20 (µs of CPU per operation)',
  node22: 'In Node 22',
  bun: 'In Bun',
  chromium: 'In Chromium (µs of the page’s main thread, without the process of the socket)',
};

const shown = (measurements) => {
  if (!measurements) return '';
  const [least, most] = measurements.spread();
  const digits = measurements.median() < 10 ? 2 : 1;
  return `${measurements.median().toFixed(digits)} (${least.toFixed(digits)}–${most.toFixed(digits)})`;
};

function table(title, measured, clients) {
  const workloads = Object.keys(measured).filter((workload) => workload !== 'handles' && workload !== 'load');
  const rows = workloads.map((workload) => `| ${workload} | ${clients.map((client) => shown(measured[workload][client])).join(' | ')} |`);
  const head = `| | ${clients.join(' | ')} |\n|---|${'---|'.repeat(clients.length)}`;
  return `### ${title}\n\n${head}\n${rows.join('\n')}\n`;
}

function handles(title, { bifrons, ...others }, memory) {
  const [[peer, theirs]] = Object.entries(others);
  const row = (name, of) => `| ${name} | ${of(bifrons)} | ${of(theirs)} |`;
  const rows = [row('to attach one, µs of CPU', shown), ...memory.map((label, index) => row(label, (measurements) => measurements.median(index + 1).toFixed(0)))];
  return `### ${title}\n\n| 20,000 idle handles | bifrons | ${peer} |\n|---|---|---|\n${rows.join('\n')}\n`;
}

function targets(results, all) {
  const missed = [];
  const rows = all.filter(({ part }) => results[part]).map(({ part, name, target, of }) => {
    const value = of(results[part]);
    const met = value <= target;
    if (!met) missed.push(`${name} ${value.toFixed(2)} > ${target}`);
    return `| ${name} | ${value.toFixed(target >= 10 ? 0 : 2)} | ${target} | ${met ? 'yes' : '**no**'} |`;
  });
  return { rows: `### Targets\n\n| | measured | target | met |\n|---|---|---|---|\n${rows.join('\n')}\n`, missed };
}

/** Returns the page and the missed targets. */
export function page(results, all, about) {
  const parts = [about];
  const { rows, missed } = targets(results, all);
  parts.push(rows);
  if (results.native) {
    parts.push(table(TITLES.native, results.native, ['bifrons', 'floor', 'jarust']));
    parts.push(handles('Handles, natively', results.native.handles, ['bytes of RSS per handle']));
  }
  if (results.node) {
    parts.push(table(TITLES.node, results.node, ['bifrons', 'janode', 'floor']));
    parts.push(handles('Handles, in Node 20', results.node.handles, ['bytes of RSS per handle', 'bytes of heap per handle']));
    const { bifrons, janode, floor } = results.node.load;
    parts.push(`Import to first response, ms of wall-clock time: bifrons ${shown(bifrons)}, janode ${shown(janode)}, floor ${shown(floor)}.\n`);
  }
  if (results.page) {
    const { janus, ...entries } = results.page;
    const rows = Object.entries(entries).map(([name, measurements]) => `| ${name === 'bifrons' ? name : `bifrons/${name}`} | ${shown(measurements)} |`);
    parts.push(`### Import to first response in Chromium (ms of wall-clock time)\n\n| | |\n|---|---|\n${rows.join('\n')}\n| janus.js | ${shown(janus)} |\n`);
  }
  for (const side of ['node22', 'bun', 'chromium']) {
    if (results.runtimes) parts.push(table(TITLES[side], results.runtimes[side], Object.keys(results.runtimes[side].start_1)));
  }
  return { text: `${parts.join('\n')}`, missed };
}

const version = (command, ...args) => {
  const text = execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim().split('\n')[0];
  return /\d+\.[\w.]+/.exec(text)?.[0] ?? text;
};

/** The machine and the versions of the measurement. */
export async function machine(root, rounds) {
  const installed = (name) => JSON.parse(readFileSync(`${root}.cache/bench/node_modules/${name}/package.json`, 'utf8')).version;
  const versions = [
    `rustc ${version('rustc', '--version')}`, `node ${version('node20', '--version')} and ${version('node22', '--version')}`,
    `bun ${version('bun', '--version')}`, `chromium ${version('chromium', '--version')}`,
    `janode ${installed('janode')}`, `janus.js ${installed('janus-gateway')}`, `ws ${installed('ws')}`, 'jarust 1.10.0',
  ];
  const [{ model }] = cpus();
  const date = new Date().toISOString().slice(0, 10);
  return `Measured ${date} on ${cpus().length} shared cores of ${model}; ${versions.join(', ')}. Medians (least–most) of ${rounds} interleaved runs.\n`;
}
