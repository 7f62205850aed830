// The outcomes of requests: successes, refusals, timeouts, and events before the response to attach.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';

import { connect, EVENT } from 'bifrons';
import EchoTest from 'bifrons/plugins/echotest';
import VideoRoom from 'bifrons/plugins/videoroom';
import { MockJanus } from 'bifrons/testing';

import { eventually, failure, nextEvent, within } from './support/expect.mjs';
import { startFake } from './support/fake.mjs';
import { startJanus } from './support/janus.mjs';

describe('endings', () => {
  let janus;
  before(async () => (janus = await startJanus('--http')));
  after(() => janus.stop());

  for (const scheme of ['ws', 'http']) {
    test(`two requests to leave are pending and the session is destroyed, over ${scheme}, 60 times`, async () => {
      const url = scheme === 'ws' ? janus.config.address.url : janus.places.http;
      const connection = await connect({ address: { ...janus.config.address, url } });
      for (let round = 0; round < 60; round++) {
        const session = await connection.create();
        const ended = nextEvent(session, EVENT.SESSION_DESTROYED);
        const handles = [await session.attach(VideoRoom), await session.attach(VideoRoom)];
        for (const handle of handles) await handle.joinPublisher({ room: 1234 });
        const leaves = handles.map((handle) => handle.leave().catch(() => {}));
        await session.destroy();
        assert.equal((await ended).reason, 'destroyed');
        await Promise.all(leaves);
      }
      assert.equal(connection.stats().protocol_violations, 0);
      await connection.close();
    });
  }

  test('detach with 20 pending requests', async () => {
    const connection = await connect(janus.config);
    const session = await connection.create();
    for (let round = 0; round < 30; round++) {
      const echo = await session.attach(EchoTest);
      const ended = nextEvent(echo, EVENT.HANDLE_DETACHED);
      const open = Array.from({ length: 20 }, () => echo.start({ audio: true }).catch(() => {}));
      await echo.detach();
      assert.equal((await ended).reason, 'detached');
      await Promise.all(open);
    }
    await connection.close();
  });

  test('the mock responds out of order on command, as a busy Janus does', async () => {
    const mock = await MockJanus.start();
    mock.inject('threads', true);
    const connection = await connect({ address: { url: mock.url } });
    let first = 0;
    for (let round = 0; round < 40; round++) {
      const session = await connection.create();
      const echo = await session.attach(EchoTest);
      const open = echo.start({ audio: true }).then(() => undefined, ({ janus }) => janus);
      await session.destroy();
      first += (await open) === 458;
    }
    assert.ok(first > 0, 'some refusal came before the response to destroy');
    await connection.close();
    await mock.stop();
  });

  test('the error of a request to an ended object states whose fault it is', async () => {
    const mock = await MockJanus.start();
    const connection = await connect({ address: { url: mock.url } });
    const session = await connection.create();
    const echo = await session.attach(EchoTest);
    const emitted = nextEvent(session, EVENT.SESSION_DESTROYED);
    mock.inject('expire_sessions');
    await emitted;
    const late = await failure(echo.start({ audio: true }), 'handle_detached', /expired/);
    assert.equal(late.fault, 'network');
    assert.equal((await failure(session.attach(EchoTest), 'session_gone', /expired/)).fault, 'network');
    const own = await connection.create();
    await own.destroy();
    assert.equal((await failure(own.attach(EchoTest), 'session_gone', /this side/)).fault, 'caller');
    await connection.close();
    await mock.stop();
  });
});

