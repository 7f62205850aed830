import { Emitter } from './emitter.js';
import type { Encryption } from './encryption.js';

/** An SDP offer or answer, with what Janus reads beside it. `bifrons`'s `Jsep` and an `RTCSessionDescriptionInit` fit. */
export interface Jsep {
  /** Whether it is an offer or an answer. */
  type: 'offer' | 'answer';
  sdp: string;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
  /** The SVC modes by `mid` (Janus 1.1.4 and newer). */
  svc?: Array<{ mid?: string; svc: string }>;
}

/** A candidate of Janus's; `completed`, null and undefined are end-of-candidates. */
export type RemoteCandidate =
  | { completed: true }
  | { candidate?: string; sdpMid?: string | null; sdpMLineIndex?: number | null }
  | null
  | undefined;

/** What carries SDP offers and answers and candidates to Janus: a handle in the page, or an application's own server. */
export interface Signalling {
  /**
   * Sends an SDP offer or answer. For an offer it returns the answer, or a plugin's response with the answer as `jsep`;
   * it returns nothing where the answer arrives by `peer.receive`. Its error is that of `negotiate` or `receive`.
   */
  send(jsep: Jsep): unknown;
  /** Sends a candidate; null is end-of-candidates. */
  trickle(candidate: RTCIceCandidateInit | null): unknown;
  /**
   * Requests the first offer, where Janus makes it: the first `peer.negotiate()` calls it. It returns the offer, or a
   * response with it as `jsep`, or nothing where the offer arrives by `peer.receive`. Without it the peer makes the offer.
   */
  offer?(): unknown;
  /**
   * Requests an offer with new ICE credentials, where Janus makes the offers (a subscriber's `configure` with
   * `restart: true`). It returns the offer, or a response with it as `jsep`, or nothing where the offer arrives by
   * `peer.receive`. Without it the peer makes the offer.
   */
  restart?(): unknown;
  /** The STUN and TURN servers, unless the peer's `configuration` has others. Over a handle: those of its session. */
  ice_servers?: RTCIceServer[];
  /** Ends the PeerConnection in Janus; called by `peer.close()`, which awaits the promise that it may return. */
  hangup?(): unknown;
  /**
   * Called once for a new peer: passes what Janus sends to its methods `receive`, `addCandidate`, `restartIce` and
   * `end` until `peer.signal` aborts. An application may call them itself instead.
   */
  listen?(peer: Peer): void;
}

/** Options of a peer. */
export interface PeerOptions {
  /**
   * Passed to the RTCPeerConnection: ICE servers, transport policy and so on. By default `bundlePolicy` is `max-bundle`, and
   * the ICE servers are those that the gateway gave with the session.
   */
  configuration?: RTCConfiguration;
  /**
   * Which offer counts if both sides offer at once: with true, the default, Janus's, and this side offers again. The
   * caller of a VideoCall sets false, as its callee has true.
   */
  polite?: boolean;
  /** Encrypts the media end to end: `endToEnd(worker)`. */
  encryption?: Encryption;
}

/**
 * The state of a peer:
 *
 * - `new`: There is no connection yet.
 * - `connecting`: The connection is being established.
 * - `connected`: Media can flow.
 * - `recovering`: The connection is lost, and the peer restarts ICE; until the restart is negotiated.
 * - `failed`: ICE restarts did not help for 60 s. A change of the network or `restartIce()` begins again.
 * - `closed`: The peer has ended.
 */
export type PeerState = 'new' | 'connecting' | 'connected' | 'recovering' | 'failed' | 'closed';

/** The events of a peer. */
export interface PeerEvents {
  /** The state has changed; `reason` states why a peer has ended. */
  state: { state: PeerState; previous: PeerState; reason?: string };
  /** Janus sends a track, or sends one again. */
  track: {
    track: MediaStreamTrack;
    /** The m-line that the track has in the SDP, by which plugins name it. */
    mid: string;
    streams: ReadonlyArray<MediaStream>;
    receiver: RTCRtpReceiver;
    transceiver: RTCRtpTransceiver;
  };
  /** Janus opened a data channel. */
  channel: RTCDataChannel;
  /** Something failed that belongs to no call: an automatic negotiation, an ICE restart, a candidate. */
  error: unknown;
}

/**
 * One RTCPeerConnection with Janus.
 *
 * ```js
 * const peer = new Peer(handleSignalling(handle, { send: (jsep) => handle.start({ jsep }) }));
 * sendTrack(peer, await openCamera());
 * await peer.negotiate();
 * ```
 *
 * After the first negotiation a new track or data channel is negotiated by itself. ICE restarts by itself when the
 * connection fails or is disconnected for 3 s, when the network changes, and when Janus reports an ICE failure.
 *
 * A page that is closed, loaded again or left closes its peers: `hangup` of the signalling is called in the event
 * `pagehide`, where only a WebSocket's `send`, `navigator.sendBeacon` and `fetch` with `keepalive` still work.
 */
export declare class Peer extends Emitter<PeerEvents> {
  /** @throws {WebRtcError} `unsupported` outside pages */
  constructor(signalling: Signalling, options?: PeerOptions);
  /** The RTCPeerConnection. Descriptions and candidates are the peer's; all else is yours. */
  readonly connection: RTCPeerConnection;
  readonly state: PeerState;
  /** Aborts when the peer has ended. */
  readonly signal: AbortSignal;
  /**
   * Makes an offer, and resolves when its answer is applied; where the signalling has `offer`, the first call requests
   * Janus's offer, and resolves when the answer is sent. Calls before the offer is made share it; later calls make
   * another one after the answer. Rejects with the signalling's error, the browser's, or `peer_closed`. After a failure
   * nothing is negotiated by itself until the next call, or until Janus's next offer.
   */
  negotiate(): Promise<void>;
  /**
   * Applies an SDP offer, and resolves when its answer is sent; or applies an answer to an offer that has none.
   * Rejects as `negotiate` does.
   */
  receive(jsep: Jsep): Promise<void>;
  /** Adds a candidate, once the description that it belongs to is applied. */
  addCandidate(candidate: RemoteCandidate): void;
  /** Restarts ICE now. */
  restartIce(): void;
  /**
   * Closes the PeerConnection here, at once, and in Janus. Tracks that you opened stay open. Resolves when Janus has
   * hung up, at most 3 s after its response to the hangup; it never rejects. Only a request of your own needs the wait:
   * the next peer of the handle waits by itself.
   */
  close(): Promise<void>;
  /** Closes the PeerConnection here, because it ended in Janus. */
  end(reason: string): void;
  /** @internal */
  _report(error: unknown): void;
}
