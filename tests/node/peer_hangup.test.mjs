// One peer of a handle after another: Janus hangs up the former one's PeerConnection before the next one begins.
import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';

import { Peer, handleSignalling, playMountpoint, receiveVideoCalls, startVideoCall } from 'bifrons/webrtc';

import { eventually, settled } from './support/expect.mjs';
import { candidate } from './support/offer.mjs';
import { handleOf, installPage, jsep, localTrack } from './support/page.mjs';

beforeEach(installPage);

/** A handle whose requests wait for `respond`; the test emits its events. */
function scripted() {
  const waiting = [];
  const handle = handleOf((name) => new Promise((resolve, reject) => waiting.push({ name, resolve, reject })));
  const respond = async (name, response = {}) => {
    const at = await eventually(name, () => waiting.findIndex((one) => one.name === name), (at) => at >= 0);
    const [{ resolve, reject }] = waiting.splice(at, 1);
    if (response instanceof Error) reject(response);
    else resolve(response);
    await settled();
  };
  return { handle, respond };
}

const offers = { jsep: jsep('offer') };

async function played({ handle, respond }) {
  const playing = playMountpoint(handle, { id: 5 });
  await respond('watch', offers);
  await respond('start');
  return await playing;
}

/** Whether a promise has settled. */
async function isDone(promise) {
  let done = false;
  promise.then(() => (done = true), () => (done = true));
  await settled();
  return done;
}

test('a mountpoint is watched again once Janus has hung up, and the hangup is not the next peer’s', async () => {
  const { handle, respond } = scripted();
  const first = await played({ handle, respond });
  const closing = first.close();
  const playing = playMountpoint(handle, { id: 6 });
  await respond('hangup');
  assert.deepEqual([await isDone(closing), handle.names()], [false, ['watch', 'start', 'hangup']]);
  handle.hangsUp('DTLS alert');
  await closing;
  await respond('watch', offers);
  await respond('start');
  const { id, peer } = await playing;
  assert.deepEqual([id, peer.state], [6, 'new']);
  handle.hangsUp('DTLS alert');
  assert.equal(peer.state, 'closed');
});

test('the hangup of a plugin is awaited, too', async () => {
  const { handle, respond } = scripted();
  await played({ handle, respond });
  handle.emit('streaming_status', { status: 'stopped' });
  const playing = playMountpoint(handle, { id: 6 });
  assert.equal(await isDone(playing), false);
  assert.deepEqual(handle.names(), ['watch', 'start']);
  handle.hangsUp();
  await respond('watch', offers);
  await respond('start');
  await playing;
});

test('after a hangup of Janus’s own the next peer waits for the ICE agent', async () => {
  const { handle, respond } = scripted();
  await played({ handle, respond });
  handle.hangsUp('DTLS alert');
  const playing = playMountpoint(handle, { id: 6 });
  await settled();
  assert.deepEqual(handle.names(), ['watch', 'start']);
  await respond('watch', offers);
  await respond('start');
  const { peer } = await playing;
  assert.equal(peer.state, 'new');
});

test('an offer of this side waits, and its candidates follow it', async () => {
  const { handle, respond } = scripted();
  const open = () => new Peer(handleSignalling(handle, { send: (description) => handle.send(description) }));
  const first = open();
  const negotiated = first.negotiate();
  await respond('send', { jsep: jsep('answer') });
  await negotiated;
  first.close();
  await respond('hangup');
  const next = open();
  next.negotiate().catch(() => {});
  await settled();
  next.connection.dispatchEvent(Object.assign(new Event('icecandidate'), { candidate: { ...candidate, toJSON: () => candidate } }));
  await settled();
  assert.deepEqual(handle.names(), ['send', 'hangup']);
  handle.hangsUp('Janus API');
  await eventually('the candidate', () => handle.names(), (names) => names.length === 4);
  assert.deepEqual(handle.names(), ['send', 'hangup', 'send', 'trickle']);
  next.end('the test has ended');
});

test('the wait ends with the handle, 100 ms after the report, and three seconds after the response to the hangup', async (t) => {
  mock.timers.enable({ apis: ['setTimeout'] });
  t.after(() => mock.timers.reset());
  const turns = () => new Promise((resolve) => setImmediate(resolve));
  const reports = (later_ms) => (handle) => {
    handle.hangsUp();
    mock.timers.tick(later_ms);
  };
  for (const [end, ends] of [[(handle) => handle.emit('handle_detached', { reason: 'detached' }), true], [() => mock.timers.tick(2999), false], [() => mock.timers.tick(3000), true], [reports(99), false], [reports(100), true]]) {
    let hangup;
    const handle = handleOf((name) => (name === 'hangup' ? new Promise((resolve) => (hangup = resolve)) : offers));
    const playback = await playMountpoint(handle, { id: 5 });
    let closed = false;
    playback.close().then(() => (closed = true));
    mock.timers.tick(60_000);
    await turns();
    assert.equal(closed, false, 'Janus has not responded to the hangup');
    hangup();
    await turns();
    end(handle);
    await turns();
    assert.equal(closed, ends);
    handle.hangsUp();
  }
});

test('a peer that ends while it waits requests nothing, and one whose request was refused is not hung up', async () => {
  const { handle, respond } = scripted();
  const first = await played({ handle, respond });
  first.peer.end('the test ends it');
  const signalling = handleSignalling(handle, { send: (description) => handle.send(description), offer: () => handle.watch({}) });
  const next = new Peer(signalling);
  const failed = assert.rejects(next.negotiate(), { code: 'peer_closed' });
  next.close();
  handle.hangsUp();
  await failed;
  assert.deepEqual(handle.names(), ['watch', 'start']);

  const refusal = new Error('455 no such mountpoint');
  const refused = assert.rejects(playMountpoint(handle, { id: 7 }), refusal);
  await respond('watch', refusal);
  await refused;
  const playing = playMountpoint(handle, { id: 8 });
  await respond('watch', offers);
  await respond('start');
  await playing;
  assert.equal(handle.count('hangup'), 0);
});

test('a peer that closes before Janus’s first offer is hung up after it', async () => {
  const { handle, respond } = scripted();
  const peer = new Peer(handleSignalling(handle, { send: (description) => handle.send(description), offer: () => handle.watch({}) }));
  const failed = assert.rejects(peer.negotiate(), { code: 'peer_closed' });
  await settled();
  const closing = peer.close();
  await settled();
  assert.deepEqual(handle.names(), ['watch']);
  await respond('watch', offers);
  await failed;
  await respond('hangup');
  assert.deepEqual([handle.names(), await isDone(closing)], [['watch', 'hangup'], false]);
  handle.hangsUp('Janus API');
  await closing;
});

test('the hangup of a call that was not answered is awaited', async () => {
  const handle = handleOf(() => ({}));
  receiveVideoCalls(handle, () => {});
  handle.emit('videocall_incoming_call', { username: 'anna', jsep: jsep('offer') });
  handle.emit('videocall_hangup', { username: 'anna', reason: 'no answer' });
  const giving = new AbortController();
  const calling = assert.rejects(startVideoCall(handle, { username: 'anna' }, [localTrack()], { signal: giving.signal }), { code: 'cancelled' });
  await settled();
  assert.deepEqual(handle.names(), []);
  handle.hangsUp();
  await eventually('the call', () => handle.names(), (names) => names.includes('call'));
  giving.abort();
  await calling;
});