describe('refusals and timeouts', () => {
  test("the error of a plugin's refusal has all known fields, and is counted", async () => {
    const janus = await startJanus();
    const connection = await connect(janus.config);
    const room = await (await connection.create()).attach(VideoRoom);
    const error = await failure(room.joinPublisher({ room: 77 }), 'plugin_refused', /^426 /);
    assert.deepEqual([error.request, error.sent, error.session, error.handle], ['join', true, room.session.id, room.id]);
    assert.match(error.transaction, /^[0-9]+$/);
    assert.ok(error.elapsed_ms > 0 && error.elapsed_ms < 10_000, `${error.elapsed_ms}`);
    assert.equal(connection.stats().refused, 1);
    await connection.close();
    await janus.stop();
  });

  test('a timeout names the request, and states whether it was sent', async () => {
    const fake = await startFake(({ janus }) => (janus === 'message' ? null : undefined));
    const connection = await connect({ ...fake.config, reconnect: true });
    const room = await (await connection.create()).attach(VideoRoom);
    const sent = await failure(room.joinPublisher({ room: 1 }, { timeout_ms: 50 }), 'timeout', /^no response within 50 ms; Janus may/);
    assert.deepEqual([sent.request, sent.sent], ['join', true]);
    const away = nextEvent(connection, EVENT.CONNECTION_RECONNECTING);
    await fake.stop();
    await away;
    const unsent = await failure(connection.ping({ timeout_ms: 50 }), 'timeout', 'not sent within 50 ms: there was no connection to Janus');
    assert.equal(unsent.sent, false);
    await connection.close({ graceful: false });
  });
});

test('events before the attach response are the first of the handle', async () => {
  const mock = await MockJanus.start();
  mock.inject('early_events', true);
  const connection = await connect({ address: { url: mock.url } });
  const session = await connection.create();
  for (let round = 0; round < 20; round++) {
    const echo = await session.attach(EchoTest);
    assert.deepEqual((await nextEvent(echo, EVENT.HANDLE_EVENT)).data, { early: true });
    await echo.detach();
  }
  assert.equal(connection.stats().late, 0);
  await connection.close();
  await mock.stop();
});

test('an event of an unknown kind is passed on raw', async () => {
  const fake = await startFake();
  const connection = await connect(fake.config);
  const echo = await (await connection.create()).attach(EchoTest);
  const emitted = nextEvent(echo, EVENT.HANDLE_OTHER);
  const message = { janus: 'brand-new', session_id: echo.session.id, sender: echo.id, x: 1 };
  fake.send(message);
  assert.deepEqual(await emitted, { kind: 'brand-new', message });
  await connection.close();
  await fake.stop();
});

