import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect as connectTcp } from 'node:net';
import { after, before, test } from 'node:test';
import { LIMITS } from '../../examples/common/server/limits.js';
import { eventually, FakePage, IS_RUST, SECRET, startDemo, WebSocket, withDeadline } from './stage.mjs';

/** No server has this address: these tests need no Janus. */
const NO_JANUS = 'ws://127.0.0.1:9';
const SETTINGS = { audio: true, video: true, bitrate: 0, record: false };
let demo;

before(async () => (demo = await startDemo(NO_JANUS)));
after(() => demo.stop());

async function open(options) {
  const page = new FakePage(demo.address, options);
  await page.opened;
  return page;
}

/** Returns the page, or null if the server refuses it. */
const opens = async (address) => {
  const page = new FakePage(address);
  return page.opened.then(() => page, () => null);
};

async function refused(path, options) {
  const socket = new WebSocket(demo.address.replace('http', 'ws') + path, options);
  const [outcome] = await withDeadline(Promise.race([once(socket, 'error'), once(socket, 'open')]), 'a response');
  socket.terminate();
  return outcome?.message ?? 'accepted';
}

const origin = () => new URL(demo.address).origin;

test('a page of another site is refused', async () => {
  assert.match(await refused('socket', { origin: 'http://elsewhere.example' }), /403/);
});

test('another port of the same host is another site', async () => {
  assert.match(await refused('socket', { origin: 'http://127.0.0.1:1' }), /403/);
});

test('a client without an origin is refused', async () => {
  assert.match(await refused('socket'), /403/);
});

test('the socket has one path', async () => {
  assert.match(await refused('socket/../other', { origin: origin() }), /404/);
});

test('a page that sends a huge message is disconnected', async () => {
  const page = await open();
  page.send('x'.repeat(LIMITS.messageBytes + 1));
  assert.equal((await page.ends()).code, 1009);
});

test('a page that sends too many messages is disconnected', async () => {
  const page = await open();
  for (let sent = 0; sent <= LIMITS.messages.burst * 2; sent += 1) page.send({ type: 'hangup', id: sent });
  assert.deepEqual(await page.ends(), { code: 1008, reason: 'too many messages' });
});

test('a page that sends a binary message is disconnected', async () => {
  const page = await open();
  page.socket.send(Buffer.from('{}'));
  assert.equal((await page.ends()).code, 1003);
});

test('pages above the limit are refused, and a page that closes makes room', async (t) => {
  const { address, stop } = await startDemo(NO_JANUS);
  t.after(stop);
  const pages = [];
  let refusal = null;
  while (!refusal) {
    const page = new FakePage(address);
    refusal = await page.opened.then(() => null, (error) => error.message);
    pages.push(page);
    assert.ok(pages.length <= LIMITS.pages + 1, 'the server accepts more pages than its limit');
  }
  assert.match(refusal, /503/);
  for (const page of pages) page.socket.close();
  await Promise.all(pages.map((page) => page.ends()));
  const page = await eventually('a page after the others', () => opens(address), (opened) => opened !== null);
  page.socket.close();
});

