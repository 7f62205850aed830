// Invalid arguments of the caller.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';

import { connect, Logger } from 'bifrons';
import VideoRoom from 'bifrons/plugins/videoroom';

import { failure } from './support/expect.mjs';
import { startFake } from './support/fake.mjs';

let fake;
let connection;
let admin;
let session;
let handle;
before(async () => {
  fake = await startFake();
  // Before the connection is created: the server uses the latest one.
  admin = await connect({ ...fake.config, is_admin: true });
  connection = await connect(fake.config);
  session = await connection.create();
  handle = await session.attach('janus.plugin.fake');
});
after(async () => {
  await connection.close();
  await admin.close();
  await fake.stop();
});

const circular = {};
circular.itself = circular;

describe('a body', () => {
  const bodies = {
    undefined: [undefined, /body must be an object/],
    null: [null, /body must be an object/],
    'a text': ['text', /body must be an object/],
    'a number': [5, /body must be an object/],
    'a list': [[1], /body must be an object/],
    'a function': [() => {}, /body must be an object/],
    'circular': [circular, /body can't be written as JSON/],
    'a BigInt in it': [{ id: 1n }, /body can't be written as JSON/],
    'a date': [new Date(0), /body is no object when it is written as JSON/],
    'nothing, when it is written': [{ toJSON: () => undefined }, /body is no object when it is written as JSON/],
    'a getter that throws': [{ get id() { throw new Error('not now'); } }, /body can't be written as JSON/],
  };
  for (const [name, [body, text]] of Object.entries(bodies)) {
    test(name, async () => {
      const sent = fake.requests.length;
      const error = await failure(handle.message(body), 'invalid_argument', text);
      assert.equal(error.fault, 'caller');
      await connection.ping();
      assert.equal(fake.requests.length, sent + 1, 'only the ping was sent');
    });
  }
});

test('parameters that are no object', async () => {
  const videoroom = await session.attach(VideoRoom);
  const sent = fake.requests.length;
  const wrong = [null, 1234, 'a text', true, [], () => {}];
  for (const params of wrong) {
    for (const call of [videoroom.create(params), videoroom.list(params), videoroom.configure(params), videoroom.leave(params)]) {
      await failure(call, 'invalid_argument', 'the first argument, the parameters, must be an object');
    }
  }
  assert.equal(fake.requests.length, sent, 'nothing is sent');
});

test('a plugin as require and import * return it', async () => {
  const handle = await session.attach(createRequire(import.meta.url)('bifrons/plugins/videoroom'));
  assert.equal(typeof handle.joinPublisher, 'function');
  await failure(session.attach({ default: {} }), 'invalid_argument', 'plugin identifier null or not valid');
});

test('an invalid jsep', async () => {
  for (const jsep of ['offer', 5, [1]]) await failure(handle.message({}, jsep), 'invalid_argument', 'jsep must be an object');
  await failure(handle.message({}, circular), 'invalid_argument', /jsep can't be written/);
});

describe('a request', () => {
  const requests = {
    undefined: [undefined, 'request must be an object'],
    null: [null, 'request must be an object'],
    'a text': ['info', 'request must be an object'],
    'a list': [[], 'request must be an object'],
    'without a verb': [{}, 'a request needs the field "janus"'],
    'with a verb that is no text': [{ janus: 5 }, 'a request needs the field "janus"'],
    'with a transaction that is no text': [{ janus: 'x', transaction: 5 }, 'a transaction must be a string'],
    'circular': [{ janus: 'x', circular }, /request can't be written as JSON/],
    'for a session over 2^53': [{ janus: 'x', session_id: 2 ** 53 }, /session_id must be a whole number/],
    'for a session that is text': [{ janus: 'x', session_id: '5' }, /session_id must be a whole number/],
    'for a handle below zero': [{ janus: 'x', handle_id: -1 }, /handle_id must be a whole number/],
    'for half a handle': [{ janus: 'x', handle_id: 1.5 }, /handle_id must be a whole number/],
  };
  for (const [name, [request, text]] of Object.entries(requests)) {
    test(name, async () => {
      for (const sender of [connection, session, handle]) await failure(sender.sendRequest(request), 'invalid_argument', text);
    });
  }
});

test('ids over 2^53, and invalid ids', async () => {
  for (const id of [2 ** 53, -1, 1.5, NaN, Infinity]) {
    await failure(connection.create(30, { id }), 'invalid_argument', /whole number/);
    await failure(connection.claim(id), 'invalid_argument');
    await failure(session.adopt('janus.plugin.fake', id), 'invalid_argument', /whole number/);
    await failure(admin.listHandles(id), 'invalid_argument');
    await failure(admin.handleInfo(1, id), 'invalid_argument');
  }
});

test('the largest valid id', async () => {
  const { id } = await connection.create(30, { id: Number.MAX_SAFE_INTEGER });
  assert.equal(typeof id, 'number');
  assert.equal(fake.received('create').at(-1).id, 2 ** 53 - 1);
});

test('invalid options of attach', async () => {
  await failure(session.attach('janus.plugin.fake', { opaque_id: 5 }), 'invalid_argument', /opaque_id must be a string/);
  for (const loop_index of [-1, 1.5, '1', 2 ** 40]) {
    await failure(session.attach('janus.plugin.fake', { loop_index }), 'invalid_argument', /loop_index must be a whole number/);
  }
});

test('the connection still works after all invalid arguments', async () => {
  assert.equal((await connection.ping()).janus, 'pong');
  assert.equal(connection.stats().protocol_violations, 0);
});

describe('one object instead of separate arguments', () => {
  const last = () => {
    const { transaction, ...request } = fake.requests.at(-1);
    return request;
  };

  const methods = {
    setSessionTimeout: { timeout: 30, session_id: 1 },
    setLogLevel: { level: 4 },
    setLogTimestamps: { timestamps: true },
    setLogColors: { colors: false },
    setLockingDebug: { debug: false },
    setRefcountDebug: { debug: true },
    setLibniceDebug: { debug: true },
    setMinNackQueue: { min_nack_queue: 200 },
    setNackOptimizations: { nack_optimizations: true },
    setNoMediaTimer: { no_media_timer: 0 },
    setSlowlinkThreshold: { slowlink_threshold: 4 },
    acceptNewSessions: { accept: false },
    listHandles: { session_id: 1 },
    destroySession: { session_id: 1 },
    handleInfo: { session_id: 1, handle_id: 2, plugin_only: true },
    startPcap: { session_id: 1, handle_id: 2, folder: '/tmp', filename: 'x.pcap', truncate: 10 },
    stopPcap: { session_id: 1, handle_id: 2 },
    startText2pcap: { session_id: 1, handle_id: 2, folder: '/tmp', filename: 'x.txt', truncate: 10 },
    stopText2pcap: { session_id: 1, handle_id: 2 },
    detachHandle: { session_id: 1, handle_id: 2 },
    hangupWebrtc: { session_id: 1, handle_id: 2 },
    addToken: { token: 't', plugins: ['p'] },
    allowToken: { token: 't', plugins: ['p'] },
    disallowToken: { token: 't', plugins: ['p'] },
    removeToken: { token: 't' },
    resolveAddress: { address: 'localhost' },
    testStun: { address: 'localhost', port: 3478, localport: 4000 },
    messagePlugin: { plugin: 'janus.plugin.videoroom', request: { request: 'list' } },
    queryTransport: { transport: 'janus.transport.http', request: { request: 'x' } },
    queryEventhandler: { handler: 'h', request: { request: 'x' } },
    queryLogger: { logger: 'l', request: { request: 'x' } },
    customEvent: { schema: 's', data: { x: 1 } },
    customLogline: { line: 'text', level: 3 },
  };

  test('all requests of the Admin API with fields are in the list', () => {
    const proto = Object.getPrototypeOf(Object.getPrototypeOf(admin));
    const names = Object.getOwnPropertyNames(proto).filter((name) => name !== 'constructor');
    const without = ['getStatus', 'listSessions', 'listTokens', 'loopsInfo'];
    assert.deepEqual(names.sort(), [...Object.keys(methods), ...without].sort());
  });

  for (const [method, fields] of Object.entries(methods)) {
    test(`admin.${method}`, async () => {
      await admin[method](...Object.values(fields));
      const separate = last();
      await admin[method](fields, { timeout_ms: 1000 });
      assert.deepEqual(last(), separate);
      for (const [name, value] of Object.entries(fields)) assert.deepEqual(last()[name], value);
      await failure(admin[method]({}), 'invalid_argument', / parameter not specified$/);
      await failure(admin[method](fields, { timeout_ms: -1 }), 'invalid_argument', /timeout_ms/);
    });
  }

  test('a field that is not given is not sent; an unknown one is, with a warning; none becomes the kind', async () => {
    const warnings = [];
    Logger.setSink((level, [text]) => level === 'warning' && warnings.push(text));
    await admin.setSessionTimeout({ timeout: 30, session_id: undefined, session: 5, janus: 'list_sessions' });
    Logger.setSink();
    assert.deepEqual(last(), { janus: 'set_session_timeout', timeout: 30, session: 5 });
    assert.match(warnings[0], /the request "set_session_timeout" has no field "session", .*did you mean "session_id"/);
  });

  test('claim, adopt', async () => {
    const claimed = await connection.claim({ session_id: 4711, ka_interval: 20, timeout_ms: 1000 });
    assert.deepEqual([claimed.id, last().janus, last().session_id], [4711, 'claim', 4711]);
    const handle = await claimed.adopt('janus.plugin.fake', { handle_id: 4712, timeout_ms: 1000 });
    assert.equal(handle.id, 4712);
    await failure(connection.claim({ session_id: undefined, ka_interval: 20 }), 'invalid_argument', /session_id parameter not specified/);
    await failure(connection.claim({ ka_interval: 20 }), 'invalid_argument', /session_id must be a whole number/);
    await failure(connection.claim({ session_id: 5, timeout_ms: -1 }), 'invalid_argument', /timeout_ms/);
    await failure(claimed.adopt('janus.plugin.fake', {}), 'invalid_argument', /handle_id/);
  });

  test('message', async () => {
    const jsep = { type: 'offer', sdp: 'v=0' };
    const { signal } = new AbortController();
    for (const more of [[jsep], [{ jsep }], [{ jsep, timeout_ms: 1000, signal }], [jsep, { signal }]]) {
      await handle.message({ request: 'x' }, ...more);
      assert.deepEqual([last().body, last().jsep], [{ request: 'x' }, jsep]);
    }
    await handle.message({ request: 'x' }, { timeout_ms: 1000 });
    assert.equal('jsep' in last(), false);
    await failure(handle.message({}, { signal: AbortSignal.abort() }), 'cancelled');
  });
});
