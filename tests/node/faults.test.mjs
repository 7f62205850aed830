// A server that sends what no Janus sends.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';

import { connect, EVENT, Logger } from 'bifrons';
import EchoTest from 'bifrons/plugins/echotest';

import { eventually, failure, nextEvent } from './support/expect.mjs';
import { pluginEvent, startFake } from './support/fake.mjs';

const PLUGIN = 'janus.plugin.fake';
const UNSAFE = '9007199254740993';

let fake;
let connection;
let handle;
let responses = {};
let lines = [];
before(async () => {
  Logger.setSink((level, args) => lines.push(`${level} ${args.join(' ')}`));
  fake = await startFake((request) => responses[request.janus]?.(request));
  connection = await connect(fake.config);
  handle = await (await connection.create()).attach(PLUGIN);
});
beforeEach(() => { responses = {}; lines = []; });
after(async () => {
  await connection.close();
  await fake.stop();
  Logger.setSink();
});

describe('a protocol violation is counted and logged, and the connection continues', () => {
  const nonsense = {
    'no JSON': 'hello',
    'half a message': '{"janus":"event"',
    'nothing': '',
    'two messages in one': '{"janus":"ack"}{"janus":"ack"}',
    'null': 'null',
    'a list': '[1]',
    'a text': '"janus"',
    'a number': '5',
    'no kind': '{"session_id":1}',
    'a kind that is no text': '{"janus":5}',
    'a kind that is an object': '{"janus":{}}',
    'a response without a transaction': '{"janus":"success"}',
    'a response to no request': '{"janus":"success","transaction":"unknown"}',
    'an error for no request': '{"janus":"error","transaction":"unknown","error":{"code":1,"reason":"x"}}',
    'a transaction that is no text': '{"janus":"success","transaction":5}',
    'a transaction like an object\'s own': '{"janus":"success","transaction":"__proto__"}',
    'an event without a sender': '{"janus":"event","session_id":1}',
    'a session that is text': '{"janus":"event","session_id":"x","sender":1,"plugindata":{}}',
    'a sender over 2^53': `{"janus":"event","session_id":1,"sender":${UNSAFE},"plugindata":{}}`,
    'a sender below zero': '{"janus":"event","session_id":1,"sender":-1,"plugindata":{}}',
    'a sender that is no whole number': '{"janus":"event","session_id":1,"sender":1.5,"plugindata":{}}',
    'a timeout without a session': '{"janus":"timeout"}',
  };
  for (const kind of ['nonsense', 'constructor']) {
    test(`the unknown kind ${kind} is no fault, but a newer server's`, async () => {
      const { protocol_violations: violations, unknown } = connection.stats();
      fake.send(`{"janus":"${kind}"}`);
      assert.equal((await connection.ping()).janus, 'pong');
      const stats = connection.stats();
      assert.deepEqual([stats.protocol_violations, stats.unknown], [violations, unknown + 1]);
    });
  }
  for (const [name, text] of Object.entries(nonsense)) {
    test(name, async () => {
      const { protocol_violations: violations } = connection.stats();
      fake.send(text);
      assert.equal((await connection.ping()).janus, 'pong');
      assert.equal(connection.stats().protocol_violations, violations + 1);
    });
  }

  const late = {
    'an event for no session': '{"janus":"event","session_id":1,"sender":1,"plugindata":{}}',
    'a timeout for no session': '{"janus":"timeout","session_id":1}',
  };
  for (const [name, text] of Object.entries(late)) {
    test(`${name} may just be late`, async () => {
      const before = connection.stats();
      fake.send(text);
      assert.equal((await connection.ping()).janus, 'pong');
      const { protocol_violations: violations, late } = connection.stats();
      assert.deepEqual([violations, late], [before.protocol_violations, before.late + 1]);
    });
  }

  test('a binary message', async () => {
    const { protocol_violations: violations } = connection.stats();
    fake.socket.send(Buffer.from('{"janus":"ack"}'), { binary: true });
    await connection.ping();
    assert.equal(connection.stats().protocol_violations, violations + 1);
  });

  test('a sender that is nearly a handle', async () => {
    const { protocol_violations: violations } = connection.stats();
    fake.send({ ...pluginEvent(handle, {}), sender: handle.id + 0.5 });
    await connection.ping();
    assert.equal(connection.stats().protocol_violations, violations + 1);
  });

  test('one log entry each', async () => {
    // Entries of earlier tests may have filled the limit of this second.
    const logged = async () => {
      fake.send('hello');
      await connection.ping();
      return lines.some((line) => /^warning .*the server violated the protocol/.test(line));
    };
    await eventually('a log entry', logged, Boolean);
  });

  test('a pending request is not lost', async () => {
    responses.message = ({ transaction }) => ['garbage', '{"janus":"event"}', { janus: 'nonsense', transaction: 'x' }, {
      janus: 'event', sender: handle.id, transaction, plugindata: { plugin: PLUGIN, data: { fine: true } },
    }];
    assert.equal((await handle.message({})).plugindata.data.fine, true);
  });
});

