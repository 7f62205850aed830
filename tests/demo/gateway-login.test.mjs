// The login of the gateway's example, without a gateway: what hostile pages get.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { test } from 'node:test';

import { checkConfig } from '../../examples/common/server/config.js';
import { LIMITS } from '../../examples/common/server/limits.js';
import { checkGateway } from '../../examples/gateway/login/config.js';
import { startServer } from '../../examples/gateway/login/server.js';

const SECRETS = {
  TOKEN_SECRET: 'planted-secret-of-the-tokens, longer than 32 bytes',
  ADMIN_SECRET: 'planted-secret-of-the-operators',
  HOST_KEY: 'planted-key-of-the-host',
};

/** The login before an admin endpoint that has one room with these users, and notes what it is asked for. */
async function start(t, users = []) {
  const asked = [];
  const admin = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    asked.push({ path: request.url, secret: request.headers.authorization, body: body && JSON.parse(body) });
    response.end(JSON.stringify(request.url === '/rooms' ? { rooms: [{ tenant: 'login', plugin: 'videoroom', room: 1, users }] } : {}));
  }).listen(0, '127.0.0.1');
  await once(admin, 'listening');
  const gateway = {
    ...{ url: 'ws://127.0.0.1:9', admin: `http://127.0.0.1:${admin.address().port}`, issuer: 'login', audience: 'gateway', room: 1 },
    ...{ tokenSecret: SECRETS.TOKEN_SECRET, adminSecret: SECRETS.ADMIN_SECRET, hostKey: SECRETS.HOST_KEY },
  };
  const { address, stop } = await startServer({ web: { port: 0, bind: '127.0.0.1', tls: null }, gateway });
  t.after(() => Promise.all([stop(), admin.close()]));
  const own = { origin: new URL(address).origin };
  const ask = async (path, body, headers = {}) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const response = await fetch(new URL(path, address), { method: 'POST', body: text, headers: { ...own, ...headers } });
    const type = response.headers.get('content-type');
    const cookie = response.headers.get('set-cookie')?.split(';')[0];
    return { status: response.status, cookie, ...(type === 'application/json' ? await response.json() : {}) };
  };
  return { address, ask, asked };
}

const claimsOf = (token) => JSON.parse(Buffer.from(token.split('.')[1], 'base64url'));

test('a token says who the user is and in which role, and nothing else', async (t) => {
  const { ask } = await start(t);
  const guest = await ask('/login', { name: 'Ben' });
  assert.deepEqual([guest.role, claimsOf(guest.token).janus], ['guest', { roles: ['guest'] }]);
  const host = await ask('/login', { name: 'Anna', key: SECRETS.HOST_KEY });
  assert.deepEqual([host.role, claimsOf(host.token).janus], ['host', { roles: ['host'] }]);
  assert.equal((await ask('/login', { name: 'Eve', key: `${SECRETS.HOST_KEY}x` })).role, 'guest');
  assert.notEqual(claimsOf(guest.token).sub, claimsOf(host.token).sub);
});

test('a browser stays the same user, and a forged cookie makes a new one', async (t) => {
  const { ask } = await start(t);
  const { cookie, token } = await ask('/login', { name: 'Ben' });
  const { sub } = claimsOf(token);
  assert.equal(claimsOf((await ask('/login', { name: 'Ben' }, { cookie })).token).sub, sub);
  for (const forged of [`user=${sub}.${'0'.repeat(64)}`, `user=${sub}`, `user=${sub}.`, 'user=..', '']) {
    assert.notEqual(claimsOf((await ask('/login', { name: 'Ben' }, { cookie: forged })).token).sub, sub);
  }
});

test('only the host sees who is there, and removes; who is removed gets no more tokens', async (t) => {
  const users = [{ subject: '', id: 7, publishing: true, session: 1, handle: 2 }];
  const { ask, asked } = await start(t, users);
  const { token: guest, cookie } = await ask('/login', { name: 'Ben' });
  users[0].subject = claimsOf(guest).sub;
  for (const token of [guest, `${guest}x`, 'x']) {
    assert.equal((await ask('/present', { token })).code, 'not-host');
    assert.equal((await ask('/remove', { token, feed: 7 })).code, 'not-host');
  }
  assert.deepEqual(asked, []);
  const { token } = await ask('/login', { name: 'Anna', key: SECRETS.HOST_KEY });
  const { present } = await ask('/present', { token });
  assert.deepEqual(present, [{ id: 7, name: 'Ben', publishing: true, session: 1, handle: 2 }]);
  assert.equal((await ask('/remove', { token, feed: 8 })).code, 'not-there');
  assert.equal((await ask('/remove', { token, feed: 7 })).status, 200);
  const { path, secret, body } = asked.at(-1);
  assert.deepEqual([path, secret, body], ['/ban', `Bearer ${SECRETS.ADMIN_SECRET}`, { tenant: 'login', subject: users[0].subject, room: 1 }]);
  assert.equal((await ask('/login', { name: 'Another name' }, { cookie })).code, 'removed');
});

test('pages of other sites, and what is no request, are refused', async (t) => {
  const { ask } = await start(t);
  for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1']) {
    assert.equal((await ask('/login', { name: 'Ben' }, { origin })).code, 'origin');
  }
  for (const body of ['', '{', '[]', '1', '{"name":5}', '{"name":""}', `{"name":"${'x'.repeat(41)}"}`, '{"name":"\\ud800"}', '{"name":"Ben","key":{}}']) {
    assert.equal((await ask('/login', body)).status, 403, body);
  }
  assert.equal((await ask('/login', 'x'.repeat(20_000))).code, 'too-large');
  for (const path of ['/', '/toString', '/__proto__', '/login/']) assert.equal((await ask(path, {})).status, 405, path);
});

test('one address can’t ask for any number of tokens', async (t) => {
  const { ask } = await start(t);
  const results = [];
  for (let count = 0; count <= LIMITS.newPagesPerAddress.burst; count += 1) results.push(await ask('/login', { name: 'Ben' }));
  assert.equal(results[0].status, 200);
  assert.equal(results.at(-1).code, 'too-often');
});

test('the configuration’s problems are named, and the secrets come from the environment', (t) => {
  const gateway = { url: 'http://x', admin: 'ws://x', issuer: '', audience: 'gateway', room: 0, secret: 'x' };
  const read = () => checkConfig({ web: { port: 0, bind: '127.0.0.1' }, gateway }, { janus: null, gateway: checkGateway });
  const names = ['gateway.url', 'gateway.admin', 'gateway.issuer', 'gateway.room', 'has no field "secret"', ...Object.keys(SECRETS)];
  for (const name of names) assert.throws(read, ({ message }) => message.includes(name), name);
  t.after(() => Object.keys(SECRETS).forEach((name) => delete process.env[name]));
  Object.assign(process.env, SECRETS);
  Object.assign(gateway, { url: 'ws://x', admin: 'http://x', issuer: 'login', room: 1 });
  delete gateway.secret;
  assert.equal(read().gateway.hostKey, SECRETS.HOST_KEY);
});