describe("texts that Janus's JSON reader refuses", () => {
  const { cases, deepest } = JSON.parse(readFileSync(join(process.env.BIFRONS_ROOT, 'tests/readable.json'), 'utf8'));
  for (const [levels, refused] of [[deepest, null], [deepest + 1, 'body.x']]) {
    cases.push({ name: `${levels} lists`, json: '['.repeat(levels) + ']'.repeat(levels), refused });
  }
  let fake;
  let connection;
  let echo;
  before(async () => {
    fake = await startFake(({ janus }) => (janus === 'message' ? { janus: 'success', plugindata: { data: {} } } : undefined));
    connection = await connect(fake.config);
    echo = await (await connection.create()).attach('janus.plugin.echotest');
  });
  after(async () => {
    await connection.close();
    await fake.stop();
  });

  for (const { name, json, refused } of cases) {
    const x = JSON.parse(json);
    // Of the numbers in the table, JavaScript does not have all.
    if (refused === null && typeof x === 'number' && String(x) !== json && /[0-9]{19}/.test(json)) continue;
    test(name, async () => {
      const { sent } = connection.stats();
      const outcome = echo.message({ x, after: 1 });
      if (refused === null) return void (await outcome);
      const error = await failure(outcome, 'invalid_argument', /Janus's JSON reader refuses/);
      assert.ok(error.message.startsWith(refused), error.message);
      assert.equal(connection.stats().sent, sent);
    });
  }

  test('in candidates, options and whole requests, too', async () => {
    await failure(echo.trickle({ candidate: 'a\u0000', sdpMid: '0' }), 'invalid_argument', /^candidate\.candidate/);
    await failure(echo.session.sendRequest({ janus: 'keepalive', x: ['\ud800'] }), 'invalid_argument', /^x\[0\]/);
    await failure(echo.session.attach('janus.plugin.echotest', { opaque_id: '\ud800' }), 'invalid_argument', /well-formed/);
    await failure(echo.session.attach('janus.plugin.echotest', { opaque_id: '\u0000' }), 'invalid_argument', /U\+0000/);
    await failure(connection.sendRequest({ janus: 'ping', transaction: '\udfff' }), 'invalid_argument', /well-formed/);
  });

  test('a 454 ends the only request that it can refuse', async () => {
    const refusing = await startFake(({ janus }) => (janus === 'ping' ? { janus: 'error', transaction: undefined, error: { code: 454, reason: 'Invalid JSON' } } : undefined));
    const other = await connect(refusing.config);
    assert.equal((await failure(other.ping(), 'janus_refused', '454 Invalid JSON')).janus, 454);
    await other.close();
    await refusing.stop();
  });
});

describe('a server that stalls, over HTTP', () => {
  /** Responds to `/info`, create, attach and polls; a request that `responds` rejects stays without a response. */
  async function stalling(t) {
    const state = { responds: () => true, posts: [], open: new Set(), polls: 0, pollResponse: undefined };
    let id = 1000;
    const server = createServer(async (request, response) => {
      const end = (message) => response.end(JSON.stringify(message));
      if (request.url.startsWith('/janus/info')) return end({ janus: 'server_info' });
      if (request.method === 'GET') {
        state.polls += 1;
        return state.pollResponse === undefined ? void setTimeout(() => end([]), 30_000).unref() : end(state.pollResponse);
      }
      let text = '';
      for await (const chunk of request) text += chunk;
      const message = JSON.parse(text);
      state.posts.push(message);
      const respond = () => {
        state.open.delete(respond);
        const { janus, transaction } = message;
        end({ janus: 'success', transaction, ...(['create', 'attach'].includes(janus) && { data: { id: (id += 1) } }), plugindata: { data: {} } });
      };
      if (['create', 'attach'].includes(message.janus) || state.responds(message)) return respond();
      state.open.add(respond);
      response.on('close', () => state.open.delete(respond));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const connection = await connect({ address: { url: `http://127.0.0.1:${server.address().port}/janus` }, reconnect: true });
    t.after(async () => {
      await connection.close({ graceful: false });
      server.closeAllConnections();
      server.close();
    });
    return { state, connection };
  }

  test('requests that ended are aborted or never sent, and those behind them continue', async (t) => {
    const { state, connection } = await stalling(t);
    const session = await connection.create();
    const echo = await session.attach('janus.plugin.echotest');
    state.responds = ({ janus }) => janus !== 'message';
    const before = state.posts.length;
    const given = Array.from({ length: 200 }, (_, n) => echo.message({ n }, undefined, { timeout_ms: 200 }).catch((error) => error));
    const outcomes = await within(Promise.all(given), 'all timeouts');
    assert.ok(outcomes.every(({ code }) => code === 'timeout'), 'all time out');
    const sent = outcomes.flatMap((error, n) => (error.sent ? [n] : []));
    assert.ok(sent.length < 5, `${sent.length} of one handle`);
    await eventually('the aborts', () => state.open.size, (open) => open === 0);
    state.responds = () => true;
    assert.equal((await echo.message({ n: 'last' })).janus, 'success');
    const arrivals = state.posts.slice(before).flatMap(({ janus, body }) => (janus === 'message' ? [body.n] : []));
    // The first one had 200 ms to arrive. One that is aborted in the millisecond in which it is sent may not arrive.
    const expected = [...sent.filter((n) => arrivals.includes(n)), 'last'];
    assert.deepEqual(arrivals, expected, 'what arrived is reported as sent, in order and once, and none leaves later');
    assert.ok(arrivals[0] === 0, 'the first one arrived');
  });

  test('polls without events pause', async (t) => {
    const { state, connection } = await stalling(t);
    state.pollResponse = [];
    await connection.create();
    const polls = state.polls;
    await eventually('some polls', () => state.polls, (count) => count >= polls + 4);
    const begun = performance.now();
    const from = state.polls;
    await eventually('two more', () => state.polls, (count) => count >= from + 2);
    assert.ok(performance.now() - begun > 500, 'they pause');
  });
});
