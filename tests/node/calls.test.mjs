// The options of each call, and `await using`.
import assert from 'node:assert/strict';
import events from 'node:events';
import { after, before, describe, test } from 'node:test';

import { connect, EVENT } from 'bifrons';

import { eventually, failure, nextEvent, settled, within } from './support/expect.mjs';
import { startFake } from './support/fake.mjs';

const PLUGIN = 'janus.plugin.fake';

let fake;
let connection;
let admin;
let session;
const silent = new Set();
before(async () => {
  fake = await startFake(({ janus }) => (silent.has(janus) ? null : undefined));
  // Before the connection is created: the server uses the latest one.
  admin = await connect({ ...fake.config, is_admin: true });
  connection = await connect(fake.config);
  session = await connection.create();
});
after(async () => {
  await connection.close();
  await admin.close();
  await fake.stop();
});

/** While `use` runs, the server does not respond to these. */
async function silence(verbs, use) {
  for (const verb of verbs) silent.add(verb);
  try {
    await use();
  } finally {
    silent.clear();
  }
}

describe('each call takes a timeout and an AbortSignal', () => {
  const calls = {
    'connection.create': (options) => connection.create(30, options),
    'connection.claim': (options) => connection.claim(5, 30, options),
    'connection.getInfo': (options) => connection.getInfo(options),
    'connection.ping': (options) => connection.ping(options),
    'connection.sendRequest': (options) => connection.sendRequest({ janus: 'x' }, options),
    'admin.listSessions': (options) => admin.listSessions(options),
    'admin.listHandles': (options) => admin.listHandles(1, options),
    'admin.handleInfo': (options) => admin.handleInfo(1, 1, undefined, options),
    'admin.startPcap': (options) => admin.startPcap(1, 1, 'a', 'b', 1, options),
    'admin.stopPcap': (options) => admin.stopPcap(1, 1, options),
    'session.attach': (options) => session.attach(PLUGIN, options),
    'session.adopt': (options) => session.adopt(PLUGIN, 5, options),
    'session.destroy': (options) => session.destroy(options),
    'session.sendRequest': (options) => session.sendRequest({ janus: 'x' }, options),
    'handle.message': (options) => handle.message({}, undefined, options),
    'handle.sendRequest': (options) => handle.sendRequest({ janus: 'x' }, options),
    'handle.trickle': (options) => handle.trickle({ completed: true }, options),
    'handle.trickleComplete': (options) => handle.trickleComplete(options),
    'handle.hangup': (options) => handle.hangup(options),
    'handle.detach': (options) => handle.detach(options),
  };
  const verbs = [
    'create', 'claim', 'info', 'ping', 'x', 'list_sessions', 'list_handles', 'handle_info', 'start_pcap', 'stop_pcap',
    'attach', 'keepalive', 'destroy', 'message', 'trickle', 'hangup', 'detach',
  ];
  let handle;
  before(async () => { handle = await session.attach(PLUGIN); });

  for (const [name, call] of Object.entries(calls)) {
    test(name, () => silence(verbs, async () => {
      const error = await failure(call({ timeout_ms: 1 }), 'timeout');
      assert.equal(error.fault, 'network');

      const controller = new AbortController();
      const given = call({ signal: controller.signal });
      await settled();
      const reason = new RangeError('enough');
      controller.abort(reason);
      const { name: called, sent, cause, request } = await failure(given, 'cancelled');
      assert.deepEqual([called, sent, cause, typeof request], ['AbortError', true, reason, 'string']);

      const unsent = await failure(call({ signal: AbortSignal.abort() }), 'cancelled');
      assert.deepEqual([unsent.name, unsent.sent], ['AbortError', false]);
      for (const wrong of [{ timeout_ms: -1 }, { timeout_ms: NaN }, { timeout_ms: '5' }, { signal: {} }, 'soon']) {
        await failure(call(wrong), 'invalid_argument');
      }
    }));
  }

  test('requests share one listener on their signal, and leave none', () => silence(['ping'], async () => {
    const { signal } = new AbortController();
    const before = fake.received('ping').length;
    const pings = Array.from({ length: 20 }, () => connection.ping({ signal }));
    await eventually('the pings', () => fake.received('ping').slice(before), ({ length }) => length === pings.length);
    assert.equal(events.getEventListeners(signal, 'abort').length, 1, 'Node warns of more than ten');
    for (const { transaction } of fake.received('ping').slice(before)) fake.send({ janus: 'pong', transaction });
    await Promise.all(pings);
    assert.equal(events.getEventListeners(signal, 'abort').length, 0);
  }));

  test('a timeout of 0 is no limit', () => silence(['ping'], async () => {
    const own = await connect({ ...fake.config, request_timeout_ms: 20 });
    const patient = own.ping({ timeout_ms: 0 });
    await failure(own.ping(), 'timeout');
    silent.clear();
    fake.send({ janus: 'pong', transaction: fake.received('ping').at(-2).transaction });
    assert.equal((await patient).janus, 'pong');
    await own.close();
  }));

  test('the handle of a cancelled attach is detached', () => silence(['attach'], async () => {
    const before = fake.received('attach').length;
    const controller = new AbortController();
    const given = session.attach(PLUGIN, { signal: controller.signal });
    const [{ transaction }] = await eventually('the attach', () => fake.received('attach').slice(before), ({ length }) => length === 1);
    controller.abort();
    await assert.rejects(given, { name: 'AbortError' });
    fake.send({ janus: 'success', transaction, session_id: session.id, data: { id: 777 } });
    await eventually('a detach', () => fake.received('detach').filter(({ handle_id }) => handle_id === 777), ({ length }) => length === 1);
  }));
});

