// A bug in the engine itself: everything ends, and says so.
import assert from 'node:assert/strict';
import { test } from 'node:test';

let broken = false;
WebAssembly.Instance = class extends WebAssembly.Instance {
  get exports() {
    const { core_run, ...others } = super.exports;
    const run = (...args) => {
      if (broken) throw new WebAssembly.RuntimeError('unreachable');
      return core_run(...args);
    };
    return { ...others, core_run: run };
  }
};

const { connect, EVENT, Logger } = await import('bifrons');
const { failure, heard, settled, within } = await import('./support/expect.mjs');
const { startFake } = await import('./support/fake.mjs');

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