describe('a malformed response rejects its request', () => {
  test('an id over 2^53', async () => {
    responses.create = ({ transaction }) => `{"janus":"success","transaction":"${transaction}","data":{"id":${UNSAFE}}}`;
    await failure(connection.create(), 'bad_response');
    responses.attach = ({ transaction, session_id }) => `{"janus":"success","transaction":"${transaction}","session_id":${session_id},"data":{"id":${UNSAFE}}}`;
    await failure(handle.session.attach(PLUGIN), 'bad_response');
  });
  const ids = { 'no data': undefined, 'no id': {}, 'an id that is text': { id: '5' }, 'an id that is null': { id: null }, 'data that is a list': [] };
  for (const [name, data] of Object.entries(ids)) {
    test(name, async () => {
      responses.create = () => ({ janus: 'success', data });
      const error = await failure(connection.create(), 'bad_response');
      assert.equal(error.fault, 'server');
    });
  }
  test('an id that is in use', async () => {
    responses.create = () => ({ janus: 'success', data: { id: handle.session.id } });
    await failure(connection.create(), 'bad_response');
    responses.attach = () => ({ janus: 'success', data: { id: handle.id } });
    await failure(handle.session.attach(PLUGIN), 'bad_response');
  });
  const errors = { 'no error': undefined, 'an error that is text': 'no', 'a code that is text': { code: 'x', reason: 'y' } };
  for (const [name, error] of Object.entries(errors)) {
    test(`a refusal with ${name}`, async () => {
      responses.ping = () => ({ janus: 'error', error });
      await failure(connection.ping(), 'bad_response');
    });
  }
  test('a refusal without a reason is a refusal', async () => {
    responses.ping = () => ({ janus: 'error', error: { code: 490 } });
    assert.equal((await failure(connection.ping(), 'janus_refused')).janus, 490);
  });
  test('a kind that is no text', async () => {
    responses.ping = () => ({ janus: 5 });
    await failure(connection.ping(), 'bad_response');
  });
  test('a response of an unknown kind ends a request', async () => {
    responses.sing = () => ({ janus: 'song', verse: 1 });
    assert.equal((await connection.sendRequest({ janus: 'sing' })).verse, 1);
  });
});

