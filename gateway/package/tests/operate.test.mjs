// What an application sees of users, changes for them, and is reported.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { test } from 'node:test';

import { issuers, startGateway, token } from './support/gateway.mjs';
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
    () => gateway.ban({ room: 1234, all: true }),
  ]) {
    const { page } = await joined(url, String(change).includes('ben') ? 'ben' : String(change).includes('anna') ? 'anna' : 'cem');
    change();
    await page.ask({ janus: 'ping' });
    assert.ok(page.events.some(({ janus }) => janus === 'detached'), String(change));
  }
});

test('wrong arguments are errors that name them, and change nothing', async (t) => {
  const { gateway, url, http } = await startGateway(t);
  const { page, place } = await joined(url);
  const circle = {};
  circle.circle = circle;
  const anna = { subject: 'anna' };
  const cases = [
    [() => gateway.revoke(), 'revoke: its argument is an object with `tenant`, `subject`'],
    [() => gateway.revoke({}), 'revoke: `subject` is missing'],
    [() => gateway.revoke({ subject: 5 }), 'revoke: `subject` is a text that is not empty'],
    [() => gateway.revoke({ tenant: 5, ...anna }), 'revoke: `tenant` is a text that is not empty'],
    [() => gateway.revoke({ tenant: 'unknown', ...anna }), 'revoke: no issuer has the name that `tenant` gives'],
    [() => gateway.changeGrants(anna), 'changeGrants: `grants` is missing'],
    [() => gateway.changeGrants({ ...anna, grant: {} }), 'changeGrants: unknown argument `grant`; did you mean `grants`?'],
    [() => gateway.changeGrants({ ...anna, grants: () => 1 }), 'changeGrants: grants must be an object'],
    [() => gateway.changeGrants({ ...anna, grants: { rooms: [] } }), 'changeGrants: grants has no "rooms": did you mean "room"?'],
    [() => gateway.changeGrants({ ...anna, grants: { room: { id: '*', jion: true } } }), 'changeGrants: grants.room has no "jion": did you mean "join"?'],
    [() => gateway.changeGrants({ ...anna, grants: { room: { id: '*', publish: ['vidoe'] } } }), 'changeGrants: grants.room.publish has no "vidoe": did you mean "video"?'],
    [() => gateway.changeGrants({ ...anna, grants: { room: 7 } }), 'changeGrants: grants.room must be an object'],
    [() => gateway.changeGrants({ ...anna, grants: { room: { id: '*', defaults: circle } } }), /^changeGrants: its argument is no JSON: /],
    [() => gateway.ban(), 'ban: its argument is an object with `tenant`, `subject`, `room`, `all`'],
    [() => gateway.ban({ subjct: 'anna', room: 1234 }), 'ban: unknown argument `subjct`; did you mean `subject`?'],
    [() => gateway.ban({ room: 1234 }), 'ban: `subject` is missing: a user, or `all: true` for all users'],
    [() => gateway.ban({ subject: undefined, room: 1234 }), 'ban: `subject` is missing: a user, or `all: true` for all users'],
    [() => gateway.ban({ subject: null, room: 1234 }), 'ban: `subject` is a text that is not empty'],
    [() => gateway.ban({ subject: '', room: 1234 }), 'ban: `subject` is a text that is not empty'],
    [() => gateway.ban({ subject: 5, room: 1234 }), 'ban: `subject` is a text that is not empty'],
    [() => gateway.ban({ all: 'yes', room: 1234 }), 'ban: `all` is true, or absent'],
    [() => gateway.ban({ all: true, subject: 'anna', room: 1234 }), 'ban: `all` takes the place of `subject`'],
    [() => gateway.ban({ ...anna }), 'ban: `room` is missing'],
    [() => gateway.ban({ ...anna, room: 1n }), 'ban: `room` is a whole number from 0 to 2^53 - 1, or a text that is not empty'],
    [() => gateway.sessions(5), 'sessions: `tenant` is a text that is not empty'],
    [() => gateway.rooms(''), 'rooms: `tenant` is a text that is not empty'],
    [() => gateway.session('1'), 'session: a session\'s id is a whole number from 0 to 2^53 - 1'],
    [() => gateway.endSession(), 'endSession: a session\'s id is a whole number from 0 to 2^53 - 1'],
    [() => gateway.explain(), /^explain: its argument is an object with `name`, /],
    [() => gateway.explain({ plugin: 'echotest', bdy: {} }), 'explain: unknown argument `bdy`; did you mean `body`?'],
    [() => gateway.explain({ plugin: 'echotest', body: circle }), /^explain: its argument is no JSON: /],
    [() => gateway.explain({ plugin: 'echotest', body: {}, grants: { plugin: ['echotest'] } }), 'explain: grants has no "plugin": did you mean "plugins"?'],
    [() => gateway.explain({ body: {} }), /^explain: .*`plugin`/],
    [() => gateway.attach(), 'attach: its first argument is an `http.Server` or `https.Server`'],
    [() => gateway.attach(createServer(), { paths: '/x' }), 'attach: unknown argument `paths`; did you mean `path`?'],
    [() => gateway.attach(createServer(), { path: 'x' }), 'attach: `path` is a text that begins with `/`'],
    [() => gateway.registerMetrics(), 'registerMetrics: its argument is a `Registry` of prom-client'],
    [() => gateway.reload(5), 'reload: its argument is an object: the settings'],
    [() => gateway.reload({ policy: () => 'allow' }), 'reload: `policy` is no setting, and stays as it is'],
    [() => gateway.fetch('/janus'), 'fetch: its first argument is a `Request`'],
    [() => gateway.fetch(new Request(`${http}/janus/info`), { address: 5 }), 'fetch: `address` is a text'],
    [() => gateway.close({ drian: 0 }), 'close: unknown argument `drian`; did you mean `drain`?'],
    [() => gateway.close({ drain: NaN }), 'close: `drain` is a number of seconds from 0'],
  ];
  for (const [call, message] of cases) {
    await assert.rejects(async () => call(), { name: 'GatewayError', code: 'invalid_argument', message }, String(call));
  }
  assert.equal((await page.ask({ janus: 'keepalive', session_id: place.session_id })).janus, 'ack');
  assert.equal(gateway.rooms().length, 1);
  assert.equal((await fetch(`${http}/healthz`)).status, 200);
});

