import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { connect, EVENT, Logger } from 'bifrons';
import EchoTest from 'bifrons/plugins/echotest';
import VideoRoom from 'bifrons/plugins/videoroom';
import { MockJanus } from 'bifrons/testing';

import { failure, nextEvent, within } from './support/expect.mjs';
import { startFake } from './support/fake.mjs';
import { apisecret, startJanus } from './support/janus.mjs';
import { startProxy } from './support/tcp_proxy.mjs';

const audio = { audio: true };

/** Checks that each request had one outcome. */
function assertAddsUp({ requests, in_flight, succeeded, refused, timed_out, cancelled, lost, failed }) {
  assert.equal(in_flight, 0);
  assert.equal(succeeded + refused + timed_out + cancelled + lost + failed, requests);
}

/** A Janus with these options, a proxy before it, and a way to connect through that. */
async function stage(...options) {
  const janus = await startJanus(...options);
  const proxy = await startProxy(janus.url);
  return {
    janus,
    proxy,
    async attached(reconnect = true, Plugin = EchoTest) {
      const connection = await connect({ address: { url: proxy.url, apisecret }, reconnect });
      const session = await connection.create();
      return { connection, session, handle: await session.attach(Plugin) };
    },
    async stop() {
      proxy.stop();
      await janus.stop();
    },
  };
}

