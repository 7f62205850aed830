import { repeat } from './repeat.js';

/** @typedef {import('./types/statistics.js').PeerStatistics} PeerStatistics */
/** @typedef {import('./types/statistics.js').StreamStatistics} StreamStatistics */

/** The types of RTP statistics that a stream has. */
const DIRECTIONS = { 'inbound-rtp': 'received', 'outbound-rtp': 'sent' };

/**
 * @param {import('./types/peer.js').Peer} peer
 * @param {(statistics: PeerStatistics) => void} listener
 * @param {import('./types/statistics.js').WatchOptions} [options]
 */
export function watchStatistics(peer, listener, { interval_ms = 1000, signal } = {}) {
  /** @type {Map<string, any>} */
  let before = new Map();
  return repeat(peer, async () => {
    const report = await peer.connection.getStats();
    const now = new Map(/** @type {any} */ (report));
    if (!peer.signal.aborted && !signal?.aborted) listener(statisticsOf(now, before));
    before = now;
  }, { interval_ms, signal });
}

/**
 * @param {Map<string, any>} now
 * @param {Map<string, any>} before
 * @returns {PeerStatistics}
 */
function statisticsOf(now, before) {
  const entries = [...now.values()];
  const streams = entries.filter(({ type, kind }) => type in DIRECTIONS && kind).map((entry) => streamOf(entry, now, before));
  const transport = entries.find(({ type, selectedCandidatePairId }) => type === 'transport' && selectedCandidatePairId);
  // Firefox marks the pair itself.
  const pair = now.get(transport?.selectedCandidatePairId) ?? entries.find(({ type, selected }) => type === 'candidate-pair' && selected);
  const [local, remote] = [now.get(pair?.localCandidateId), now.get(pair?.remoteCandidateId)];
  return {
    at: entries[0]?.timestamp ?? Date.now(),
    rtt_ms: milliseconds(pair?.currentRoundTripTime),
    available_bitrate: pair?.availableOutgoingBitrate,
    route: local && remote && { local: local.candidateType, remote: remote.candidateType, protocol: local.relayProtocol ?? local.protocol },
    streams,
  };
}

/**
 * @param {any} entry
 * @param {Map<string, any>} now
 * @param {Map<string, any>} before
 * @returns {StreamStatistics}
 */
function streamOf(entry, now, before) {
  const sent = entry.type === 'outbound-rtp';
  /** What Janus reports of a sent stream. */
  const remote = sent ? now.get(entry.remoteId) : undefined;
  const losing = sent ? remote : entry;
  const earlier = before.get(entry.id);
  const seconds = earlier && (entry.timestamp - earlier.timestamp) / 1000;
  /** @param {string} name */
  const grown = (name, of = entry) => of?.[name] - before.get(of?.id)?.[name];
  const bytes = grown(sent ? 'bytesSent' : 'bytesReceived');
  const packets = grown(sent ? 'packetsSent' : 'packetsReceived');
  const lost = grown('packetsLost', losing);
  const level = sent ? now.get(entry.mediaSourceId)?.audioLevel : entry.audioLevel;
  return {
    direction: sent ? 'sent' : 'received',
    kind: entry.kind,
    mid: entry.mid,
    rid: entry.rid,
    bitrate: seconds > 0 ? Math.round((8 * bytes) / seconds) : undefined,
    packets: sent ? entry.packetsSent : entry.packetsReceived,
    loss: loss(lost, sent ? packets : packets + lost),
    jitter_ms: milliseconds(losing?.jitter),
    rtt_ms: milliseconds(remote?.roundTripTime),
    width: entry.frameWidth,
    height: entry.frameHeight,
    frames_per_second: entry.framesPerSecond,
    frames: sent ? entry.framesEncoded : entry.framesDecoded,
    frames_dropped: entry.framesDropped,
    codec: now.get(entry.codecId)?.mimeType.split('/')[1],
    limitation: entry.qualityLimitationReason,
    level,
  };
}

/**
 * @param {number} lost
 * @param {number} packets
 */
function loss(lost, packets) {
  if (!(packets > 0) || Number.isNaN(lost)) return undefined;
  // A late packet counts as lost before it comes.
  return Math.min(Math.max(lost / packets, 0), 1);
}

/** @param {number | undefined} seconds */
const milliseconds = (seconds) => (seconds === undefined ? undefined : seconds * 1000);
