import { begin, receivedStream } from './begin.js';
import { Peer } from './peer.js';

/** @typedef {import('./local_track.js').LocalTrack} LocalTrack */
/** @typedef {import('./types/call.js').AnswerOptions} AnswerOptions */
/** @typedef {import('./types/call.js').CallOptions} CallOptions */
/** @typedef {import('./types/peer.js').PeerOptions} PeerOptions */
/** @typedef {import('./types/peer.js').Signalling} Signalling */

/** A call with another user: what VideoCall and SIP have in common. */
export class Call {
  /** @type {import('./types/tracks.js').Sender[]} */
  senders = [];
  #hangup;

  /**
   * @param {Signalling} signalling
   * @param {PeerOptions} options
   * @param {(params: any) => Promise<unknown>} hangup the plugin's request
   */
  constructor(signalling, options, hangup) {
    this.#hangup = hangup;
    this.peer = new Peer(signalling, options);
    this.stream = receivedStream(this.peer);
  }

  /** @param {object} [params] */
  async hangup(params) {
    if (this.peer.signal.aborted) return;
    this.peer.end('hung up by this side');
    await this.#hangup(params);
  }

  /**
   * @internal
   * @param {LocalTrack[]} tracks
   * @param {Pick<CallOptions, 'streams' | 'signal'> & { negotiate?: () => Promise<unknown> }} how
   */
  async _begin(tracks, { streams, signal, negotiate }) {
    signal?.throwIfAborted();
    signal?.addEventListener('abort', () => this.hangup().catch(() => {}), { signal: this.peer.signal });
    try {
      this.senders = await begin(this.peer, tracks, { streams, negotiate });
    } catch (error) {
      throw signal?.aborted ? signal.reason : error;
    }
  }
}
