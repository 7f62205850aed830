// VideoCall and SIP of a page in one call each: both sides of a call, its changes and its ends.
import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';

import Bifrons from 'bifrons';
import VideoCall from 'bifrons/plugins/videocall';
import { MockJanus } from 'bifrons/testing';
import { receiveSipCalls, receiveVideoCalls, startSipCall, startVideoCall } from 'bifrons/webrtc';

import { eventually, settled, within } from './support/expect.mjs';
import { candidate } from './support/offer.mjs';
import { Browser, handleOf, installPage, jsep, localTrack } from './support/page.mjs';

beforeEach(installPage);

/** Two users of the mock server; `incoming` is Ben's next call. */
async function users(t) {
  const janus = await MockJanus.start();
  const connection = await Bifrons.connect({ address: { url: janus.url } });
  t.after(async () => {
    await connection.close();
    await janus.stop();
  });
  const register = async (username) => {
    const session = await connection.create();
    const handle = await session.attach(VideoCall);
    await handle.register({ username });
    return { session, handle };
  };
  const [anna, ben] = [await register('anna'), await register('ben')];
  let came;
  receiveVideoCalls(ben.handle, (call) => came(call));
  const incoming = () => within(new Promise((resolve) => (came = resolve)), 'a call');
  return { janus, anna: anna.handle, ben: ben.handle, bens: ben.session, incoming, register };
}

const reasonOf = (peer) => within(new Promise((resolve) => peer.on('state', ({ state, reason }) => state === 'closed' && resolve(reason))), 'the end of a peer');

test('two users of VideoCall: a call, an answer, a change, the end', async (t) => {
  const { anna, ben, incoming } = await users(t);
  const coming = incoming();
  const calling = startVideoCall(anna, { username: 'ben' }, [localTrack()]);
  const call = await coming;
  assert.equal(call.username, 'anna');
  const answered = await call.answer([localTrack()]);
  const mine = await within(calling, 'the answer');
  assert.deepEqual([mine.username, answered.username], ['ben', 'anna']);
  assert.deepEqual([mine.stream.tracks.length, answered.stream.tracks.length, mine.senders.length], [1, 1, 1]);
  assert.deepEqual([mine.peer.connection.remoteDescription.type, answered.peer.connection.localDescription.type], ['answer', 'answer']);

  await within(mine.peer.negotiate(), 'a negotiation of the caller');
  answered.peer.connection.remoteDescription = null;
  await within(answered.peer.negotiate(), 'a negotiation of the callee');
  assert.equal(answered.peer.connection.remoteDescription.type, 'answer');

  const end = reasonOf(answered.peer);
  await mine.hangup({ reason: 'enough' });
  assert.equal(await end, 'anna hung up: enough');
  assert.deepEqual([mine.peer.state, call.signal.aborted, anna.eventNames(), ben.eventNames()], ['closed', true, [], ['handle_trickle', 'handle_hangup', 'videocall_incoming_call']]);
  await mine.hangup();
});

test('a user of VideoCall declines, is busy, or does not exist', async (t) => {
  const { anna, incoming, register } = await users(t);
  const first = incoming();
  const declined = assert.rejects(startVideoCall(anna, { username: 'ben' }, [localTrack()]), { code: 'peer_closed', message: /ben hung up: no time/ });
  await (await first).decline({ reason: 'no time' });
  await declined;
  await assert.rejects(startVideoCall(anna, { username: 'stranger' }, [localTrack()]), { code: 'plugin_refused', message: /^478 / });

  const coming = incoming();
  const calling = startVideoCall(anna, { username: 'ben' }, [localTrack()]);
  await (await coming).answer([localTrack()]);
  await calling;
  const carol = await register('carol');
  await assert.rejects(startVideoCall(carol.handle, { username: 'ben' }, [localTrack()]), { code: 'declined', message: /ben can’t be called: User busy/ });
  assert.deepEqual(carol.handle.eventNames(), []);
});

test('a caller gives up; the callee learns it', async (t) => {
  const { anna, incoming } = await users(t);
  const giving = new AbortController();
  const coming = incoming();
  const reason = new Error('no longer needed');
  const cancelled = { name: 'AbortError', code: 'cancelled', cause: reason };
  const calling = assert.rejects(startVideoCall(anna, { username: 'ben' }, [localTrack()], { signal: giving.signal }), cancelled);
  const call = await coming;
  giving.abort(reason);
  await calling;
  await eventually('the end of the call', () => call.signal.aborted, Boolean);
  await assert.rejects(call.answer([localTrack()]), { code: 'peer_closed' });
  await assert.rejects(startVideoCall(anna, { username: 'ben' }, [localTrack()], { signal: giving.signal }), cancelled);
});

