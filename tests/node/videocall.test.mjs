import assert from 'node:assert/strict';
import { test } from 'node:test';

import { connect } from 'bifrons';
import VideoCall from 'bifrons/plugins/videocall';

import { eventually, failure, nextEvent, within } from './support/expect.mjs';
import { pluginEvent, startFake } from './support/fake.mjs';
import { startJanus } from './support/janus.mjs';
import { offer } from './support/offer.mjs';

const { EVENT, ERROR } = VideoCall;
const answerTo = ({ sdp }) => ({ type: 'answer', sdp: sdp.replaceAll('a=setup:actpass', 'a=setup:active') });

test('two call each other', async (t) => {
  const janus = await startJanus();
  const connection = await connect(janus.config);
  t.after(async () => {
    await connection.close();
    await janus.stop();
  });
  const registered = async (username) => {
    const handle = await (await connection.create()).attach(VideoCall);
    assert.deepEqual(await handle.register({ username }), { username });
    return handle;
  };
  const [alice, bob, carol] = [await registered('alice'), await registered('bob'), await registered('carol')];
  assert.deepEqual((await alice.list()).list.sort(), ['alice', 'bob', 'carol']);
  const came = nextEvent(bob, EVENT.VIDEOCALL_INCOMING_CALL);
  assert.deepEqual(await alice.call({ username: 'bob', jsep: offer() }), { event: 'calling' });
  const { jsep, ...caller } = await came;
  assert.deepEqual([jsep.type, caller], ['offer', { username: 'alice' }]);
  const busy = await carol.call({ username: 'bob', jsep: offer() });
  assert.deepEqual(busy, { event: 'hangup', username: 'carol', reason: 'User busy' });

  const taken = nextEvent(alice, EVENT.VIDEOCALL_ACCEPTED);
  assert.deepEqual(await bob.accept({ jsep: answerTo(jsep) }), {});
  const { jsep: answer, ...callee } = await taken;
  assert.deepEqual([answer.type, callee], ['answer', { username: 'bob' }]);
  const updated = nextEvent(bob, EVENT.VIDEOCALL_UPDATE);
  assert.deepEqual(await alice.set({ audio: false, jsep: offer() }), {});
  assert.equal((await updated).jsep.type, 'offer');

  const ends = [];
  bob.on(EVENT.VIDEOCALL_HANGUP, (end) => ends.push(end));
  assert.deepEqual(await alice.hangupCall({ reason: 'enough' }), { username: 'alice', reason: 'Explicit hangup' });
  // The end of alice's PeerConnection may cause an event for bob, too, before or after her hangup.
  const inHerWords = () => ends.find(({ reason }) => reason === 'enough');
  assert.deepEqual(await eventually('the end', inHerWords, Boolean), { username: 'alice', reason: 'enough' });
  const error = await failure(carol.register({ username: 'alice' }), 'plugin_refused', /^477 /);
  assert.equal(error.plugin, ERROR.ALREADY_REGISTERED);
});

test('the events while media flow', async (t) => {
  const fake = await startFake();
  t.after(() => fake.stop());
  const connection = await connect(fake.config);
  t.after(() => connection.close());
  const handle = await (await connection.create()).attach(VideoCall);
  const events = [
    [EVENT.VIDEOCALL_SIMULCAST, { event: 'simulcast', videocodec: 'vp8', substream: 0 }, { videocodec: 'vp8', substream: 0 }],
    [EVENT.VIDEOCALL_SLOWLINK, { event: 'slow_link', media: 'audio', 'current-bitrate': 0 }, { media: 'audio', bitrate: 0 }],
    [EVENT.VIDEOCALL_HANGUP, { event: 'hangup', username: 'bob', reason: 'Remote WebRTC hangup', more: 1 }, { username: 'bob', reason: 'Remote WebRTC hangup', more: 1 }],
  ];
  for (const [event, result, data] of events) {
    const came = nextEvent(handle, event);
    fake.send(pluginEvent(handle, { videocall: 'event', result }));
    assert.deepEqual(await within(came, event), data);
  }
});
