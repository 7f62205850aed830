// A peer over a scripted RTCPeerConnection; peer_interleavings.test.mjs has the orders of its events.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { Peer } from 'bifrons/webrtc';

import { ScriptedPeerConnection, connections, runAll, turn } from './support/peer_connection.mjs';

beforeEach(() => {
  globalThis.RTCPeerConnection = ScriptedPeerConnection;
});

/** A peer whose offers Janus answers at once, with what it sent. */
function open({ send, ...options } = {}, more = {}) {
  const sent = [];
  const respond = send ?? (({ type, sdp }) => (type === 'offer' ? { type: 'answer', sdp: `answer to ${sdp}` } : undefined));
  const signalling = {
    send: async (jsep) => {
      sent.push(jsep);
      return respond(jsep);
    },
    trickle: (candidate) => void sent.push(candidate),
    hangup: () => void sent.push('hangup'),
    ...more,
  };
  const peer = new Peer(signalling, options);
  const events = [];
  for (const event of ['state', 'error', 'track', 'channel']) peer.on(event, (data) => events.push([event, data]));
  return { peer, connection: connections.at(-1), sent, events };
}

/** Settles a promise while the operations of the connection run. */
async function outcome(promise) {
  const settled = promise.then((value) => ({ value }), (error) => ({ error }));
  await runAll();
  return await settled;
}

const candidate = (text) => ({ candidate: { candidate: text, toJSON: () => ({ candidate: text, sdpMid: '0' }) } });
const offerOf = (sdp) => ({ type: 'offer', sdp });

test('it can be imported where there is no RTCPeerConnection, but not used', () => {
  delete globalThis.RTCPeerConnection;
  assert.throws(() => new Peer({ send() {}, trickle() {} }), { name: 'WebRtcError', code: 'unsupported' });
});

test('the configuration is passed to the RTCPeerConnection', () => {
  const iceServers = [{ urls: 'stun:stun.example.org' }];
  const { connection } = open({ configuration: { iceServers, iceTransportPolicy: 'relay' } });
  assert.deepEqual(connection.configuration, { bundlePolicy: 'max-bundle', iceServers, iceTransportPolicy: 'relay' });
  assert.equal(open({ configuration: { bundlePolicy: 'balanced' } }).connection.configuration.bundlePolicy, 'balanced');
});

test('the page’s candidates follow their description, and end once', async () => {
  const { peer, connection, sent } = open();
  peer.negotiate();
  await turn();
  connection.emits('icecandidate', candidate('first'));
  assert.deepEqual(sent, [], 'a candidate waits for its offer');
  connection.run();
  await turn();
  connection.emits('icecandidate', candidate('second'));
  connection.emits('icecandidate', candidate(''));
  connection.emits('icecandidate', { candidate: null });
  assert.deepEqual(sent, [offerOf('page offer 1'), { candidate: 'first', sdpMid: '0' }, { candidate: 'second', sdpMid: '0' }, null]);
});

test('Janus’s end-of-candidates is the browser’s', async () => {
  const { peer, connection } = open();
  for (const end of [{ completed: true }, null, undefined, { candidate: '' }]) peer.addCandidate(end);
  peer.addCandidate({ candidate: 'one', sdpMid: '0' });
  await outcome(peer.receive(offerOf('Janus offer')));
  await runAll();
  assert.deepEqual(connection.candidates, [undefined, undefined, undefined, undefined, 'one']);
});

test('a candidate that comes before the answer waits for it, also in a later negotiation', async () => {
  const responses = [];
  const { peer, connection } = open({ send: ({ sdp }) => new Promise((resolve) => responses.push(() => resolve({ type: 'answer', sdp: `answer to ${sdp}` }))) });
  for (const round of [1, 2]) {
    peer.negotiate();
    await runAll();
    peer.addCandidate({ candidate: `of round ${round}`, sdpMid: '0' });
    await runAll();
    assert.equal(connection.candidates.length, round - 1);
    responses.shift()();
    await runAll();
    assert.equal(connection.candidates.length, round);
  }
});

test('the answer to an offer that was taken back is ignored', async () => {
  let respond;
  const { peer, connection } = open({ send: ({ type, sdp }) => (type === 'offer' && !respond ? new Promise((resolve) => (respond = resolve)) : type === 'offer' ? { type: 'answer', sdp: `answer to ${sdp}` } : undefined) });
  const negotiated = peer.negotiate();
  await runAll();
  await outcome(peer.receive(offerOf('Janus offer')));
  respond({ type: 'answer', sdp: 'answer to page offer 1' });
  assert.deepEqual(await outcome(negotiated), { value: undefined });
  assert.deepEqual([connection.refused, connection.agreed.offer], [[], 'page offer 2']);
});

test('calls of one turn share an offer, later ones make another', async () => {
  const { peer, sent } = open();
  const first = [peer.negotiate(), peer.negotiate()];
  await turn();
  const later = peer.negotiate();
  await outcome(Promise.all([...first, later]));
  assert.deepEqual(sent, [offerOf('page offer 1'), offerOf('page offer 2')]);
});

test('a plugin’s response with the answer is accepted as it is', async () => {
  const { peer, connection } = open({ send: ({ sdp }) => ({ result: 'ok', jsep: { type: 'answer', sdp: `answer to ${sdp}`, e2ee: true } }) });
  assert.deepEqual(await outcome(peer.negotiate()), { value: undefined });
  assert.equal(connection.signalingState, 'stable');
});

