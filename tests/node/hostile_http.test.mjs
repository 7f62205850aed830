// A server over HTTP that sends any response, in any way: each request has one outcome, and it is true.
// HOSTILE_SECONDS=600 tests for longer; SEED=N repeats one connection.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { after, before, test } from 'node:test';
import { setTimeout as later } from 'node:timers/promises';

import { connect, JanusError, Logger } from 'bifrons';

import { chanceOf, seeds } from './support/chance.mjs';
import { settled, within } from './support/expect.mjs';

const uncaught = [];
const note = (error) => uncaught.push(error);
before(() => {
  Logger.setLevel('none');
  process.on('uncaughtException', note);
  process.on('unhandledRejection', note);
});
after(() => {
  process.off('uncaughtException', note);
  process.off('unhandledRejection', note);
});

const head = (length, more = '') => `HTTP/1.1 200 OK\r\ncontent-length: ${length}\r\n${more}\r\n`;
const chunked = 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n';

/** By name: the bytes in place of the right response. */
const wrong = {
  'random bytes': (good, { bytes }) => bytes(80),
  'a random body': (good, { bytes }) => Buffer.concat([Buffer.from(head(60)), bytes(80)]),
  // To 421 (misdirected), fetch sends a request a second time, as its standard says.
  'a random status': (good, { pick }) => `HTTP/1.1 ${pick([100, 101, 102, 103, 200, 204, 206, 304, 400, 401, 403, 404, 407, 408, 425, 429, 500, 502, 503, 599, 999])} x\r\ncontent-length: 2\r\n\r\n{}`,
  'a body that is cut': (good) => head(good.length + 9) + good,
  'too small a length': (good) => head(1) + good,
  'two lengths': (good) => head(good.length, 'content-length: 7\r\n') + good,
  'wrong chunks': (good) => chunked + good,
  'an endless chunk': (good) => `${chunked}5\r\n${good.slice(0, 5)}\r\nffffffffffff\r\n`,
  'a stall': () => '',
  'a large head': () => `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(1 << 20)}\r\n\r\n`,
  'a huge length': () => 'HTTP/1.1 200 OK\r\ncontent-length: 18446744073709551615\r\n\r\n{',
  'no head': (good) => good,
  'no compression': (good) => head(good.length, 'content-encoding: gzip\r\n') + good,
  'an odd list': () => head(26) + '[1,null,[],{"janus":7},{}]',
  'odd JSON': (good, { json }) => {
    const text = JSON.stringify(json()).replace(/[^\x20-\x7e]/g, '?');
    return head(text.length) + text;
  },
  'a redirection': () => 'HTTP/1.1 307 x\r\nlocation: http://127.0.0.1:2/\r\ncontent-length: 0\r\n\r\n',
  'another transaction': (good) => head(good.length) + good.replace(/"transaction":"\d/, '"transaction":"9'),
};

async function serve(socket, chance, { arrived, responses }) {
  const { below, pick } = chance;
  let bytes = '';
  socket.on('error', () => {});
  socket.setEncoding('latin1');
  for await (const part of socket) {
    bytes += part;
    for (;;) {
      const end = bytes.indexOf('\r\n\r\n') + 4;
      const length = Number(/content-length: (\d+)/i.exec(bytes.slice(0, end))?.[1] ?? 0);
      if (end < 4 || bytes.length < end + length) break;
      const [target, body] = [bytes.slice(0, end).split(' ')[1], JSON.parse(bytes.slice(end, end + length) || '{}')];
      bytes = bytes.slice(end + length);
      if (body.body?.n !== undefined) {
        assert.ok(!arrived.has(body.body.n), `message ${body.body.n} arrived twice`);
        arrived.add(body.body.n);
      }
      const verb = body.janus ?? (target.includes('/info') ? 'info' : 'poll');
      const success = { janus: 'success', transaction: body.transaction, session_id: body.session_id, data: { id: 1 + below(1e9) }, plugindata: { data: {} } };
      const good = JSON.stringify({ info: { janus: 'server_info' }, poll: [{ janus: 'keepalive' }] }[verb] ?? success);
      const isOdd = below(['info', 'create', 'attach'].includes(verb) ? 8 : 2) === 0;
      const name = isOdd ? pick(Object.keys(wrong)) : 'a right response';
      responses[name] = (responses[name] ?? 0) + 1;
      if (verb === 'poll' && !isOdd) await later(50);
      const response = Buffer.from(isOdd ? wrong[name](good, chance) : head(good.length) + good);
      const step = below(6) === 0 ? Math.ceil(response.length / 4) + 1 : Infinity;
      for (let at = 0; at < response.length; at += step) {
        socket.write(response.subarray(at, Math.min(response.length, at + step)));
        if (step < Infinity) await later(5);
      }
      if (isOdd) pick([() => socket.end(), () => socket.destroy(), () => {}])();
    }
  }
}

/** One connection to a hostile server of its own; returns how many messages succeeded, failed, and failed unsent. */
async function run(seed, responses) {
  const chance = chanceOf(seed);
  const arrived = new Set();
  const sockets = new Set();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    serve(socket, chance, { arrived, responses }).catch((error) => { if (error instanceof assert.AssertionError) note(error); });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const counts = { succeeded: 0, failed: 0, unsent: 0 };
  const known = (error) => assert.ok(error instanceof JanusError && error.code, `seed ${seed}: ${error?.stack ?? error}`);
  const connecting = connect({ address: { url: `http://127.0.0.1:${server.address().port}/janus` }, max_retries: 0, request_timeout_ms: 1000 });
  const connection = await within(connecting.catch((error) => known(error)), `seed ${seed}: connect ends`);
  const session = await connection?.create().catch((error) => known(error));
  for (let round = 0; session && round < 3; round++) {
    const handle = await session.attach('janus.plugin.echotest').catch((error) => known(error));
    if (!handle) continue;
    const outcomes = Array.from({ length: 20 }, async (_, index) => {
      const n = seed * 1000 + round * 20 + index;
      const error = await handle.message({ n }, undefined, { timeout_ms: 30 + chance.below(300) }).then(() => undefined, (reason) => reason);
      return [n, error];
    });
    for (const [n, error] of await within(Promise.all(outcomes), `seed ${seed}: all outcomes`)) {
      counts[error ? 'failed' : 'succeeded'] += 1;
      if (!error) continue;
      known(error);
      counts.unsent += error.sent === false;
      assert.ok(error.sent !== false || !arrived.has(n), `seed ${seed}: ${n} arrived: ${error.stack}`);
    }
  }
  await within(connection?.close({ graceful: seed % 4 === 0 }), `seed ${seed}: the end`);
  sockets.forEach((socket) => socket.destroy());
  server.close();
  return counts;
}

test('each request has one outcome, whatever the server responds', async () => {
  const responses = {};
  const total = { succeeded: 0, failed: 0, unsent: 0 };
  const next = seeds();
  const worker = async () => {
    for (const seed of next) {
      const counts = await run(seed, responses);
      for (const name of Object.keys(total)) total[name] += counts[name];
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  await settled();
  assert.deepEqual(uncaught, []);
  console.log(total, responses);
  if (process.env.SEED) return;
  assert.ok(total.succeeded > 30 && total.failed > 100 && total.unsent > 30, JSON.stringify(total));
  assert.equal(Object.keys(responses).length, Object.keys(wrong).length + 1, JSON.stringify(responses));
});
