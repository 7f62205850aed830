// The limits of one address, and of all addresses together.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { test } from 'node:test';
import { keyOf } from '../../examples/common/server/admission.js';
import { LIMITS, RateLimit } from '../../examples/common/server/limits.js';
import { startProgram } from './program.mjs';
import { eventually, FakePage, IS_RUST, newAddress, startDemo, withDeadline } from './stage.mjs';

/** No server has this address: these tests need no Janus. */
const NO_JANUS = 'ws://127.0.0.1:9';
const DESCRIPTORS = 256;

async function demo(t, web) {
  const { address, stop } = await startDemo(NO_JANUS, web);
  t.after(stop);
  return address;
}

/** Tries to open a page; returns the page and the server's refusal, or null. */
async function refusalOf(address, options) {
  const page = new FakePage(address, options);
  return { page, refusal: await withDeadline(page.opened, 'a response').then(() => null, (error) => error.message) };
}

async function openMany(count, address, options) {
  const opened = await Promise.all(Array.from({ length: count }, () => refusalOf(address, options)));
  return { refused: opened.filter(({ refusal }) => refusal).map(({ refusal }) => refusal), pages: opened.map(({ page }) => page) };
}

/** A client that sends this request and never closes. `ended` resolves with the server's response. */
async function clientThatStays(address, request, localAddress = newAddress()) {
  const { port } = new URL(address);
  const socket = connect({ port: Number(port), host: '127.0.0.1', localAddress, allowHalfOpen: true });
  let received = '';
  socket.on('data', (data) => (received += data)).on('error', () => {});
  const ended = new Promise((resolve) => ['end', 'close'].forEach((event) => socket.once(event, () => resolve(received))));
  await Promise.race([new Promise((resolve) => socket.once('connect', resolve)), ended]);
  socket.write(request);
  return { socket, ended };
}

/** One connection too many ends, and no other; which one it is depends on the order of the server's tasks. */
async function endOfOne(clients) {
  await withDeadline(Promise.race(clients.map(({ ended }) => ended)), 'the end of one connection too many');
  assert.equal(clients.filter(({ socket }) => socket.readableEnded || socket.closed).length, 1);
}

const upgrade = (origin) =>
  `GET /socket HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: ${origin}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`;

/** The server as a separate process with few file descriptors. */
async function startWithFewDescriptors(t) {
  const config = { janus: { address: [{ url: NO_JANUS }], retry_time_secs: 60 }, web: { port: 0, bind: '127.0.0.1' } };
  const { address, pid, stop } = await startProgram(config, { within: ['bash', '-c', `ulimit -n ${DESCRIPTORS} && exec "$0" "$@"`] });
  t.after(stop);
  return { address, descriptors: () => readdirSync(`/proc/${pid}/fd`).length };
}

test('a thousand refused upgrades use no descriptors even if their clients stay, and pages are accepted', async (t) => {
  const { address, descriptors } = await startWithFewDescriptors(t);
  const before = descriptors();
  const clients = [];
  t.after(() => clients.forEach(({ socket }) => socket.destroy()));
  for (let group = 0; group < 20; group += 1) {
    const group = await Promise.all(Array.from({ length: 50 }, () => clientThatStays(address, upgrade('http://elsewhere.example'))));
    clients.push(...group);
    const [response] = await withDeadline(Promise.all(group.map(({ ended }) => ended)), 'the end of refused clients');
    assert.match(response, /^HTTP\/1\.1 403 Forbidden/);
  }
  await eventually('descriptors of the server', async () => descriptors(), (count) => count <= before + 5);
  const { refusal, page } = await refusalOf(address);
  assert.equal(refusal, null);
  page.socket.terminate();
});

test('the number of pages per address is limited, and other addresses are not affected', async (t) => {
  const address = await demo(t);
  const localAddress = newAddress();
  const { refused, pages } = await openMany(LIMITS.pagesPerAddress + 10, address, { localAddress });
  assert.equal(refused.length, 10);
  assert.match(refused[0], /429/);
  assert.equal((await refusalOf(address)).refusal, null);
  pages.forEach(({ socket }) => socket.terminate());
});

test('the rate of new pages per address is limited, even if they close at once', async (t) => {
  const address = await demo(t);
  const localAddress = newAddress();
  const began = performance.now();
  let accepted = 0;
  for (let tries = 0; tries < 60; tries += 1) {
    const { refusal, page } = await refusalOf(address, { localAddress });
    if (refusal) assert.match(refusal, /429/);
    else accepted += 1;
    page.socket.terminate();
  }
  const { burst, perSecond } = LIMITS.newPagesPerAddress;
  const most = burst + ((performance.now() - began) / 1000) * perSecond;
  assert.ok(accepted >= burst && accepted <= most, `${accepted} of 60 pages were accepted, at most ${most} should be`);
});

