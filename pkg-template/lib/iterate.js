/**
 * Iterates the events of an emitter from now on, as `{ event, data }`, up to one of its last events.
 * @param {import('./emitter.js').Emitter} emitter
 * @param {readonly string[]} events
 * @param {readonly string[]} last
 * @returns {AsyncGenerator<{ event: string, data: any }, void, undefined>}
 */
export async function* iterate(emitter, events, last) {
  /** @type {{ event: string, data: any }[]} */
  const waiting = [];
  /** @type {(() => void) | undefined} */
  let wake;
  const ending = new AbortController();
  for (const event of events) {
    const take = (/** @type {any} */ data) => {
      waiting.push({ event, data });
      wake?.();
    };
    emitter.on(event, take, { signal: ending.signal });
  }
  try {
    for (;;) {
      const next = waiting.shift();
      if (next === undefined) {
        await new Promise((resolve) => (wake = () => resolve(undefined)));
        continue;
      }
      yield next;
      if (last.includes(next.event)) return;
    }
  } finally {
    ending.abort();
  }
}
