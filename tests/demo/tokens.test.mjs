// With signed tokens, the server gives each page its own token.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { startServer as startVideoRoom } from '../../examples/videoroom/server/server.js';
import { LIMITS } from '../../examples/common/server/limits.js';
import { OFFER } from './offer.mjs';
import { eventually, FakePage, IS_RUST, newAddress, sessionsAt, startDemoWithTokens, startJanus } from './stage.mjs';

const fromExample = createRequire(new URL('../../examples/common/', import.meta.url));
const load = (name) => import(pathToFileURL(fromExample.resolve(name)));
const { connect } = (await load('bifrons')).default;
const { checkToken } = await load('bifrons/token');

const secret = 'planted-secret-of-the-tokens';
const SETTINGS = { audio: true, video: true, bitrate: 128_000, record: false };
/** The server in Node has one session of its own and one for each page; that in Rust has one for each call. */
const OWN = IS_RUST ? 0 : 1;

let janus;
before(async () => (janus = await startJanus({ options: ['--token-auth-secret', secret] })));
after(() => janus.stop());

const sessions = (count) => eventually(`${count} sessions`, () => sessionsAt(janus.admin_ws), ({ length }) => length === count);

async function demo(t, tokens, start) {
  const server = await startDemoWithTokens(janus.ws, { secret, valid_s: 60, ...tokens }, start);
  t.after(() => server.stop());
  return server;
}

test('each page has its own session, which ends with it', async (t) => {
  const { address } = await demo(t);
  const pages = [await new FakePage(address).ready(), await new FakePage(address).ready()];
  for (const page of pages) {
    assert.equal((await page.request('offer', { ...SETTINGS, sdp: OFFER })).jsep?.type, 'answer');
    const text = JSON.stringify(page.received);
    assert.ok(!text.includes('token') && !text.includes('janus,'), 'the page gets a token without `direct`');
  }
  await sessions(OWN + 2);
  pages[0].socket.close();
  await sessions(OWN + 1);
  pages[1].socket.terminate();
  await sessions(OWN);
});

test('the number of sessions per address is limited, and they end with their pages', async (t) => {
  const { address } = await demo(t);
  const localAddress = newAddress();
  const pages = Array.from({ length: 60 }, () => new FakePage(address, { localAddress }));
  const outcomes = await Promise.allSettled(pages.map((page) => page.opened));
  const accepted = pages.filter((_, place) => outcomes[place].status === 'fulfilled');
  assert.equal(accepted.length, LIMITS.pagesPerAddress);
  for (const page of accepted) await (await page.ready()).request('offer', { ...SETTINGS, sdp: OFFER });
  await sessions(OWN + LIMITS.pagesPerAddress);
  accepted.forEach((page) => page.socket.terminate());
  await sessions(OWN);
});

test('with `direct` the page gets its token, which allows only its plugin', async (t) => {
  const { address } = await demo(t, { direct: janus.ws });
  const pages = [await new FakePage(address).ready(), await new FakePage(address).ready()];
  const states = await Promise.all(pages.map((page) => page.waitFor(({ direct }) => direct)));
  assert.ok(!JSON.stringify(states).includes(secret));
  const { url, token } = states[0].direct;
  const { descriptors, expires } = checkToken(secret, token);
  assert.deepEqual(descriptors, ['janus.plugin.echotest']);
  assert.ok(expires <= Date.now() / 1000 + 60);
  const connection = await connect({ address: { url, token } });
  t.after(() => connection.close());
  const session = await connection.create();
  await session.attach('janus.plugin.echotest');
  await assert.rejects(session.attach('janus.plugin.videoroom'), { janus: 405 });
  pages.forEach((page) => page.socket.close());
});

test('with a refused token Janus is unavailable', async (t) => {
  const server = await startDemoWithTokens(janus.ws, { secret: 'another secret', valid_s: 60 });
  t.after(() => server.stop());
  const page = new FakePage(server.address);
  assert.equal((await page.waitFor(({ type }) => type === 'state')).janus, 'unavailable');
  assert.equal((await page.request('offer', { ...SETTINGS, sdp: OFFER })).code, 'janus-unavailable');
  page.socket.close();
});

test('the conference works with tokens, too', { skip: IS_RUST }, async (t) => {
  const { address } = await demo(t, {}, startVideoRoom);
  const page = await new FakePage(address).ready();
  const joined = await page.request('join', { display: 'Ada' });
  assert.equal(joined.type, 'response', JSON.stringify(joined));
  page.socket.close();
  await sessions(1);
});
