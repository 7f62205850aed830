import type { Jsep, Signalling } from './peer.js';

/** What a handle of this package has, as far as a peer needs it. */
export interface PeerHandle {
  trickle(candidate?: any): Promise<unknown>;
  hangup(): Promise<unknown>;
  on(event: any, listener: (data: any) => void, options?: { signal?: AbortSignal }): unknown;
}

/** The requests that carry a peer's descriptions. */
export interface HandleSignalling {
  /**
   * Sends an SDP offer or answer by a request of the plugin, and returns its response:
   * `(jsep) => handle.start({ jsep })`.
   */
  send(jsep: Jsep): unknown;
  /** Requests an offer with new ICE credentials, where Janus makes the offers: `() => handle.configure({ restart: true })`. */
  restart?(): unknown;
  /** The plugin's events whose `jsep` is applied: `[EVENT.VIDEOROOM_UPDATED]`. Default: none. */
  events?: readonly string[];
}

/**
 * Returns the signalling over a handle in the page. The peer listens to the handle, so all its held events are emitted
 * in the next turn: add your own listeners before.
 */
export declare function handleSignalling(handle: PeerHandle, requests: HandleSignalling): Signalling;