test('a refused offer is taken back, rejects with the error, and is not made again by itself', async () => {
  const refusal = new Error('refused');
  let fails = true;
  const { peer, connection, sent, events } = open({
    send: ({ sdp }) => {
      if (fails) throw refusal;
      return { type: 'answer', sdp: `answer to ${sdp}` };
    },
  });
  assert.deepEqual(await outcome(peer.negotiate()), { error: refusal });
  assert.equal(connection.signalingState, 'stable');
  connection.emits('negotiationneeded');
  await runAll();
  assert.equal(sent.length, 1, 'the browser still needs an offer, but no one asked for it');
  fails = false;
  assert.deepEqual(await outcome(peer.negotiate()), { value: undefined });
  assert.deepEqual(events, []);
});

test('an answer that the browser refuses is an error, and the offer is taken back', async () => {
  const { peer, connection } = open({ send: () => ({ type: 'answer', sdp: 'invalid' }) });
  assert.match((await outcome(peer.negotiate())).error.message, /SDP is invalid/);
  assert.equal(connection.signalingState, 'stable');
});

test('an offer that can’t be answered is an error of receive, and a wanted offer is made', async () => {
  const { peer, connection, sent } = open();
  const received = peer.receive(offerOf('invalid'));
  const negotiated = peer.negotiate();
  assert.match((await outcome(received)).error.message, /SDP is invalid/);
  assert.deepEqual(await outcome(negotiated), { value: undefined });
  assert.deepEqual([connection.signalingState, sent.length], ['stable', 1]);
  const failed = open({ send: () => Promise.reject(new Error('lost')) });
  assert.match((await outcome(failed.peer.receive(offerOf('Janus offer')))).error.message, /lost/);
});

test('after the first negotiation others follow by themselves, and their failure is an event', async () => {
  let fails = false;
  const { connection, peer, sent, events } = open({
    send: ({ sdp }) => {
      if (fails) throw new Error('refused');
      return { type: 'answer', sdp: `answer to ${sdp}` };
    },
  });
  connection.emits('negotiationneeded');
  await runAll();
  assert.deepEqual(sent, [], 'the application begins');
  await outcome(peer.negotiate());
  connection.emits('negotiationneeded');
  await runAll();
  assert.equal(sent.length, 2);
  fails = true;
  connection.emits('negotiationneeded');
  await runAll();
  assert.deepEqual(events.map(([event, { message }]) => [event, message]), [['error', 'refused']]);
});

test('failures of candidates are events', async () => {
  const { peer, connection, events } = open({}, { trickle: () => Promise.reject(new Error('lost')) });
  await outcome(peer.negotiate());
  connection.emits('icecandidate', candidate('first'));
  connection.addIceCandidate = () => Promise.reject(new Error('unknown mid'));
  peer.addCandidate({ candidate: 'one', sdpMid: '9' });
  await runAll();
  assert.deepEqual(events.map(([event, { message }]) => [event, message]), [['error', 'lost'], ['error', 'unknown mid']]);
});

test('the states are events', async () => {
  const { peer, connection, events } = open();
  for (const state of ['connecting', 'connected', 'connected']) connection.becomes(state);
  peer.end('Janus hung up');
  assert.deepEqual(events, [
    ['state', { state: 'connecting', previous: 'new' }],
    ['state', { state: 'connected', previous: 'connecting' }],
    ['state', { state: 'closed', previous: 'connected', reason: 'Janus hung up' }],
  ]);
  assert.equal(peer.state, 'closed');
});

test('tracks and channels of Janus are events', () => {
  const { connection, events } = open();
  const [track, receiver, transceiver, channel] = [{}, {}, { mid: '1' }, {}];
  connection.emits('track', { track, receiver, transceiver, streams: [] });
  connection.emits('datachannel', { channel });
  assert.deepEqual(events, [['track', { track, mid: '1', streams: [], receiver, transceiver }], ['channel', channel]]);
});

test('an end by Janus sends nothing, an end by the page one hangup, and later calls reject', async () => {
  const ended = open();
  ended.peer.end('Janus hung up');
  ended.peer.close();
  assert.deepEqual(ended.sent, []);
  const { peer, connection, sent } = open();
  peer.close();
  peer.close();
  assert.deepEqual(sent, ['hangup']);
  assert.equal(connection.signalingState, 'closed');
  for (const call of [peer.negotiate(), peer.receive(offerOf('Janus offer'))]) await assert.rejects(call, { code: 'peer_closed' });
  peer.addCandidate({ candidate: 'late' });
  connection.emits('icecandidate', candidate('late'));
  peer.restartIce();
  await runAll();
  assert.deepEqual([sent, connection.refused], [['hangup'], []]);
});

test('the jsep names SVC modes and encryption', async () => {
  const transform = { configuration: { encodedInsertableStreams: true }, senders: [], receivers: [], sender: (one) => transform.senders.push(one), receiver: (one) => transform.receivers.push(one) };
  const { peer, connection, sent } = open({ encryption: transform });
  const sender = (...modes) => ({ track: {}, getParameters: () => ({ encodings: modes.map((scalabilityMode) => ({ scalabilityMode })) }) });
  connection.transceivers = [
    { mid: '0', sender: sender('L3T3_KEY') },
    { mid: '1', sender: sender('L1T2') },
    { mid: '2', sender: sender('L3T3', 'L3T3') },
    { mid: '3', sender: { track: null, getParameters: () => ({}) } },
  ];
  await outcome(peer.negotiate());
  assert.deepEqual(sent, [{ ...offerOf('page offer 1'), e2ee: true, svc: [{ mid: '0', svc: 'L3T3_KEY' }] }]);
  assert.equal(transform.senders.length, 4);
  assert.equal(connection.configuration.encodedInsertableStreams, true);
});
