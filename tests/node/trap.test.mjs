// A bug in the engine itself: each object ends, and its error names the cause.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { exportName } from './support/exports.mjs';

const [CORE_RUN, MESSAGE, PASS_EVENT] = ['core_run', 'transportcallbacks_message', 'transportcallbacks_passEvent'].map(exportName);
let broken = false;
/** Whether the callbacks for messages and for events are broken. */
let brokenCallback = false;
WebAssembly.Instance = class extends WebAssembly.Instance {
  get exports() {
    const all = super.exports;
    const run = (...args) => {
      if (broken) throw new WebAssembly.RuntimeError('unreachable');
      return all[CORE_RUN](...args);
    };
    const message = (...args) => {
      if (brokenCallback) throw new WebAssembly.RuntimeError('unreachable');
      return all[MESSAGE](...args);
    };
    const pass = (...args) => {
      if (brokenCallback) throw new WebAssembly.RuntimeError('unreachable');
      return all[PASS_EVENT](...args);
    };
    return { ...all, [CORE_RUN]: run, [MESSAGE]: message, [PASS_EVENT]: pass };
  }
};

const { connect, EVENT, Logger } = await import('bifrons');
const { eventually, failure, nextEvent, settled, within } = await import('./support/expect.mjs');
const { pluginEvent, startFake } = await import('./support/fake.mjs');
const { apisecret, startJanus } = await import('./support/janus.mjs');
const { startProxy } = await import('./support/proxy.mjs');

test('a trap ends the connection, everything on it, and nothing else', async () => {
  const silent = ({ janus }) => (janus === 'ping' ? null : undefined);
  const fake = await startFake(silent);
  const lines = [];
  Logger.setSink((level, args) => lines.push(`${level} ${args.join(' ')}`));
  const connection = await connect(fake.config);
  const session = await connection.create();
  const handle = await session.attach('janus.plugin.fake');
  const lost = new Promise((resolve) => fake.socket.on('close', resolve));
  const emitted = [
    nextEvent(connection, EVENT.CONNECTION_ERROR),
    nextEvent(session, EVENT.SESSION_DESTROYED),
    nextEvent(handle, EVENT.HANDLE_DETACHED),
  ];
  const pending = failure(connection.ping(), 'internal');
  await settled();
  broken = true;
  await failure(handle.message({}), 'internal', 'a bug in bifrons, please report it: unreachable');
  broken = false;
  await pending;
  const [error, ...ends] = await Promise.all(emitted);
  assert.equal(error.code, 'internal');
  assert.ok(error.cause instanceof WebAssembly.RuntimeError);
  assert.deepEqual(ends.map(({ reason }) => reason), ['internal', 'internal']);
  await within(lost, 'the end of the transport connection');
  await failure(connection.getInfo(), 'internal');
  await failure(handle.message({}), 'internal');
  assert.throws(() => connection.stats(), { code: 'internal' });
  await connection.close();
  assert.ok(lines.some((line) => /^error .*a bug in bifrons/.test(line)));

  const other = await connect(fake.config);
  await other.create();
  await other.close();
  Logger.setSink();
  await fake.stop();
});

test('so does a trap while an event is read', async (t) => {
  const fake = await startFake();
  Logger.setSink(() => {});
  t.after(() => Logger.setSink());
  const connection = await connect(fake.config);
  const handle = await (await connection.create()).attach('janus.plugin.fake');
  handle.on(EVENT.HANDLE_EVENT, () => assert.fail('the event is not emitted'));
  const emitted = nextEvent(connection, EVENT.CONNECTION_ERROR);
  brokenCallback = true;
  fake.send(pluginEvent(handle, {}));
  const error = await within(emitted, 'the error');
  brokenCallback = false;
  assert.equal(error.code, 'internal');
  await fake.stop();
});

test('so does a trap while a response over HTTP is read', async (t) => {
  const janus = await startJanus('--http');
  const proxy = await startProxy(janus.places.http);
  t.after(() => Promise.all([proxy.stop(), janus.stop()]));
  Logger.setSink(() => {});
  t.after(() => Logger.setSink());
  const connection = await connect({ address: { url: proxy.url, apisecret }, max_retries: 0 });
  const session = await connection.create();
  await eventually('a poll', () => proxy.polls.size, (size) => size === 1);
  const emitted = [nextEvent(connection, EVENT.CONNECTION_ERROR), nextEvent(session, EVENT.SESSION_DESTROYED)];
  brokenCallback = true;
  await failure(connection.ping(), 'internal', 'a bug in bifrons, please report it: unreachable');
  brokenCallback = false;
  assert.equal((await Promise.all(emitted))[1].reason, 'internal');
  await eventually('the end of the poll', () => proxy.polls.size, (size) => size === 0);
});
