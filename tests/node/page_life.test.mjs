// A connection in a page, whose events a script emits: closed, cached, frozen, hidden, with another network.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterEach, beforeEach, mock, test } from 'node:test';

import { MockJanus, offerOf } from 'bifrons/testing';
import { WebSocket } from 'ws';

import { eventually, nextEvent } from './support/expect.mjs';

const window = new EventTarget();
globalThis.addEventListener = window.addEventListener.bind(window);

// The entry for browsers, which `import 'bifrons'` is not in Node.
const { connect, EVENT, Logger } = await import(new URL('./node_modules/bifrons/browser.js', import.meta.url));
Logger.setLevel('none');

/** The workers of the page. */
let workers;
class ScriptedWorker {
  terminated = false;
  constructor(url) {
    this.url = url;
    workers.push(this);
  }
  terminate() {
    this.terminated = true;
  }
}

let janus;
beforeEach(async () => {
  workers = [];
  globalThis.document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  globalThis.Worker = ScriptedWorker;
  janus = await MockJanus.start({ reclaim_session_timeout: 60 });
});
afterEach(async () => {
  for (const name of ['document', 'Worker']) delete globalThis[name];
  mock.restoreAll();
  await janus.stop();
});

const happens = (type, persisted) => window.dispatchEvent(Object.assign(new Event(type), { persisted }));
const becomes = (visibilityState) => {
  document.visibilityState = visibilityState;
  document.dispatchEvent(new Event('visibilitychange'));
};
/** As in a hidden page: no timer of its own fires. */
const stopTimers = () => mock.method(globalThis, 'setTimeout', () => 0);
const open = (more) => connect({ address: { url: janus.url }, WebSocket, reconnect: true, ...more });

test('a page that is closed destroys its sessions', async () => {
  const connection = await open();
  await connection.create();
  await connection.create();
  assert.equal(janus.sessions().length, 2);
  happens('pagehide', false);
  await nextEvent(connection, EVENT.CONNECTION_CLOSED);
  assert.deepEqual(janus.sessions(), []);
  happens('pagehide', false);
});

test('the destroy requests leave in the turn of the event', async () => {
  const sent = [];
  class Watched extends WebSocket {
    send(text) {
      sent.push(JSON.parse(text).janus);
      super.send(text);
    }
  }
  const connection = await open({ WebSocket: Watched });
  await connection.create();
  sent.length = 0;
  happens('pagehide', false);
  // A browser runs microtasks before the page is gone, and no more.
  await null;
  assert.deepEqual(sent, ['destroy']);
  await connection.close();
});

test('a page in the back-forward cache keeps its sessions, and checks the connection when it comes back', async () => {
  // A browser's WebSocket sends no pings of its own.
  const connection = await open({ WebSocket: class extends WebSocket { ping = undefined; } });
  const session = await connection.create();
  happens('pagehide', true);
  const { messages } = janus.spy();
  assert.deepEqual(await connection.ping().then(() => janus.sessions()), [session.id]);
  assert.equal(messages.length, 1);
  happens('pageshow', false);
  happens('pageshow', true);
  await eventually('a ping', () => messages.length, (count) => count === 2);
  assert.equal(messages[1].janus, 'ping');
  await connection.close();
});

test('a page with media ends its sessions though its browser may cache it', async () => {
  const connection = await open();
  const session = await connection.create();
  const handle = await session.attach('janus.plugin.echotest');
  await handle.message({ audio: true, text: '"jsep":' });
  happens('pagehide', true);
  await connection.ping();
  assert.deepEqual(janus.sessions(), [session.id]);
  await handle.message({ audio: true }, offerOf(['audio']));
  happens('pagehide', true);
  await nextEvent(connection, EVENT.CONNECTION_CLOSED);
  assert.deepEqual(janus.sessions(), []);
});

