// What the log of a connection has: one line for each request, what goes over the wire, and fields.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';

import { connect, EVENT, Logger } from 'bifrons';
import EchoTest from 'bifrons/plugins/echotest';
import VideoRoom from 'bifrons/plugins/videoroom';
import { MockJanus } from 'bifrons/testing';

import { failure, nextEvent } from './support/expect.mjs';
import { startFake } from './support/fake.mjs';
import { offer } from './support/offer.mjs';

let janus;
beforeEach(async () => { janus = await MockJanus.start(); });
afterEach(async () => {
  Logger.setSink();
  Logger.setLevel('info');
  await janus.stop();
});

/** Connects with the level of `Logger`, and returns what it logs. */
async function logged(level, more = {}) {
  const records = [];
  Logger.setLevel(level);
  Logger.setSink((of, [text], fields) => records.push({ level: of, text, ...fields }));
  const connection = await connect({ address: { url: janus.url }, max_retries: 0, ...more });
  return { connection, records };
}

/** A logger of an application, whose methods take the text first. */
function newLogger(levels) {
  const calls = [];
  const logger = { calls, isLevelEnabled: (level) => levels.includes(level) };
  for (const method of ['error', 'warn', 'info', 'debug', 'trace']) logger[method] = (...args) => calls.push([method, ...args]);
  return logger;
}

const server = () => ({ 'server.address': '127.0.0.1', 'server.port': Number(new URL(janus.url).port), 'network.transport': 'tcp' });
const ofRequests = (records) => records.filter(({ level }) => level === 'debug');

describe('debug', () => {
  test('one line for each request: kind, request of the plugin, outcome, milliseconds, ids, server', async () => {
    const { connection, records } = await logged('debug');
    const session = await connection.create();
    const handle = await session.attach(VideoRoom);
    await handle.create({ room: 7 });
    await failure(handle.joinPublisher({ room: 8 }), 'plugin_refused');
    await handle.message({ request: 'exists', room: 7 });
    await failure(handle.sendRequest({ janus: 'nonsense' }), 'janus_refused');
    await handle.trickle({ candidate: 'candidate:1', sdpMLineIndex: 0 });
    await handle.hangup();
    await handle.detach();
    await connection.getInfo();
    await connection.ping();
    await session.destroy();
    await connection.close();

    const lines = ofRequests(records);
    assert.deepEqual(lines.map(({ kind, outcome, error_code, ...line }) => [kind, line['rpc.method'], outcome, error_code]), [
      ['create', 'create', 'success', undefined],
      ['attach', 'attach', 'success', undefined],
      ['message', 'create', 'success', undefined],
      ['message', 'join', 'plugin_refused', 426],
      ['message', 'exists', 'success', undefined],
      ['nonsense', 'nonsense', 'janus_refused', 453],
      ['trickle', 'trickle', 'success', undefined],
      ['hangup', 'hangup', 'success', undefined],
      ['detach', 'detach', 'success', undefined],
      ['info', 'info', 'success', undefined],
      ['ping', 'ping', 'success', undefined],
      ['destroy', 'destroy', 'success', undefined],
    ]);
    const join = lines[3];
    const { duration_ms, transaction, text, ...fields } = join;
    assert.deepEqual(fields, {
      level: 'debug', connection: connection.id, kind: 'message', 'rpc.system': 'janus', 'rpc.service': VideoRoom.id, 'rpc.method': 'join',
      session: session.id, handle: handle.id, outcome: 'plugin_refused', 'error.type': 'plugin_refused', error_code: 426, ...server(),
    });
    assert.match(transaction, /^\d+$/);
    assert.equal(duration_ms, Math.round(duration_ms * 10) / 10);
    assert.equal(text, `[${connection.id}] message "join" (janus.plugin.videoroom): plugin_refused 426, ${duration_ms} ms, session ${session.id}, handle ${handle.id}, ${connection.url}`);
    assert.deepEqual([lines[0].session, lines[1].session, lines[1].handle, lines[1]['rpc.service']], [session.id, session.id, handle.id, VideoRoom.id]);
    assert.equal('error.type' in lines[0], false);
  });

  test('the Admin API has one line for a request to a plugin', async () => {
    const { connection, records } = await logged('debug', { is_admin: true, address: { url: janus.admin_url, apisecret: 'janusoverlord' } });
    await connection.plugin(VideoRoom).list();
    await connection.close();
    assert.deepEqual(ofRequests(records).map(({ kind, ...line }) => [kind, line['rpc.method']]), [['message_plugin', 'list']]);
  });

  test('a request that is cancelled or times out', async () => {
    const fake = await startFake(({ janus: kind }) => (kind === 'ping' ? null : undefined));
    const { connection, records } = await logged('debug', fake.config);
    await failure(connection.ping({ timeout_ms: 20 }), 'timeout');
    await failure(connection.ping({ signal: AbortSignal.timeout(20) }), 'cancelled');
    await connection.close();
    await fake.stop();
    const lines = ofRequests(records);
    assert.deepEqual(lines.map(({ outcome }) => outcome), ['timeout', 'cancelled']);
    assert.ok(lines.every(({ duration_ms }) => duration_ms >= 19 && duration_ms < 1000));
  });

  test('a name of the application is short and printable', async () => {
    const { connection, records } = await logged('debug');
    const handle = await (await connection.create()).attach('janus.plugin.echotest');
    await failure(handle.message({ request: `\u001b[2J\n${'x'.repeat(200)}` }), 'janus_refused').catch(() => {});
    await connection.close();
    const { text } = ofRequests(records).at(-1);
    assert.match(text, /message "\\u\{1b\}\[2J\\u\{a\}x{95}"/);
  });

  test('none at the level verbose', async () => {
    const { connection, records } = await logged('verbose');
    await connection.ping();
    await connection.close();
    assert.deepEqual(records.map(({ text }) => text.replace(/^\[\d+\] /, '')), [`connected, ${connection.url}`, 'closed']);
  });
});