describe('an outage, on a server that keeps sessions', () => {
  let it;
  before(async () => {
    it = await stage('--reclaim', '20');
  });
  after(() => it.stop());

  test('handles keep their objects and listeners, and requests during the outage are sent', async () => {
    const { connection, session, handle } = await it.attached();
    const ids = [session.id, handle.id];
    const emitted = [];
    for (const event of [EVENT.CONNECTION_LOST, EVENT.CONNECTION_ERROR]) connection.on(event, () => emitted.push(event));
    session.on(EVENT.SESSION_DESTROYED, () => emitted.push('session'));
    handle.on(EVENT.HANDLE_DETACHED, () => emitted.push('handle'));
    it.proxy.open = false;
    const [away, back] = [nextEvent(connection, EVENT.CONNECTION_RECONNECTING), nextEvent(connection, EVENT.CONNECTION_RESUMED)];
    it.proxy.cut();
    assert.equal((await away).code, 'connection_lost');
    const waiting = handle.start(audio);
    it.proxy.open = true;
    const { outage_ms, events_may_be_lost } = await back;
    assert.ok(outage_ms > 0);
    assert.equal(events_may_be_lost, true);
    assert.equal((await within(waiting, 'the response')).result, 'ok');
    assert.equal((await handle.start(audio)).result, 'ok');
    assert.deepEqual([session.id, handle.id], ids);
    assert.deepEqual(emitted, []);
    assert.equal(connection.stats().reconnects, 1);
    assertAddsUp(connection.stats());
    const { sessions } = await it.janus.admin({ janus: 'list_sessions' });
    assert.deepEqual(sessions, [session.id]);
    await connection.close();
  });

  test('a message of the old transport connection has its response on the new one', async () => {
    const { connection, handle } = await it.attached();
    const back = nextEvent(connection, EVENT.CONNECTION_RESUMED);
    const held = it.proxy.hold();
    const started = handle.start(audio);
    const deliver = await held;
    await back;
    deliver();
    assert.equal((await within(started, 'the response')).result, 'ok');
    await connection.close();
  });

  test('a message that never arrived is reported as lost', async () => {
    const { connection, handle } = await it.attached();
    const held = it.proxy.hold();
    const lost = failure(handle.start(audio), 'response_lost');
    await held;
    assert.equal((await lost).sent, true);
    assert.equal((await handle.start(audio)).result, 'ok');
    assertAddsUp(connection.stats());
    await connection.close();
  });

  test('a handle that an operator detached meanwhile ends once', async () => {
    const { connection, session, handle } = await it.attached();
    const reasons = [];
    handle.on(EVENT.HANDLE_DETACHED, ({ reason }) => reasons.push(reason));
    const [away, ended] = [nextEvent(connection, EVENT.CONNECTION_RECONNECTING), nextEvent(handle, EVENT.HANDLE_DETACHED)];
    it.proxy.open = false;
    it.proxy.cut();
    await away;
    await it.janus.admin({ janus: 'detach_handle', session_id: session.id, handle_id: handle.id });
    it.proxy.open = true;
    await ended;
    await session.attach(EchoTest);
    assert.deepEqual(reasons, ['lost_in_outage']);
    await connection.close();
  });

  test('an idempotent request is sent again', async () => {
    const { connection, handle } = await it.attached(true, VideoRoom);
    const held = it.proxy.hold();
    const listed = handle.list();
    await held;
    assert.ok(Array.isArray((await within(listed, 'the list')).list));
    assert.equal(connection.stats().repeated, 1);
    await connection.close();
  });

  test('a close that is not graceful leaves its sessions to be claimed', async () => {
    const { connection, session, handle } = await it.attached();
    const ended = nextEvent(session, EVENT.SESSION_DESTROYED);
    await within(connection.close({ graceful: false }), 'the close');
    assert.equal((await ended).reason, 'connection_closed');
    const { connection: second } = await it.attached();
    const claimed = await second.claim(session.id);
    assert.equal((await (await claimed.adopt(EchoTest, handle.id)).start(audio)).result, 'ok');
    await second.close({ graceful: true });
    assert.deepEqual((await it.janus.admin({ janus: 'list_sessions' })).sessions, []);
  });

  test('without reconnect the connection ends at once, as in Janode', async () => {
    const { connection, session } = await it.attached(false);
    const emitted = [];
    for (const event of [EVENT.CONNECTION_RECONNECTING, EVENT.CONNECTION_LOST]) connection.on(event, () => emitted.push(event));
    const [ended, error] = [nextEvent(session, EVENT.SESSION_DESTROYED), nextEvent(connection, EVENT.CONNECTION_ERROR)];
    it.proxy.cut();
    assert.equal((await ended).reason, 'connection_lost');
    assert.match((await error).message, /^unexpected disconnection/);
    assert.deepEqual(emitted, []);
    await it.janus.admin({ janus: 'destroy_session', session_id: session.id });
  });

  test('a thousand handles survive an outage, and each request has an outcome', async () => {
    const connection = await connect({ address: { url: it.proxy.url, apisecret }, reconnect: true });
    const sessions = await Promise.all(Array.from({ length: 10 }, () => connection.create()));
    const handles = await Promise.all(sessions.flatMap((session) => Array.from({ length: 100 }, () => session.attach(EchoTest))));
    const back = nextEvent(connection, EVENT.CONNECTION_RESUMED);
    const results = Promise.allSettled(handles.map((handle) => handle.start(audio)));
    setImmediate(() => it.proxy.cut());
    const reasons = (await within(results, 'all ends')).map(({ status, reason }) => (status === 'fulfilled' ? 'ok' : reason.code));
    assert.deepEqual(reasons.filter((reason) => reason !== 'ok' && reason !== 'response_lost'), []);
    await back;
    assertAddsUp(connection.stats());
    for (const { result } of await within(Promise.all(handles.map((handle) => handle.start(audio))), 'all responses')) {
      assert.equal(result, 'ok');
    }
    assert.equal(connection.stats().protocol_violations, 0);
    await connection.close();
  });
});

