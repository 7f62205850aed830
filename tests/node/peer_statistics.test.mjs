// The numbers of a peer, from the reports of browsers, in fake time.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';

import { Peer, watchLevels, watchStatistics } from 'bifrons/webrtc';

import { Transceivers } from './support/media.mjs';
import { turn } from './support/peer_connection.mjs';

let entries = [];

class Browser extends Transceivers {
  reports = 0;
  async getStats() {
    this.reports += 1;
    return new Map(entries.map((entry) => [entry.id, entry]));
  }
}

beforeEach(() => {
  globalThis.RTCPeerConnection = Browser;
  mock.timers.enable({ apis: ['setTimeout'] });
});
afterEach(() => mock.timers.reset());

const openPeer = () => new Peer({ send() {}, trickle() {} });

async function pass(ms) {
  await turn();
  mock.timers.tick(ms);
  await turn();
}

const chromium = (seconds) => [
  { id: 'T', type: 'transport', timestamp: 1000 * seconds, selectedCandidatePairId: 'P' },
  { id: 'P', type: 'candidate-pair', currentRoundTripTime: 0.02, availableOutgoingBitrate: 800_000, localCandidateId: 'L', remoteCandidateId: 'R' },
  { id: 'L', type: 'local-candidate', candidateType: 'host', protocol: 'udp' },
  { id: 'R', type: 'remote-candidate', candidateType: 'srflx', protocol: 'udp' },
  { id: 'C', type: 'codec', mimeType: 'video/VP8' },
  { id: 'M', type: 'media-source', audioLevel: 0.5 },
  {
    id: 'O', type: 'outbound-rtp', kind: 'video', mid: '1', rid: 'h', timestamp: 1000 * seconds, bytesSent: 50_000 * seconds, packetsSent: 100 * seconds,
    remoteId: 'I', codecId: 'C', frameWidth: 1280, frameHeight: 720, framesPerSecond: 30, framesEncoded: 30 * seconds, qualityLimitationReason: 'bandwidth',
  },
  { id: 'I', type: 'remote-inbound-rtp', kind: 'video', packetsLost: 5 * seconds, jitter: 0.003, roundTripTime: 0.025 },
  { id: 'A', type: 'inbound-rtp', kind: 'audio', mid: '0', timestamp: 1000 * seconds, bytesReceived: 4000 * seconds, packetsReceived: 45 * seconds, packetsLost: 5 * seconds, jitter: 0.001, audioLevel: 0.25 },
];

test('bitrate, loss, jitter, round trip, resolution, frames, codec and limitation are numbers of an interval', async () => {
  const peer = openPeer();
  const seen = [];
  entries = chromium(1);
  watchStatistics(peer, (statistics) => seen.push(statistics));
  await turn();
  entries = chromium(2);
  await pass(1000);
  const [first, second] = seen;
  assert.deepEqual(first.streams.map(({ bitrate, loss, packets }) => [bitrate, loss, packets]), [[undefined, undefined, 100], [undefined, undefined, 45]]);
  assert.deepEqual({ ...second, streams: undefined }, { at: 2000, rtt_ms: 20, available_bitrate: 800_000, route: { local: 'host', remote: 'srflx', protocol: 'udp' }, streams: undefined });
  const [video, audio] = second.streams;
  assert.deepEqual(video, {
    direction: 'sent', kind: 'video', mid: '1', rid: 'h', bitrate: 400_000, packets: 200, loss: 0.05, jitter_ms: 3, rtt_ms: 25, width: 1280, height: 720,
    frames_per_second: 30, frames: 60, frames_dropped: undefined, codec: 'VP8', limitation: 'bandwidth', level: undefined,
  });
  assert.deepEqual([audio.direction, audio.bitrate, audio.loss, audio.jitter_ms, audio.level], ['received', 32_000, 0.1, 1, 0.25]);
});

test('Firefox marks its pair, and has no transport', async () => {
  const peer = openPeer();
  entries = chromium(1).filter(({ id }) => id !== 'T').map((entry) => (entry.id === 'P' ? { ...entry, selected: true } : entry));
  const seen = [];
  watchStatistics(peer, (statistics) => seen.push(statistics));
  await turn();
  assert.equal(seen[0].route.remote, 'srflx');
});

test('packets that come late do not make a negative loss', async () => {
  const peer = openPeer();
  const seen = [];
  entries = chromium(1);
  watchStatistics(peer, (statistics) => seen.push(statistics));
  await turn();
  entries = chromium(2).map((entry) => (entry.id === 'A' ? { ...entry, packetsLost: 0 } : entry));
  await pass(1000);
  assert.equal(seen[1].streams[1].loss, 0);
});

test('it is read once an interval, until it is stopped, the signal aborts or the peer ends', async () => {
  entries = chromium(1);
  const abort = new AbortController();
  for (const [options, end] of [[{}, (stop) => stop()], [{ signal: abort.signal }, () => abort.abort()], [{}, (_, peer) => peer.close()]]) {
    const peer = openPeer();
    let count = 0;
    const stop = watchStatistics(peer, () => (count += 1), { interval_ms: 500, ...options });
    await pass(500);
    await pass(499);
    assert.equal(count, 2);
    end(stop, peer);
    await pass(10_000);
    assert.deepEqual([count, peer.connection.reports], [2, 2]);
  }
  const closed = openPeer();
  closed.close();
  watchStatistics(closed, () => assert.fail('a closed peer has no statistics'));
  await turn();
});

test('a failure is an error event, and the next reading follows', async () => {
  const peer = openPeer();
  const errors = [];
  peer.on('error', (error) => errors.push(error.message));
  const read = peer.connection.getStats;
  peer.connection.getStats = () => Promise.reject(new Error('no report'));
  let count = 0;
  watchStatistics(peer, () => (count += 1));
  await turn();
  peer.connection.getStats = read;
  await pass(1000);
  assert.deepEqual([errors, count], [['no report'], 1]);
});

test('levels come from the statistics, and from WebAudio where these have none', async () => {
  let closed = 0;
  globalThis.AudioContext = class {
    createMediaStreamSource = () => ({ connect() {} });
    close = () => (closed += 1);
  };
  globalThis.MediaStream = class {};
  globalThis.AnalyserNode = class {
    fftSize = 4;
    getFloatTimeDomainData = (samples) => samples.set([0, -0.75, 0.5, 0]);
  };
  const peer = openPeer();
  const audio = peer.connection.addTransceiver({ kind: 'audio' });
  audio.mid = '0';
  entries = [
    { id: 'O', type: 'outbound-rtp', kind: 'audio', mid: '0', mediaSourceId: 'M' },
    { id: 'M', type: 'media-source', kind: 'audio', audioLevel: 0.5 },
    { id: 'A', type: 'inbound-rtp', kind: 'audio', mid: '0', audioLevel: 0.25 },
    { id: 'V', type: 'inbound-rtp', kind: 'video', mid: '1' },
  ];
  const seen = [];
  const stop = watchLevels(peer, (levels) => seen.push(levels));
  await turn();
  assert.deepEqual(seen[0].map(({ direction, mid, level }) => [direction, mid, level]), [['sent', '0', 0.5], ['received', '0', 0.25]]);
  assert.deepEqual(seen[0].map(({ track }) => track), [audio.sender.track, audio.receiver.track]);
  delete entries[1].audioLevel;
  await pass(200);
  assert.equal(seen[1][0].level, 0.75);
  stop();
  assert.equal(closed, 1);
});
