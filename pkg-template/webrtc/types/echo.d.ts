import type { Peer, PeerOptions } from './peer.js';
import type { PeerHandle } from './signalling.js';
import type { LocalTrack, SendOptions, Sender } from './tracks.js';

/** An EchoTest handle, or an object of your own with the same methods and events. */
export interface EchoHandle extends PeerHandle {
  start(params: any): Promise<unknown>;
}

/** How to start an echo. */
export interface EchoOptions extends PeerOptions {
  /** Further parameters of the plugin's `start`, such as `{ bitrate: 500_000 }`. */
  request?: object;
  /** The options of each track, by where it comes from: `{ camera: { simulcast: true } }`. */
  streams?: Record<string, SendOptions>;
}

/**
 * Sends tracks to EchoTest, which sends them back: `stream` has them. Rejects with Janus's error. The echo ends with
 * `peer.close()`.
 */
export declare function startEcho(handle: EchoHandle, tracks: LocalTrack[], options?: EchoOptions): Promise<{ peer: Peer; senders: Sender[]; stream: MediaStream }>;
