// The application's say in requests.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createGateway } from 'bifrons-gateway';

import { issuers, noting, startGateway, token } from './support/gateway.mjs';
import { Page } from './support/page.mjs';

async function start(t, policy, more = {}) {
  const { url, ...rest } = await startGateway(t, { policy, ...more });
  const page = await Page.open(url, { token: await token() });
  const place = await page.attach('janus.plugin.videoroom');
  return { ...rest, url, ask: (app, body = { request: 'exists', room: 1234 }) => page.message(place, { ...body, app }), page, place };
}

test('it sees what would go to Janus and what is its own, and allows, changes, responds or refuses', async (t) => {
  const seen = [];
  const { ask, janus, page, place } = await start(t, async (request) => {
    seen.push(request);
    switch (request.app?.do) {
      case 'change': return { change: { ...request.body, room: 99 } };
      case 'respond': return { respond: { own: true } };
      case 'refuse': return { refuse: 'not today', code: 4711 };
      default: return 'allow';
    }
  });
  const spy = janus.spy();
  const allowed = await ask({ do: 'allow' }, { request: 'exists', room: 1234, unknown: 1 });
  assert.equal(allowed.plugindata.data.exists, true);
  const [{ tenant, subject, plugin, request, session, handle, body, app, roles, publishes }] = seen;
  assert.deepEqual({ tenant, subject, plugin, request, session, handle, body, app, roles, publishes }, {
    tenant: 'app', subject: 'anna', plugin: 'videoroom', request: 'exists', session: place.session_id, handle: place.handle_id,
    body: { request: 'exists', room: 1234 }, app: { do: 'allow' }, roles: [], publishes: [],
  });
  assert.equal((await ask({ do: 'change' })).plugindata.data.exists, false);
  assert.deepEqual((await ask({ do: 'respond' })).plugindata.data, { own: true });
  assert.deepEqual((await ask({ do: 'refuse' })).error, { code: 4711, reason: 'not today' });
  const bodies = spy.messages.filter(({ janus: verb }) => verb === 'message').map((message) => message.body);
  assert.deepEqual(bodies, [{ request: 'exists', room: 1234 }, { request: 'exists', room: 99 }]);
  assert.equal((await page.message(place, { request: 'publish_remotely' })).error.code, 403);
  assert.equal(seen.length, 4, 'what grants do not allow it is not asked about');
});

test('it fails closed: errors, no verdict and no decision in time refuse', async (t) => {
  const errors = [];
  const never = new Promise(() => {});
  const policies = {
    throws: () => { throw new Error('a fault of the application'); },
    rejects: async () => { throw new Error('a fault of the application'); },
    nothing: () => undefined,
    truth: () => true,
    both: () => ({ respond: {}, refuse: 'x' }),
    list: () => ({ change: [] }),
    code: () => ({ refuse: 'x', code: 'y' }),
    circle: () => { const data = {}; data.data = data; return { respond: data }; },
    function: () => ({ respond: () => 1 }),
    bare: () => { throw Object.create(null); },
    hangs: () => never,
  };
  const { ask, janus } = await start(t, (request) => policies[request.app](), { verdict_within: 0.2, logger: noting('error', errors) });
  const spy = janus.spy();
  for (const app of Object.keys(policies)) {
    const expected = app === 'hangs' ? 'the application has not decided in time; try again' : 'the application has failed to decide; try again later';
    assert.equal((await ask(app)).error.reason, expected, app);
  }
  assert.ok(!spy.messages.some(({ janus: verb }) => verb === 'message'));
  assert.equal(errors.length, Object.keys(policies).length - 1);
});

test('of a flow it sees the last request as Janus gets it, and the steps before', async (t) => {
  const seen = [];
  const policy = (request) => {
    seen.push(request);
    return request.body.display === 'Eve' ? { refuse: 'not you' } : 'allow';
  };
  const lesson = {
    name: 'lesson', plugin: 'videoroom', pass: ['display'],
    steps: [{ request: { request: 'create', room: '$body.room', description: '$app.title' }, tolerate: [427], allowed: true }],
    last: { request: 'joinandconfigure', ptype: 'publisher', room: '$body.room' },
  };
  const { url, janus } = await startGateway(t, { policy, flows: [lesson] });
  const page = await Page.open(url, { token: await token() });
  const place = await page.attach('bifrons.plugin.flow');
  const spy = janus.spy();
  const refused = await page.message(place, { request: 'enter', room: 1234, display: 'Eve' });
  assert.deepEqual(refused.error, { code: 403, reason: 'not you' });
  assert.deepEqual(spy.messages.map(({ janus: verb }) => verb).filter((verb) => verb !== 'keepalive'), []);
  const joined = await page.message(place, { request: 'lesson', room: 77, display: 'Anna', app: { title: 'Physics' } });
  assert.equal(joined.plugindata.data.videoroom, 'joined');
  assert.deepEqual(seen.map(({ plugin, request, app, flow }) => ({ plugin, request, app, flow: flow.name })), [
    { plugin: 'videoroom', request: 'joinandconfigure', app: undefined, flow: 'enter' },
    { plugin: 'videoroom', request: 'joinandconfigure', app: { title: 'Physics' }, flow: 'lesson' },
  ]);
  assert.deepEqual(seen[1].flow.steps, [{ request: 'create', room: 77, description: 'Physics' }]);
  assert.deepEqual(seen[1].body, { request: 'joinandconfigure', ptype: 'publisher', room: 77, display: 'Anna' });
});

test('the messages of a page keep their order, and no other page waits', async (t) => {
  const waiting = [];
  const { ask, url } = await start(t, () => new Promise((resolve) => { waiting.push(resolve); }));
  const order = [];
  const [one, two] = ['1', '2'].map((app) => ask(app).then(() => order.push(app)));
  const other = await Page.open(url, { token: await token('ben') });
  assert.equal((await other.ask({ janus: 'create' })).janus, 'success');
  assert.equal(waiting.length, 1);
  waiting[0]('allow');
  await one;
  waiting[1]('allow');
  await two;
  assert.deepEqual(order, ['1', '2']);
});

test('it is a function', () => {
  const janus = { addresses: ['ws://127.0.0.1:1'] };
  assert.throws(() => createGateway({ janus, issuers, policy: {} }), { code: 'invalid_argument' });
  assert.throws(() => createGateway({ janus, issuers, policy: () => 'allow', verdict_within: 0 }), { code: 'invalid_argument' });
});