describe('connect takes an AbortSignal', () => {
  const slow = { address: { url: 'ws://127.0.0.1:1' }, retry_time_secs: 1000 };

  test('and stops the attempts', async () => {
    const controller = new AbortController();
    const given = connect(slow, { signal: controller.signal });
    await settled();
    const reason = new RangeError('enough');
    controller.abort(reason);
    assert.equal((await failure(within(given, 'the end of the attempts'), 'cancelled')).cause, reason);
  });

  test('and does not begin at all', async () => {
    for (const later of [(abort) => abort(), queueMicrotask, (abort) => Promise.resolve().then(abort)]) {
      const early = new AbortController();
      const connecting = connect(slow, null, { signal: early.signal });
      later(() => early.abort());
      await failure(within(connecting, 'the end of the attempt'), 'cancelled');
    }
    await failure(connect(slow, null, { signal: AbortSignal.abort() }), 'cancelled');
  });

  test('which has no effect after the connection is open', async () => {
    const controller = new AbortController();
    const own = await connect(fake.config, null, { signal: controller.signal });
    controller.abort();
    assert.equal((await own.ping()).janus, 'pong');
    await own.close();
  });
});

describe('await using', () => {
  test('ends the handle, the session, the connection', async () => {
    const own = await startFake();
    const other = await connect(own.config);
    const mine = await other.create();
    const handle = await mine.attach(PLUGIN);
    for (const resource of [handle, mine, other]) await resource[Symbol.asyncDispose]();
    assert.deepEqual(own.requests.map(({ janus }) => janus).slice(-2), ['detach', 'destroy']);
    for (const resource of [handle, mine, other]) await resource[Symbol.asyncDispose]();
    await own.stop();
  });

  test('succeeds for what has already ended', async () => {
    const own = await startFake();
    const other = await connect(own.config);
    const mine = await other.create();
    const handle = await mine.attach(PLUGIN);
    const lost = nextEvent(other, EVENT.CONNECTION_ERROR);
    own.socket.terminate();
    await lost;
    for (const resource of [handle, mine, other]) await resource[Symbol.asyncDispose]();
    await own.stop();
  });
});
