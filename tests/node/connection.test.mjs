import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { connect, EVENT } from 'bifrons';

import { eventually, failure, nextEvent } from './support/expect.mjs';
import { startFake } from './support/fake.mjs';
import { startJanus } from './support/janus.mjs';

let janus;
let connection;
before(async () => {
  janus = await startJanus();
  connection = await connect(janus.config);
});
after(async () => {
  await connection.close();
  await janus.stop();
});

test('a connection has an id and a name', async () => {
  const other = await connect(janus.config);
  assert.equal(typeof other.id, 'number');
  assert.notEqual(other.id, connection.id);
  assert.equal(other.name, `[${other.id}]`);
  assert.equal(other.getRemoteHostname(), '127.0.0.1');
  await other.close();
  assert.equal(other.getRemoteHostname(), '127.0.0.1');
});

test('getInfo, ping', async () => {
  const info = await connection.getInfo();
  assert.equal(info.janus, 'server_info');
  assert.ok(info.plugins['janus.plugin.echotest']);
  assert.equal((await connection.ping()).janus, 'pong');
});

test('sendRequest resolves with the whole response', async () => {
  const response = await connection.sendRequest({ janus: 'info' });
  assert.equal(response.janus, 'server_info');
  const pong = await connection.sendRequest({ janus: 'ping', transaction: 'my own' });
  assert.equal(pong.transaction, 'my own');
});

test('a refusal by Janus is an error with its code', async () => {
  const error = await failure(connection.sendRequest({ janus: 'nonsense' }), 'janus_refused', /^457 /);
  assert.deepEqual([error.janus, error.request, error.fault, error.sent], [457, 'nonsense', 'server', true]);
  assert.match(error.transaction, /^\d+$/);
  assert.ok(error.elapsed_ms >= 0);
});

test('the caller\'s request is not changed', async () => {
  const request = Object.freeze({ janus: 'info' });
  await connection.sendRequest(request);
});

test('create, with an id of the application', async () => {
  const session = await connection.create(30, { id: 4711 });
  assert.equal(session.id, 4711);
  assert.equal(session.name, '[4711]');
  assert.equal(session.connection, connection);
  const error = await failure(connection.create(undefined, { id: 4711 }), 'janus_refused', /^468 /);
  assert.equal(error.janus, 468);
  await session.destroy();
});

test('the Admin API', async (t) => {
  const admin = await connect(janus.adminConfig);
  const session = await connection.create();
  const handle = await session.attach('janus.plugin.echotest');

  await t.test('getInfo', async () => assert.equal((await admin.getInfo()).janus, 'server_info'));
  await t.test('listSessions', async () => assert.ok((await admin.listSessions()).sessions.includes(session.id)));
  await t.test('listHandles', async () => {
    assert.deepEqual((await admin.listHandles(session.id)).handles, [handle.id]);
    await failure(admin.listHandles(), 'invalid_argument', 'session_id parameter not specified');
  });
  await t.test('handleInfo', async () => {
    assert.equal((await admin.handleInfo(session.id, handle.id)).info.plugin, 'janus.plugin.echotest');
    await failure(admin.handleInfo(), 'invalid_argument', 'session_id parameter not specified');
    await failure(admin.handleInfo(session.id), 'invalid_argument', 'handle_id parameter not specified');
  });
  await t.test('startPcap, stopPcap', async () => {
    await failure(admin.startPcap(session.id, undefined, '/tmp', 'x'), 'invalid_argument', 'handle_id parameter not specified');
    await failure(admin.stopPcap(session.id, handle.id), 'janus_refused', /^490 /);
    const started = await admin.startPcap(session.id, handle.id, janus.folder, 'packets.pcap', 100);
    assert.equal(started.janus, 'success');
    assert.equal((await admin.stopPcap(session.id, handle.id)).janus, 'success');
  });
  await t.test('a wrong secret', async () => {
    const { address: { url } } = janus.adminConfig;
    const stranger = await connect({ is_admin: true, address: { url, apisecret: 'wrong' } });
    await failure(stranger.listSessions(), 'janus_refused', /^403 /);
    await stranger.close();
  });
  await session.destroy();
  await admin.close();
});

test('the Admin API, when packets are to be written', async () => {
  const fake = await startFake();
  const admin = await connect({ ...fake.config, is_admin: true });
  assert.equal(fake.headers['sec-websocket-protocol'], 'janus-admin-protocol');
  await admin.startPcap(1, 2, 'folder', 'file', 100);
  await admin.startPcap(1, 2, 'folder', 'file');
  const [limited, whole] = fake.received('start_pcap').map(({ transaction, ...request }) => request);
  assert.deepEqual(limited, { janus: 'start_pcap', session_id: 1, handle_id: 2, folder: 'folder', filename: 'file', truncate: 100 });
  assert.ok(!('truncate' in whole));
  await admin.close();
  await fake.stop();
});

