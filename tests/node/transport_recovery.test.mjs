// Outages of the transports other than WebSocket, with a real Janus.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { connect, EVENT } from 'bifrons';
import EchoTest from 'bifrons/plugins/echotest';

import { eventually, nextEvent, within } from './support/expect.mjs';
import { admin_secret, apisecret, startJanus } from './support/janus.mjs';
import { startProxy } from './support/proxy.mjs';
import { configsOf } from './support/transports.mjs';

let janus;
before(async () => (janus = await startJanus('--http', '--unix', 'dgram')));
after(() => janus.stop());

async function opened(t, settings) {
  const connection = await within(connect(settings), 'a connection');
  t.after(() => connection.close());
  return connection;
}

for (const way of ['http', 'file']) {
  test(`${way}: Janus is started again, and sessions are created again`, async (t) => {
    const connection = await opened(t, { ...configsOf(way, janus, { apisecret, admin_secret }).api(), reconnect: { rebuild: true } });
    // Repeated, as a datagram socket gets no notice of Janus's end.
    const session = await connection.create(1);
    const handle = await session.attach(EchoTest);
    const ids = [session.id, handle.id];
    const rebuilt = nextEvent(handle, EVENT.HANDLE_REBUILT);
    await janus.restart();
    assert.equal((await rebuilt).id, handle.id);
    assert.notDeepEqual([session.id, handle.id], ids);
    assert.equal((await handle.start({ audio: true })).result, 'ok');
  });
}

test('http: during an outage of the proxy the session survives, with any reclaim time', async (t) => {
  const proxy = await startProxy(janus.places.http);
  const connection = await opened(t, { address: { url: proxy.url, apisecret }, reconnect: true });
  t.after(() => proxy.stop());
  const made = await connection.create();
  const handle = await made.attach(EchoTest);
  const ids = [made.id, handle.id];
  const [away, back] = [nextEvent(connection, EVENT.CONNECTION_RECONNECTING), nextEvent(connection, EVENT.CONNECTION_RESUMED)];
  await eventually('a poll', () => proxy.polls.size, (size) => size > 0);
  proxy.respond = () => ({ status: 502 });
  proxy.cutPolls();
  await away;
  proxy.respond = undefined;
  assert.equal((await back).events_may_be_lost, true);
  // Janus may give the first event to the lost poll.
  await handle.start({ audio: true }, { timeout_ms: 500 }).catch(({ code }) => assert.equal(code, 'timeout'));
  assert.equal((await handle.start({ audio: true })).result, 'ok');
  assert.deepEqual([made.id, handle.id], ids);
});
