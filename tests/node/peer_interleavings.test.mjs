// The negotiation of a peer in every order of its events: offers of both sides, candidates, the end.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';

const SCENES = [
  ['offer'],
  ['Janus offers', 'Janus offers', 'candidate'],
  ['offer', 'offer', 'candidate'],
  ['offer', 'offer', 'Janus offers'],
  ['offer', 'Janus offers', 'candidate', 'close'],
];

for (const events of SCENES) {
  for (const polite of [true, false]) {
    for (const responds of [true, false]) {
      test(`${events.join(', ')}; ${polite ? 'polite' : 'impolite'}, the answer is ${responds ? 'a response' : 'an event'}`, async (t) => {
        // A rejection that no one handles ends the thread, too.
        const worker = new Worker(new URL('./support/negotiations_worker.mjs', import.meta.url), { workerData: { events, polite, responds } });
        const [runs] = await once(worker, 'message');
        t.diagnostic(`${runs} interleavings`);
        assert.ok(runs > 0);
      });
    }
  }
}