test('the rate of new pages of all addresses together is limited', async (t) => {
  const address = await demo(t);
  const began = performance.now();
  const pages = [];
  let accepted = 0;
  for (let tries = 0; tries < 20; tries += 1) {
    const group = await openMany(20, address);
    accepted += 20 - group.refused.length;
    group.pages.forEach(({ socket }) => socket.terminate());
    pages.push(...group.refused);
  }
  const { burst, perSecond } = LIMITS.newPages;
  const most = burst + ((performance.now() - began) / 1000) * perSecond;
  assert.ok(accepted <= most, `${accepted} of 400 pages were accepted, at most ${most} should be`);
  assert.match(pages[0], /503/);
});

test('the number of connections per address is limited for any requests', async (t) => {
  const address = await demo(t);
  const localAddress = newAddress();
  const clients = [];
  t.after(() => clients.forEach(({ socket }) => socket.destroy()));
  for (let opened = 0; opened < LIMITS.connectionsPerAddress; opened += 1) clients.push(await clientThatStays(address, 'GET / HTTP/1.1\r\n', localAddress));
  clients.push(await clientThatStays(address, 'GET / HTTP/1.1\r\n', localAddress));
  await endOfOne(clients);
  assert.equal((await refusalOf(address)).refusal, null);
});

test('the number of connections of all addresses together is limited', async (t) => {
  const address = await demo(t);
  const clients = [];
  t.after(() => clients.forEach(({ socket }) => socket.destroy()));
  while (clients.length < LIMITS.connections) {
    const localAddress = newAddress();
    const open = () => clientThatStays(address, 'GET / HTTP/1.1\r\n', localAddress);
    clients.push(...(await Promise.all(Array.from({ length: LIMITS.connectionsPerAddress }, open))));
  }
  clients.push(await clientThatStays(address, 'GET / HTTP/1.1\r\n'));
  await endOfOne(clients);
});

test('behind a proxy, the address is the one that the proxy reports', async (t) => {
  const address = await demo(t, { behind_proxy: true });
  const localAddress = newAddress();
  const from = (client) => ({ localAddress, headers: { 'X-Forwarded-For': `10.0.0.${Math.trunc(Math.random() * 256)}, ${client}` } });
  const first = await openMany(LIMITS.pagesPerAddress + 1, address, from('192.0.2.1'));
  assert.equal(first.refused.length, 1);
  const second = await openMany(LIMITS.pagesPerAddress, address, from('192.0.2.2'));
  assert.deepEqual(second.refused, []);
  [...first.pages, ...second.pages].forEach(({ socket }) => socket.terminate());
});

const KEEPS_ONE_PONG = IS_RUST && 'the WebSocket of the server in Rust keeps one pong at most';

test('a page that sends pings without reading is disconnected', { skip: KEEPS_ONE_PONG }, async (t) => {
  const address = await demo(t);
  const page = new FakePage(address);
  await page.opened;
  page.socket.pause();
  const stream = page.socket._socket;
  stream.pause();
  const closed = new Promise((resolve) => stream.once('close', resolve));
  const ping = Buffer.concat([Buffer.from([0x89, 0x80 | 125, 0, 0, 0, 0]), Buffer.alloc(125)]);
  const pings = Buffer.concat(Array(1000).fill(ping));
  let sent = 0;
  const flood = () => {
    while (!stream.destroyed && stream.write(pings)) sent += pings.length;
  };
  stream.on('drain', flood);
  stream.on('error', () => {});
  flood();
  await withDeadline(closed, `the end of a page that pings, after ${sent} bytes`);
});

test('a foreign host name that points to this server is refused', async (t) => {
  const address = await demo(t, { hosts: ['demo.example'] });
  const { port } = new URL(address);
  const named = (name) => refusalOf(address, { origin: `http://${name}:${port}`, headers: { Host: `${name}:${port}` } });
  assert.match((await named('evil.example')).refusal, /403/);
  assert.match((await named('127.0.0.1.evil.example')).refusal, /403/);
  for (const name of ['127.0.0.1', '[::1]', 'localhost', 'demo.example']) {
    const { refusal, page } = await named(name);
    assert.equal(refusal, null, name);
    page.socket.terminate();
  }
});

test('IPv6 addresses with the same first 64 bits have the same key', () => {
  assert.equal(keyOf('192.0.2.1'), '192.0.2.1');
  assert.equal(keyOf('::ffff:192.0.2.1'), '192.0.2.1');
  assert.equal(keyOf('2001:db8::1'), keyOf('2001:0DB8:0:0:ffff::2'));
  assert.equal(keyOf('2001:db8:0:1::1'), '2001:db8:0:1');
  assert.equal(keyOf('fe80::1%eth0'), 'fe80:0:0:0');
  assert.equal(keyOf('::1'), '0:0:0:0');
  assert.equal(keyOf(undefined), '');
});

test('a rate limit recovers at a constant rate', () => {
  const rate = new RateLimit({ burst: 2, perSecond: 10 });
  const start = performance.now();
  assert.deepEqual([rate.take(start), rate.take(start), rate.take(start)], [true, true, false]);
  assert.equal(rate.take(start + 150), true);
  assert.equal(rate.isUnused(start + 200), false);
  assert.equal(rate.isUnused(start + 1000), true);
});
