// A peer over a handle of the package: what it passes on in both directions, and how it ends.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import Bifrons from 'bifrons';
import EchoTest from 'bifrons/plugins/echotest';
import { MockJanus } from 'bifrons/testing';
import { Peer, handleSignalling, startEcho } from 'bifrons/webrtc';

import { eventually, nextEvent, settled, within } from './support/expect.mjs';
import { candidate, offer } from './support/offer.mjs';
import { installPage, localTrack } from './support/page.mjs';

const { EVENT } = Bifrons;

beforeEach(installPage);

async function open(t, { restart, events } = {}) {
  const janus = await MockJanus.start();
  const connection = await Bifrons.connect({ address: { url: janus.url }, reconnect: { rebuild: true } });
  t.after(async () => {
    await connection.close();
    await janus.stop();
  });
  const session = await connection.create();
  const handle = await session.attach(EchoTest);
  const sent = [];
  for (const method of ['trickle', 'hangup']) {
    const call = handle[method].bind(handle);
    handle[method] = (...args) => {
      sent.push([method, ...args]);
      return call(...args);
    };
  }
  const send = (jsep) => {
    sent.push(['send', jsep.type]);
    return jsep.type === 'offer' ? handle.start({ audio: true, jsep }) : undefined;
  };
  const peer = new Peer(handleSignalling(handle, { send, restart, events }));
  const say = (message) => janus.inject('send_text', JSON.stringify({ session_id: session.id, sender: handle.id, ...message }));
  const ends = () => within(new Promise((resolve) => peer.on('state', ({ state, reason }) => state === 'closed' && resolve(reason))), 'the end of the peer');
  return { janus, session, handle, peer, sent, say, ends };
}

test('an offer goes to Janus, its answer and candidates come back', async (t) => {
  const { peer, say, sent } = await open(t);
  say({ janus: 'trickle', candidate });
  say({ janus: 'trickle', candidate: { completed: true } });
  await peer.negotiate();
  assert.equal(peer.connection.remoteDescription.type, 'answer');
  await eventually('the candidates', () => peer.connection.candidates.length, (count) => count === 2);
  assert.deepEqual(peer.connection.candidates, [candidate, undefined]);
  peer.connection.dispatchEvent(Object.assign(new Event('icecandidate'), { candidate: { ...candidate, toJSON: () => candidate } }));
  peer.connection.dispatchEvent(Object.assign(new Event('icecandidate'), { candidate: null }));
  assert.deepEqual(sent, [['send', 'offer'], ['trickle', candidate], ['trickle', null]]);
});

test('a description in an event is applied', async (t) => {
  const { peer, say, sent } = await open(t, { events: [EVENT.HANDLE_EVENT] });
  say({ janus: 'event', plugindata: { plugin: EchoTest.id, data: { echotest: 'event', updated: true } }, jsep: offer() });
  await eventually('the answer', () => sent.length, (count) => count === 1);
  assert.deepEqual([sent, peer.connection.remoteDescription.type], [[['send', 'answer']], 'offer']);
});

test('a description that can’t be applied is an error event', async (t) => {
  const { peer, say } = await open(t, { events: [EVENT.HANDLE_EVENT] });
  const refusal = new Error('the SDP is invalid');
  peer.connection.setRemoteDescription = () => Promise.reject(refusal);
  const failed = nextEvent(peer, 'error');
  say({ janus: 'event', plugindata: { plugin: EchoTest.id, data: { echotest: 'event' } }, jsep: offer() });
  assert.equal(await failed, refusal);
});

test('closing hangs up, and the hangup’s late event does not end the next peer', async (t) => {
  const { peer, handle, sent, say } = await open(t);
  await peer.negotiate();
  peer.close();
  await eventually('the hangup', () => sent.at(-1)[0], (what) => what === 'hangup');
  const next = new Peer(handleSignalling(handle, { send: (jsep) => handle.start({ audio: true, jsep }) }));
  const late = nextEvent(handle, EVENT.HANDLE_HANGUP);
  say({ janus: 'hangup', reason: 'Janus API' });
  await late;
  assert.equal(next.state, 'new');
  next.close();
});

test('the peer ends with its PeerConnection in Janus, and hangs up no more', async (t) => {
  const { peer, sent, say, ends } = await open(t);
  await peer.negotiate();
  const end = ends();
  say({ janus: 'hangup', reason: 'DTLS alert' });
  assert.equal(await end, 'Janus hung up: DTLS alert');
  await settled();
  assert.deepEqual(sent, [['send', 'offer']]);
});

test('the peer ends with its handle, and with a session that Janus lost', async (t) => {
  const first = await open(t);
  const end = first.ends();
  await first.handle.detach();
  assert.match(await end, /^the handle has ended: detached/);
  const second = await open(t);
  const lost = second.ends();
  second.janus.inject('forget_sessions');
  second.janus.inject('disconnect');
  assert.match(await lost, /Janus lost the session/);
});

test('Janus’s ICE failure restarts ICE, and Janus is asked for an offer where it makes the offers', async (t) => {
  let asked = 0;
  const { peer, say } = await open(t, { restart: () => void (asked += 1) });
  await peer.receive(offer());
  say({ janus: 'ice-failed' });
  await eventually('the request', () => asked, (count) => count === 1);
  peer.close();
});

test('after its end a peer leaves no listener at the handle', async (t) => {
  const { peer, handle } = await open(t);
  assert.ok(handle.eventNames().length > 0);
  peer.close();
  assert.deepEqual(handle.eventNames(), []);
});

test('an echo is one call; one that Janus refuses ends its peer', async (t) => {
  const { handle, sent } = await open(t);
  const { peer, senders } = await startEcho(handle, [localTrack('video')], { request: { bitrate: 64_000 }, streams: { other: { bitrate: 32_000 } } });
  assert.equal(peer.connection.remoteDescription.type, 'answer');
  assert.deepEqual(senders[0].sender.getParameters().encodings, [{ maxBitrate: 32_000 }]);
  peer.close();
  assert.deepEqual(sent.map(([method]) => method), ['hangup']);
  await assert.rejects(startEcho(handle, [], { request: { bitrate: 'much' } }), { code: 'plugin_refused' });
  assert.deepEqual(sent.map(([method]) => method), ['hangup', 'hangup']);
});
