// ICE restarts of a peer, in fake time.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';

import { Peer } from 'bifrons/webrtc';

import { ScriptedPeerConnection, connections, runAll, turn } from './support/peer_connection.mjs';

let now = 0;
const peers = [];
const window = new EventTarget();
const network = Object.assign(new EventTarget(), { type: 'wifi' });

beforeEach(() => {
  globalThis.RTCPeerConnection = ScriptedPeerConnection;
  globalThis.addEventListener = window.addEventListener.bind(window);
  Object.defineProperty(globalThis, 'navigator', { value: { connection: network }, configurable: true });
  mock.timers.enable({ apis: ['setTimeout'] });
  mock.method(performance, 'now', () => now);
});

afterEach(() => {
  for (const peer of peers.splice(0)) peer.close();
  mock.timers.reset();
  mock.restoreAll();
  for (const name of ['addEventListener', 'navigator']) delete globalThis[name];
});

async function pass(ms) {
  now += ms;
  mock.timers.tick(ms);
  await runAll();
}

/** A connected peer; `janusOffers` makes it a subscriber. */
async function connected({ janusOffers = false, signalling = {} } = {}) {
  const offers = [];
  const peer = new Peer({
    send({ type, sdp }) {
      if (type !== 'offer') return undefined;
      offers.push(sdp);
      return { type: 'answer', sdp: `answer to ${sdp}` };
    },
    trickle() {},
    ...signalling,
  });
  peers.push(peer);
  const connection = connections.at(-1);
  const [states, errors] = [[], []];
  peer.on('state', ({ state }) => states.push(state));
  peer.on('error', (error) => errors.push(error));
  if (janusOffers) peer.receive({ type: 'offer', sdp: 'Janus offer' });
  else peer.negotiate();
  await runAll();
  connection.becomes('connected');
  offers.length = states.length = 0;
  return { peer, connection, offers, states, errors };
}

test('ICE restarts when it fails', async () => {
  const { connection, offers, states } = await connected();
  connection.becomes('failed');
  await runAll();
  assert.deepEqual([connection.restarts, offers.length, states], [1, 1, ['recovering']]);
  connection.becomes('connecting');
  connection.becomes('connected');
  await pass(60_000);
  assert.deepEqual([connection.restarts, states], [1, ['recovering', 'connected']]);
});

for (const persisted of [false, true]) {
  test(`a page that is left closes its peers${persisted ? ', though the browser announces its back-forward cache' : ''}`, async () => {
    let hangups = 0;
    const { connection, peer } = await connected({ signalling: { hangup: () => (hangups += 1) } });
    for (let count = 0; count < 2; count += 1) window.dispatchEvent(Object.assign(new Event('pagehide'), { persisted }));
    assert.deepEqual([connection.connectionState, peer.state, hangups], ['closed', 'closed', 1]);
  });
}

test('a short loss restarts nothing, a longer one restarts ICE', async () => {
  const { connection, states } = await connected();
  connection.becomes('disconnected');
  await pass(2999);
  connection.becomes('connected');
  await pass(10_000);
  assert.deepEqual([connection.restarts, states], [0, ['recovering', 'connected']]);
  connection.becomes('disconnected');
  await pass(3000);
  assert.equal(connection.restarts, 1);
});

test('restarts that do not help are repeated with growing pauses for 60 s', async () => {
  const { peer, connection, states } = await connected();
  connection.becomes('failed');
  await runAll();
  const at = [0];
  for (let seconds = 1; seconds <= 120; seconds += 1) {
    const before = connection.restarts;
    connection.becomes('connecting');
    connection.becomes('failed');
    await pass(1000);
    if (connection.restarts > before) at.push(seconds);
  }
  assert.deepEqual(at, [0, 2, 6, 14, 24, 34, 44, 54]);
  assert.deepEqual(states, ['recovering', 'failed']);
  peer.restartIce();
  await runAll();
  assert.deepEqual([connection.restarts, peer.state], [9, 'recovering']);
});

