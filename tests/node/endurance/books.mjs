import assert from 'node:assert/strict';

/** What comes of a request during a fault, by the code of its error; anything else is a defect. */
const ENDS = {
  // A plugin's refusal is an answer.
  plugin_refused: 'succeeded',
  janus_refused: 'refused',
  response_lost: 'lost',
  handle_detached: 'lost',
  session_gone: 'lost',
  timeout: 'timed_out',
};

/** What callers were told, counted by themselves. */
export class Books {
  counts = { requests: 0, succeeded: 0, refused: 0, lost: 0, timed_out: 0 };

  /** The answer, or the code of the error. */
  async ask(request) {
    this.counts.requests += 1;
    try {
      const answer = await request;
      this.counts.succeeded += 1;
      return { answer };
    } catch (error) {
      if (!(error.code in ENDS)) throw error;
      this.counts[ENDS[error.code]] += 1;
      return { code: error.code };
    }
  }

  /** When nobody waits any more, callers and engine have counted the same. */
  assertAddUp({ requests, succeeded, refused, lost, timed_out, in_flight, cancelled, failed, protocol_violations }) {
    const { requests: all, ...ends } = this.counts;
    assert.equal(Object.values(ends).reduce((sum, count) => sum + count), all);
    assert.deepEqual({ requests, succeeded, refused, lost, timed_out }, this.counts);
    assert.deepEqual({ in_flight, cancelled, failed, protocol_violations }, { in_flight: 0, cancelled: 0, failed: 0, protocol_violations: 0 });
  }
}
