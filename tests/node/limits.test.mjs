// The bounds, and how a slow server slows its client down.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { connect } from 'bifrons';

import { eventually, failure, settled, within } from './support/expect.mjs';
import { startFake } from './support/fake.mjs';
import { apisecret, startJanus, suspend } from './support/janus.mjs';
import { configsOf } from './support/transports.mjs';

const LUA = 'janus.plugin.lua';

describe('pending requests', () => {
  test('have a bound, and a request above it fails', async () => {
    const fake = await startFake(({ janus }) => (janus === 'keepalive' ? null : undefined));
    const connection = await connect({ ...fake.config, max_requests: 3 });
    const session = await connection.create();
    const open = Array.from({ length: 3 }, () => session.sendRequest({ janus: 'keepalive' }));
    const error = await failure(connection.ping(), 'too_many_requests', /raise max_requests$/);
    assert.deepEqual([error.sent, error.fault], [false, 'caller']);
    assert.equal(connection.stats().in_flight, 3);
    const [{ transaction }] = await eventually('all three', () => fake.received('keepalive'), ({ length }) => length === 3);
    fake.send({ janus: 'ack', transaction, session_id: session.id });
    assert.equal((await within(open[0], 'a response')).janus, 'ack');
    assert.equal((await connection.ping()).janus, 'pong', 'there is room again');
    await Promise.all([connection.close(), ...open.slice(1).map((request) => failure(request, 'connection_closed'))]);
    await fake.stop();
  });

  test('a bound of 0 is refused', () =>
    failure(connect({ address: { url: 'ws://127.0.0.1:1' }, max_requests: 0 }), 'invalid_config', /max_requests/));
});

/** Sends requests, a mebibyte in each turn, until requests wait; returns their promises. */
async function fill(connection, send) {
  const requests = [];
  for (let sent = 0; requests.length < 64 && sent < connection.stats().sent; ) {
    sent = connection.stats().sent;
    requests.push(send());
    await settled();
  }
  assert.ok(requests.length < 64, 'all of it was sent to a server that reads nothing');
  return requests;
}

describe('a server that does not read', () => {
  let fake;
  before(async () => (fake = await startFake()));
  after(() => fake.stop());

  const padding = 'x'.repeat(1 << 20);
  const send = (connection) => () => connection.sendRequest({ janus: 'ping', padding });

  test('delays requests, and gets all when it reads', async () => {
    const connection = await connect(fake.config);
    fake.socket.pause();
    const requests = await fill(connection, send(connection));
    fake.socket.resume();
    for (const response of await within(Promise.all(requests), 'all responses')) assert.equal(response.janus, 'pong');
    await connection.close();
  });

  test('did not get waiting requests when the transport connection is lost', async () => {
    const connection = await connect(fake.config);
    fake.socket.pause();
    const requests = await fill(connection, send(connection));
    const last = failure(requests.at(-1), 'connection_lost');
    const others = requests.slice(0, -1).map((request) => request.catch(({ code }) => code));
    fake.socket.terminate();
    assert.equal((await last).sent, false);
    assert.equal((await others[0]), 'response_lost');
    await Promise.all(others);
  });

  test('slows down an application\'s own transport, if that states the number of its unsent bytes', async () => {
    const held = [];
    const transport = (url, callbacks) => {
      queueMicrotask(callbacks.opened);
      return {
        send: (text) => held.push(text),
        close: () => callbacks.closed(),
        get bufferedAmount() {
          return held.reduce((sum, { length }) => sum + length, 0);
        },
      };
    };
    const connection = await connect({ address: { url: 'mine://anywhere' }, transport });
    const requests = await fill(connection, send(connection));
    const waiting = held.splice(0).length;
    await eventually('the last one', () => held.length, (length) => length === 1);
    assert.equal(waiting + held.length, requests.length + 1, 'all, and the request for the server info');
    await Promise.all([connection.close(), ...requests.map((request) => failure(request, 'connection_closed'))]);
  });
});

test('a suspended Janus fills no memory over its datagram socket', async (t) => {
  const janus = await startJanus('--unix', 'dgram');
  t.after(() => janus.stop());
  const connection = await connect(configsOf('file', janus, { apisecret }).api());
  const handle = await (await connection.create()).attach(LUA);
  await suspend(janus.places.pid);
  const before = connection.stats().sent;
  // Janus's responses may find no room here: the test counts what Janus gets.
  const send = (padding) => handle.message({ padding }).catch(({ code }) => code);
  const requests = Array.from({ length: 300 }, () => send('x'.repeat(7500)));
  await settled();
  const next = handle.message({}, undefined, { timeout_ms: 100 });
  await failure(next, 'timeout', /not sent within 100 ms: the connection took no more data/);
  const sent = () => connection.stats().sent - before;
  assert.ok(sent() < 100, `${sent()} of 300 left, though Janus reads nothing`);
  process.kill(janus.places.pid, 'SIGCONT');
  await eventually('the others are sent', sent, (count) => count === 300);
  await connection.close();
  await Promise.all(requests);
});
