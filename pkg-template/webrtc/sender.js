import { changeEncodings, encodingsOf, limitBitrate, preferCodec } from './encodings.js';
import { WebRtcError } from './errors.js';

/** @typedef {import('./local_track.js').LocalTrack} LocalTrack */
/** @typedef {import('./types/peer.js').Peer} Peer */
/** @typedef {import('./types/tracks.js').SendOptions} SendOptions */

/**
 * @param {Peer} peer
 * @param {LocalTrack} track
 * @param {SendOptions} [options]
 */
export async function sendTrack(peer, track, options = {}) {
  if (options.hint && track.track) track.track.contentHint = options.hint;
  const transceiver = await transceiverFor(peer, track, options);
  if (options.codec) preferCodec(transceiver, track.kind, options.codec);
  return new Sender(peer, track, transceiver);
}

/** A track on its way to Janus. */
class Sender {
  #peer;

  /**
   * @param {Peer} peer
   * @param {LocalTrack} track
   * @param {RTCRtpTransceiver} transceiver
   */
  constructor(peer, track, transceiver) {
    this.#peer = peer;
    this.track = track;
    this.transceiver = transceiver;
    track._addSender(this.sender);
    peer.signal.addEventListener('abort', () => track._removeSender(this.sender));
  }

  get sender() {
    return this.transceiver.sender;
  }

  get mid() {
    return this.transceiver.mid;
  }

  /** @param {number} [bitrate] */
  async setBitrate(bitrate) {
    await limitBitrate(this.sender, bitrate);
  }

  /** @param {string[]} rids */
  async setLayers(rids) {
    await changeEncodings(this.sender, (encoding) => {
      encoding.active = rids.includes(encoding.rid ?? '');
    });
  }

  /**
   * @param {string} tones
   * @param {{ duration_ms?: number, gap_ms?: number }} [options]
   */
  async sendDtmf(tones, { duration_ms, gap_ms } = {}) {
    const { dtmf } = this.sender;
    if (!dtmf?.canInsertDTMF) throw new WebRtcError('unsupported', 'the peer can’t send DTMF tones: they need a connected audio track and the codec telephone-event');
    const { signal } = this.#peer;
    await new Promise((resolve, reject) => {
      dtmf.addEventListener('tonechange', ({ tone }) => tone === '' && resolve(undefined), { signal });
      signal.addEventListener('abort', () => reject(new WebRtcError('peer_closed', 'the peer has ended before all tones were sent')));
      dtmf.insertDTMF(tones, duration_ms, gap_ms);
    });
  }

  async stop() {
    this.track._removeSender(this.sender);
    if (this.#peer.signal.aborted) return;
    this.transceiver.direction = this.transceiver.direction === 'sendrecv' ? 'recvonly' : 'inactive';
    await this.sender.replaceTrack(null);
  }
}

/**
 * @param {Peer} peer
 * @param {LocalTrack} track
 * @param {SendOptions} options
 */
async function transceiverFor({ connection }, track, options) {
  const { receive = true, simulcast, svc, bitrate } = options;
  const direction = receive ? 'sendrecv' : 'sendonly';
  if (simulcast || svc) {
    return connection.addTransceiver(track.track ?? track.kind, { direction, sendEncodings: encodingsOf(options) });
  }
  const transceiver = freeTransceiver(connection, track.kind) ?? newTransceiver(connection, track);
  transceiver.direction = direction;
  if (transceiver.sender.track !== track.track) await transceiver.sender.replaceTrack(track.track);
  if (bitrate) await limitBitrate(transceiver.sender, bitrate);
  return transceiver;
}

/**
 * An m-line that Janus offered, or whose former track was stopped.
 * @param {RTCPeerConnection} connection
 * @param {string} kind
 */
function freeTransceiver(connection, kind) {
  const isFree = (/** @type {RTCRtpTransceiver} */ { direction, receiver, sender }) =>
    receiver.track.kind === kind && !sender.track && (direction === 'recvonly' || direction === 'inactive');
  return connection.getTransceivers().find(isFree);
}

/**
 * With `addTrack`, a later offer of Janus's takes the transceiver for its m-line; with `addTransceiver` it would not.
 * @param {RTCPeerConnection} connection
 * @param {LocalTrack} track
 */
function newTransceiver(connection, { track, kind }) {
  if (!track) return connection.addTransceiver(kind);
  const sender = connection.addTrack(track);
  return /** @type {RTCRtpTransceiver} */ (connection.getTransceivers().find((transceiver) => transceiver.sender === sender));
}
