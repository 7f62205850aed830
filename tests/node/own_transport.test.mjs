// A transport of the user's own, and the mistakes that it can make: they harm one connection only.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { connect, EVENT, Logger } from 'bifrons';

import { failure, heard, settled } from './support/expect.mjs';
import { startFake } from './support/fake.mjs';
import { carrier } from './support/transports.mjs';

/** A Janus in the same process, that answers within `send`. */
function answering(line, more = {}) {
  const answer = ({ janus, transaction }) =>
    ({ janus: { info: 'server_info', ping: 'pong' }[janus] ?? 'success', transaction, data: { id: 7 } });
  line.opened();
  return { send: (text) => line.message(JSON.stringify(answer(JSON.parse(text)))), close: () => line.closed(), ...more };
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

test('it is called with the URL and the API, for each attempt', async () => {
  const calls = [];
  const transport = (url, line) => {
    calls.push([url, line.protocol]);
    return answering(line);
  };
  const connection = await connect(config(transport));
  assert.equal((await connection.ping()).janus, 'pong');
  assert.equal((await connection.create()).id, 7);
  await connection.close();
  const admin = await connect({ ...config(transport), is_admin: true });
  await admin.close();
  assert.deepEqual(calls, [['mine://anywhere', 'janus-protocol'], ['mine://anywhere', 'janus-admin-protocol']]);
});

test('its bound is kept', async () => {
  const connection = await connect(config((url, line) => answering(line, { maxMessage: 300 })));
  const error = await failure(connection.sendRequest({ janus: 'ping', text: 'x'.repeat(300) }), 'message_too_large', /the limit is 300/);
  assert.equal(error.sent, false);
  assert.equal((await connection.ping()).janus, 'pong');
  await connection.close();
});

describe('no line comes of', () => {
  const wrong = [
    ['one that throws', () => { throw new Error('no route'); }, 'mine://anywhere: the transport threw: no route'],
    ['one that returns nothing', () => {}, /must return an object with the functions send and close/],
    ['one that returns a promise', async () => {}, /must return an object with the functions send and close/],
    ['one that closes before it has opened', (url, line) => (line.closed('not today'), { send() {}, close() {} }), 'mine://anywhere: not today'],
    ['a message before opened()', (url, line) => (line.message('{}'), { send() {}, close() {} }), /message\(\) before opened\(\)/],
  ];
  for (const [name, transport, text] of wrong) {
    test(name, () => failure(connect(config(transport)), 'connect_failed', text));
  }

  test('what is no function', () => failure(connect(config('tcp')), 'invalid_config', /"transport" must be a function/));
});

describe('a line ends, and says why, at', () => {
  const mistakes = [
    ['a second opened()', (line) => line.opened(), /opened\(\) twice/],
    ['a message that is no text', (line) => line.message({ janus: 'event' }), /message\(\) with object instead of a text/],
    ['send() that throws', (line, own, connection) => {
      own.send = () => { throw new Error('pipe is full'); };
      connection.ping().catch(() => {});
    }, /threw when it was to send: pipe is full/],
    ['closed()', (line) => line.closed('the pipe broke'), /the pipe broke/],
  ];
  for (const [name, mistake, text] of mistakes) {
    test(name, async () => {
      let line;
      let own;
      let closes = 0;
      const connection = await connect(config((url, given) => (own = answering((line = given), { close: () => closes++ }))));
      const lost = heard(connection, EVENT.CONNECTION_ERROR);
      mistake(line, own, connection);
      const error = await lost;
      assert.equal(error.code, 'connection_lost');
      assert.match(error.message, text);
      assert.equal(closes, name === 'closed()' ? 0 : 1);
    });
  }
});

test('what comes after the end is ignored, with a warning', async () => {
  const lines = [];
  Logger.setSink((level, args) => lines.push(`${level} ${args.join(' ')}`));
  let line;
  const connection = await connect(config((url, given) => answering((line = given))));
  await connection.close();
  line.message('{"janus":"event"}');
  line.opened();
  line.closed();
  await settled();
  Logger.setSink();
  assert.equal(lines.filter((text) => /^warning .*after its line was closed; ignored/.test(text)).length, 2);
});
