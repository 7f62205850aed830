import assert from 'node:assert/strict';

/** The outcome of a request during a fault, by the code of its error; another code is a defect. */
const ENDS = {
  // A plugin's refusal is a response.
  plugin_refused: 'succeeded',
  janus_refused: 'refused',
  response_lost: 'lost',
  handle_detached: 'lost',
  session_gone: 'lost',
  timeout: 'timed_out',
};

/** The outcomes of the callers' requests, counted by the callers. */
export class Outcomes {
  counts = { requests: 0, succeeded: 0, refused: 0, lost: 0, timed_out: 0 };

  /** Counts a request; returns its response, or the code of its error. */
  async request(promise) {
    this.counts.requests += 1;
    try {
      const response = await promise;
      this.counts.succeeded += 1;
      return { response };
    } catch (error) {
      if (!(error.code in ENDS)) throw error;
      this.counts[ENDS[error.code]] += 1;
      return { code: error.code };
    }
  }

  /** When no request is pending, callers and engine have counted the same. */
  assertConsistent({ requests, succeeded, refused, lost, timed_out, in_flight, cancelled, failed, protocol_violations }) {
    const { requests: all, ...ends } = this.counts;
    assert.equal(Object.values(ends).reduce((sum, count) => sum + count), all);
    assert.deepEqual({ requests, succeeded, refused, lost, timed_out }, this.counts);
    assert.deepEqual({ in_flight, cancelled, failed, protocol_violations }, { in_flight: 0, cancelled: 0, failed: 0, protocol_violations: 0 });
  }
}
