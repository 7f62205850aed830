import type { Jsep, Peer, PeerOptions } from './peer.js';
import type { PeerHandle } from './signalling.js';
import type { LocalTrack, SendOptions, Sender } from './tracks.js';

/** A Record&Play handle that records, or an object of your own with the same methods and events. */
export interface RecordHandle extends PeerHandle {
  record(params: any): Promise<{ id?: number; jsep?: Jsep }>;
  pause(): Promise<unknown>;
  resume(): Promise<unknown>;
  stop(): Promise<unknown>;
}

/** A Record&Play handle that plays, or an object of your own with the same methods and events. */
export interface PlayHandle extends PeerHandle {
  play(params: any): Promise<{ jsep?: Jsep }>;
  start(params: any): Promise<unknown>;
}

/** What to record; passed to `record` as it is. */
export interface RecordingParams {
  /** The name of the recording; not empty. */
  name: string;
  /** The id of the recording. Default: a random one of Janus's. */
  id?: number;
  /** Whether only requests with the `admin_key` list the recording (Janus 1.3.1 and newer). */
  is_private?: boolean;
  /** The path of the files on the server, without extensions. */
  filename?: string;
  audiocodec?: string;
  videocodec?: string;
  videoprofile?: string;
  opusred?: boolean;
  textdata?: boolean;
}

/** How to record. */
export interface RecordOptions extends PeerOptions {
  /** The options of each track, by where it comes from: `{ camera: { bitrate: 500_000 } }`. */
  streams?: Record<string, SendOptions>;
}

/** A recording of this page. */
export interface Recording {
  /** The id of the recording, for `playRecording`. */
  readonly id: number | undefined;
  readonly peer: Peer;
  readonly senders: Sender[];
  /** Records nothing until `resume` (Janus: `pause`). */
  pause(): Promise<void>;
  /** Continues the recording (Janus: `resume`). */
  resume(): Promise<void>;
  /** Ends the recording (Janus: `stop`). Resolves when its files are complete, so that it can be played. */
  stop(): Promise<void>;
}

/** A recording that is played. Its end is `peer`'s state `closed`, with the reason. */
export interface RecordingPlayback {
  readonly id: number;
  /** `peer.close()` ends the playback. */
  readonly peer: Peer;
  /** The tracks: `video.srcObject = playback.stream`. */
  readonly stream: MediaStream;
}

/**
 * Records tracks on the server (Janus: `record` with the SDP offer). Resolves when Janus has answered. Rejects with
 * Janus's error, such as 420 (the id is in use).
 *
 * ```js
 * const recording = await recordTracks(handle, { name: 'a greeting' }, [microphone, camera]);
 * await recording.stop();
 * const { stream } = await playRecording(handle, { id: recording.id });
 * ```
 * @param tracks at most one of each kind, which Janus records
 */
export declare function recordTracks(handle: RecordHandle, params: RecordingParams, tracks: LocalTrack[], options?: RecordOptions): Promise<Recording>;

/**
 * Plays a recording (Janus: `play`, and `start` with the SDP answer). Resolves when the answer is sent. Rejects with
 * Janus's error, such as 416 (no such recording). The peer ends with the recording.
 */
export declare function playRecording(handle: PlayHandle, params: { id: number }, options?: PeerOptions): Promise<RecordingPlayback>;
