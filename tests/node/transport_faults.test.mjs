// The faults of each transport, with a real Janus.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, unlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';

import { connect, EVENT, Logger } from 'bifrons';
import EchoTest from 'bifrons/plugins/echotest';
import VideoRoom from 'bifrons/plugins/videoroom';

import { eventually, failure, nextEvent, settled, within } from './support/expect.mjs';
import { admin_secret, apisecret, startJanus, suspend } from './support/janus.mjs';
import { offer } from './support/offer.mjs';
import { startProxy } from './support/proxy.mjs';
import { configsOf } from './support/transports.mjs';

const LUA = 'janus.plugin.lua';

let janus;
before(async () => (janus = await startJanus('--http', '--unix', 'dgram')));
after(() => janus.stop());

const config = (way) => configsOf(way, janus, { apisecret, admin_secret }).api();

async function opened(t, settings) {
  const connection = await within(connect(settings), 'a connection');
  t.after(() => connection.close());
  return connection;
}

const ownPaths = () => readdirSync(tmpdir()).filter((name) => /^bifrons-[-0-9a-f]{36}\.sock$/.test(name));

describe('a list that mixes schemes', () => {
  const missing = join(tmpdir(), 'bifrons-missing.sock');
  const dead = { file: `file://${missing}`, unix: 'unix:///nowhere', odd: 'odd://x' };
  before(async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address();
    Object.assign(dead, { http: `http://127.0.0.1:${port}/janus`, ws: `ws://127.0.0.1:${port}` });
    server.close();
  });
  for (const [way, order] of [['ws', ['http', 'file', 'unix', 'odd']], ['http', ['file', 'ws', 'unix']], ['file', ['ws', 'http', 'odd']]]) {
    test(`${order.join(', ')} fail, ${way} connects`, async (t) => {
      const { address } = config(way);
      const list = [...order.map((name) => ({ url: dead[name] })), address];
      const connection = await opened(t, { address: list, max_retries: list.length, retry_time_secs: 0 });
      await connection.create();
    });
  }

  test('alone, each names its cause', async () => {
    const alone = (name) => connect({ address: { url: dead[name] }, max_retries: 0 });
    await failure(alone('http'), 'connect_failed', /ECONNREFUSED/);
    await failure(alone('file'), 'connect_failed', /ENOENT/);
    await failure(alone('ws'), 'connect_failed', /ECONNREFUSED/);
    await failure(alone('unix'), 'unsupported', /SOCK_SEQPACKET/);
    await failure(alone('odd'), 'unsupported', /no transport for odd:/);
    await failure(connect({ address: { url: 'http://[' }, max_retries: 0 }), 'invalid_config', /no usable URL/);
  });
});

for (const way of ['ws', 'http', 'file']) {
  test(`${way}: Janus is started again`, async (t) => {
    const connection = await opened(t, config(way));
    const session = await connection.create();
    const ends = [nextEvent(connection, EVENT.CONNECTION_ERROR), nextEvent(session, EVENT.SESSION_DESTROYED)];
    const restarted = janus.restart();
    // A datagram socket gets no notice: the next request fails.
    if (way === 'file') await restarted.then(() => connection.ping().catch(() => {}));
    const [error, { reason }] = await Promise.all(ends);
    assert.deepEqual([error.code, reason], ['connection_lost', 'connection_lost']);
    await restarted;
    const again = await opened(t, config(way));
    await again.create();
  });
}

