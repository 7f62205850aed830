// What an application sees of users, changes for them, and is reported.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { test } from 'node:test';

import { everything, startGateway, token } from './support/gateway.mjs';
import { Page } from './support/page.mjs';

async function joined(url, subject = 'anna') {
  const page = await Page.open(url, { token: await token(subject) });
  const place = await page.attach('janus.plugin.videoroom');
  const event = await page.message(place, { request: 'join', ptype: 'publisher', room: 1234 });
  assert.equal(event.plugindata.data.videoroom, 'joined');
  return { page, place };
}

test('sessions and rooms, and their ends', async (t) => {
  const { gateway, url } = await startGateway(t);
  const { page, place } = await joined(url);
  const [session] = gateway.sessions();
  assert.equal(session.id, place.session_id);
  assert.deepEqual(session.handles, [{ id: place.handle_id, plugin: 'videoroom', asked_for: [1234], media: [] }]);
  assert.deepEqual(gateway.sessions('other'), []);
  assert.deepEqual(gateway.session(place.session_id), gateway.sessions('app')[0]);
  assert.equal(gateway.session(1), undefined);
  const [room] = gateway.rooms();
  const [{ id }] = room.users;
  assert.ok(Number.isSafeInteger(id));
  assert.deepEqual(room.users, [{ subject: 'anna', session: place.session_id, handle: place.handle_id, id, publishing: false }]);
  assert.equal(gateway.endSession(place.session_id), true);
  assert.equal(gateway.endSession(place.session_id), false);
  assert.deepEqual(gateway.rooms(), []);
  assert.equal((await page.ask({ janus: 'keepalive', session_id: place.session_id })).error.code, 458);
});

test('a revoked user is closed at once', async (t) => {
  const { gateway, url } = await startGateway(t);
  const { page } = await joined(url);
  gateway.revoke({ subject: 'anna' });
  assert.deepEqual(await page.closed, { code: 1008, reason: 'the token was revoked' });
});

test('changed grants and bans end what is no longer allowed', async (t) => {
  const { gateway, url } = await startGateway(t);
  for (const change of [
    () => gateway.changeGrants({ tenant: 'app', subject: 'anna', grants: { room: { id: 5, join: true } } }),
    () => gateway.ban({ subject: 'ben', room: 1234 }),
    () => gateway.ban({ room: 1234 }),
  ]) {
    const { page } = await joined(url, String(change).includes('ben') ? 'ben' : String(change).includes('anna') ? 'anna' : 'cem');
    change();
    await page.ask({ janus: 'ping' });
    assert.ok(page.events.some(({ janus }) => janus === 'detached'), String(change));
  }
});

test('arguments that can not be are errors', async (t) => {
  const { gateway } = await startGateway(t);
  const invalid = { code: 'invalid_argument' };
  assert.throws(() => gateway.revoke({}), invalid);
  assert.throws(() => gateway.revoke({ tenant: 'unknown', subject: 'anna' }), invalid);
  assert.throws(() => gateway.changeGrants({ subject: 'anna', grants: { room: 7 } }), invalid);
  assert.throws(() => gateway.ban({ subject: 'anna' }), invalid);
  assert.ok(everything);
});

test('webhooks are signed, come in order, and again until they are taken', async (t) => {
  const received = [];
  let refusals = 1;
  const receiver = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    if (refusals > 0) {
      refusals -= 1;
      return response.writeHead(500).end();
    }
    received.push({ headers: request.headers, body });
    response.end();
    receiver.emit('received');
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  t.after(() => { receiver.close(); receiver.closeAllConnections(); });
  const secret = 'the secret of the webhook';
  const { gateway, url } = await startGateway(t, {
    webhooks: [{ url: `http://127.0.0.1:${receiver.address().port}/`, secret, events: ['joined', 'left', 'session_ended'] }],
  });
  const reports = [];
  gateway.on('report', (report) => reports.push(report));
  const { page, place } = await joined(url);
  await page.ask({ janus: 'destroy', session_id: place.session_id });
  while (received.length < 3) await once(receiver, 'received');
  for (const { headers, body } of received) {
    const expected = createHmac('sha256', secret).update(`${headers['bifrons-timestamp']}.${body}`).digest('hex');
    assert.equal(headers['bifrons-signature'], expected);
  }
  const bodies = received.map(({ body }) => JSON.parse(body));
  const ofRoom = bodies.filter(({ room }) => room === 1234);
  assert.deepEqual(ofRoom.map(({ event }) => event), ['joined', 'left']);
  assert.equal(ofRoom[1].sequence, ofRoom[0].sequence + 1);
  assert.equal(bodies.find(({ event }) => event === 'session_ended').subject, 'anna');
  assert.ok(reports.some(({ event, subject }) => event === 'joined' && subject === 'anna'));
  assert.match(gateway.metrics(), /^bifrons_gateway_webhooks_failed_total 1$/m);
});
