import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { OFFER } from './offer.mjs';
import {
  eventually, FakePage, handlesAt, hangupByAdmin, IS_RUST, SECRET, startDemo, startJanus, startProxy, stateIs,
} from './stage.mjs';

const SETTINGS = { audio: true, video: true, bitrate: 128_000, record: false };
let janus;
let demo;

before(async () => {
  janus = await startJanus({ options: ['--full-trickle'] });
  demo = await startDemo(janus.ws);
});

after(async () => {
  await demo.stop();
  await janus.stop();
});

const open = () => new FakePage(demo.address).ready();
const handles = (count) => eventually(`${count} handles`, () => handlesAt(janus.admin_ws), ({ length }) => length === count);
const event = (name) => (message) => message.type === 'janus' && message.event === name;

async function call(settings = {}) {
  const page = await open();
  const response = await page.request('offer', { ...SETTINGS, ...settings, sdp: OFFER });
  assert.equal(response.jsep?.type, 'answer', JSON.stringify(response));
  return page;
}

test('an offer gets an SDP answer, both sides trickle, a hangup ends the call, and the page may call again', async () => {
  const page = await call();
  const candidate = { candidate: 'candidate:1 1 udp 1 127.0.0.1 9 typ host', sdpMid: '0', sdpMLineIndex: 0 };
  assert.equal((await page.request('trickle', { candidate })).type, 'response');
  assert.equal((await page.request('trickle', { candidate: null })).type, 'response');
  await page.waitFor(({ type, candidate }) => type === 'trickle' && candidate === null);
  assert.equal((await page.request('configure', { ...SETTINGS, audio: false })).type, 'response');
  assert.equal((await page.request('hangup')).type, 'response');
  assert.equal((await page.waitFor(event('hangup'))).reason, 'Janus API');
  await handles(0);
  assert.equal((await page.request('offer', { ...SETTINGS, sdp: OFFER })).jsep?.type, 'answer');
  page.socket.close();
  await handles(0);
});

test('a page has one handle for any number of offers', async () => {
  const page = await call();
  assert.equal((await page.request('offer', { ...SETTINGS, sdp: OFFER })).code, 'busy');
  await handles(1);
  page.socket.close();
  await handles(0);
});

test('when Janus hangs up, the page gets the reason and the handle is detached', async () => {
  const page = await call();
  const [handle] = await handles(1);
  await hangupByAdmin(janus.admin_ws, handle);
  assert.equal((await page.waitFor(event('hangup'))).reason, 'Admin API');
  await page.waitFor(event('detached'));
  await handles(0);
  assert.equal((await page.request('hangup')).code, 'no-call');
  page.socket.close();
});

test('a page restarts ICE with another offer, in the same call', async () => {
  const page = await open();
  assert.equal((await page.request('restart', { sdp: OFFER })).code, 'no-call');
  page.socket.close();
  const calling = await call();
  const before = await handlesAt(janus.admin_ws);
  assert.equal((await calling.request('restart', { sdp: OFFER })).jsep?.type, 'answer');
  assert.deepEqual(await handlesAt(janus.admin_ws), before);
  calling.socket.close();
  await handles(0);
});

test('the handle of a page that disappears is detached', async () => {
  const page = await call();
  await handles(1);
  page.socket.terminate();
  await handles(0);
});

test('a page that disappears during the attach leaves no handle', async () => {
  const page = await open();
  page.send({ type: 'offer', id: 1, ...SETTINGS, sdp: OFFER });
  page.socket.close();
  await page.ends();
  const later = await call();
  await handles(1);
  later.socket.close();
  await handles(0);
});

test('a refused offer is reported with the text of Janus, and its handle is detached', async () => {
  const page = await open();
  const error = await page.request('offer', { ...SETTINGS, sdp: 'nonsense' });
  assert.equal(error.code, 'janus-refused');
  assert.match(error.text, /^Janus refused: 4\d\d /);
  assert.ok(!JSON.stringify(page.received).includes(SECRET));
  await handles(0);
  assert.equal((await page.request('offer', { ...SETTINGS, sdp: OFFER })).jsep?.type, 'answer');
  page.socket.close();
  await handles(0);
});

test('the server chooses the name of a recording', async () => {
  const page = await call({ record: true, filename: '../of-the-page', body: { filename: '../of-the-page' } });
  await page.request('configure', { ...SETTINGS, record: true, bitrate: 64_000, filename: '../of-the-page' });
  await page.request('configure', { ...SETTINGS, record: false });
  await page.request('configure', { ...SETTINGS, record: true });
  await page.request('hangup');
  const files = readdirSync(janus.folder);
  // Two recordings of two tracks: the change of the bitrate has started no further recording.
  assert.equal(files.length, 4, files.join(' '));
  for (const file of files) assert.match(file, /^echotest-\d+-[0-9a-f]{1,8}-(audio|video)\.mjr/);
  page.socket.close();
});

test('the page is informed when Janus is lost; after a restart the call ends, and new calls work', async () => {
  const first = await startJanus();
  const other = await startDemo(first.ws);
  const page = await new FakePage(other.address).ready();
  assert.equal((await page.request('offer', { ...SETTINGS, sdp: OFFER })).jsep?.type, 'answer');
  page.received.length = 0;
  await first.stop();
  await page.waitFor(stateIs('unavailable'));
  assert.equal((await page.request('offer', { ...SETTINGS, sdp: OFFER })).code, 'busy');
  const newcomer = new FakePage(other.address);
  await newcomer.waitFor(stateIs('unavailable'));
  assert.equal((await newcomer.request('offer', { ...SETTINGS, sdp: OFFER })).code, 'janus-unavailable');
  const second = await startJanus({ options: ['--port', new URL(first.ws).port] });
  await page.waitFor(event('detached'));
  await page.ready();
  assert.equal((await page.request('offer', { ...SETTINGS, sdp: OFFER })).jsep?.type, 'answer');
  await other.stop();
  await second.stop();
});

test('a call survives an outage, and requests during the outage are sent after it', async () => {
  const keeping = await startJanus({ options: ['--reclaim', '20'] });
  const proxy = await startProxy(keeping.ws);
  const other = await startDemo(proxy.url);
  const page = await new FakePage(other.address).ready();
  assert.equal((await page.request('offer', { ...SETTINGS, sdp: OFFER })).jsep?.type, 'answer');
  const before = await handlesAt(keeping.admin_ws);
  page.received.length = 0;
  proxy.open = false;
  proxy.cut();
  await page.waitFor(stateIs('unavailable'));
  const request = page.request('configure', { ...SETTINGS, audio: false });
  proxy.open = true;
  await page.ready();
  assert.equal((await request).type, 'response');
  assert.deepEqual(await handlesAt(keeping.admin_ws), before);
  assert.deepEqual(page.received.filter(event('detached')), []);
  page.socket.close();
  await other.stop();
  proxy.stop();
  await keeping.stop();
});

test('the console shows no secret, even when Janus refuses it', async (t) => {
  const lines = [];
  t.mock.method(console, 'log', (...texts) => lines.push(texts.join(' ')));
  const strict = await startJanus({ secret: 'another' });
  const other = await startDemo(strict.ws);
  const page = new FakePage(other.address);
  await page.opened;
  const shown = async () => (IS_RUST ? other.log() : lines.join('\n'));
  await eventually('a refusal in the log', shown, (log) => /unavailable: .*403/.test(log));
  assert.ok(!(await shown()).includes(SECRET));
  await other.stop();
  await strict.stop();
});
