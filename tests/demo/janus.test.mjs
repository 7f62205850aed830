import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { OFFER } from './offer.mjs';
import {
  eventually, FakePage, handlesAt, hangupByAdmin, SECRET, startDemo, startJanus, startProxy, stateIs,
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
  const answer = await page.ask('offer', { ...SETTINGS, ...settings, sdp: OFFER });
  assert.equal(answer.jsep?.type, 'answer', JSON.stringify(answer));
  return page;
}

test('an offer is answered, candidates go both ways, a hang-up ends it, and the page may call again', async () => {
  const page = await call();
  const candidate = { candidate: 'candidate:1 1 udp 1 127.0.0.1 9 typ host', sdpMid: '0', sdpMLineIndex: 0 };
  assert.equal((await page.ask('trickle', { candidate })).type, 'answer');
  assert.equal((await page.ask('trickle', { candidate: null })).type, 'answer');
  await page.hears(({ type, candidate }) => type === 'trickle' && candidate === null);
  assert.equal((await page.ask('configure', { ...SETTINGS, audio: false })).type, 'answer');
  assert.equal((await page.ask('hangup')).type, 'answer');
  assert.equal((await page.hears(event('hangup'))).reason, 'Janus API');
  await handles(0);
  assert.equal((await page.ask('offer', { ...SETTINGS, sdp: OFFER })).jsep?.type, 'answer');
  page.socket.close();
  await handles(0);
});

test('a page has one handle, however often it asks', async () => {
  const page = await call();
  assert.equal((await page.ask('offer', { ...SETTINGS, sdp: OFFER })).code, 'busy');
  await handles(1);
  page.socket.close();
  await handles(0);
});

test('when Janus hangs up, the page hears why and the handle goes', async () => {
  const page = await call();
  const [handle] = await handles(1);
  await hangupByAdmin(janus.admin_ws, handle);
  assert.equal((await page.hears(event('hangup'))).reason, 'Admin API');
  await page.hears(event('detached'));
  await handles(0);
  assert.equal((await page.ask('hangup')).code, 'no-call');
  page.socket.close();
});

test('a page that vanishes without a word has its handle detached', async () => {
  const page = await call();
  await handles(1);
  page.socket.terminate();
  await handles(0);
});

test('a page that vanishes while its handle is being attached leaves none behind', async () => {
  const page = await open();
  page.send({ type: 'offer', id: 1, ...SETTINGS, sdp: OFFER });
  page.socket.close();
  await page.ends();
  const later = await call();
  await handles(1);
  later.socket.close();
  await handles(0);
});

test('an offer that Janus refuses is told in its words, and its handle goes', async () => {
  const page = await open();
  const fault = await page.ask('offer', { ...SETTINGS, sdp: 'nonsense' });
  assert.equal(fault.code, 'janus-refused');
  assert.match(fault.text, /^Janus refused: 4\d\d /);
  assert.ok(!JSON.stringify(page.heard).includes(SECRET));
  await handles(0);
  assert.equal((await page.ask('offer', { ...SETTINGS, sdp: OFFER })).jsep?.type, 'answer');
  page.socket.close();
  await handles(0);
});

test('the server names a recording, whatever the page says', async () => {
  const page = await call({ record: true, filename: '../of-the-page', body: { filename: '../of-the-page' } });
  await page.ask('configure', { ...SETTINGS, record: true, bitrate: 64_000, filename: '../of-the-page' });
  await page.ask('configure', { ...SETTINGS, record: false });
  await page.ask('configure', { ...SETTINGS, record: true });
  await page.ask('hangup');
  const files = readdirSync(janus.folder);
  // Two recordings of two tracks: a change of the bitrate has begun no third.
  assert.equal(files.length, 4, files.join(' '));
  for (const file of files) assert.match(file, /^echotest-\d+-[0-9a-f]{8}-(audio|video)\.mjr/);
  page.socket.close();
});

test('when Janus goes the page hears of it; when it is started anew the call ends, and calls go on', async () => {
  const first = await startJanus();
  const other = await startDemo(first.ws);
  const page = await new FakePage(other.address).ready();
  assert.equal((await page.ask('offer', { ...SETTINGS, sdp: OFFER })).jsep?.type, 'answer');
  page.heard.length = 0;
  await first.stop();
  await page.hears(stateIs('away'));
  assert.equal((await page.ask('offer', { ...SETTINGS, sdp: OFFER })).code, 'busy');
  const newcomer = new FakePage(other.address);
  await newcomer.hears(stateIs('away'));
  assert.equal((await newcomer.ask('offer', { ...SETTINGS, sdp: OFFER })).code, 'janus-away');
  const second = await startJanus({ options: ['--port', new URL(first.ws).port] });
  await page.hears(event('detached'));
  await page.ready();
  assert.equal((await page.ask('offer', { ...SETTINGS, sdp: OFFER })).jsep?.type, 'answer');
  await other.stop();
  await second.stop();
});

test('a call outlives a line that is cut, and what the page asks meanwhile is done then', async () => {
  const keeping = await startJanus({ options: ['--reclaim', '20'] });
  const proxy = await startProxy(keeping.ws);
  const other = await startDemo(proxy.url);
  const page = await new FakePage(other.address).ready();
  assert.equal((await page.ask('offer', { ...SETTINGS, sdp: OFFER })).jsep?.type, 'answer');
  const before = await handlesAt(keeping.admin_ws);
  page.heard.length = 0;
  proxy.open = false;
  proxy.cut();
  await page.hears(stateIs('away'));
  const asked = page.ask('configure', { ...SETTINGS, audio: false });
  proxy.open = true;
  await page.ready();
  assert.equal((await asked).type, 'answer');
  assert.deepEqual(await handlesAt(keeping.admin_ws), before);
  assert.deepEqual(page.heard.filter(event('detached')), []);
  page.socket.close();
  await other.stop();
  proxy.stop();
  await keeping.stop();
});

test('no secret reaches the console, even when Janus refuses it', async (t) => {
  const lines = [];
  t.mock.method(console, 'log', (...words) => lines.push(words.join(' ')));
  const strict = await startJanus({ secret: 'another' });
  const other = await startDemo(strict.ws);
  const page = new FakePage(other.address);
  await page.opened;
  await eventually('a refusal in the log', () => lines, (all) => all.some((line) => /out of reach: .*403/.test(line)));
  assert.ok(!lines.join('\n').includes(SECRET));
  await other.stop();
  await strict.stop();
});
