// The server in Rust speaks the protocol of the demo's page, and trusts nothing of it.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';

import { OFFER } from './offer.mjs';
import { FakePage, SECRET, handlesAt, sessionsAt, startJanus } from './stage.mjs';

const ROOT = new URL('../../', import.meta.url);
const CALL = { audio: true, video: false, bitrate: 0, record: false };

let janus;
let server;
let address;
before(async () => {
  janus = await startJanus();
  execFileSync('cargo', ['build', '--quiet', '--example', 'axum_server'], { cwd: ROOT });
  server = spawn('cargo', ['run', '--quiet', '--example', 'axum_server', '--', janus.ws, SECRET], { cwd: ROOT, stdio: ['ignore', 'pipe', 'ignore'] });
  const [line] = await once(createInterface(server.stdout), 'line');
  address = / open (http\S+)/.exec(line)[1];
});
after(async () => {
  const ended = once(server, 'exit');
  server.kill();
  await ended;
  await janus.stop();
});

const open = async (options) => new FakePage(address, { localAddress: '127.0.0.1', ...options }).ready();

/** Waits until the condition holds, at most 5 s. */
async function until(holds) {
  const deadline = performance.now() + 5000;
  while (!(await holds())) assert.ok(performance.now() < deadline, String(holds));
}

test('the page and bifrons/webrtc are served, and nothing else', async () => {
  const page = await fetch(address);
  assert.match(await page.text(), /<html/);
  assert.match(page.headers.get('content-security-policy'), /default-src 'none'/);
  assert.equal((await fetch(`${address}bifrons/webrtc.js`)).headers.get('content-type'), 'text/javascript; charset=utf-8');
  for (const path of ['Cargo.toml', '..%2fCargo.toml', 'common/page/connection.js']) assert.equal((await fetch(address + path)).status, 404);
});

test('a call from its offer to its hangup leaves nothing at Janus', async () => {
  const page = await open();
  const started = await page.request('offer', { ...CALL, sdp: OFFER });
  assert.equal(started.jsep?.type, 'answer', JSON.stringify(started));
  assert.equal((await handlesAt(janus.admin_ws)).length, 1);
  assert.equal((await page.request('offer', { ...CALL, sdp: OFFER })).code, 'busy');
  assert.equal((await page.request('configure', { ...CALL, bitrate: 128_000 })).type, 'response');
  const candidate = { candidate: 'candidate:1 1 udp 2013266431 127.0.0.1 9 typ host', sdpMid: '0', sdpMLineIndex: 0 };
  assert.equal((await page.request('trickle', { candidate })).type, 'response');
  assert.equal((await page.request('trickle', { candidate: null })).type, 'response');
  assert.equal((await page.request('hangup')).type, 'response');
  await page.waitFor(({ event }) => event === 'hangup');
  await page.waitFor(({ event }) => event === 'detached');
  assert.equal((await page.request('configure', CALL)).code, 'no-call');
  await until(async () => (await sessionsAt(janus.admin_ws)).length === 0);
});

test('a page that closes leaves nothing at Janus', async () => {
  const page = await open();
  await page.request('offer', { ...CALL, sdp: OFFER });
  page.socket.close();
  await until(async () => (await sessionsAt(janus.admin_ws)).length === 0);
});

test('what a page must not send is refused', async () => {
  const page = await open();
  for (const fields of [{ ...CALL, sdp: '' }, { ...CALL, sdp: 5 }, { ...CALL, bitrate: -1, sdp: OFFER }, { sdp: OFFER }, { ...CALL, sdp: 'v'.repeat(60_000) }]) {
    assert.equal((await page.request('offer', fields)).code, 'bad-field');
  }
  assert.equal((await page.request('destroy')).code, 'bad-field');
  const refused = await page.request('offer', { ...CALL, sdp: 'no SDP' });
  assert.equal(refused.code, 'janus-refused');
  assert.ok(!JSON.stringify(page.received).includes(SECRET));
  page.send('no JSON');
  await page.waitFor(({ type, id }) => type === 'error' && id === null);
  page.send('x'.repeat(70_000));
  await page.ends();
});

test('pages of other sites are refused, and a page that floods is closed', async () => {
  for (const options of [{ origin: 'http://elsewhere.example' }, { origin: 'http://elsewhere.example', headers: { host: 'elsewhere.example' } }]) {
    await assert.rejects(new FakePage(address, { localAddress: '127.0.0.1', ...options }).opened, /403/);
  }
  const page = await open();
  for (let count = 0; count < 300; count++) page.send({ type: 'hangup', id: count });
  await page.ends();
});