describe('datagrams', () => {
  test('one that is too long fails alone, before it is sent', async (t) => {
    const connection = await opened(t, config('file'));
    const handle = await (await connection.create()).attach(LUA);
    // Each of these letters has two bytes.
    const [long, other] = [handle.message({ text: 'é'.repeat(4100) }), handle.message({ text: 'short' })];
    const error = await failure(long, 'message_too_large', /^the request has 8\d\d\d bytes, the limit is 8191$/);
    assert.deepEqual([error.sent, error.fault], [false, 'caller']);
    assert.equal((await other).plugindata.data.received.text, 'short');
    assert.equal((await handle.message({ text: 'x'.repeat(7900) })).plugindata.data.received.text.length, 7900);
  });

  test('more than the socket has room for waits, and nothing is lost', async (t) => {
    const connection = await opened(t, config('file'));
    const handle = await (await connection.create()).attach(LUA);
    await suspend(janus.places.pid);
    // Far more than the ten or so that the system holds for Janus (net.unix.max_dgram_qlen, unless that is raised).
    const responses = Array.from({ length: 60 }, (_, number) => handle.message({ number }));
    await connection.ping({ timeout_ms: 100 }).catch(() => {});
    process.kill(janus.places.pid, 'SIGCONT');
    const numbers = (await Promise.all(responses)).map(({ plugindata }) => plugindata.data.received.number);
    assert.deepEqual(numbers, responses.map((_, number) => number));
  });

  test('ended requests of a full socket are never sent', async (t) => {
    const connection = await opened(t, config('file'));
    const rooms = await (await connection.create()).attach(VideoRoom);
    await suspend(janus.places.pid);
    const numbers = Array.from({ length: 60 }, (_, at) => at + 1);
    const creates = numbers.map((room) => rooms.create({ room }, { timeout_ms: 500 }).catch((error) => error));
    const errors = await within(Promise.all(creates), 'the timeouts');
    process.kill(janus.places.pid, 'SIGCONT');
    assert.deepEqual([...new Set(errors.map(({ code }) => code))], ['timeout']);
    // Janus answers plugin requests in threads of a pool: a later request can overtake a create.
    const sent = numbers.filter((room) => errors[room - 1].sent);
    const existing = async () => (await rooms.list()).list.map(({ room }) => room).filter((room) => numbers.includes(room));
    const rooms_then = await eventually('the rooms of sent requests', existing, (all) => sent.every((room) => all.includes(room)));
    assert.deepEqual(rooms_then.toSorted((one, other) => one - other), sent);
    assert.deepEqual([errors[0].sent, errors[59].sent], [true, false]);
  });

  test('the socket file is removed: the transport connection stays until Janus ends', async (t) => {
    const connection = await opened(t, config('file'));
    unlinkSync(janus.places.unix);
    assert.equal((await connection.ping()).janus, 'pong');
    await failure(connect(config('file')), 'connect_failed', /ENOENT/);
    await janus.restart();
    await opened(t, config('file'));
  });

  test('its own path is removed with the transport connection, and with the process', async (t) => {
    const before = ownPaths();
    const connection = await connect(config('file'));
    assert.equal(ownPaths().length, before.length + 1);
    assert.equal(connection.getRemoteHostname(), janus.places.unix);
    await connection.close();
    assert.deepEqual(ownPaths(), before);
    const program = `
      import { connect } from 'bifrons';
      const connection = await connect(${JSON.stringify(config('file'))});
      await connection.create();
      process.exit(0);`;
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], { timeout: 10_000 });
    assert.deepEqual(ownPaths(), before);
    assert.ok(existsSync(janus.places.unix));
  });
});