describe('a Janus that was restarted', () => {
  let it;
  before(async () => {
    it = await stage();
  });
  after(() => it.stop());

  test('its sessions and handles end once', async () => {
    const { connection, session, handle } = await it.attached();
    const [ended, detached] = [nextEvent(session, EVENT.SESSION_DESTROYED), nextEvent(handle, EVENT.HANDLE_DETACHED)];
    const back = nextEvent(connection, EVENT.CONNECTION_RESUMED);
    await it.janus.restart();
    const reason = 'lost_in_outage';
    assert.deepEqual([await ended, await detached], [{ id: session.id, reason }, { id: handle.id, reason }]);
    const { events_may_be_lost, kept, rebuilt, ended: ends } = await back;
    assert.deepEqual({ events_may_be_lost, kept, rebuilt, ends }, { events_may_be_lost: true, kept: [], rebuilt: [], ends: [session.id] });
    const again = await (await connection.create()).attach(EchoTest);
    assert.equal((await again.start(audio)).result, 'ok');
    await connection.close();
  });

  test('or they are created again, and the application joins again', async () => {
    const { connection, session, handle } = await it.attached({ rebuild: true, within_secs: 30 }, VideoRoom);
    const join = async () => handle.joinPublisher({ room: (await handle.create({ is_private: true })).room });
    await join();
    const before = [session.id, handle.id];
    assert.ok(handle.feed);
    const rebuilt = nextEvent(handle, EVENT.HANDLE_REBUILT);
    const back = nextEvent(connection, EVENT.CONNECTION_RESUMED);
    await it.janus.restart();
    const { id } = await rebuilt;
    assert.deepEqual((await back).rebuilt, [{ before: before[0], id: session.id }]);
    assert.equal(handle.id, id);
    assert.equal(handle.name, `[${id}]`);
    assert.notDeepEqual([session.id, id], before);
    assert.equal(handle.feed, null, 'the handle is in no room');
    await join();
    assert.ok(handle.feed);
    const { sessions } = await it.janus.admin({ janus: 'list_sessions' });
    assert.deepEqual(sessions, [session.id]);
    await connection.close();
  });
});

describe('a session is prepared before its handles are attached again', () => {
  let it;
  before(async () => (it = await stage()));
  after(() => it.stop());
  const createRoom = async (session) => {
    const rooms = await session.attach(VideoRoom);
    await rooms.create({ room: 4321 }).catch(() => 'it is there');
    await rooms.detach();
  };

  test('so that its room exists', async () => {
    const prepared = [];
    const rebuild = async (session) => {
      prepared.push(session);
      await createRoom(session);
    };
    const { connection, session, handle } = await it.attached({ rebuild }, VideoRoom);
    const other = await (await connection.create()).attach(VideoRoom);
    await createRoom(session);
    const joined = [handle, other].map(async (user) => {
      await nextEvent(user, EVENT.HANDLE_REBUILT);
      return user.joinPublisher({ room: 4321 });
    });
    await it.janus.restart();
    for (const { room } of await Promise.all(joined)) assert.equal(room, 4321);
    assert.deepEqual(prepared, [session, other.session]);
    await connection.close();
  });

  test('one that can not be prepared is destroyed', async () => {
    const rebuild = () => Promise.reject(new Error('no room today'));
    const { connection, session, handle } = await it.attached({ rebuild }, VideoRoom);
    const lines = [];
    Logger.setSink((level, [text]) => lines.push(`${level}: ${text}`));
    const { id } = session;
    const back = nextEvent(connection, EVENT.CONNECTION_RESUMED);
    const ends = [nextEvent(handle, EVENT.HANDLE_DETACHED), nextEvent(session, EVENT.SESSION_DESTROYED)];
    await it.janus.restart();
    assert.deepEqual((await Promise.all(ends)).map(({ reason }) => reason), ['rebuild_failed', 'rebuild_failed']);
    assert.deepEqual((await back).ended, [id]);
    Logger.setSink();
    assert.match(lines.join('\n'), /error: \[\d+\] session \d+ could not be prepared after its rebuild: no room today/);
    assert.deepEqual((await it.janus.admin({ janus: 'list_sessions' })).sessions, []);
    await connection.close();
  });
});