describe('plugin data of any form', () => {
  const forms = [undefined, null, 5, 'text', [], {}, { plugin: 5 }, { data: null }, { data: 5 }, { data: 'text' }, { data: [1] }, { data: { error_code: 'x', error: {} } }];
  for (const plugindata of forms) {
    test(`an event with ${JSON.stringify(plugindata)}`, async () => {
      const echo = await handle.session.attach(EchoTest);
      fake.send({ janus: 'event', session_id: echo.session.id, sender: echo.id, plugindata });
      for await (const { event } of echo) {
        assert.ok([EVENT.HANDLE_EVENT, EchoTest.EVENT.ECHOTEST_ERROR].includes(event), event);
        break;
      }
      await echo.detach();
    });
    test(`a response with ${JSON.stringify(plugindata)}`, async () => {
      const echo = await handle.session.attach(EchoTest);
      responses.message = () => ({ janus: 'success', plugindata });
      const error = await echo.start({ audio: true }).catch((reason) => reason);
      assert.ok(['unexpected_response', 'plugin_refused'].includes(error.code), `${error.stack}`);
      responses = {};
      await echo.detach();
    });
  }
  test('core events of any form', async () => {
    const wild = await handle.session.attach(PLUGIN);
    for (const janus of ['webrtcup', 'media', 'slowlink', 'hangup', 'trickle', 'ice-failed', 'detached']) {
      fake.send({ janus, session_id: wild.session.id, sender: wild.id, candidate: 5, reason: {}, type: [], seconds: 'x' });
    }
    const seen = [];
    for await (const { event } of wild) seen.push(event);
    assert.equal(seen.length, 7);
  });
});

test('fields that every object has are just fields', async () => {
  const echo = await handle.session.attach(EchoTest);
  const came = nextEvent(echo, EchoTest.EVENT.ECHOTEST_RESULT);
  const data = '{"echotest":"event","result":"done","__proto__":{"polluted":1},"constructor":2,"toString":3,"hasOwnProperty":4}';
  fake.send(`{"janus":"event","session_id":${echo.session.id},"sender":${echo.id},"__proto__":{"jsep":1},"plugindata":{"plugin":"x","data":${data}}}`);
  const event = await came;
  assert.equal(JSON.stringify(event), data.replace('"echotest":"event",', ''));
  assert.equal(Object.getPrototypeOf(event), Object.prototype);
  assert.equal({}.polluted, undefined);

  const body = JSON.parse('{"__proto__":{"a":1},"constructor":2,"toString":3}');
  await echo.message(body);
  assert.equal(JSON.stringify(fake.received('message').at(-1).body), '{"__proto__":{"a":1},"constructor":2,"toString":3}');
  const raw = await connection.sendRequest(JSON.parse('{"janus":"x","__proto__":{"a":1},"constructor":2}'));
  assert.equal(raw.janus, 'success');
  assert.match(JSON.stringify(fake.received('x').at(-1)), /"__proto__":\{"a":1\},"constructor":2/);
  await echo.detach();
});

test('hooks of names that every object has', async () => {
  const came = nextEvent(handle, EVENT.HANDLE_EVENT);
  fake.send(pluginEvent(handle, { event: 'constructor' }));
  assert.deepEqual(await came, { data: { event: 'constructor' } });
});

