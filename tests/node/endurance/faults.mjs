// Faults one by one, and mixed.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';

import { heapBytes, wasmBytes } from '../support/memory.mjs';
import { Books } from './books.mjs';
import { Callers } from './callers.mjs';
import { openStage, RECLAIM, REQUEST_TIMEOUT_MS } from './stage.mjs';

/** What may be done to a stage. */
const nothing = () => {};
const line = (fault) => ({ proxy }) => proxy[fault]();
const keptOut = (ms) => async ({ proxy }) => {
  proxy.open = false;
  proxy.cut();
  await pause(ms);
  proxy.open = true;
};
const stopped = (ms) => async ({ signal }) => {
  signal('SIGSTOP');
  await pause(ms);
  signal('SIGCONT');
};
const restarted = ({ restart }) => restart();

/** How long the silence of a line goes unnoticed at most. */
const NOTICED_MS = 10_000;

const FIRST = 'none';

/**
 * `holds` is a fault on which the line is not replaced, `timesOut` one that outlasts some requests, `kept` what becomes
 * of the sessions in Janus.
 */
const cases = (standstillMs) => [
  { name: FIRST, fault: nothing, holds: true },
  { name: 'the line is cut', fault: line('cut') },
  { name: 'the line is reset', fault: line('reset') },
  { name: 'the line is cut in a frame', fault: line('cutInFrame') },
  { name: 'the line goes silent', fault: line('silence') },
  { name: 'the line is half open', fault: line('halfOpen') },
  { name: 'the line is slow', fault: line('slow'), holds: true },
  { name: 'no line comes through for 2 s', fault: keptOut(2000) },
  {
    name: `Janus stands still for ${standstillMs / 1000} s`,
    fault: stopped(standstillMs),
    holds: standstillMs < NOTICED_MS,
    timesOut: standstillMs > REQUEST_TIMEOUT_MS,
  },
  { name: 'Janus is started anew', fault: restarted, kept: false },
  { name: 'the same, with rebuild', fault: restarted, kept: false, rebuild: true },
];
const UNKEPT = { name: 'the line is cut, reclaim time 0', fault: keptOut(500), kept: false };

/** What the heap may differ by when nothing is held. The engine's memory only grows: some fault needs the most. */
const NOISE = { heap: 1_000_000, wasm: 1 << 20 };

export async function runFaults(atLength, dice) {
  const { size, standstillMs, mixingMs } = atLength
    ? { size: { sessions: 10, handles: 1000 }, standstillMs: 20_000, mixingMs: 60_000 }
    : { size: { sessions: 4, handles: 40 }, standstillMs: 2000, mixingMs: 6000 };
  console.log(`${size.handles} handles on ${size.sessions} sessions, each making calls`);
  const [stage, forgetful] = await Promise.all([openStage('--reclaim', RECLAIM), openStage()]);
  try {
    print(HEAD);
    for (const one of cases(standstillMs)) await measured(one.name, () => suffer(stage, one, size));
    await measured(UNKEPT.name, () => suffer(forgetful, UNKEPT, size));
    await measured('mixed', () => mix(stage, dice, { mixingMs, rebuild: false }, size));
    await measured('mixed, with rebuild', () => mix(stage, dice, { mixingMs, rebuild: true }, size));
  } finally {
    await Promise.all([stage.stop(), forgetful.stop()]);
  }
}

const WIDTHS = [31, -9, -10, -8, -7, -10, -7, -10, -7, -9, -7];
const HEAD = ['fault', 'requests', 'succeeded', 'refused', 'lost', 'timed out', 'outage s', 'heap KB', 'after', 'wasm KB', 'after'];

function print(fields) {
  console.log(fields.map((field, index) => {
    const [text, width] = [String(field), WIDTHS[index]];
    return width > 0 ? text.padEnd(width) : text.padStart(-width);
  }).join(''));
}

/** What came of a fault, in a line; and when it is over, nothing is held any more. */
async function measured(name, goThrough) {
  const before = { heap: await heapBytes(), wasm: wasmBytes() };
  const { counts, away } = await goThrough();
  const after = { heap: await heapBytes(), wasm: wasmBytes() };
  const kb = (bytes) => Math.round(bytes / 1024);
  const memory = [before.heap, after.heap, before.wasm, after.wasm].map(kb);
  print([name, ...Object.values(counts), (away.ms / 1000).toFixed(1), ...memory]);
  // What is loaded and compiled once stays.
  if (name === FIRST) return;
  for (const what of ['heap', 'wasm']) {
    assert.ok(after[what] <= before[what] + NOISE[what], `${name}: ${what} grew from ${before[what]} to ${after[what]} bytes`);
  }
}

/** Goes through one fault while callers call. */
async function suffer(stage, { name, fault, holds = false, timesOut = false, kept = true, rebuild = false }, size) {
  const call = await begin(stage, name, rebuild, size);
  const before = await stage.sessions();
  await fault(stage);
  await call.callers.eachCompletes(name, 2);
  const now = await stage.sessions();
  assert.equal(now.length, size.sessions, name);
  assert.equal(now.every((id) => before.includes(id)), kept, name);
  assert.equal(call.connection.stats().reconnects > 0, !holds, name);
  const told = await end(call);
  assert.ok(timesOut || told.counts.timed_out === 0, `${name}: ${told.counts.timed_out} requests ran out of time`);
  assert.deepEqual(await stage.sessions(), [], `${name}: nothing is left in Janus`);
  return told;
}

/** Goes through faults at random, also before the last one is over. */
async function mix(stage, dice, { mixingMs, rebuild }, size) {
  const call = await begin(stage, 'mixed', rebuild, size);
  const until = performance.now() + mixingMs;
  while (performance.now() < until) {
    await any(dice)(stage);
    await pause(dice.between(0, 3000));
  }
  await call.callers.eachCompletes('mixed', 2);
  assert.ok(call.connection.stats().reconnects > 0);
  const told = await end(call);
  await stage.untilEmpty();
  return told;
}

function any(dice) {
  const span = dice.between(100, 3000);
  const onLine = ['cut', 'reset', 'cutInFrame', 'silence', 'halfOpen', 'slow'].map(line);
  return dice.pick([restarted, stopped(span), keptOut(span), ...onLine]);
}

/** A connection on which callers call; `end` is the end of it. */
async function begin(stage, name, rebuild, size) {
  const books = new Books();
  const { connection, away } = await stage.connect(rebuild);
  const callers = new Callers(connection, size, books);
  await callers.eachCompletes(name, 1);
  return { books, connection, away, callers };
}

/** It adds up, and nothing hangs. */
async function end({ books, connection, away, callers }) {
  await callers.stop();
  books.assertAddUp(connection.stats());
  await connection.close();
  return { counts: books.counts, away };
}
