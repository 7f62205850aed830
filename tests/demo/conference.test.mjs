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
const sees = (page, display) => page.hears(({ type, people }) => type === 'people' && people.some((one) => one.display === display));

async function join(display, { address } = conference) {
  const page = await new FakePage(address).ready();
  const joined = await page.ask('join', { display });
  assert.ok(joined.feed > 0, JSON.stringify(joined));
  return { page, ...joined };
}

async function leaves(...pages) {
  for (const { page } of pages) page.socket.close();
  await handles(0);
}

test('who joins is told to the others, and who leaves', async () => {
  const anna = await join('Anna');
  const ben = await join('Ben');
  assert.equal(anna.description, ROOM.description);
  await sees(anna.page, 'Ben');
  await sees(ben.page, 'Anna');
  anna.page.heard.length = 0;
  assert.equal((await ben.page.ask('leave')).type, 'answer');
  await anna.page.hears(({ type, people }) => type === 'people' && people.length === 0);
  assert.equal((await ben.page.ask('mute', { source: 'camera', muted: true })).code, 'not-joined');
  await leaves(anna, ben);
});

test('a page is one member, however often it asks', async () => {
  const anna = await join('Anna');
  assert.equal((await anna.page.ask('join', { display: 'Another' })).code, 'busy');
  await handles(2);
  await leaves(anna);
});

test('a page that vanishes without a word is cleaned up, also in the midst of its join', async () => {
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
  assert.equal((await anna.page.ask('publish', { sdp: OFFER, streams: STREAMS })).type, 'answer');
  const foreign = { feed: anna.feed, room: ROOM.id, secret: 'guessed', mid: '0' };
  const asks = [
    ['mute', { source: 'microphone', muted: true, ...foreign }, 'not-published'],
    ['kick', foreign, 'unknown-request'],
    ['answer', { sdp: OFFER, ...foreign }, 'no-offer'],
  ];
  for (const [type, fields, code] of asks) assert.equal((await ben.page.ask(type, fields)).code, code, type);
  // Nothing of it has come to Anna: her own muting goes on as before.
  assert.equal((await anna.page.ask('mute', { source: 'microphone', muted: true })).type, 'answer');
  await leaves(anna, ben);
});

test('a page cannot choose its own id, room or bitrate', async () => {
  const page = await new FakePage(conference.address).ready();
  const joined = await page.ask('join', { display: 'Anna', feed: 17, room: 9, bitrate: 9e9, body: { feed: 17 } });
  assert.notEqual(joined.feed, 17);
  assert.equal(joined.description, ROOM.description);
  await leaves({ page });
});

test('what Janus refuses is told, and the page may go on', async () => {
  const anna = await join('Anna');
  const refused = await anna.page.ask('publish', { sdp: 'nonsense', streams: STREAMS });
  assert.equal(refused.code, 'janus-refused');
  for (const secret of [SECRET, ROOM.secret, ROOM.pin]) assert.ok(!JSON.stringify(anna.page.heard).includes(secret));
  await leaves(anna);
});

test('a room that is there already is taken', async (t) => {
  const second = await startConference(janus.ws);
  t.after(() => second.stop());
  const [anna, ben] = [await join('Anna'), await join('Ben', second)];
  await sees(anna.page, 'Ben');
  await leaves(anna, ben);
});

test('when Janus is started anew the members hear it, and the room is made anew', async (t) => {
  const first = await startJanus();
  const other = await startConference(first.ws);
  t.after(() => other.stop());
  const anna = await join('Anna', other);
  await first.stop();
  await anna.page.hears(stateIs('away'));
  const newcomer = new FakePage(other.address);
  await newcomer.hears(stateIs('away'));
  assert.equal((await newcomer.ask('join', { display: 'Ben' })).code, 'janus-away');
  anna.page.heard.length = 0;
  const second = await startJanus({ options: ['--port', new URL(first.ws).port] });
  t.after(() => second.stop());
  assert.equal((await anna.page.hears(({ type }) => type === 'ended')).lost, true);
  await anna.page.ready();
  assert.ok((await anna.page.ask('join', { display: 'Anna' })).feed > 0);
});

test('members outlive a line that is cut, unless somebody came or went unseen', async (t) => {
  const keeping = await startJanus({ options: ['--reclaim', '20'] });
  const proxy = await startProxy(keeping.ws);
  const [cut, whole] = [await startConference(proxy.url), await startConference(keeping.ws)];
  t.after(async () => {
    await Promise.all([cut.stop(), whole.stop()]);
    proxy.stop();
    await keeping.stop();
  });
  const anna = await join('Anna', cut);
  const ben = await join('Ben', whole);
  await sees(anna.page, 'Ben');
  const cutWhile = async (unseen) => {
    anna.page.heard.length = 0;
    proxy.open = false;
    proxy.cut();
    await anna.page.hears(stateIs('away'));
    await unseen?.();
    proxy.open = true;
    await anna.page.ready();
  };

  await cutWhile();
  await join('Clara', whole);
  await sees(anna.page, 'Clara');
  assert.deepEqual(anna.page.heard.filter(({ type }) => type === 'ended'), []);

  await cutWhile(() => ben.page.ask('leave'));
  assert.equal((await anna.page.hears(({ type }) => type === 'ended')).lost, true);
  assert.ok((await anna.page.ask('join', { display: 'Anna' })).feed > 0);
});
