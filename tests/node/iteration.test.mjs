// `for await` over connections and sessions.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';

import { connect } from 'bifrons';

import { startFake } from './support/fake.mjs';
import { within } from './support/expect.mjs';

let fake;
let connection;
beforeEach(async () => {
  fake = await startFake();
  connection = await connect({ ...fake.config, reconnect: true });
});
afterEach(async () => {
  await connection.close();
  await fake.stop();
});

/** Collects events until the loop ends. */
async function collect(emitter, each = () => {}) {
  const seen = [];
  for await (const { event, data } of emitter) {
    seen.push([event, data]);
    await each(event);
  }
  return seen;
}

const names = (seen) => seen.map(([event]) => event);

test('a connection: all events in order, those during the body of the loop too, until it has ended', async () => {
  const seen = collect(connection, (event) => (event === 'connection_resumed' ? connection.close() : undefined));
  fake.socket.terminate();
  const events = await within(seen, 'the end of the loop');
  assert.deepEqual(names(events), ['connection_reconnecting', 'connection_resumed', 'connection_closed']);
  assert.equal(events[0][1].code, 'connection_lost');
  assert.ok(events[1][1].outage_ms >= 0);
  assert.deepEqual(events[2][1], { id: connection.id });
});

test('a connection that is lost', async () => {
  const own = await connect(fake.config);
  const seen = collect(own);
  fake.socket.terminate();
  assert.deepEqual(names(await within(seen, 'the end of the loop')), ['connection_error']);
});

test('a session, whose loop ends with it; what has ended has no events', async () => {
  const session = await connection.create();
  const seen = collect(session);
  const { id } = session;
  await session.destroy();
  assert.deepEqual(await within(seen, 'the end of the loop'), [['session_destroyed', { id, reason: 'destroyed' }]]);
  await connection.close();
  assert.deepEqual(await within(Promise.all([collect(session), collect(connection)]), 'the end of the loops'), [[], []]);
});

test('leaving the loop leaves no listener', async () => {
  const seen = collect(connection, () => Promise.reject(new Error('enough')));
  fake.socket.terminate();
  await assert.rejects(within(seen, 'the end of the loop'), /enough/);
  assert.deepEqual(connection.eventNames(), []);
});