const INVALID_MESSAGES = [
  ['no JSON', '{', 'bad-message'],
  ['a list', '[]', 'bad-message'],
  ['null', 'null', 'bad-message'],
  ['no type', {}, 'unknown-request'],
  ['a type of every object', { type: 'constructor' }, 'unknown-request'],
  ['a type that is an object', { type: { toString: 'offer' } }, 'unknown-request'],
  ['an inherited type', '{"__proto__":{"type":"hangup"}}', 'unknown-request'],
  ['inherited settings', `{"type":"configure","__proto__":${JSON.stringify(SETTINGS)}}`, 'bad-field'],
  ['audio as text', { type: 'configure', ...SETTINGS, audio: 'true' }, 'bad-field'],
  ['a negative bitrate', { type: 'configure', ...SETTINGS, bitrate: -1 }, 'bad-field'],
  ['a fractional bitrate', { type: 'configure', ...SETTINGS, bitrate: 0.5 }, 'bad-field'],
  ['a huge bitrate', { type: 'configure', ...SETTINGS, bitrate: 1e300 }, 'bad-field'],
  ['record missing', { type: 'configure', audio: true, video: true, bitrate: 0 }, 'bad-field'],
  ['an offer without SDP', { type: 'offer', ...SETTINGS }, 'bad-field'],
  ['an offer with an object as SDP', { type: 'offer', ...SETTINGS, sdp: {} }, 'bad-field'],
  ['an offer with an SDP too long', { type: 'offer', ...SETTINGS, sdp: 'v'.repeat(50_000) }, 'bad-field'],
  // In Rust it is no text, and the message no JSON.
  ['an offer with a lone surrogate', { type: 'offer', ...SETTINGS, sdp: 'v=0\ud800' }, IS_RUST ? 'bad-message' : 'bad-field'],
  ['a candidate that is a list', { type: 'trickle', candidate: [] }, 'bad-field'],
  ['a candidate of numbers', { type: 'trickle', candidate: { candidate: 1, sdpMid: '0', sdpMLineIndex: 0 } }, 'bad-field'],
  ['a candidate without its m-line', { type: 'trickle', candidate: { candidate: 'candidate:1' } }, 'bad-field'],
  ['no candidate', { type: 'trickle' }, 'bad-field'],
  ['a change without a call', { type: 'configure', ...SETTINGS }, 'no-call'],
  ['a hang-up without a call', { type: 'hangup' }, 'no-call'],
  ['an offer without Janus', { type: 'offer', ...SETTINGS, sdp: 'v=0' }, 'janus-unavailable'],
];

for (const [name, message, code] of INVALID_MESSAGES) {
  test(`an invalid message gets an error and the page stays: ${name}`, async () => {
    const page = await open();
    page.send(message);
    const error = await page.waitFor(({ type }) => type === 'error');
    assert.equal(error.code, code);
    assert.ok(!JSON.stringify(error).includes(SECRET));
    assert.equal((await page.request('hangup')).code, 'no-call');
    page.socket.close();
  });
}

test('the response contains the request number if it is valid', async () => {
  const page = await open();
  page.send({ type: 'hangup', id: '1' });
  assert.ok(!('id' in (await page.waitFor(({ code }) => code === 'no-call'))));
  page.send({ type: 'nothing', id: 7 });
  assert.equal((await page.waitFor(({ code }) => code === 'unknown-request')).id, 7);
  page.socket.close();
});

test('only the files of the page are served, with strict headers', async () => {
  const response = await fetch(demo.address);
  assert.equal(response.status, 200);
  assert.match(response.headers.get('content-security-policy'), /default-src 'none'; script-src 'self'/);
  assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
  assert.equal((await fetch(`${demo.address}bifrons/webrtc.js`)).headers.get('content-type'), 'text/javascript; charset=utf-8');
  for (const path of ['config.json', '%2e%2e/config.template.json', '..%2fserver/main.js', 'constructor', '__proto__']) {
    assert.equal((await fetch(demo.address + path)).status, 404, path);
  }
  assert.equal((await fetch(demo.address, { method: 'POST', body: 'x' })).status, 405);
});

test('pages that disconnect during their refusal do not affect the server', async () => {
  const { hostname, port } = new URL(demo.address);
  for (let i = 0; i < 100; i++) {
    await new Promise((resolve) => {
      const socket = connectTcp(Number(port), hostname, () => {
        socket.write('GET /nowhere HTTP/1.1\r\nHost: h\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
        setImmediate(() => socket.resetAndDestroy());
      });
      socket.on('error', () => {});
      socket.on('close', resolve);
    });
  }
  const page = new FakePage(demo.address);
  await page.opened;
  page.socket.close();
});
