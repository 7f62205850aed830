import { begin, receivedStream } from './begin.js';
import { cancelled } from './errors.js';
import { Peer } from './peer.js';

/** @typedef {import('./local_track.js').LocalTrack} LocalTrack */
/** @typedef {import('./types/call.js').AnswerOptions} AnswerOptions */
/** @typedef {import('./types/call.js').CallOptions} CallOptions */
/** @typedef {import('./types/peer.js').PeerOptions} PeerOptions */
/** @typedef {import('./types/peer.js').Signalling} Signalling */

const HUNG_UP = 'hung up by this side';

/** A call with another user: what VideoCall and SIP have in common. */
export class Call {
  /** @type {import('./types/tracks.js').Sender[]} */
  senders = [];
  #hangup;

  /**
   * @param {Signalling} signalling
   * @param {PeerOptions} options
   * @param {(params?: any) => Promise<unknown>} hangup the plugin's request
   */
  constructor(signalling, options, hangup) {
    this.#hangup = hangup;
    this.peer = new Peer(signalling, options);
    this.stream = receivedStream(this.peer);
  }

  /**
   * The request goes before the end of the peer, at which Janus would end the call by itself, without a reason.
   * @param {object} [params]
   */
  async hangup(params) {
    if (this.peer.signal.aborted) return;
    try {
      await this.#hangup(params);
    } finally {
      this.peer.end(HUNG_UP);
    }
  }

  /** Janus may not respond to the hangup of a call that has no answer. */
  #giveUp() {
    this.#hangup().catch(() => {});
    this.peer.end(HUNG_UP);
  }

  /**
   * @internal
   * @param {LocalTrack[]} tracks
   * @param {Pick<CallOptions, 'streams' | 'signal'> & { negotiate?: () => Promise<unknown> }} how
   */
  async _begin(tracks, { streams, signal, negotiate }) {
    if (signal?.aborted) throw cancelled(signal.reason);
    signal?.addEventListener('abort', () => this.#giveUp(), { signal: this.peer.signal });
    try {
      this.senders = await begin(this.peer, tracks, { streams, negotiate });
    } catch (error) {
      throw signal?.aborted ? cancelled(signal.reason) : error;
    }
  }
}
