// The same tests over every transport, with a real Janus.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { connect, EVENT } from 'bifrons';
import { Handle } from 'bifrons/handle';
import EchoTest from 'bifrons/plugins/echotest';
import { signToken } from 'bifrons/token';

import { eventually, failure, nextEvent, within } from './support/expect.mjs';
import { admin_secret, apisecret, startJanus } from './support/janus.mjs';
import { candidate, offer } from './support/offer.mjs';
import { configsOf } from './support/transports.mjs';

const tokenSecret = 'planted-token-secret';
const LUA = 'janus.plugin.lua';
const stored = 'planted stored&token';

/** Records what it receives: a script's responses, and the event after each. */
class Listener extends Handle {
  seen = [];

  handleMessage(message) {
    const { pushed, received: body } = message.plugindata.data;
    this.seen.push(pushed ? 'pushed' : body.number);
    this.closeTransactionWithSuccess(message.transaction, message);
    return {};
  }
}

/** The Janus servers of the tests: the first signs tokens, the second stores them and has its WebSockets on paths. */
const servers = {
  signing: { options: ['--wss', '--http', '--unix', 'dgram', '--token-auth-secret', tokenSecret], ways: ['ws', 'wss', 'http', 'file', 'own'] },
  storing: { options: ['--ws-unix', '--http', '--unix', 'dgram', '--token-auth'], ways: ['ws+unix', 'http', 'file'] },
};

for (const [name, { options, ways }] of Object.entries(servers)) {
  describe(name, () => {
    let janus;
    let token;
    before(async () => {
      janus = await startJanus(...options);
      if (name === 'storing') await janus.admin({ janus: 'add_token', token: (token = stored) });
      else token = signToken(tokenSecret, { plugins: [EchoTest.id, LUA], valid_s: 300 });
    });
    after(() => janus.stop());
    for (const way of ways) describe(way, () => core(() => configsOf(way, janus, { apisecret, admin_secret }), () => janus, () => token));
  });
}

function core(configs, janus, token) {
  const opened = [];
  const open = async (config) => {
    const connection = await within(connect(config), 'a connection');
    opened.push(connection);
    return connection;
  };
  after(() => Promise.all(opened.map((connection) => connection.close())));

  const sessions = async () => (await janus().admin({ janus: 'list_sessions' })).sessions;

  /** A session, a handle, an offer, candidates: with this secret, or this token. */
  async function call(access) {
    const connection = await open(configs().api(access));
    assert.equal((await connection.getInfo()).janus, 'server_info');
    assert.equal((await connection.ping()).janus, 'pong');
    const session = await connection.create();
    const echo = await session.attach(EchoTest);
    const { result, jsep } = await echo.start({ audio: true, jsep: offer() });
    assert.deepEqual([result, jsep.type], ['ok', 'answer']);
    assert.equal((await echo.trickle(candidate)).janus, 'ack');
    assert.equal((await echo.trickleComplete()).janus, 'ack');
    const hungUp = nextEvent(echo, EVENT.HANDLE_HANGUP);
    await echo.hangup();
    await hungUp;
    await echo.detach();
    await session.destroy();
    assert.ok(!(await sessions()).includes(session.id));
    await connection.close();
  }

  test('a call from the first request to the last, with the secret', () => call());
  test('the same with a token', () => call({ token: token() }));

  test('responses and events keep their order', async () => {
    const connection = await open(configs().api());
    const handle = await (await connection.create()).attach({ id: LUA, Handle: Listener });
    for (let number = 0; number < 25; number++) await handle.message({ later: true, push: true, number });
    await eventually('the last event', () => handle.seen.length, (length) => length === 50);
    assert.deepEqual(handle.seen, Array.from({ length: 25 }, (_, number) => [number, 'pushed']).flat());
    await connection.close();
  });

  test('refusals are typed', async () => {
    const connection = await open(configs().api());
    const session = await connection.create();
    const missing = await failure(session.attach('janus.plugin.none'), 'janus_refused', /^460 /);
    assert.deepEqual([missing.janus, missing.session, missing.sent], [460, session.id, true]);
    const handle = await session.attach(EchoTest);
    await failure(handle.start({ audio: 'yes' }), 'plugin_refused');
    await failure(connection.sendRequest({ janus: 'nonsense' }), 'janus_refused', /^45\d /);
    await connection.close();
  });

  test('a wrong secret is refused and never disclosed', async () => {
    const connection = await open(configs().api({ apisecret: 'planted wrong&secret' }));
    const error = await failure(connection.create(), 'janus_refused', /^403 /);
    assert.ok(!`${error.message} ${JSON.stringify(error)}`.includes('planted'));
    await connection.close();
  });

  test('close leaves no session behind', async () => {
    const connection = await open(configs().api());
    const made = await Promise.all([connection.create(), connection.create()]);
    await made[0].attach(EchoTest);
    const closed = nextEvent(connection, EVENT.CONNECTION_CLOSED);
    await connection.close();
    await closed;
    const left = await sessions();
    assert.ok(made.every(({ id }) => !left.includes(id)));
  });

  test('another connection takes a session over', async () => {
    const [first, second] = [await open(configs().api()), await open(configs().api())];
    const session = await first.create();
    const handle = await session.attach(EchoTest);
    const claimed = await second.claim(session.id);
    const adopted = await claimed.adopt(EchoTest, handle.id);
    const { jsep } = await adopted.start({ audio: true, jsep: offer() });
    assert.equal(jsep.type, 'answer');
    await second.close();
    assert.ok(!(await sessions()).includes(session.id));
    await first.close();
  });

  test('a session that an administrator ends', async () => {
    const connection = await open(configs().api());
    const session = await connection.create(0.2);
    const handle = await session.attach(EchoTest);
    const ends = [nextEvent(session, EVENT.SESSION_DESTROYED), nextEvent(handle, EVENT.HANDLE_DETACHED)];
    await janus().admin({ janus: 'destroy_session', session_id: session.id });
    assert.deepEqual((await Promise.all(ends)).map(({ reason }) => reason), ['not_found', 'not_found']);
    assert.equal((await connection.ping()).janus, 'pong', 'the connection goes on');
    await connection.close();
  });

  test('twenty handles in two sessions beside each other', async () => {
    const connection = await open(configs().api());
    const made = await Promise.all([connection.create(), connection.create()]);
    const handles = await Promise.all(Array.from({ length: 20 }, (_, index) => made[index % 2].attach(EchoTest)));
    const responses = await Promise.all(handles.map((echo) => echo.start({ audio: true, jsep: offer() })));
    assert.ok(responses.every(({ jsep }) => jsep.type === 'answer'));
    await Promise.all(handles.map((echo) => echo.detach()));
    for (const { id } of made) {
      const { handles: left } = await janus().admin({ janus: 'list_handles', session_id: id });
      assert.deepEqual(left, []);
    }
    await connection.close();
  });

  test('the Admin API', async () => {
    const [connection, admin] = [await open(configs().api()), await open(configs().admin())];
    const session = await connection.create();
    const echo = await session.attach(EchoTest);
    assert.ok((await admin.listSessions()).sessions.includes(session.id));
    assert.deepEqual((await admin.listHandles(session.id)).handles, [echo.id]);
    assert.equal((await admin.handleInfo(session.id, echo.id)).info.plugin, EchoTest.id);
    await failure(admin.listHandles(session.id + 1), 'janus_refused', /^458 /);
    await session.destroy();
    await eventually('the session has ended', () => admin.listSessions(), ({ sessions: left }) => !left.includes(session.id));
    await Promise.all([connection.close(), admin.close()]);
  });
}