describe('close', () => {
  test('destroys the sessions in Janus and emits the end of each object, the innermost first', async () => {
    const closing = await connect(janus.config);
    const session = await closing.create();
    const handle = await session.attach('janus.plugin.echotest');
    const order = [];
    closing.on(EVENT.CONNECTION_CLOSED, (data) => order.push(['connection', data]));
    session.on(EVENT.SESSION_DESTROYED, (data) => order.push(['session', data]));
    handle.on(EVENT.HANDLE_DETACHED, (data) => order.push(['handle', data]));
    assert.equal(await closing.close(), undefined);
    const reason = 'connection_closed';
    assert.deepEqual(order, [
      ['handle', { id: handle.id, reason }],
      ['session', { id: session.id, reason }],
      ['connection', { id: closing.id }],
    ]);
    const { sessions } = await janus.admin({ janus: 'list_sessions' });
    assert.ok(!sessions.includes(session.id), 'Janus has no such session');
    for (const emitter of [closing, session, handle]) assert.deepEqual(emitter.eventNames(), []);
  });

  test('a second call has no effect', async () => {
    const closing = await connect(janus.config);
    await Promise.all([closing.close(), closing.close()]);
    await closing.close();
  });

  test('pending requests reject', async () => {
    const fake = await startFake(({ janus: verb }) => (verb === 'ping' ? null : undefined));
    const closing = await connect(fake.config);
    const ping = failure(closing.ping(), 'connection_closed');
    await closing.close();
    await ping;
    await fake.stop();
  });

  test('each later call fails, and its error says why', async () => {
    const closed = await connect(janus.config);
    const session = await closed.create();
    const handle = await session.attach('janus.plugin.echotest');
    await closed.close();
    await failure(closed.create(), 'connection_closed', 'the connection has been closed');
    await failure(closed.getInfo(), 'connection_closed');
    await failure(closed.sendRequest({ janus: 'info' }), 'connection_closed');
    await failure(session.attach('janus.plugin.echotest'), 'connection_closed');
    await failure(session.sendRequest({ janus: 'keepalive' }), 'connection_closed');
    await session.destroy();
    await failure(handle.message({}), 'connection_closed');
    await failure(handle.trickle(), 'connection_closed');
    await failure(handle.hangup(), 'connection_closed');
    await handle.detach();
    assert.deepEqual([closed.state, session.ended, handle.detached], ['closed', 'connection_closed', 'connection_closed']);
    assert.equal(handle.ownsTransaction('1'), false);
    assert.equal(closed.stats().succeeded, 2);
  });
});

describe('a connection that is lost', () => {
  test('each object emits its end, and requests end', async () => {
    const doomed = await startJanus();
    const lost = await connect(doomed.config);
    const session = await lost.create();
    const handle = await session.attach('janus.plugin.echotest');
    const [error, ended, detached] = [
      nextEvent(lost, EVENT.CONNECTION_ERROR),
      nextEvent(session, EVENT.SESSION_DESTROYED),
      nextEvent(handle, EVENT.HANDLE_DETACHED),
    ];
    await doomed.stop();
    const reason = 'connection_lost';
    assert.deepEqual(await ended, { id: session.id, reason });
    assert.deepEqual(await detached, { id: handle.id, reason });
    assert.ok((await error) instanceof Error);
    assert.equal((await error).code, 'connection_lost');
    assert.match((await error).message, /^unexpected disconnection/);
    assert.equal((await failure(lost.getInfo(), 'connection_lost')).fault, 'network');
    await lost.close();
  });

  test('the error of a request that was sent states that Janus may have carried it out', async () => {
    const fake = await startFake(({ janus: verb }, socket) => (verb === 'ping' ? (socket.terminate(), null) : undefined));
    const lost = await connect(fake.config);
    const error = await failure(lost.ping(), 'response_lost');
    assert.deepEqual([error.sent, error.request], [true, 'ping']);
    await fake.stop();
  });

  test('without listeners nothing is thrown', async () => {
    const fake = await startFake();
    const lost = await connect(fake.config);
    fake.socket.close(1001, 'restart');
    await eventually('the loss', () => lost.ping().catch(({ code }) => code), (code) => code === 'connection_lost');
    await fake.stop();
  });
});

test('stats', async () => {
  const counted = await connect(janus.config);
  await counted.ping();
  await failure(counted.sendRequest({ janus: 'nonsense' }), 'janus_refused');
  const { sent, succeeded, refused, protocol_violations } = counted.stats();
  assert.deepEqual({ sent, succeeded, refused, protocol_violations }, { sent: 3, succeeded: 1, refused: 1, protocol_violations: 0 });
  await counted.close();
  assert.equal(counted.stats().sent, 3);
});
