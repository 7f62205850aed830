import { repeat } from './repeat.js';

/** @typedef {import('./types/statistics.js').AudioLevel} AudioLevel */

/**
 * @param {import('./types/peer.js').Peer} peer
 * @param {(levels: AudioLevel[]) => void} listener
 * @param {import('./types/statistics.js').WatchOptions} [options]
 */
export function watchLevels(peer, listener, { interval_ms = 200, signal } = {}) {
  const meters = new Meters();
  return repeat(peer, async () => {
    const report = /** @type {Map<string, any>} */ (/** @type {unknown} */ (await peer.connection.getStats()));
    const transceivers = peer.connection.getTransceivers();
    const levels = [...report.values()].flatMap((entry) => {
      const sent = entry.type === 'outbound-rtp';
      if (entry.kind !== 'audio' || !(sent || entry.type === 'inbound-rtp')) return [];
      const transceiver = transceivers.find(({ mid }) => mid === entry.mid);
      const track = sent ? transceiver?.sender.track : transceiver?.receiver.track;
      if (!track) return [];
      const level = sent ? report.get(entry.mediaSourceId)?.audioLevel : entry.audioLevel;
      return [{ direction: /** @type {AudioLevel['direction']} */ (sent ? 'sent' : 'received'), mid: entry.mid, track, level: level ?? meters.read(track) }];
    });
    if (!peer.signal.aborted && !signal?.aborted) listener(levels);
  }, { interval_ms, signal, stopped: () => meters.close() });
}

/** WebAudio, for the tracks whose statistics have no level. */
class Meters {
  /** @type {AudioContext | undefined} */
  #context;
  /** @type {WeakMap<MediaStreamTrack, AnalyserNode>} */
  #nodes = new WeakMap();

  /** @param {MediaStreamTrack} track */
  read(track) {
    this.#context ??= new AudioContext();
    let node = this.#nodes.get(track);
    if (!node) {
      node = new AnalyserNode(this.#context, { fftSize: 1024 });
      this.#context.createMediaStreamSource(new MediaStream([track])).connect(node);
      this.#nodes.set(track, node);
    }
    const samples = new Float32Array(node.fftSize);
    node.getFloatTimeDomainData(samples);
    return samples.reduce((loudest, sample) => Math.max(loudest, Math.abs(sample)), 0);
  }

  close() {
    this.#context?.close();
    this.#context = undefined;
  }
}