describe('long polls', () => {
  let proxy;
  before(async () => (proxy = await startProxy(janus.places.http)));
  after(() => proxy.stop());

  async function session(t, interval) {
    proxy.respond = undefined;
    const connection = await opened(t, { address: { url: proxy.url, apisecret }, max_retries: 0 });
    const made = await connection.create(interval);
    await eventually('a poll', () => proxy.polls.size, (size) => size > 0);
    return { connection, session: made };
  }

  test('the error of a refusal has the duration of its request', async (t) => {
    const { session: made } = await session(t);
    await suspend(janus.places.pid);
    const attached = made.attach('janus.plugin.nothing');
    setTimeout(() => process.kill(janus.places.pid, 'SIGCONT'), 300);
    const error = await failure(attached, 'janus_refused');
    assert.ok(error.elapsed_ms >= 290, `${error.elapsed_ms} ms`);
  });

  test('a lost poll is sent again', async (t) => {
    const { connection, session: made } = await session(t);
    const handle = await made.attach(LUA);
    for (let round = 0; round < 3; round++) {
      await eventually('a poll', () => proxy.polls.size, (size) => size === 1);
      assert.equal(proxy.cutPolls(), 1);
      await eventually('the next poll', () => proxy.polls.size, (size) => size === 1);
      // Janus gives the first event to the poll that was cut, as it can't know; then it does.
      const send = () => handle.message({ later: true }, undefined, { timeout_ms: 200 }).then(() => 'succeeded', ({ code }) => code);
      assert.ok(['succeeded', 'timeout'].includes(await send()));
      assert.equal(await send(), 'succeeded');
    }
    assert.equal((await connection.ping()).janus, 'pong');
  });

  test('polls that fail twice end the transport connection', async (t) => {
    const { connection } = await session(t);
    const lost = nextEvent(connection, EVENT.CONNECTION_ERROR);
    proxy.respond = ({ isPoll }) => isPoll && { status: 502 };
    proxy.cutPolls();
    const error = await lost;
    assert.deepEqual([error.code, /HTTP 502 instead of Janus's response$/.test(error.message)], ['connection_lost', true]);
  });

  test('a poll that fails once does not', async (t) => {
    const { connection, session: made } = await session(t);
    const handle = await made.attach(LUA);
    let polls = 0;
    proxy.respond = ({ isPoll }) => (isPoll && ++polls % 2 === 1 ? { status: 502 } : undefined);
    for (let round = 1; round < 4; round++) {
      await handle.message({ later: true, round });
      await eventually('the poll after the one that failed', () => polls, (count) => count === 2 * round);
    }
    assert.equal((await connection.ping()).janus, 'pong');
  });

  test('502 to a request fails this request', async (t) => {
    const { connection, session: made } = await session(t);
    proxy.respond = ({ method }) => method === 'POST' && { status: 502 };
    const error = await failure(connection.ping(), 'response_lost', "HTTP 502 instead of Janus's response");
    assert.deepEqual([error.sent, error.request], [true, 'ping']);
    proxy.respond = ({ method }) => method === 'POST' && { text: '<html>' };
    await failure(connection.ping(), 'response_lost', /the response is not from Janus/);
    proxy.respond = ({ method }) => method === 'POST' && { status: 302, headers: { location: 'http://127.0.0.1:1/' } };
    await failure(connection.ping(), 'response_lost', /HTTP 302/);
    proxy.respond = undefined;
    await made.attach(EchoTest);
  });

  test('502 as the first response, or a page of something else', async () => {
    proxy.respond = () => ({ status: 502 });
    const attempt = () => connect({ address: { url: proxy.url }, max_retries: 0 });
    await failure(attempt(), 'connect_failed', /^http:\S+: HTTP 502 instead of Janus's response$/);
    proxy.respond = () => ({ text: '{"janus":"success"}' });
    await failure(attempt(), 'connect_failed', /is not Janus/);
    proxy.respond = () => ({ text: '<html>' });
    await failure(attempt(), 'connect_failed', /is not Janus/);
  });

  test('a session that ended elsewhere', async (t) => {
    const { connection, session: made } = await session(t);
    const lines = [];
    Logger.setSink((level, args) => lines.push(`${level} ${args.join(' ')}`));
    t.after(() => Logger.setSink());
    const ended = nextEvent(made, EVENT.SESSION_DESTROYED);
    await janus.request({ janus: 'destroy', session_id: made.id });
    proxy.cutPolls();
    assert.equal((await ended).reason, 'not_found');
    assert.ok(lines.some((line) => /^warning .*polling session \d+ was refused: HTTP 404/.test(line)), lines.join('\n'));
    assert.equal((await connection.ping()).janus, 'pong');
  });

  test('the error of a request that can\'t have been sent states it', async () => {
    const short = await startProxy(janus.places.http);
    const connection = await connect({ address: { url: short.url, apisecret }, max_retries: 0 });
    await short.stop();
    const error = await failure(connection.ping(), 'connection_lost', 'no response from the server: ECONNREFUSED');
    assert.equal(error.sent, false);
    await connection.close();
  });

  test('user name and password become a header; the secret is in the URL of a poll only', async (t) => {
    proxy.requests.length = 0;
    const url = proxy.url.replace('http://', 'http://us%20er:p%C3%A4ss@');
    const connection = await opened(t, { address: { url, apisecret }, max_retries: 0 });
    await connection.create();
    await eventually('a poll', () => proxy.polls.size, (size) => size === 1);
    const expected = `Basic ${Buffer.from('us er:päss').toString('base64')}`;
    assert.ok(proxy.requests.every(({ headers }) => headers.authorization === expected));
    const polls = proxy.requests.filter((request) => request.url.includes(apisecret));
    assert.ok(polls.length > 0 && polls.every((request) => /^\/janus\/\d+\?maxev=100&apisecret=/.test(request.url)));
  });

  test('requests of one handle wait for each other, those of two do not', async (t) => {
    const gate = createServer((request, response) => {
      let body = '';
      request.on('data', (data) => (body += data)).on('end', () => gate.emit('body', body && JSON.parse(body), response));
    }).listen(0, '127.0.0.1');
    await once(gate, 'listening');
    t.after(() => gate.close().closeAllConnections());
    let ids = 10;
    const messages = [];
    gate.on('body', (request, response) => {
      const respond = (message) => response.end(JSON.stringify({ transaction: request?.transaction, ...message }));
      if (request === '' ) return response.req.url.endsWith('/info') && respond({ janus: 'server_info' });
      if (['create', 'attach'].includes(request.janus)) return respond({ janus: 'success', data: { id: ++ids } });
      if (request.janus !== 'message') return respond({ janus: request.janus === 'info' ? 'server_info' : 'success' });
      messages.push({ ...request, respond: () => respond({ janus: 'success', plugindata: { plugin: LUA, data: {} } }) });
    });
    const connection = await opened(t, { address: { url: `http://127.0.0.1:${gate.address().port}/janus` }, max_retries: 0 });
    const made = await connection.create();
    const [one, two] = [await made.attach(LUA), await made.attach(LUA)];
    const responses = [one.message({ n: 1 }), one.message({ n: 2 }), two.message({ n: 3 })];
    await eventually('the first of each', () => messages.length, (length) => length === 2);
    assert.deepEqual(messages.map(({ body }) => body.n), [1, 3]);
    messages[0].respond();
    await eventually('the second of the first', () => messages.length, (length) => length === 3);
    assert.equal(messages[2].body.n, 2);
    messages[1].respond();
    messages[2].respond();
    await Promise.all(responses);

    const handles = await Promise.all(Array.from({ length: 100 }, () => made.attach(LUA)));
    messages.length = 0;
    const many = handles.map((handle) => handle.message({}));
    for (const count of [64, 100]) {
      await eventually('as many as may be under way', () => messages.length, (length) => length === count);
      await settled();
      assert.equal(messages.length, count);
      messages.forEach(({ respond }) => respond());
    }
    await Promise.all(many);
  });

  test('a closed connection keeps no process alive', async () => {
    const program = `
      import { connect } from 'bifrons';
      const connection = await connect(${JSON.stringify(config('http'))});
      await connection.create();
      await connection.close();`;
    const begun = performance.now();
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], { timeout: 10_000 });
    assert.ok(performance.now() - begun < 3000, 'the process ends by itself at once');
  });
});