describe('trace', () => {
  test('each message, without its texts', async () => {
    const { connection, records } = await logged('trace', { address: { url: janus.url, token: 'the-t0ken' } });
    const handle = await (await connection.create()).attach(VideoRoom);
    await handle.create({ room: 7, pin: 'the-pin', secret: 'the-s3cret' });
    await handle.joinPublisher({ room: 7, pin: 'the-pin', display: 'Alice' });
    await handle.publish({ jsep: offer() });
    await connection.close();

    const wire = records.filter(({ level }) => level === 'trace');
    assert.ok(wire.every(({ text, direction, wire: message }) => text === `[${connection.id}] ${direction} ${message}`));
    const sent = wire.filter(({ direction }) => direction === 'sent').map(({ wire: message }) => JSON.parse(message));
    const received = wire.filter(({ direction }) => direction === 'received').map(({ wire: message }) => JSON.parse(message));
    const join = sent.find(({ body }) => body?.request === 'join');
    assert.deepEqual([join.janus, join.token, join.body], ['message', '(9 bytes)', { request: 'join', ptype: 'publisher', room: 7, pin: '(7 bytes)', display: '(5 bytes)' }]);
    assert.equal(received.some(({ transaction, plugindata }) => transaction === join.transaction && plugindata?.data.videoroom === 'joined'), true);
    assert.match(sent.find(({ jsep }) => jsep).jsep.sdp, /^\(\d+ bytes\)$/);
    assert.doesNotMatch(JSON.stringify(records), /the-|Alice|v=0/);
  });

  test('a message that is not JSON, or is too deep to be shown, ends no connection', async () => {
    const fake = await startFake();
    const { connection, records } = await logged('trace', fake.config);
    fake.send('s3cret');
    fake.send(`{"janus":"event","deep":${'['.repeat(20_000)}${']'.repeat(20_000)}}`);
    assert.equal((await connection.ping()).janus, 'pong');
    await connection.close();
    await fake.stop();
    const shown = records.filter(({ direction }) => direction === 'received').map(({ wire }) => wire);
    assert.equal(shown.includes('(6 bytes that are not JSON)'), true);
    assert.equal(records.some(({ text }) => text.includes('s3cret')), false);
  });

  test('over HTTP, too', async () => {
    const { startJanus } = await import('./support/janus.mjs');
    const real = await startJanus('--http');
    const { connection, records } = await logged('trace', { address: { ...real.config.address, url: real.places.http } });
    await connection.ping();
    await connection.close();
    await real.stop();
    const ping = records.filter(({ wire }) => wire?.includes('"ping"') || wire?.includes('"pong"'));
    assert.deepEqual(ping.map(({ direction }) => direction), ['sent', 'received']);
  });
});

