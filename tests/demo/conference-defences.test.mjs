import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { LIMITS } from '../../examples/common/server/limits.js';
import { FakePage, ROOM, SECRET, startConference } from './stage.mjs';

/** No server has this address: these tests need no Janus. */
const NO_JANUS = 'ws://127.0.0.1:9';
const SDP = 'v=0';
const MICROPHONE = { mid: '0', source: 'microphone' };
let conference;

before(async () => (conference = await startConference(NO_JANUS)));
after(() => conference.stop());

async function open() {
  const page = new FakePage(conference.address);
  await page.opened;
  return page;
}

const INVALID_MESSAGES = [
  ['no JSON', '{', 'bad-message'],
  ['a list', '[]', 'bad-message'],
  ['a request of Janus', { type: 'moderate', feed: 1, mid: '0', mute: true }, 'unknown-request'],
  ['a request of every object', { type: 'constructor' }, 'unknown-request'],
  ['a subscription of its own', { type: 'subscribe', streams: [{ feed: 1 }] }, 'unknown-request'],
  ['no name', { type: 'join' }, 'bad-field'],
  ['an empty name', { type: 'join', display: '   ' }, 'bad-field'],
  ['a name that is an object', { type: 'join', display: { toString: 'x' } }, 'bad-field'],
  ['a name too long', { type: 'join', display: 'x'.repeat(41) }, 'bad-field'],
  ['a name of two lines', { type: 'join', display: 'a\nb' }, 'bad-field'],
  ['a name with a bidirectional override', { type: 'join', display: 'a\u202eb' }, 'bad-field'],
  ['a name with only a blank character', { type: 'join', display: '\u3164' }, 'bad-field'],
  ['a name with a blank character', { type: 'join', display: 'Anna\u115f' }, 'bad-field'],
  ['a name with only an empty braille pattern', { type: 'join', display: '\u2800' }, 'bad-field'],
  ['a name with only an accent', { type: 'join', display: ' \u0301' }, 'bad-field'],
  ['a name with a lone surrogate', { type: 'join', display: 'Anna\ud800' }, 'bad-field'],
  ['an inherited name', '{"type":"join","__proto__":{"display":"x"}}', 'bad-field'],
  ['publishing without SDP', { type: 'publish', streams: [MICROPHONE] }, 'bad-field'],
  ['an SDP too long', { type: 'publish', sdp: 'v'.repeat(50_000), streams: [MICROPHONE] }, 'bad-field'],
  ['publishing without streams', { type: 'publish', sdp: SDP }, 'bad-field'],
  ['streams that are no objects', { type: 'publish', sdp: SDP, streams: [null] }, 'bad-field'],
  ['an unknown source', { type: 'publish', sdp: SDP, streams: [{ mid: '0', source: 'hologram' }] }, 'bad-field'],
  ['two microphones', { type: 'publish', sdp: SDP, streams: [MICROPHONE, { ...MICROPHONE, mid: '1' }] }, 'bad-field'],
  ['two streams of one mid', { type: 'publish', sdp: SDP, streams: [MICROPHONE, { mid: '0', source: 'camera' }] }, 'bad-field'],
  ['muting a mid', { type: 'mute', mid: '0', muted: true }, 'bad-field'],
  ['muting by a number', { type: 'mute', source: 'camera', muted: 1 }, 'bad-field'],
  ['a candidate without a target', { type: 'trickle', candidate: null }, 'bad-field'],
  ['a candidate for another page', { type: 'trickle', to: 17, candidate: null }, 'bad-field'],
  ['a candidate that is a list', { type: 'trickle', to: 'publisher', candidate: [] }, 'bad-field'],
  ['an SDP answer without SDP', { type: 'answer' }, 'bad-field'],
  ['publishing without a join', { type: 'publish', sdp: SDP, streams: [MICROPHONE] }, 'not-joined'],
  ['an SDP answer without a join', { type: 'answer', sdp: SDP }, 'not-joined'],
  ['muting without a join', { type: 'mute', source: 'camera', muted: true }, 'not-joined'],
  ['leaving without a join', { type: 'leave' }, 'not-joined'],
  ['a join without Janus', { type: 'join', display: 'Anna' }, 'janus-unavailable'],
  ['a join with a name in another script', { type: 'join', display: 'Ἄννα 안나 \u2764\ufe0f' }, 'janus-unavailable'],
];

for (const [name, message, code] of INVALID_MESSAGES) {
  test(`an invalid message gets an error and the page stays: ${name}`, async () => {
    const page = await open();
    page.send(message);
    const error = await page.waitFor(({ type }) => type === 'error');
    assert.equal(error.code, code);
    for (const secret of [SECRET, ROOM.secret, ROOM.pin]) assert.ok(!JSON.stringify(error).includes(secret));
    assert.equal((await page.request('leave')).code, 'not-joined');
    page.socket.close();
  });
}

test('a page that sends a huge message is disconnected', async () => {
  const page = await open();
  page.send('x'.repeat(LIMITS.messageBytes + 1));
  assert.equal((await page.ends()).code, 1009);
});

test('a page that sends too many messages is disconnected', async () => {
  const page = await open();
  for (let sent = 0; sent <= LIMITS.messages.burst * 2; sent += 1) page.send({ type: 'leave', id: sent });
  assert.deepEqual(await page.ends(), { code: 1008, reason: 'too many messages' });
});

test('the page may use the devices of a conference, and no configuration is served', async () => {
  const response = await fetch(conference.address);
  assert.equal(response.headers.get('permissions-policy'), 'camera=(self), microphone=(self), display-capture=(self)');
  assert.match(response.headers.get('content-security-policy'), /default-src 'none'; script-src 'self'/);
  for (const path of ['config.template.json', '..%2fserver/main.js']) {
    assert.equal((await fetch(conference.address + path)).status, 404, path);
  }
});