test('candidates before the answer are those of the call; a late end of another call is none of this one', async (t) => {
  const { janus, anna, ben, bens, incoming } = await users(t);
  const say = (message) => janus.inject('send_text', JSON.stringify({ session_id: bens.id, sender: ben.id, ...message }));
  const coming = incoming();
  const calling = startVideoCall(anna, { username: 'ben' }, [localTrack()]);
  const call = await coming;
  say({ janus: 'trickle', candidate });
  say({ janus: 'event', plugindata: { plugin: VideoCall.id, data: { videocall: 'event', result: { event: 'hangup', username: 'carol', reason: 'late' } } } });
  await ben.list();
  const answered = await call.answer([localTrack()]);
  await calling;
  assert.deepEqual(answered.peer.connection.candidates, [candidate]);
  await answered.hangup();
});

test('receiving calls ends by a signal', async (t) => {
  const { anna } = await users(t);
  const stopping = new AbortController();
  receiveVideoCalls(anna, () => {}, { signal: stopping.signal });
  stopping.abort();
  assert.deepEqual(anna.eventNames(), []);
});

/** A SIP handle; `respond(name, params)` returns or rejects. */
const sipHandle = (respond = () => ({})) => handleOf(respond);
const accepted = () => ({ call_id: 'c', jsep: jsep('answer') });

test('a SIP call is accepted, changed, held, resumed and ended', async () => {
  const handle = sipHandle((name) => (name === 'call' ? accepted() : {}));
  const call = await startSipCall(handle, { uri: 'sip:ben@here', srtp: 'sdes_optional' }, [localTrack()]);
  assert.deepEqual([call.stream.tracks.length, call.senders.length], [1, 1]);
  const changing = call.peer.negotiate();
  await settled();
  handle.emit('sip_accepted', accepted());
  await changing;
  handle.emit('sip_updatingcall', { call_id: 'c', jsep: jsep('offer') });
  await settled();
  await call.hold({ direction: 'inactive' });
  await call.unhold();
  await call.hangup();
  assert.deepEqual(handle.requests.map(([name, params = {}]) => [name, params.uri ?? params.direction ?? params.jsep?.type]), [
    ['call', 'sip:ben@here'],
    ['update', 'offer'],
    ['update', 'answer'],
    ['hold', 'inactive'],
    ['unhold', undefined],
    ['sip_hangup', undefined],
  ]);
  handle.hangsUp();
  assert.deepEqual([call.peer.state, handle.requests[0][1].srtp, handle.listening()], ['closed', 'sdes_optional', 0]);
});

test('early media are heard before a SIP call is accepted, and a refusal after them is one', async () => {
  let settle;
  let connection;
  globalThis.RTCPeerConnection = class extends Browser {
    constructor() {
      super();
      connection = this;
    }
  };
  const handle = sipHandle((name) => name === 'call' && new Promise((...functions) => (settle = functions)));
  const calling = startSipCall(handle, { uri: 'sip:ben@here' }, [localTrack()]);
  let done = false;
  calling.then(() => (done = true), () => {});
  await settled();
  handle.emit('sip_progress', accepted());
  await settled();
  assert.deepEqual([done, connection.remoteDescription?.type], [false, 'answer']);
  settle[0](accepted());
  const call = await calling;
  handle.emit('sip_hangup', { call_id: 'c', code: 200, reason: 'BYE' });
  assert.equal(call.peer.state, 'closed');
  handle.hangsUp();

  const refused = startSipCall(handle, { uri: 'sip:ben@here' }, [localTrack()]);
  await eventually('the second call', () => handle.count('call'), (count) => count === 2);
  handle.emit('sip_progress', accepted());
  await settled();
  const busy = new Error('486 Busy Here');
  settle[1](busy);
  await assert.rejects(refused, busy);
  handle.hangsUp();
  assert.equal(handle.listening(), 0);
});

test('a SIP caller gives up', async () => {
  let fail;
  const handle = sipHandle((name) => name === 'call' && new Promise((_, reject) => (fail = reject)));
  const giving = new AbortController();
  const calling = startSipCall(handle, { uri: 'sip:ben@here' }, [localTrack()], { signal: giving.signal });
  await settled();
  handle.emit('sip_hangup', { call_id: 'former', code: 200, reason: 'late' });
  const reason = new Error('enough');
  giving.abort(reason);
  await assert.rejects(calling, { name: 'AbortError', code: 'cancelled', cause: reason });
  fail(new Error('487 Request Terminated'));
  await settled();
  handle.hangsUp();
  assert.deepEqual([handle.names(), handle.listening()], [['call', 'sip_hangup'], 0]);
});

