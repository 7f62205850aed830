// An application's own transport, and its mistakes: each affects one connection only.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { connect, EVENT, Logger } from 'bifrons';

import { failure, nextEvent, settled } from './support/expect.mjs';
import { startFake } from './support/fake.mjs';
import { carrier } from './support/transports.mjs';

/** A Janus in the same process, which responds within `send`. */
function responding(callbacks, more = {}) {
  const respond = ({ janus, transaction }) =>
    ({ janus: { info: 'server_info', ping: 'pong' }[janus] ?? 'success', transaction, data: { id: 7 } });
  callbacks.opened();
  return { send: (text) => callbacks.message(JSON.stringify(respond(JSON.parse(text)))), close: () => callbacks.closed(), ...more };
}

const config = (transport) => ({ address: { url: 'mine://anywhere' }, transport, max_retries: 0 });

let healthy;
let fake;
before(async () => {
  fake = await startFake();
  healthy = await connect({ address: { url: fake.url.replace('ws:', 'own:') }, transport: carrier });
});
after(async () => {
  assert.equal((await healthy.ping()).janus, 'pong', 'another connection goes on');
  await healthy.close();
  await fake.stop();
});

test('the transport is called with the URL and the API, for each attempt', async () => {
  const calls = [];
  const transport = (url, callbacks) => {
    calls.push([url, callbacks.protocol]);
    return responding(callbacks);
  };
  const connection = await connect(config(transport));
  assert.equal((await connection.ping()).janus, 'pong');
  assert.equal((await connection.create()).id, 7);
  await connection.close();
  const admin = await connect({ ...config(transport), is_admin: true });
  await admin.close();
  assert.deepEqual(calls, [['mine://anywhere', 'janus-protocol'], ['mine://anywhere', 'janus-admin-protocol']]);
});

test('the bound of the transport is kept', async () => {
  const connection = await connect(config((url, callbacks) => responding(callbacks, { maxMessage: 300 })));
  const error = await failure(connection.sendRequest({ janus: 'ping', text: 'x'.repeat(300) }), 'message_too_large', /the limit is 300/);
  assert.equal(error.sent, false);
  assert.equal((await connection.ping()).janus, 'pong');
  await connection.close();
});

describe('a transport with a queue', () => {
  /** Queues all requests except `create` and `attach` until `release`, and records them. */
  function queueing() {
    const queue = new Map();
    const own = { queue, unsent: 0, cancelled: 0, arrived: [], callbacks: undefined, responds: true };
    const deliver = (text) => {
      const { janus, transaction, session_id } = JSON.parse(text);
      own.arrived.push(janus);
      if (own.responds) own.callbacks.message(JSON.stringify({ janus: janus === 'ping' ? 'pong' : 'success', session_id, transaction, data: { id: 7 } }));
    };
    own.release = () => {
      for (const [request, text] of queue) {
        queue.delete(request);
        own.callbacks.sent(request);
        deliver(text);
      }
    };
    own.transport = (url, callbacks) => {
      own.callbacks = callbacks;
      callbacks.opened();
      return {
        send: (text, request) => {
          queue.set(request, text);
          if (/"(create|attach|info)"/.test(text)) own.release();
        },
        cancel: (request) => {
          own.cancelled += 1;
          own.unsent += queue.delete(request);
        },
        close: () => callbacks.closed(),
      };
    };
    return own;
  }

  test('a request that left is counted as sent, and has its response', async () => {
    const own = queueing();
    const connection = await connect(config(own.transport));
    await connection.create();
    const { sent } = connection.stats();
    const ping = connection.ping();
    await settled();
    assert.equal(connection.stats().sent, sent, 'the request waits');
    own.release();
    assert.equal((await ping).janus, 'pong');
    assert.equal(connection.stats().sent, sent + 1);
    await connection.close({ graceful: false });
  });

  test('a request that timed out in the queue leaves it unsent', async () => {
    const own = queueing();
    const connection = await connect(config(own.transport));
    const error = await failure(connection.ping({ timeout_ms: 30 }), 'timeout', /^not sent within 30 ms/);
    assert.equal(error.sent, false);
    assert.deepEqual([own.unsent, own.queue.size], [1, 0]);
    own.release();
    assert.ok(!own.arrived.includes('ping'), 'the request never leaves');
    await connection.close({ graceful: false });
  });

  test('a cancelled request leaves the queue unsent', async () => {
    const own = queueing();
    const connection = await connect(config(own.transport));
    const giving = new AbortController();
    const given = assert.rejects(connection.ping({ signal: giving.signal }), { name: 'AbortError' });
    await settled();
    assert.equal(own.queue.size, 1);
    giving.abort();
    await given;
    assert.deepEqual([own.unsent, own.queue.size], [1, 0]);
    own.release();
    assert.ok(!own.arrived.includes('ping'), 'the request never leaves');
    await connection.close({ graceful: false });
  });

  test('a request that left and had no response was sent', async () => {
    const own = queueing();
    const connection = await connect(config(own.transport));
    own.responds = false;
    const open = failure(connection.ping({ timeout_ms: 100 }), 'timeout', /Janus may/);
    await settled();
    own.release();
    const { cancelled } = own;
    assert.equal((await open).sent, true);
    assert.deepEqual([own.cancelled, own.unsent], [cancelled + 1, 0], 'its response is no longer awaited');
    await connection.close({ graceful: false });
  });

  test('unknown numbers are ignored', async () => {
    const own = queueing();
    const connection = await connect(config(own.transport));
    for (const number of [0, -1, 7, Number.MAX_SAFE_INTEGER]) own.callbacks.sent(number);
    const { sent } = connection.stats();
    const ping = connection.ping();
    await settled();
    own.release();
    await ping;
    assert.equal(connection.stats().sent, sent + 1);
    await connection.close({ graceful: false });
  });
});

