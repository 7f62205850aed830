// Faults one by one, and mixed.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';

import { heapBytes, wasmBytes } from '../support/memory.mjs';
import { Outcomes } from './outcomes.mjs';
import { Callers } from './callers.mjs';
import { openStage, RECLAIM, REQUEST_TIMEOUT_MS } from './stage.mjs';

/** The faults that can be injected into a stage. */
const nothing = () => {};
const onConnection = (fault) => ({ proxy }) => proxy[fault]();
const unreachable = (ms) => async ({ proxy }) => {
  proxy.open = false;
  proxy.cut();
  await pause(ms);
  proxy.open = true;
};
const suspended = (ms) => async ({ signal }) => {
  signal('SIGSTOP');
  await pause(ms);
  signal('SIGCONT');
};
const restarted = ({ restart }) => restart();

/** The longest time before a silent transport connection is detected. */
const NOTICED_MS = 10_000;

const FIRST = 'none';

/**
 * `holds` marks a fault that the transport connection survives, `timesOut` one that outlasts some requests, `kept` one that
 * Janus's sessions survive.
 */
const cases = (suspensionMs) => [
  { name: FIRST, fault: nothing, holds: true },
  { name: 'connection closed', fault: onConnection('cut') },
  { name: 'connection reset', fault: onConnection('reset') },
  { name: 'connection closed in a frame', fault: onConnection('cutInFrame') },
  { name: 'connection silent', fault: onConnection('silence') },
  { name: 'connection half-open', fault: onConnection('halfOpen') },
  { name: 'connection slow', fault: onConnection('slow'), holds: true },
  { name: 'Janus unreachable for 2 s', fault: unreachable(2000) },
  {
    name: `Janus suspended for ${suspensionMs / 1000} s`,
    fault: suspended(suspensionMs),
    holds: suspensionMs < NOTICED_MS,
    timesOut: suspensionMs > REQUEST_TIMEOUT_MS,
  },
  { name: 'Janus restarted', fault: restarted, kept: false },
  { name: 'Janus restarted, with rebuild', fault: restarted, kept: false, rebuild: true },
];
const UNKEPT = { name: 'closed, reclaim timeout 0', fault: unreachable(500), kept: false };

/** The tolerated difference of the memory in bytes. The engine's memory never shrinks: one fault needs the most. */
const NOISE = { heap: 1_000_000, wasm: 1 << 20 };

export async function runFaults(atLength, rng) {
  const { size, suspensionMs, mixingMs } = atLength
    ? { size: { sessions: 10, handles: 1000 }, suspensionMs: 20_000, mixingMs: 60_000 }
    : { size: { sessions: 4, handles: 40 }, suspensionMs: 2000, mixingMs: 6000 };
  console.log(`${size.handles} handles on ${size.sessions} sessions, each making calls`);
  const [stage, forgetful] = await Promise.all([openStage('--reclaim', RECLAIM), openStage()]);
  try {
    print(HEAD);
    for (const one of cases(suspensionMs)) await measured(one.name, () => injectOne(stage, one, size));
    await measured(UNKEPT.name, () => injectOne(forgetful, UNKEPT, size));
    await measured('mixed', () => injectMixed(stage, rng, { mixingMs, rebuild: false }, size));
    await measured('mixed, with rebuild', () => injectMixed(stage, rng, { mixingMs, rebuild: true }, size));
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

/** Prints the result of a fault; after the fault no memory is held. */
async function measured(name, inject) {
  const before = { heap: await heapBytes(), wasm: wasmBytes() };
  const { counts, away } = await inject();
  const after = { heap: await heapBytes(), wasm: wasmBytes() };
  const kb = (bytes) => Math.round(bytes / 1024);
  const memory = [before.heap, after.heap, before.wasm, after.wasm].map(kb);
  print([name, ...Object.values(counts), (away.ms / 1000).toFixed(1), ...memory]);
  // Code that is loaded and compiled once stays.
  if (name === FIRST) return;
  for (const what of ['heap', 'wasm']) {
    assert.ok(after[what] <= before[what] + NOISE[what], `${name}: ${what} grew from ${before[what]} to ${after[what]} bytes`);
  }
}

/** Injects one fault while the callers make calls. */
async function injectOne(stage, { name, fault, holds = false, timesOut = false, kept = true, rebuild = false }, size) {
  const call = await begin(stage, name, rebuild, size);
  const before = await stage.sessions();
  await fault(stage);
  await call.callers.eachCompletes(name, 2);
  const now = await stage.sessions();
  assert.equal(now.length, size.sessions, name);
  assert.equal(now.every((id) => before.includes(id)), kept, name);
  assert.equal(call.connection.stats().reconnects > 0, !holds, name);
  const result = await end(call);
  assert.ok(timesOut || result.counts.timed_out === 0, `${name}: ${result.counts.timed_out} requests ran out of time`);
  assert.deepEqual(await stage.sessions(), [], `${name}: no session is left in Janus`);
  return result;
}

/** Injects random faults, also before the last one is over. */
async function injectMixed(stage, rng, { mixingMs, rebuild }, size) {
  const call = await begin(stage, 'mixed', rebuild, size);
  const until = performance.now() + mixingMs;
  while (performance.now() < until) {
    await any(rng)(stage);
    await pause(rng.between(0, 3000));
  }
  await call.callers.eachCompletes('mixed', 2);
  assert.ok(call.connection.stats().reconnects > 0);
  const result = await end(call);
  await stage.untilEmpty();
  return result;
}

function any(rng) {
  const span = rng.between(100, 3000);
  const onConnections = ['cut', 'reset', 'cutInFrame', 'silence', 'halfOpen', 'slow'].map(onConnection);
  return rng.pick([restarted, suspended(span), unreachable(span), ...onConnections]);
}

/** Starts callers on a connection; `end` ends them. */
async function begin(stage, name, rebuild, size) {
  const outcomes = new Outcomes();
  const { connection, away } = await stage.connect(rebuild);
  const callers = new Callers(connection, size, outcomes);
  await callers.eachCompletes(name, 1);
  return { outcomes, connection, away, callers };
}

/** Checks that the counts add up and that each call ends. */
async function end({ outcomes, connection, away, callers }) {
  await callers.stop();
  outcomes.assertConsistent(connection.stats());
  await connection.close();
  return { counts: outcomes.counts, away };
}