/** A handle that a call comes in at. */
function called(invite = {}) {
  const handle = sipHandle();
  const calls = [];
  receiveSipCalls(handle, (call) => calls.push(call));
  handle.emit('sip_incoming', { username: 'sip:anna@here', callee: 'sip:ben@here', call_id: 'c', ...invite });
  return { handle, call: calls[0] };
}

test('a SIP call comes in and is answered', async () => {
  const { handle, call } = called({ jsep: jsep('offer') });
  handle.emit('handle_trickle', candidate);
  const answered = await call.answer([localTrack()], { params: { srtp: 'sdes_mandatory' } });
  const [[name, { srtp, jsep: answer }]] = handle.requests;
  assert.deepEqual([call.invite.username, name, srtp, answer.type], ['sip:anna@here', 'accept', 'sdes_mandatory', 'answer']);
  assert.deepEqual([answered.peer.connection.candidates, answered.stream.tracks.length], [[candidate], 1]);
  handle.emit('sip_hangup', { call_id: 'c', code: 200, reason: 'BYE' });
  assert.ok(call.signal.aborted);
});

test('candidates of Janus that come before the event of their call are those of the call', async () => {
  const arriving = {
    sip: [receiveSipCalls, 'sip_incoming', { call_id: 'c', jsep: jsep('offer') }],
    videocall: [receiveVideoCalls, 'videocall_incoming_call', { username: 'anna', jsep: jsep('offer') }],
  };
  for (const [plugin, [receive, event, incoming]] of Object.entries(arriving)) {
    const handle = sipHandle();
    const calls = [];
    receive(handle, (call) => calls.push(call));
    handle.emit('handle_trickle', { ...candidate, candidate: 'of the former call' });
    handle.emit('handle_hangup', { reason: 'Janus API' });
    handle.emit('handle_trickle', candidate);
    handle.emit(event, incoming);
    const { peer } = await calls[0].answer([localTrack()]);
    assert.deepEqual(peer.connection.candidates, [candidate], plugin);
  }
});

test('a SIP call without an offer is answered with one', async () => {
  const { handle, call } = called();
  const answering = call.answer([localTrack()]);
  await settled();
  assert.deepEqual([handle.names(), handle.requests[0][1].jsep.type], [['accept'], 'offer']);
  handle.emit('sip_accepted', accepted());
  assert.equal((await answering).peer.connection.remoteDescription.type, 'answer');
});

test('a SIP call is declined, or its caller gives up', async () => {
  const declined = called({ jsep: jsep('offer') });
  await declined.call.decline({ code: 486 });
  assert.deepEqual([declined.handle.requests, declined.call.signal.aborted], [[['decline', { code: 486 }]], true]);
  const { handle, call } = called({ jsep: jsep('offer') });
  handle.emit('sip_hangup', { call_id: 'former', code: 200, reason: 'late' });
  assert.equal(call.signal.aborted, false);
  handle.emit('sip_hangup', { call_id: 'c', code: 487, reason: 'Request Terminated' });
  assert.equal(call.signal.aborted, true);
  await assert.rejects(call.answer([localTrack()]), { code: 'peer_closed' });
});

test('DTMF tones go in the audio where they can, else by INFO', async (t) => {
  mock.timers.enable({ apis: ['setTimeout'] });
  t.after(() => mock.timers.reset());
  const handle = sipHandle((name) => (name === 'call' ? accepted() : {}));
  const call = await startSipCall(handle, { uri: 'sip:ben@here' }, [localTrack()]);
  await assert.rejects(call.sendDtmf('1', { by: 'rtp' }), { code: 'unsupported' });

  const digits = () => handle.requests.filter(([name]) => name === 'dtmfInfo').map(([, { digit, duration }]) => `${digit} ${duration}`);
  const sending = call.sendDtmf('1,a', { duration_ms: 200 });
  const turns = () => new Promise((resolve) => setImmediate(resolve));
  await turns();
  assert.deepEqual(digits(), ['1 200']);
  mock.timers.tick(270);
  await turns();
  mock.timers.tick(1999);
  await turns();
  assert.deepEqual(digits(), ['1 200']);
  mock.timers.tick(1);
  await turns();
  assert.deepEqual(digits(), ['1 200', 'A 200']);
  mock.timers.tick(270);
  await sending;

  const dtmf = new EventTarget();
  call.senders[0].sender.dtmf = Object.assign(dtmf, {
    canInsertDTMF: true,
    insertDTMF: (...tones) => {
      dtmf.inserted = tones;
      dtmf.dispatchEvent(Object.assign(new Event('tonechange'), { tone: '' }));
    },
  });
  await call.sendDtmf('23', { duration_ms: 90 });
  assert.deepEqual([dtmf.inserted, digits().length], [['23', 90, undefined], 2]);
  call.peer.close();
});
