import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { OFFER } from './offer.mjs';
import {
  eventually, FakePage, handlesAt, ROOM, SECRET, startConference, startJanus, startProxy, stateIs,
} from './stage.mjs';

const STREAMS = [{ mid: '0', source: 'microphone' }, { mid: '1', source: 'camera' }];
let janus;
let conference;

before(async () => {
  janus = await startJanus();
  conference = await startConference(janus.ws);
});

after(async () => {
  await conference.stop();
  await janus.stop();
});

const handles = (count) => eventually(`${count} handles`, () => handlesAt(janus.admin_ws), ({ length }) => length === count);
const sees = (page, display) => page.waitFor(({ type, participants }) => type === 'participants' && participants.some((one) => one.display === display));

async function join(display, { address } = conference) {
  const page = await new FakePage(address).ready();
  const joined = await page.request('join', { display });
  assert.ok(joined.feed > 0, JSON.stringify(joined));
  return { page, ...joined };
}

async function leaves(...pages) {
  for (const { page } of pages) page.socket.close();
  await handles(0);
}

test('the others are informed when a participant joins or leaves', async () => {
  const anna = await join('Anna');
  const ben = await join('Ben');
  assert.equal(anna.description, ROOM.description);
  await sees(anna.page, 'Ben');
  await sees(ben.page, 'Anna');
  anna.page.received.length = 0;
  assert.equal((await ben.page.request('leave')).type, 'response');
  await anna.page.waitFor(({ type, participants }) => type === 'participants' && participants.length === 0);
  assert.equal((await ben.page.request('mute', { source: 'camera', muted: true })).code, 'not-joined');
  await leaves(anna, ben);
});

test('a page has one member for any number of joins', async () => {
  const anna = await join('Anna');
  assert.equal((await anna.page.request('join', { display: 'Another' })).code, 'busy');
  await handles(2);
  await leaves(anna);
});

test('a page that disappears is cleaned up, also during its join', async () => {
  const anna = await join('Anna');
  const page = await new FakePage(conference.address).ready();
  page.send({ type: 'join', id: 1, display: 'Ben' });
  page.socket.close();
  anna.page.socket.terminate();
  await handles(0);
});

test('one page cannot act for another', async () => {
  const anna = await join('Anna');
  const ben = await join('Ben');
  assert.equal((await anna.page.request('publish', { sdp: OFFER, streams: STREAMS })).type, 'response');
  const foreign = { feed: anna.feed, room: ROOM.id, secret: 'guessed', mid: '0' };
  const requests = [
    ['mute', { source: 'microphone', muted: true, ...foreign }, 'not-published'],
    ['kick', foreign, 'unknown-request'],
    ['answer', { sdp: OFFER, ...foreign }, 'no-offer'],
  ];
  for (const [type, fields, code] of requests) assert.equal((await ben.page.request(type, fields)).code, code, type);
  // The requests had no effect on Anna: her own mute request works as before.
  assert.equal((await anna.page.request('mute', { source: 'microphone', muted: true })).type, 'response');
  await leaves(anna, ben);
});

test('a page cannot choose its own id, room or bitrate', async () => {
  const page = await new FakePage(conference.address).ready();
  const joined = await page.request('join', { display: 'Anna', feed: 17, room: 9, bitrate: 9e9, body: { feed: 17 } });
  assert.notEqual(joined.feed, 17);
  assert.equal(joined.description, ROOM.description);
  await leaves({ page });
});

test('a refusal by Janus is reported, and the page may continue', async () => {
  const anna = await join('Anna');
  const refused = await anna.page.request('publish', { sdp: 'nonsense', streams: STREAMS });
  assert.equal(refused.code, 'janus-refused');
  for (const secret of [SECRET, ROOM.secret, ROOM.pin]) assert.ok(!JSON.stringify(anna.page.received).includes(secret));
  await leaves(anna);
});

test('an existing room is used', async (t) => {
  const second = await startConference(janus.ws);
  t.after(() => second.stop());
  const [anna, ben] = [await join('Anna'), await join('Ben', second)];
  await sees(anna.page, 'Ben');
  await leaves(anna, ben);
});

test('after a restart of Janus the members are informed, and the room is created again', async (t) => {
  const first = await startJanus();
  const other = await startConference(first.ws);
  t.after(() => other.stop());
  const anna = await join('Anna', other);
  await first.stop();
  await anna.page.waitFor(stateIs('unavailable'));
  const newcomer = new FakePage(other.address);
  await newcomer.waitFor(stateIs('unavailable'));
  assert.equal((await newcomer.request('join', { display: 'Ben' })).code, 'janus-unavailable');
  anna.page.received.length = 0;
  const second = await startJanus({ options: ['--port', new URL(first.ws).port] });
  t.after(() => second.stop());
  assert.equal((await anna.page.waitFor(({ type }) => type === 'ended')).lost, true);
  await anna.page.ready();
  assert.ok((await anna.page.request('join', { display: 'Anna' })).feed > 0);
});

test('members survive an outage, unless the participants changed during it', async (t) => {
  const keeping = await startJanus({ options: ['--reclaim', '20'] });
  const proxy = await startProxy(keeping.ws);
  const [viaProxy, direct] = [await startConference(proxy.url), await startConference(keeping.ws)];
  t.after(async () => {
    await Promise.all([viaProxy.stop(), direct.stop()]);
    proxy.stop();
    await keeping.stop();
  });
  const anna = await join('Anna', viaProxy);
  const ben = await join('Ben', direct);
  await sees(anna.page, 'Ben');
  const outageDuring = async (action) => {
    anna.page.received.length = 0;
    proxy.open = false;
    proxy.cut();
    await anna.page.waitFor(stateIs('unavailable'));
    await action?.();
    proxy.open = true;
    await anna.page.ready();
  };

  await outageDuring();
  await join('Clara', direct);
  await sees(anna.page, 'Clara');
  assert.deepEqual(anna.page.received.filter(({ type }) => type === 'ended'), []);

  await outageDuring(() => ben.page.request('leave'));
  assert.equal((await anna.page.waitFor(({ type }) => type === 'ended')).lost, true);
  assert.ok((await anna.page.request('join', { display: 'Anna' })).feed > 0);
});
