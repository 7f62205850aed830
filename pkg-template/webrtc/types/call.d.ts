import type { Peer, PeerOptions } from './peer.js';
import type { LocalTrack, SendOptions, Sender } from './tracks.js';

/** How to answer a call. */
export interface AnswerOptions {
  /** The options of each track, by where it comes from: `{ camera: { bitrate: 500_000 } }`. */
  streams?: Record<string, SendOptions>;
}

/** How to call. */
export interface CallOptions extends PeerOptions, AnswerOptions {
  /** Gives the call up when it aborts before the call is accepted; the call then rejects with `cancelled`. */
  signal?: AbortSignal;
}

/** How to receive calls; the options of a peer are those of each call. */
export interface ReceiveOptions extends PeerOptions {
  /** Ends the receiving when it aborts. Calls that came before stay. */
  signal?: AbortSignal;
}

/** A call with another user. Its end is `peer`'s state `closed`, with the reason. */
export interface Call {
  readonly peer: Peer;
  /** The received tracks: `element.srcObject = call.stream`. Tracks that come later are added to it. */
  readonly stream: MediaStream;
  /** What this side sends. `sendTrack(call.peer, track)` sends another track, which is negotiated by itself. */
  readonly senders: Sender[];
}

/** A call of another user that waits for an answer. */
export interface IncomingCall<Answered extends Call, Options = AnswerOptions> {
  /** Aborts when the call has ended: when the caller gives up, too. */
  readonly signal: AbortSignal;
  /**
   * Answers the call. Resolves when the answer is sent. Rejects with Janus's error, or with `peer_closed` if the call
   * has ended.
   * @param tracks what this side sends; with none it receives only
   */
  answer(tracks: LocalTrack[], options?: Options): Promise<Answered>;
}