describe('no transport connection opens with', () => {
  const wrong = [
    ['one that throws', () => { throw new Error('no route'); }, 'mine://anywhere: the transport threw: no route'],
    ['one that returns nothing', () => {}, /must return an object with the functions send and close/],
    ['one that returns a promise', async () => {}, /must return an object with the functions send and close/],
    ['one that closes before it has opened', (url, callbacks) => (callbacks.closed('not today'), { send() {}, close() {} }), 'mine://anywhere: not today'],
    ['a cancel that is no function', (url, callbacks) => responding(callbacks, { cancel: true }), /cancel must be a function/],
    ['a message before opened()', (url, callbacks) => (callbacks.message('{}'), { send() {}, close() {} }), /message\(\) before opened\(\)/],
  ];
  for (const [name, transport, text] of wrong) {
    test(name, () => failure(connect(config(transport)), 'connect_failed', text));
  }

  test('a transport that is no function', () => failure(connect(config('tcp')), 'invalid_config', /"transport" must be a function/));
});

describe('a transport connection ends, and its error names the cause, at', () => {
  const mistakes = [
    ['a second opened()', (callbacks) => callbacks.opened(), /opened\(\) twice/],
    ['a message that is no text', (callbacks) => callbacks.message({ janus: 'event' }), /message\(\) with object instead of a text/],
    ['send() that throws', (callbacks, own, connection) => {
      own.send = () => { throw new Error('pipe is full'); };
      connection.ping().catch(() => {});
    }, /threw when it was to send: pipe is full/],
    ['bufferedAmount that throws', (callbacks, own, connection) => {
      Object.defineProperty(own, 'bufferedAmount', { get() { throw new Error('no such pipe'); } });
      connection.ping().catch(() => {});
    }, /threw when it was to report its bufferedAmount: no such pipe/],
    ['cancel() that throws', (callbacks, own, connection) => {
      own.send = () => {};
      own.cancel = () => { throw new Error('the queue is locked'); };
      connection.ping({ timeout_ms: 1 }).catch(() => {});
    }, /threw when it was to cancel: the queue is locked/, { cancel() {} }],
    ['sent() without cancel', (callbacks) => callbacks.sent(1), /sent\(\) but has no function cancel/],
    ['sent() without a number', (callbacks) => callbacks.sent('1'), /sent\(\) without a request's number/, { cancel() {} }],
    ['closed()', (callbacks) => callbacks.closed('the pipe is closed'), /the pipe is closed/],
  ];
  for (const [name, mistake, text, more] of mistakes) {
    test(name, async () => {
      let callbacks;
      let own;
      let closes = 0;
      const connection = await connect(config((url, given) => (own = responding((callbacks = given), { close: () => closes++, ...more }))));
      const lost = nextEvent(connection, EVENT.CONNECTION_ERROR);
      mistake(callbacks, own, connection);
      const error = await lost;
      assert.equal(error.code, 'connection_lost');
      assert.match(error.message, text);
      assert.equal(closes, name === 'closed()' ? 0 : 1);
    });
  }
});

test('a call after the end is ignored, with a warning', async () => {
  const lines = [];
  Logger.setSink((level, args) => lines.push(`${level} ${args.join(' ')}`));
  let callbacks;
  const connection = await connect(config((url, given) => responding((callbacks = given))));
  await connection.close();
  callbacks.message('{"janus":"event"}');
  callbacks.opened();
  callbacks.closed();
  await settled();
  Logger.setSink();
  assert.equal(lines.filter((text) => /^warning .*after its connection was closed; ignored/.test(text)).length, 2);
});
