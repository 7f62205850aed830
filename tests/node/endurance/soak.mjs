// Short calls during random outages.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';

import { heapBytes, wasmBytes } from '../support/memory.mjs';
import { candidate, offer } from '../support/offer.mjs';
import { Outcomes } from './outcomes.mjs';
import { Group } from './callers.mjs';
import { openStage, RECLAIM, withinDeadline } from './stage.mjs';

const CALLERS = 16;
const PACE_MS = 200;
const REPORT_MS = 10_000;
/** The tolerated difference of the heap in bytes; a leak in each call is more. */
const NOISE = 500_000;

/** Makes calls in two halves; the second half must not use more memory. */
export async function soak(seconds, rng) {
  const stage = await openStage('--reclaim', RECLAIM);
  try {
    const { connection } = await stage.connect(false);
    const outcomes = new Outcomes();
    const groups = [0, 1].map(() => new Group(connection, outcomes, PACE_MS));
    const begun = performance.now();
    const report = async () => {
      const { succeeded, requests, lost, timed_out } = outcomes.counts;
      const { reconnects, repeated } = connection.stats();
      const seconds = String(Math.round((performance.now() - begun) / 1000)).padStart(4);
      const [heap, wasm] = [await heapBytes(), wasmBytes()];
      const memory = `${Math.round(heap / 1024)} KB of heap, ${wasm / 1024} KB of WebAssembly`;
      console.log(`${seconds} s: ${succeeded} succeeded of ${requests}, ${lost} lost, ${timed_out} timed out; ${reconnects} reconnects, ${repeated} requests repeated; ${memory}`);
      return { heap, wasm };
    };
    const half = async () => {
      const until = performance.now() + 500 * seconds;
      const reports = setInterval(report, REPORT_MS);
      const callers = Promise.all(Array.from({ length: CALLERS }, (_, index) => callUntil(until, groups[index % 2], outcomes)));
      await Promise.race([causeOutages(until, stage.proxy, rng), callers]);
      await withinDeadline("the callers' end", callers);
      clearInterval(reports);
      return report();
    };
    const before = await half();
    const after = await half();
    assert.ok(after.heap - before.heap < NOISE, `the heap grew by ${after.heap - before.heap} bytes in the second half`);
    assert.equal(after.wasm, before.wasm, "the engine's memory grew");
    // The last outage may have come last.
    await outcomes.request(connection.ping());
    assert.ok(connection.stats().reconnects > 0);
    outcomes.assertConsistent(connection.stats());
    await connection.close();
    assert.deepEqual(await stage.sessions(), [], 'no session is left in Janus');
  } finally {
    await stage.stop();
  }
}

async function callUntil(end, group, outcomes) {
  while (performance.now() < end) {
    await call(await group.attach(), outcomes);
    await pause(PACE_MS);
  }
}

/** Lost requests of a call are counted; each call is ended. */
async function call(handle, outcomes) {
  const steps = [() => handle.start({ audio: true, jsep: offer() }), () => handle.trickle(candidate), () => handle.trickleComplete()];
  for (const step of steps) if ((await outcomes.request(step())).code) break;
  await outcomes.request(handle.detach());
}

async function causeOutages(end, proxy, rng) {
  while (performance.now() < end) {
    await pause(rng.between(500, 8000));
    proxy.open = rng.pick([true, false]);
    proxy[rng.pick(['cut', 'reset', 'cutInFrame'])]();
    await pause(rng.between(0, 1000));
    proxy.open = true;
  }
}