describe('a logger for one connection', () => {
  test('gets a text and fields, instead of the global one', async () => {
    const logger = newLogger(['error', 'warn', 'info', 'debug']);
    const { connection, records } = await logged('debug', { logger });
    await connection.ping();
    await connection.close();
    assert.deepEqual(records, []);
    const [[method, text, fields]] = logger.calls;
    assert.deepEqual([method, text, fields], ['info', `[${connection.id}] connected, ${connection.url}`, { connection: connection.id, ...server() }]);
    const ping = logger.calls.find(([, , { kind }]) => kind === 'ping');
    assert.deepEqual([ping[0], ping[2].outcome], ['debug', 'success']);
  });

  test('decides the level', async () => {
    const logger = newLogger(['info', 'trace']);
    const { connection } = await logged('none', { logger });
    await connection.ping();
    await connection.close();
    const methods = new Set(logger.calls.map(([method]) => method));
    assert.deepEqual(methods, new Set(['info', 'trace']));
  });

  test('without isLevelEnabled has the level of Logger', async () => {
    const { isLevelEnabled, ...logger } = newLogger([]);
    const { connection } = await logged('info', { logger });
    await connection.ping();
    Logger.setLevel('debug');
    await connection.ping();
    await connection.close();
    assert.deepEqual(logger.calls.map(([method]) => method), ['info', 'debug', 'info']);
  });

  test('without trace gets that at debug, where Logger has the level trace', async () => {
    const { isLevelEnabled, trace, ...logger } = newLogger([]);
    const messages = () => logger.calls.filter(([method, , { direction }]) => method === 'debug' && direction === 'sent').length;
    const { connection } = await logged('debug', { logger });
    await connection.ping();
    assert.equal(messages(), 0);
    Logger.setLevel('trace');
    await connection.ping();
    assert.equal(messages(), 1);
    await connection.close();
  });

  test('a console gets the text alone, and no stacks for trace', async () => {
    const calls = [];
    const stub = Object.assign(Object.create(console), Object.fromEntries(['error', 'warn', 'info', 'debug', 'trace'].map((method) => [method, (...args) => calls.push([method, ...args])])));
    const { connection } = await logged('trace', { logger: stub });
    await connection.ping();
    await connection.close();
    assert.equal(calls.every((call) => call.length === 2 && call[0] !== 'trace'), true);
    assert.equal(calls.some(([, text]) => text.includes('] sent {')), true);
  });

  test('that throws affects nothing else', async () => {
    const uncaught = [];
    const before = process.listeners('uncaughtException');
    process.removeAllListeners('uncaughtException');
    process.on('uncaughtException', (error) => uncaught.push(error.message));
    const fails = () => { throw new Error('thrown by the logger'); };
    for (const logger of [{ ...newLogger([]), isLevelEnabled: fails }, { error: fails, warn: fails, info: fails, debug: fails }]) {
      const { connection } = await logged('debug', { logger });
      assert.equal((await connection.ping()).janus, 'pong');
      await connection.close();
    }
    process.removeAllListeners('uncaughtException');
    for (const listener of before) process.on('uncaughtException', listener);
    assert.ok(uncaught.length >= 4);
    assert.ok(uncaught.every((text) => text === 'thrown by the logger'));
  });

  test('must have the methods', async () => {
    const { warn, ...lacking } = newLogger([]);
    await failure(connect({ address: { url: janus.url }, logger: lacking }), 'invalid_config', /"logger" must have the methods debug, info, warn and error: warn is missing/);
    await failure(connect({ address: { url: janus.url }, logger: () => {} }), 'invalid_config', /"logger" must be an object/);
    await failure(connect({ address: { url: janus.url }, loger: lacking }), 'invalid_config', /did you mean "logger"/);
  });

  test('gets warnings about unknown fields', async () => {
    const logger = newLogger(['warn']);
    const { connection } = await logged('none', { logger });
    const handle = await (await connection.create()).attach(EchoTest);
    await handle.start({ audio: true, vido: true });
    await connection.close();
    assert.deepEqual(logger.calls.map(([method, , { field }]) => [method, field]), [['warn', 'vido']]);
  });
});

describe('failures', () => {
  test('one line for each attempt that is repeated, with the URL and whole milliseconds; the last one is returned', async () => {
    const records = [];
    Logger.setSink((level, [text]) => records.push([level, text]));
    await failure(connect({ address: { url: 'ws://127.0.0.1:1' }, max_retries: 1, retry_time_secs: 0.0123 }), 'connect_failed');
    assert.equal(records.length, 1);
    assert.equal(records[0][0], 'warning');
    assert.match(records[0][1], /^\[\d+\] ws:\/\/127\.0\.0\.1:1: no connection to the server: connect ECONNREFUSED 127\.0\.0\.1:1; next attempt in \d+ m?s$/);
  });

  test('an outage has the server and counts', async () => {
    const { connection, records } = await logged('info', { reconnect: { rebuild: true }, retry_time_secs: 0.01 });
    await connection.create();
    const resumed = nextEvent(connection, EVENT.CONNECTION_RESUMED);
    janus.inject('restart');
    await resumed;
    await connection.close();
    const back = records.find(({ outage_ms }) => outage_ms !== undefined);
    assert.deepEqual([back.kept, back.rebuilt, back.ended, back['server.address'], Number.isInteger(back.outage_ms)], [0, 1, 0, '127.0.0.1', true]);
  });
});
