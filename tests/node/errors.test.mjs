// What an error of this package says, and where it leads.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { inspect } from 'node:util';

import { connect, EVENT, JanusError } from 'bifrons';
import VideoRoom from 'bifrons/plugins/videoroom';

import { failure, nextEvent } from './support/expect.mjs';
import { apisecret, startJanus, suspend } from './support/janus.mjs';

let janus;
let connection;
let session;
let handle;
before(async () => {
  janus = await startJanus('--http', '--unix', 'dgram');
  connection = await connect(janus.config);
  session = await connection.create();
  handle = await session.attach(VideoRoom);
});
after(async () => {
  await connection.close();
  await janus.stop();
});

/** A signal that aborts when the request has been sent. */
function soon() {
  const controller = new AbortController();
  setImmediate(() => controller.abort());
  return { signal: controller.signal };
}

const dead = { address: { url: 'ws://127.0.0.1:1' }, max_retries: 0 };

// Each one rejects; the name of the function must be in the stack.
const rejections = {
  connecting: async () => await connect(dead),
  creating: async () => await connection.create({ id: 5, ka_interval: 0 }),
  claiming: async () => await connection.claim(12345),
  asking: async () => await connection.getInfo({ signal: AbortSignal.abort() }),
  sending: async () => await connection.sendRequest({ janus: 'nonsense' }),
  attaching: async () => await session.attach('janus.plugin.nothing'),
  adopting: async () => await session.adopt(VideoRoom, 99),
  sendingInSession: async () => await session.sendRequest({ janus: 'nonsense' }),
  destroying: async () => await (await connection.create()).destroy({ signal: AbortSignal.abort() }),
  messaging: async () => await handle.message({ request: 'nonsense' }, undefined, { signal: AbortSignal.abort() }),
  trickling: async () => await handle.trickle({ candidate: 'a', sdpMLineIndex: 0 }, { signal: AbortSignal.abort() }),
  completing: async () => await handle.trickleComplete({ signal: AbortSignal.abort() }),
  hangingUp: async () => await handle.hangup({ signal: AbortSignal.abort() }),
  sendingToHandle: async () => await handle.sendRequest({ janus: 'nonsense' }),
  joining: async () => await handle.joinPublisher({ room: 999 }),
  joiningTooSlowly: async () => await handle.joinPublisher({ room: 999 }, soon()),
  timingOut: async () => await handle.joinPublisher({ room: 999 }, { timeout_ms: 0.001 }),
  aborting: async () => await handle.joinPublisher({ room: 1234 }, { signal: AbortSignal.abort() }),
  joiningWrongly: async () => await handle.joinPublisher({}),
};

describe('the stack leads to the line of the caller', () => {
  for (const [name, reject] of Object.entries(rejections)) {
    test(name, async () => {
      const error = await reject().then(() => assert.fail('it was fulfilled'), (error) => error);
      assert.ok(error instanceof JanusError, inspect(error));
      assert.match(error.stack, new RegExp(`at async ${name} .*errors\\.test\\.mjs|at (?:async )?(?:Object\\.)?${name} .*errors\\.test\\.mjs`), error.stack);
      assert.match(error.stack, /^(JanusError|AbortError): /);
    });
  }
});

test('the cause is the error of the transport', async () => {
  const causeOf = async (url) => (await failure(connect({ ...dead, address: { url } }), 'connect_failed')).cause;
  for (const url of ['ws://127.0.0.1:1', 'http://127.0.0.1:2', 'file:///nowhere/janus.sock']) {
    const cause = await causeOf(url);
    assert.ok(cause instanceof Error, `${url}: ${cause}`);
    assert.match(cause.code, /^E(CONNREFUSED|NOENT)$/, `${url}: ${cause}`);
  }
  const plain = await causeOf(janus.places.ws.replace('ws:', 'wss:'));
  assert.match(String(plain.code ?? plain.message), /SSL|EPROTO|ECONNRESET/);
});

test('as JSON it has its message', async () => {
  const error = await failure((await session.attach(VideoRoom)).joinPublisher({ room: 999 }), 'plugin_refused');
  const { name, message, code, plugin, request, sent, retryable, session: of } = JSON.parse(JSON.stringify(error));
  assert.deepEqual([name, code, plugin, request, sent, retryable, of], ['JanusError', 'plugin_refused', 426, 'join', true, false, session.id]);
  assert.match(message, /No such room/);
});

test('it says whether the request may be repeated, and whether it was sent', async () => {
  const refused = await failure(connect(dead), 'connect_failed');
  assert.equal(refused.retryable, true);
  await suspend(janus.places.pid);
  try {
    const timeout_ms = 50;
    const [join, list] = await Promise.all([
      failure(handle.joinPublisher({ room: 999 }, { timeout_ms }), 'timeout'),
      failure(handle.list({}, { timeout_ms }), 'timeout'),
    ]);
    assert.deepEqual([join.retryable, join.sent, join.request], [false, true, 'join']);
    assert.deepEqual([list.retryable, list.sent, list.request], [true, true, 'list'], 'a list does no harm');
  } finally {
    process.kill(janus.places.pid, 'SIGCONT');
  }
});

test('a connection shows its state, and no secret', async () => {
  const url = janus.places.ws.replace('ws://', 'ws://user:word@');
  const own = await connect({ address: { url, apisecret } });
  assert.equal(own.state, 'connected');
  assert.equal(own.url, janus.places.ws);
  const shown = inspect(own);
  assert.match(shown, /state: 'connected', sessions: 0, handles: 0/);
  assert.ok(![apisecret, 'word'].some((secret) => shown.includes(secret)), shown);
  assert.deepEqual([own.stats().state, own.stats().sessions], ['connected', 0]);
  const closed = nextEvent(own, EVENT.CONNECTION_CLOSED);
  await own.close();
  await closed;
  assert.deepEqual([own.state, own.stats().state], ['closed', 'closed']);
});

test('create and claim take their options as one object', async () => {
  const own = await connection.create({ ka_interval: 20, id: 4242, timeout_ms: 5000 });
  assert.equal(own.id, 4242);
  assert.equal(await connection.claim(4242, { timeout_ms: 5000 }), own);
  await failure(connection.create({ ka_interval: -1 }), 'invalid_argument', /keepalive interval/);
  await own.destroy();
});

test('no response of ordinary requests is late', async () => {
  const before = connection.stats().late;
  for (let round = 0; round < 200; round += 1) await (await session.attach(VideoRoom)).detach();
  assert.equal(connection.stats().late - before, 0);
});
