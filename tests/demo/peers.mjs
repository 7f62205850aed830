import { setTimeout as pause } from 'node:timers/promises';

const DEADLINE_MS = 20_000;
const STILL_MS = 1000;

/** Reads the statistics of the page's PeerConnection, without code in the page. */
export async function watchPeers(page) {
  await page.addInitScript(() => {
    const Peer = window.RTCPeerConnection;
    window.RTCPeerConnection = class extends Peer {
      constructor(...rest) {
        super(...rest);
        window.watchedPeer = this;
      }
    };
  });
  const stats = () => page.evaluate(readStats);

  async function until(holds, what) {
    const deadline = performance.now() + DEADLINE_MS;
    for (;;) {
      const now = await stats();
      if (holds(now)) return now;
      if (performance.now() > deadline) throw new Error(`${what}: not within ${DEADLINE_MS / 1000} s`);
      await pause(100);
    }
  }

  async function untilGrows(kind) {
    const { received } = (await stats())[kind];
    await until((now) => now[kind].received > received + 10, `more ${kind} packets`);
  }

  /** Waits for one second without a packet. */
  async function untilStill(kind) {
    let last = { received: -1, at: 0 };
    await until((now) => {
      if (now[kind].received !== last.received) last = { received: now[kind].received, at: performance.now() };
      return performance.now() - last.at > STILL_MS;
    }, `an end of the ${kind} packets`);
  }

  /** The received video in kb/s, over one second. */
  async function videoRate() {
    const first = (await stats()).video;
    const last = await until(({ video }) => video.at - first.at >= 1000, 'a second of statistics');
    return Math.round((8 * (last.video.bytes - first.bytes)) / (last.video.at - first.at));
  }

  async function videoRateBelow(limit) {
    const deadline = performance.now() + DEADLINE_MS;
    for (;;) {
      const rate = await videoRate();
      if (rate < limit) return rate;
      if (performance.now() > deadline) throw new Error(`the bitrate stays at ${rate} kb/s, above ${limit}`);
    }
  }

  return { until, untilGrows, untilStill, videoRate, videoRateBelow };
}

/** Runs in the page. */
async function readStats() {
  const seen = { audio: { received: 0 }, video: { received: 0 }, pair: {} };
  const report = await window.watchedPeer?.getStats();
  const address = (id) => {
    const candidate = report.get(id);
    return `${candidate.address}:${candidate.port}`;
  };
  for (const entry of report?.values() ?? []) {
    if (entry.type === 'inbound-rtp') {
      const { packetsReceived: received, bytesReceived: bytes, framesDecoded: frames, timestamp: at } = entry;
      seen[entry.kind] = { received, bytes, frames, at };
    }
    if (entry.type === 'candidate-pair' && entry.nominated) {
      seen.pair = { local: address(entry.localCandidateId), remote: address(entry.remoteCandidateId) };
    }
  }
  return seen;
}
