import type { Jsep, Peer, PeerOptions } from './peer.js';
import type { PeerHandle } from './signalling.js';

/** A Streaming handle, or an object of your own with the same methods and events. */
export interface ViewerHandle extends PeerHandle {
  watch(params: any): Promise<{ jsep?: Jsep }>;
  start(params: any): Promise<unknown>;
  pause(): Promise<unknown>;
  switch(params: any): Promise<unknown>;
}

/** What to play; passed to `watch` as it is. */
export interface MountpointParams {
  /** The id of the mountpoint. */
  id: number | string;
  /** The PIN of the mountpoint; required if it has one. */
  pin?: string;
  /** The mids of the streams to play. Default: all. */
  media?: string[];
  /** The simulcast layer, 0 to 2, and its highest temporal layer. `handle.configure` changes them. */
  substream?: number;
  temporal?: number;
  /** The SVC layers, 0 to 2. */
  spatial_layer?: number;
  temporal_layer?: number;
}

/** The media of a mountpoint. Its end is `peer`'s state `closed`, with the reason. */
export interface MountpointPlayback {
  readonly handle: ViewerHandle;
  /** The id of the mountpoint. */
  readonly id: number | string;
  readonly peer: Peer;
  /** The tracks: `video.srcObject = playback.stream`. A mountpoint with data opens a channel: `peer`'s event `channel`. */
  readonly stream: MediaStream;
  /** Receives nothing until `resume` (Janus: `pause`). */
  pause(): Promise<void>;
  /** Receives the media again (Janus: `start`). */
  resume(): Promise<void>;
  /** Plays another mountpoint with the same codecs, without a negotiation (Janus: `switch`). The tracks stay. */
  switchTo(mountpoint: { id: number | string; pin?: string }): Promise<void>;
  /** Plays nothing any longer. Resolves as `peer.close()` does; the handle can play again at once. */
  close(): Promise<void>;
}

/**
 * Plays a mountpoint of Streaming (Janus: `watch`, and `start` with the SDP answer). Resolves when the answer is sent.
 * Rejects with Janus's error, such as 455 (no such mountpoint). The peer ends when the mountpoint does.
 *
 * ```js
 * const playback = await playMountpoint(handle, { id: 1 });
 * video.srcObject = playback.stream;
 * ```
 */
export declare function playMountpoint(handle: ViewerHandle, params: MountpointParams, options?: PeerOptions): Promise<MountpointPlayback>;