describe('the end of a transport connection', () => {
  /** The error of the connection and of a request that is open, when the server does this. */
  async function end(act, config = {}) {
    const own = await startFake(({ janus }, socket) => (janus === 'ping' ? (act(socket), null) : undefined));
    const other = await connect({ ...own.config, ...config });
    const session = await other.create();
    const lost = nextEvent(other, EVENT.CONNECTION_ERROR);
    const ended = nextEvent(session, EVENT.SESSION_DESTROYED);
    await failure(other.ping(), 'response_lost');
    assert.equal((await ended).reason, 'connection_lost');
    const error = await lost;
    await own.stop();
    return error;
  }

  test('an oversize message', async () => {
    const error = await end((socket) => socket.send('x'.repeat(5000)), { max_message_size: 2000 });
    assert.equal(error.code, 'protocol_violation', error.message);
  });
  test('an oversize message, with a WebSocket that has no limit', async () => {
    const { WebSocket } = await import('ws');
    class Unlimited extends WebSocket {
      constructor(url, protocol) { super(url, protocol); }
    }
    const error = await end((socket) => socket.send('x'.repeat(5000)), { max_message_size: 2000, WebSocket: Unlimited });
    assert.equal(error.code, 'protocol_violation', error.message);
    assert.match(error.message, /5000 bytes; the limit is 2000/);
  });
  test('invalid UTF-8', async () => {
    const error = await end((socket) => socket.send(Buffer.from([0x7b, 0xff, 0xfe]), { binary: false }));
    assert.equal(error.code, 'protocol_violation', error.message);
    assert.match(error.message, /UTF-8/);
  });
  test('an invalid frame', async () => {
    const error = await end((socket) => socket._socket.write(Buffer.from([0xff, 0xff, 0xff, 0xff])));
    assert.equal(error.code, 'protocol_violation', error.message);
  });
  test('a truncated message', async () => {
    const error = await end((socket) => socket._socket.end(Buffer.from([0x81, 0x7e, 0x01])));
    assert.equal(error.code, 'connection_lost', error.message);
  });
  test('a close frame', async () => {
    const error = await end((socket) => socket.close(1001, 'restart'));
    assert.equal(error.code, 'connection_lost');
    assert.match(error.message, /restart/);
  });
  test('a close frame whose reason would clear the screen and forge a log entry', async () => {
    lines = [];
    const error = await end((socket) => socket.close(1001, 'bye \x1b[2J\n2026 - ERROR fake\u009b\u202e'));
    assert.match(error.message, /: bye \\u\{1b\}\[2J\\u\{a\}2026 - ERROR fake\\u\{9b\}\\u\{202e\}$/);
    assert.ok(lines.some((line) => line.includes('bye')));
    for (const line of lines) assert.doesNotMatch(line, /[\p{Cc}\p{Bidi_Control}]/u);
  });
  test('pings, while it reads nothing: 60 pongs wait at most', async () => {
    await end(pingsWithoutReading);
  });
  test('pings, while it reads nothing, with a ws that has no limit: 1 MiB of pongs waits at most', async () => {
    const before = process.memoryUsage().rss;
    const error = await end(pingsWithoutReading, { ws_options: { maxPendingAutoPongs: 0 } });
    assert.equal(error.code, 'protocol_violation', error.message);
    assert.match(error.message, /it sends pings and reads no pongs/);
    const grown = process.memoryUsage().rss - before;
    assert.ok(grown < 200e6, `${grown} bytes more`);
  });
});

function pingsWithoutReading(client) {
  const socket = client._socket;
  socket.pause();
  const pings = Buffer.concat(Array(1000).fill(Buffer.concat([Buffer.from([0x89, 125]), Buffer.alloc(125)])));
  const flood = () => {
    while (!socket.destroyed && socket.write(pings));
  };
  socket.on('error', () => {}).on('drain', flood);
  flood();
}

test('texts of other users in errors do not control a terminal', async () => {
  const reason = "Invalid line: \x1b]0;OWNED\x07";
  responses.message = () => ({ janus: 'error', error: { code: 465, reason } });
  await failure(handle.message({}), 'janus_refused', '465 Invalid line: \\u{1b}]0;OWNED\\u{7}');
  const echo = await (await connection.create()).attach(EchoTest);
  responses.message = () => ({ janus: 'event', sender: echo.id, plugindata: { plugin: EchoTest.id, data: { error_code: 1, error: reason } } });
  await failure(echo.start({}), 'plugin_refused', /1 Invalid line: \\u\{1b\}\]0;OWNED\\u\{7\}$/);
});

test('a request that is too large is refused alone', async () => {
  const other = await connect({ ...fake.config, max_message_size: 2000 });
  const session = await other.create();
  const large = await session.attach(PLUGIN);
  const error = await failure(large.message({ text: 'x'.repeat(3000) }), 'message_too_large');
  assert.equal(error.sent, false);
  assert.equal((await large.message({ text: 'short' })).janus, 'success');
  await other.close();
});