test('a change of the network restarts ICE, a new estimate of its speed does not', async () => {
  const { connection, peer } = await connected();
  network.dispatchEvent(new Event('change'));
  await runAll();
  assert.equal(connection.restarts, 0);
  network.type = 'cellular';
  network.dispatchEvent(new Event('change'));
  await runAll();
  assert.deepEqual([connection.restarts, peer.state], [1, 'connected']);
  network.type = 'none';
  network.dispatchEvent(new Event('change'));
  window.dispatchEvent(new Event('online'));
  await runAll();
  assert.equal(connection.restarts, 2);
  await pass(60_000);
  assert.equal(connection.restarts, 2, 'a connected peer needs no more');
  peer.close();
  window.dispatchEvent(new Event('online'));
  await runAll();
  assert.equal(connection.restarts, 2);
});

test('a peer without a negotiation ignores the network', async () => {
  new Peer({ send() {}, trickle() {} });
  window.dispatchEvent(new Event('online'));
  await runAll();
  assert.equal(connections.at(-1).restarts, 0);
});

test('a change of the network during a restart makes another one', async () => {
  const responses = [];
  let answering = true;
  const send = ({ sdp }) => {
    const answer = { type: 'answer', sdp: `answer to ${sdp}` };
    return answering ? answer : new Promise((resolve) => responses.push(() => resolve(answer)));
  };
  const { connection } = await connected({ signalling: { send } });
  answering = false;
  connection.becomes('failed');
  await runAll();
  window.dispatchEvent(new Event('online'));
  await runAll();
  assert.equal(connection.restarts, 1);
  responses.shift()();
  await runAll();
  assert.equal(connection.restarts, 2);
});

test('where Janus makes the offers, it is asked for one', async () => {
  let asked = 0;
  const restart = () => {
    asked += 1;
    return { configured: 'ok', jsep: { type: 'offer', sdp: 'Janus offer 2' } };
  };
  const { connection, offers } = await connected({ janusOffers: true, signalling: { restart } });
  connection.becomes('failed');
  await runAll();
  assert.deepEqual([asked, connection.restarts, offers], [1, 0, []]);
  assert.equal(connection.agreed.offer, 'Janus offer 2');
});

test('a restart that fails is reported and repeated', async () => {
  let fails = false;
  const send = ({ sdp }) => {
    if (fails) throw new Error('no connection');
    return { type: 'answer', sdp: `answer to ${sdp}` };
  };
  const { connection, errors } = await connected({ signalling: { send } });
  fails = true;
  connection.becomes('failed');
  await runAll();
  fails = false;
  await pass(2000);
  assert.deepEqual([errors.map(({ message }) => message), connection.restarts], [['no connection'], 2]);
});

test('the end of the peer ends its recovery', async () => {
  const { peer, connection, errors } = await connected();
  connection.becomes('disconnected');
  peer.close();
  await pass(60_000);
  assert.deepEqual([connection.restarts, errors], [0, []]);
  let answers = true;
  const send = ({ sdp }) => (answers ? { type: 'answer', sdp: `answer to ${sdp}` } : new Promise(() => {}));
  const during = await connected({ signalling: { send } });
  answers = false;
  during.connection.becomes('failed');
  await turn();
  during.peer.end('Janus hung up');
  await pass(60_000);
  assert.deepEqual([during.connection.restarts, during.errors], [1, []]);
});

test('a connection that is back before the restart is negotiated has not recovered: Janus may send to the former address', async () => {
  let lost = true;
  const failure = new Error('the response was lost');
  const { connection, states, errors } = await connected({ signalling: { send: ({ type, sdp }) => (type === 'offer' && lost && connections.at(-1).restarts > 0 ? Promise.reject(failure) : { type: 'answer', sdp: `answer to ${sdp}` }) } });
  connection.becomes('disconnected');
  await pass(3000);
  connection.becomes('connected');
  await runAll();
  assert.deepEqual([connection.restarts, states, errors], [1, ['recovering'], [failure]]);
  lost = false;
  await pass(2000);
  assert.deepEqual([connection.restarts, states, errors], [2, ['recovering', 'connected'], [failure]]);
});
