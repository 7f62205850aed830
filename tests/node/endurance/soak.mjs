// Short calls for long, under random cuts.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';

import { heapBytes, wasmBytes } from '../support/memory.mjs';
import { candidate, offer } from '../support/offer.mjs';
import { Books } from './books.mjs';
import { Group } from './callers.mjs';
import { openStage, patiently, RECLAIM } from './stage.mjs';

const CALLERS = 16;
const PACE_MS = 200;
const TELL_MS = 10_000;
/** What the heap may differ by when nothing is held; a leak in each call is more. */
const NOISE = 500_000;

/** Calls in two halves; the second must add nothing to what is held. */
export async function soak(seconds, dice) {
  const stage = await openStage('--reclaim', RECLAIM);
  try {
    const { connection } = await stage.connect(false);
    const books = new Books();
    const groups = [0, 1].map(() => new Group(connection, books, PACE_MS));
    const begun = performance.now();
    const tell = async () => {
      const { succeeded, requests, lost, timed_out } = books.counts;
      const { reconnects, repeated } = connection.stats();
      const seconds = String(Math.round((performance.now() - begun) / 1000)).padStart(4);
      const [heap, wasm] = [await heapBytes(), wasmBytes()];
      const memory = `${Math.round(heap / 1024)} KB of heap, ${wasm / 1024} KB of WebAssembly`;
      console.log(`${seconds} s: ${succeeded} succeeded of ${requests}, ${lost} lost, ${timed_out} timed out; ${reconnects} lines replaced, ${repeated} requests repeated; ${memory}`);
      return { heap, wasm };
    };
    const half = async () => {
      const until = performance.now() + 500 * seconds;
      const telling = setInterval(tell, TELL_MS);
      const callers = Promise.all(Array.from({ length: CALLERS }, (_, index) => callUntil(until, groups[index % 2], books)));
      await Promise.race([cutUntil(until, stage.proxy, dice), callers]);
      await patiently("the callers' end", callers);
      clearInterval(telling);
      return tell();
    };
    const before = await half();
    const after = await half();
    assert.ok(after.heap - before.heap < NOISE, `the heap grew by ${after.heap - before.heap} bytes in the second half`);
    assert.equal(after.wasm, before.wasm, "the engine's memory grew");
    // The last cut may have come last.
    await books.ask(connection.ping());
    assert.ok(connection.stats().reconnects > 0);
    books.assertAddUp(connection.stats());
    await connection.close();
    assert.deepEqual(await stage.sessions(), [], 'nothing is left in Janus');
  } finally {
    await stage.stop();
  }
}

async function callUntil(end, group, books) {
  while (performance.now() < end) {
    await call(await group.attach(), books);
    await pause(PACE_MS);
  }
}

/** What a cut has lost of a call is in the books; each is ended. */
async function call(handle, books) {
  const steps = [() => handle.start({ audio: true, jsep: offer() }), () => handle.trickle(candidate), () => handle.trickleComplete()];
  for (const step of steps) if ((await books.ask(step())).code) break;
  await books.ask(handle.detach());
}

async function cutUntil(end, proxy, dice) {
  while (performance.now() < end) {
    await pause(dice.between(500, 8000));
    proxy.open = dice.pick([true, false]);
    proxy[dice.pick(['cut', 'reset', 'cutInFrame'])]();
    await pause(dice.between(0, 1000));
    proxy.open = true;
  }
}
