// Timeouts, keepalives and pauses by the application's clock, and with the fake timers of node:test.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { describe, mock, test } from 'node:test';

import { connect, EVENT } from 'bifrons';
import { MockJanus } from 'bifrons/testing';

import { failure, nextEvent, within } from './support/expect.mjs';
import { startFake } from './support/fake.mjs';

/** A clock that stands still until `advance`. */
class StillClock {
  #now = 1000;
  #timers = new Map();
  #last = 0;

  now() {
    return this.#now;
  }

  setTimeout(callback, milliseconds) {
    this.#timers.set(++this.#last, { at: this.#now + milliseconds, callback });
    return this.#last;
  }

  clearTimeout(timer) {
    assert.equal(this.#timers.delete(timer), true, 'a pending timer');
  }

  get waiting() {
    return this.#timers.size;
  }

  advance(milliseconds) {
    const end = this.#now + milliseconds;
    for (;;) {
      const [first] = [...this.#timers].sort(([, a], [, b]) => a.at - b.at);
      if (first === undefined || first[1].at > end) break;
      this.#timers.delete(first[0]);
      this.#now = Math.max(this.#now, first[1].at);
      first[1].callback();
    }
    this.#now = end;
  }
}

/** Waits until the fake server has so many requests of a kind. */
async function received(fake, janus, count) {
  const look = async () => {
    while (fake.received(janus).length < count) await new Promise((resolve) => setImmediate(resolve));
  };
  await within(look(), `${count} requests "${janus}"`);
}

const silent = ({ janus }) => (janus === 'ping' ? null : undefined);

describe('the clock of the configuration', () => {
  for (const name of ['now', 'setTimeout', 'clearTimeout']) {
    test(`that throws in ${name} ends the connection, and is named as the cause`, async () => {
      const fake = await startFake();
      const clock = new StillClock();
      const connection = await connect({ ...fake.config, clock });
      const ended = once(connection, EVENT.CONNECTION_ERROR);
      clock[name] = () => { throw new Error('the clock stopped'); };
      // Its deadline comes before that of the timer.
      connection.ping({ timeout_ms: 5 }).catch(() => {});
      const [error] = await within(ended, 'the end of the connection');
      assert.equal(error.code, 'invalid_config');
      assert.match(error.message, new RegExp(`clock\\.${name} of the configuration threw: the clock stopped`));
      await fake.stop();
    });
  }

  test('decides when a request has timed out, to the millisecond', async () => {
    const fake = await startFake(silent);
    const clock = new StillClock();
    const connection = await connect({ ...fake.config, clock });
    let ended = false;
    const ping = connection.ping().finally(() => { ended = true; });
    ping.catch(() => {});
    await received(fake, 'ping', 1);
    clock.advance(9_999);
    await received(fake, 'ping', 1);
    assert.equal(ended, false);
    clock.advance(1);
    const { elapsed_ms } = await failure(ping, 'timeout');
    assert.equal(elapsed_ms, 10_000);
    await connection.close();
    assert.equal(clock.waiting, 0);
    await fake.stop();
  });

  test('decides when a session is kept alive', async () => {
    const fake = await startFake();
    const clock = new StillClock();
    const connection = await connect({ ...fake.config, clock });
    await connection.create({ ka_interval: 5 });
    clock.advance(4_999);
    await connection.getInfo();
    assert.equal(fake.received('keepalive').length, 0);
    clock.advance(1);
    await received(fake, 'keepalive', 1);
    await connection.close();
    await fake.stop();
  });

  test('decides when the next attempt to connect begins', async () => {
    const clock = new StillClock();
    const janus = await MockJanus.start();
    const connection = await connect({ address: { url: janus.url }, reconnect: true, clock });
    const reconnecting = nextEvent(connection, EVENT.CONNECTION_RECONNECTING);
    janus.inject('disconnect');
    await reconnecting;
    assert.equal(connection.state, 'reconnecting');
    const resumed = nextEvent(connection, EVENT.CONNECTION_RESUMED);
    clock.advance(1_000);
    const { outage_ms } = await resumed;
    assert.equal(outage_ms, 1_000);
    await connection.close();
    await janus.stop();
  });

  test('measures the requests of plugins that are refused, and the durations in the log', async () => {
    const fake = await startFake(({ janus, handle_id }) => {
      if (janus !== 'message') return undefined;
      clock.advance(250);
      return { janus: 'event', sender: handle_id, plugindata: { plugin: 'janus.plugin.echotest', data: { error_code: 411, error: 'no' } } };
    });
    const clock = new StillClock();
    const lines = [];
    const logger = { error() {}, warn() {}, info() {}, debug: (text, fields) => lines.push(fields), isLevelEnabled: (level) => level === 'debug' };
    const connection = await connect({ ...fake.config, clock, logger });
    const { default: EchoTest } = await import('bifrons/plugins/echotest');
    const handle = await (await connection.create()).attach(EchoTest);
    assert.equal((await failure(handle.start({ audio: true }), 'plugin_refused')).elapsed_ms, 250);
    assert.equal(lines.at(-1).duration_ms, 250);
    await connection.close();
    await fake.stop();
  });

  test('may lack what the runtime has', async () => {
    const fake = await startFake(silent);
    const connection = await connect({ ...fake.config, clock: { now: () => performance.now() } });
    await failure(connection.ping({ timeout_ms: 20 }), 'timeout');
    await connection.close();
    await fake.stop();
  });

  test('must have functions', async () => {
    const address = { url: 'ws://127.0.0.1:1' };
    await failure(connect({ address, clock: { now: 5 } }), 'invalid_config', /"clock\.now" must be a function/);
    await failure(connect({ address, clock: { setTimeout } }), 'invalid_config', /both setTimeout and clearTimeout, or neither/);
    await failure(connect({ address, clock: 5 }), 'invalid_config', /"clock" must be an object/);
  });
});

test("node:test's mock timers: setTimeout and Date, and the clock by Date", async () => {
  const fake = await startFake(silent);
  mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.now() });
  try {
    const connection = await connect({ ...fake.config, clock: { now: () => Date.now() } });
    const ping = connection.ping();
    ping.catch(() => {});
    await received(fake, 'ping', 1);
    mock.timers.tick(10_000);
    const error = await ping.catch((reason) => reason);
    assert.deepEqual([error.code, error.elapsed_ms], ['timeout', 10_000]);
    await connection.close();
  } finally {
    mock.timers.reset();
  }
  await fake.stop();
});
