import type { Jsep, Signalling } from './peer.js';

/** What a handle of this package has, as far as a peer needs it. */
export interface PeerHandle {
  trickle(candidate?: any): Promise<unknown>;
  hangup(): Promise<unknown>;
  /** Its session, which may have STUN and TURN servers. */
  readonly session?: { readonly ice_servers?: RTCIceServer[] | undefined };
  on(event: any, listener: (data: any) => void, options?: { signal?: AbortSignal }): unknown;
}

/** The requests that carry a peer's descriptions. */
export interface HandleSignalling {
  /**
   * Sends an SDP offer or answer by a request of the plugin, and returns its response:
   * `(jsep) => handle.start({ jsep })`.
   */
  send(jsep: Jsep): unknown;
  /** Requests the first offer, where Janus makes it: `() => handle.setup()` of TextRoom. `peer.negotiate()` calls it. */
  offer?(): unknown;
  /** Requests an offer with new ICE credentials, where Janus makes the offers: `() => handle.configure({ restart: true })`. */
  restart?(): unknown;
  /** The plugin's events whose `jsep` is applied: `[EVENT.VIDEOROOM_UPDATED]`. Default: none. */
  events?: readonly string[];
}

/**
 * Returns the signalling over a handle in the page. The peer listens to the handle, so all its held events are emitted
 * in the next turn: add your own listeners before.
 *
 * A handle can have one peer after another. Janus hangs up a PeerConnection some time after the request, and then resets
 * the plugin: it may lose the offer, or the media, of the next one that begins before. So a peer makes its first request
 * when Janus has reported the former peer's hangup. It waits at most 3 s, as long as Janus itself does.
 */
export declare function handleSignalling(handle: PeerHandle, requests: HandleSignalling): Signalling;