describe('a session is prepared, on the mock server', () => {
  /** Connects; then the mock server is started again, and the connection has its report. */
  async function restarted(t, rebuild, more = {}) {
    const janus = await MockJanus.start();
    const connection = await connect({ address: { url: janus.url }, reconnect: { rebuild }, retry_time_secs: 0.01, ...more });
    t.after(async () => {
      await connection.close();
      await janus.stop();
    });
    const [good, bad] = [await connection.create(), await connection.create()];
    const ids = [good.id, bad.id];
    const handles = [await good.attach(EchoTest), await bad.attach(EchoTest)];
    const order = [];
    handles[0].on(EVENT.HANDLE_REBUILT, () => order.push('rebuilt'));
    handles[1].on(EVENT.HANDLE_DETACHED, ({ reason }) => order.push(reason));
    bad.on(EVENT.SESSION_DESTROYED, ({ reason }) => order.push(`session ${reason}`));
    const back = nextEvent(connection, EVENT.CONNECTION_RESUMED);
    back.then(() => order.push('resumed'));
    janus.inject('restart');
    return { connection, good, bad, ids, handles, back, order, janus };
  }

  test('one that fails is reported as ended, when all have been prepared', async (t) => {
    let prepared = 0;
    const rebuild = async (session) => {
      const number = ++prepared;
      await session.attach(EchoTest);
      if (number === 2) throw new Error('no room today');
    };
    const { connection, good, ids, back, order, janus } = await restarted(t, rebuild);
    const { kept, rebuilt, ended } = await within(back, 'the report');
    assert.deepEqual({ kept, rebuilt, ended }, { kept: [], rebuilt: [{ before: ids[0], id: good.id }], ended: [ids[1]] });
    await within((async () => { while (!order.includes('rebuilt')) await connection.ping(); })(), 'the handle is attached again');
    assert.deepEqual(order.filter((what) => what !== 'rebuilt'), ['rebuild_failed', 'session rebuild_failed', 'resumed']);
    assert.deepEqual(janus.sessions(), [good.id]);
  });

  test('one that does not settle ends after the request timeout', async (t) => {
    let prepared = 0;
    const rebuild = () => (++prepared === 2 ? new Promise(() => {}) : undefined);
    const { bad, good, ids, back, order } = await restarted(t, rebuild, { request_timeout_ms: 300 });
    const { rebuilt, ended } = await within(back, 'the report');
    assert.deepEqual({ rebuilt, ended }, { rebuilt: [{ before: ids[0], id: good.id }], ended: [ids[1]] });
    assert.equal(bad.ended, 'rebuild_failed');
    assert.equal(order.at(-1), 'resumed');
    await failure(bad.attach(EchoTest), 'session_gone');
  });
});

test('a connection that can not be restored ends: connection_lost, then connection_error', async () => {
  const fake = await startFake();
  const connection = await connect({ ...fake.config, reconnect: { within_secs: 0.5 } });
  const session = await connection.create();
  const emitted = [];
  for (const event of [EVENT.CONNECTION_RECONNECTING, EVENT.CONNECTION_LOST, EVENT.CONNECTION_ERROR]) {
    connection.on(event, ({ code }) => emitted.push([event, code]));
  }
  const [ended, error] = [nextEvent(session, EVENT.SESSION_DESTROYED), nextEvent(connection, EVENT.CONNECTION_ERROR)];
  const away = nextEvent(connection, EVENT.CONNECTION_RECONNECTING);
  await fake.stop();
  await away;
  const waiting = failure(connection.ping(), 'connection_lost');
  assert.equal((await ended).reason, 'connection_lost');
  await error;
  assert.equal((await waiting).sent, false);
  assert.deepEqual(emitted.map(([event]) => event), ['connection_reconnecting', 'connection_lost', 'connection_error']);
});

test('a close without a transport connection ends at once', async () => {
  const fake = await startFake();
  const connection = await connect({ ...fake.config, reconnect: true });
  await connection.create();
  const away = nextEvent(connection, EVENT.CONNECTION_RECONNECTING);
  await fake.stop();
  await away;
  const closed = nextEvent(connection, EVENT.CONNECTION_CLOSED);
  await within(connection.close(), 'the close');
  await closed;
  assert.equal(connection.stats().in_flight, 0);
});

test('a silent transport connection is replaced', async () => {
  const it = await stage('--reclaim', '20');
  const connection = await connect({ address: { url: it.proxy.url, apisecret }, reconnect: true });
  const handle = await (await connection.create(1)).attach(EchoTest);
  const back = nextEvent(connection, EVENT.CONNECTION_RESUMED);
  it.proxy.silence();
  await back;
  assert.equal((await handle.start(audio)).result, 'ok');
  await connection.close();
  await it.stop();
});

test('the valid values of reconnect', async () => {
  const url = 'ws://127.0.0.1:1';
  for (const reconnect of ['yes', 5, [], { within_secs: -1 }, { within_secs: '5' }, { rebuild: 1 }]) {
    await failure(connect({ address: { url }, reconnect }), 'invalid_config', /"reconnect/);
  }
});