test('a gateway that drains for long warns of nothing', async (t) => {
  const { gateway, url } = await startGateway(t);
  await joined(url);
  const warnings = [];
  const note = (warning) => warnings.push(warning.message);
  process.on('warning', note);
  t.after(() => process.off('warning', note));
  await gateway.close({ drain: 1.5 });
  assert.deepEqual(warnings, []);
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
    received.push({ path: request.url, headers: request.headers, body });
    response.end();
    receiver.emit('received');
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  t.after(() => { receiver.close(); receiver.closeAllConnections(); });
  const secret = 'the secret of the webhook';
  const events = ['joined', 'left', 'session_ended'];
  const webhook = (issuer, path) => ({ url: `http://127.0.0.1:${receiver.address().port}${path}`, secret, events, issuer });
  const { gateway, url } = await startGateway(t, {
    issuers: ['other', 'app'].map((name) => ({ ...issuers[0], name, at_most: 'all' })),
    webhooks: [webhook('other', '/other'), webhook('app', '/')],
  });
  const reports = [];
  gateway.on('report', (report) => reports.push(report));
  const { page, place } = await joined(url);
  await page.ask({ janus: 'destroy', session_id: place.session_id });
  while (received.length < 3) await once(receiver, 'received');
  assert.deepEqual(received.map(({ path }) => path), ['/', '/', '/'], 'a webhook of an issuer gets what its users do alone');
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