const returns = {
  'another network': () => happens('online'),
  'the end of a freeze': () => document.dispatchEvent(new Event('resume')),
  'a page that is shown again': () => becomes('visible'),
};
for (const [what, emit] of Object.entries(returns)) {
  test(`${what} makes the next attempt to reconnect at once`, async () => {
    const connection = await open();
    const session = await connection.create();
    const reconnecting = nextEvent(connection, EVENT.CONNECTION_RECONNECTING);
    const resumed = nextEvent(connection, EVENT.CONNECTION_RESUMED);
    stopTimers();
    janus.inject('disconnect');
    await reconnecting;
    emit();
    await resumed;
    assert.deepEqual(janus.sessions(), [session.id]);
    mock.restoreAll();
    await connection.close();
  });
}

test('with destroy_on_unload: false the next page can claim the session', async () => {
  const connection = await open({ destroy_on_unload: false });
  const { id } = await connection.create();
  happens('pagehide', false);
  await connection.ping();
  assert.deepEqual(janus.sessions(), [id]);
  const next = await open();
  assert.equal((await next.claim(id)).id, id);
  for (const one of [connection, next]) await one.close();
});

test('a worker keeps the time while the page is hidden', async () => {
  const { messages } = janus.spy();
  const connection = await open();
  await connection.create(0.2);
  assert.equal(workers.length, 0);
  stopTimers();
  becomes('hidden');
  becomes('hidden');
  assert.equal(workers.length, 1);
  const keepalives = () => messages.filter(({ janus }) => janus === 'keepalive').length;
  const before = keepalives();
  for (const deadline = performance.now() + 1000; keepalives() < before + 3; ) {
    assert.ok(performance.now() < deadline, `only ${keepalives() - before} keepalives`);
    workers[0].onmessage();
    await new Promise(setImmediate);
  }
  becomes('visible');
  assert.ok(workers[0].terminated);
  becomes('hidden');
  assert.equal(workers.length, 2);
  mock.restoreAll();
  await connection.close();
  assert.ok(workers[1].terminated);
  becomes('visible');
  becomes('hidden');
  assert.equal(workers.length, 2);
});

test('a page without workers, as by its Content-Security-Policy, works without them', async () => {
  globalThis.Worker = class {
    constructor() {
      throw new Error('blocked');
    }
  };
  becomes('hidden');
  const connection = await open();
  await connection.create();
  await connection.close();
});

test('over HTTP the sessions end by requests that outlive the page', async () => {
  const { posts, url, stop } = await startHttp();
  const connection = await connect({ address: { url, apisecret: 'planted' } });
  const session = await connection.create();
  // Requests of a session are sent one by one, and this one has no response.
  session.sendRequest({ janus: 'keepalive' }).catch(() => {});
  await eventually('the request', () => posts.at(-1)?.janus, (kind) => kind === 'keepalive');
  const { mock: fetched } = mock.method(globalThis, 'fetch');
  const closed = nextEvent(connection, EVENT.CONNECTION_CLOSED);
  happens('pagehide', false);
  await closed;
  const { janus: kind, session_id, apisecret } = posts.at(-1);
  assert.deepEqual([kind, session_id, apisecret], ['destroy', session.id, 'planted']);
  assert.deepEqual(fetched.calls.map(({ arguments: [, init] }) => init), [{ keepalive: true }]);
  happens('pageshow', true);
  const next = await connect({ address: { url } });
  assert.deepEqual(fetched.calls.slice(1).map(({ arguments: [, init] }) => init).find(Boolean), undefined);
  await next.close();
  stop();
});

/** Janus over HTTP, as far as a session needs it: polls and keepalives have no response. */
async function startHttp() {
  const posts = [];
  const limits = { janus: 'server_info', 'session-timeout': 60 };
  const server = createServer(async (request, response) => {
    if (request.url === '/janus/info') return response.end(JSON.stringify(limits));
    if (request.method === 'GET') return undefined;
    let text = '';
    for await (const chunk of request) text += chunk;
    const post = JSON.parse(text);
    posts.push(post);
    if (post.janus === 'keepalive') return undefined;
    return response.end(JSON.stringify({ ...(post.janus === 'info' ? limits : { janus: 'success', data: { id: 7 } }), transaction: post.transaction }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { posts, url: `http://127.0.0.1:${server.address().port}/janus`, stop };
}
