import assert from 'node:assert/strict';
import { setTimeout as later } from 'node:timers/promises';

import { JanusError } from 'bifrons';

const DEADLINE_MS = 15_000;

/** Limits a wait: the error names what did not happen. */
export function within(promise, what, deadline_ms = DEADLINE_MS) {
  const timer = new AbortController();
  const late = later(deadline_ms, undefined, { signal: timer.signal }).then(() => {
    throw new Error(`${what}: not within ${deadline_ms / 1000} s`);
  });
  late.catch(() => {});
  return Promise.race([promise, late]).finally(() => timer.abort());
}

/** The error that a promise rejects with: one of the package's, with this code. */
export async function failure(promise, code, text) {
  const error = await within(promise, `a rejection with ${code}`).then(
    (value) => assert.fail(`expected ${code}, got ${JSON.stringify(value) ?? value}`),
    (reason) => reason,
  );
  assert.ok(error instanceof JanusError, `a JanusError, not ${error?.stack ?? error}`);
  assert.equal(error.code, code, error.message);
  if (typeof text === 'string') assert.equal(error.message, text);
  else if (text) assert.match(error.message, text);
  return error;
}

/** Returns the data of an emitter's next event of this name. */
export function nextEvent(emitter, event) {
  return within(new Promise((resolve) => emitter.once(event, (data) => resolve(data))), event);
}

/** Reads again until `holds` accepts the value, for a state without an event. */
export async function eventually(what, read, holds) {
  const deadline = performance.now() + DEADLINE_MS;
  for (;;) {
    const value = await read();
    if (holds(value)) return value;
    if (performance.now() > deadline) throw new Error(`${what}: still ${JSON.stringify(value)}`);
    await later(10);
  }
}

/** Waits until all deferred work has been done. */
export const settled = () => later(0);
