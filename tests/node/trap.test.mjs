// A bug in the engine itself: everything ends, and says so.
import assert from 'node:assert/strict';
import { test } from 'node:test';

let broken = false;
/** Whether what takes a line's messages is broken. */
let deaf = false;
WebAssembly.Instance = class extends WebAssembly.Instance {
  get exports() {
    const { core_run, transportcallbacks_message, ...others } = super.exports;
    const run = (...args) => {
      if (broken) throw new WebAssembly.RuntimeError('unreachable');
      return core_run(...args);
    };
    const hear = (...args) => {
      if (deaf) throw new WebAssembly.RuntimeError('unreachable');
      return transportcallbacks_message(...args);
    };
    return { ...others, core_run: run, transportcallbacks_message: hear };
  }
};

const { connect, EVENT, Logger } = await import('bifrons');
const { eventually, failure, heard, settled, within } = await import('./support/expect.mjs');
const { startFake } = await import('./support/fake.mjs');
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
  const lost = new Promise((resolve) => fake.line.on('close', resolve));
  const told = [
    heard(connection, EVENT.CONNECTION_ERROR),
    heard(session, EVENT.SESSION_DESTROYED),
    heard(handle, EVENT.HANDLE_DETACHED),
  ];
  const pending = failure(connection.ping(), 'internal');
  await settled();
  broken = true;
  await failure(handle.message({}), 'internal', 'a bug in bifrons, please report it: unreachable');
  broken = false;
  await pending;
  const [error, ...ends] = await Promise.all(told);
  assert.equal(error.code, 'internal');
  assert.ok(error.cause instanceof WebAssembly.RuntimeError);
  assert.deepEqual(ends.map(({ reason }) => reason), ['internal', 'internal']);
  await within(lost, 'the end of the line');
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

test('so does a trap while an answer over HTTP is taken', async (t) => {
  const janus = await startJanus('--http');
  const proxy = await startProxy(janus.places.http);
  t.after(() => Promise.all([proxy.stop(), janus.stop()]));
  Logger.setSink(() => {});
  t.after(() => Logger.setSink());
  const connection = await connect({ address: { url: proxy.url, apisecret }, max_retries: 0 });
  const session = await connection.create();
  await eventually('a poll', () => proxy.polls.size, (size) => size === 1);
  const told = [heard(connection, EVENT.CONNECTION_ERROR), heard(session, EVENT.SESSION_DESTROYED)];
  deaf = true;
  await failure(connection.ping(), 'internal', 'a bug in bifrons, please report it: unreachable');
  deaf = false;
  assert.equal((await Promise.all(told))[1].reason, 'internal');
  await eventually('the end of the poll', () => proxy.polls.size, (size) => size === 0);
});
