import { Emitter } from './emitter.js';
import type { Jsep, Peer, PeerOptions } from './peer.js';
import type { PeerHandle } from './signalling.js';
import type { LocalTrack, SendOptions, Sender } from './tracks.js';
import type { Feed } from './videoroom.js';

/** An AudioBridge handle, or an object of your own with the same methods and events. */
export interface AudioBridgeHandle extends PeerHandle {
  join(params: any): Promise<{ feed?: Feed; participants?: any[]; jsep?: Jsep }>;
  configure(params: any): Promise<unknown>;
  leave(): Promise<unknown>;
}

/** How to join a room; passed to `join` as it is, with its other fields, too. */
export interface AudioBridgeParams {
  room: number | string;
  feed?: Feed;
  display?: string;
  pin?: string;
  token?: string;
  secret?: string;
  group?: string;
  /** Whether the others do not hear this participant. Default: false. `handle.configure({ muted })` changes it. */
  muted?: boolean;
  /** The volume of this participant in the mix, in percent. Default: 100. */
  volume?: number;
  /** The Opus bitrate of the mix, in bit/s. */
  bitrate?: number;
  /** The position in the mix, 0 (left) to 100 (right), in rooms with `spatial_audio`. */
  spatial_position?: number;
  [field: string]: unknown;
}

/** How to join. */
export interface AudioBridgeOptions extends PeerOptions {
  /** The options of each track, by where it comes from: `{ microphone: { hint: 'speech' } }`. */
  streams?: Record<string, SendOptions>;
}

/** Another participant. A change makes another object. */
export interface AudioParticipant {
  feed: Feed;
  display?: string;
  /** Whether the others do not hear this participant. */
  muted: boolean;
  /** Whether the participant's PeerConnection is established. */
  setup: boolean;
  /** Whether the participant talks (rooms with `talking_events`). */
  talking: boolean;
  /** Whether the participant is suspended (Janus 1.2.1 and newer). */
  suspended: boolean;
  /** The position in the mix, 0 (left) to 100 (right); only in rooms with `spatial_audio`. */
  spatial_position?: number;
}

/** The events of an AudioBridge room. */
export interface AudioRoomEvents {
  joined: AudioParticipant;
  /** A participant has another name or position, was muted, or began or ended to talk. */
  changed: AudioParticipant;
  /** A participant left, or was kicked. */
  left: AudioParticipant;
  /** This participant was muted or unmuted: by itself, or by an administrator. */
  muted: { muted: boolean };
  /** The whole room was muted or unmuted. */
  room_muted: { muted: boolean };
  /** This participant is no longer in the room, and its peer has ended. */
  ended: { reason?: string };
}

/** An AudioBridge room that this page is in. */
export interface AudioRoom extends Emitter<AudioRoomEvents> {
  readonly handle: AudioBridgeHandle;
  /** The id of the room. */
  readonly id: number | string;
  /** The id of this participant. */
  readonly feed: Feed | undefined;
  readonly peer: Peer;
  /** The mix of the room: `audio.srcObject = room.stream`. */
  readonly stream: MediaStream;
  readonly senders: Sender[];
  /** The other participants. */
  readonly participants: AudioParticipant[];
  /** Whether the others do not hear this participant. */
  readonly muted: boolean;
  /** Leaves the room (Janus: `leave`), and ends the peer. Tracks are not stopped. */
  leave(): Promise<void>;
}

/**
 * Joins a room with audio (Janus: `join` with the SDP offer). Without tracks this page listens only. Rejects with Janus's
 * error, such as 485 (no such room). All held events of the handle are emitted: add your own listeners before.
 *
 * ```js
 * const room = await joinAudioBridge(handle, { room: 1234, display: 'Anna' }, [await openMicrophone()]);
 * audio.srcObject = room.stream;
 * room.on('changed', ({ display, talking }) => show(display, talking));
 * ```
 */
export declare function joinAudioBridge(handle: AudioBridgeHandle, params: AudioBridgeParams, tracks?: LocalTrack[], options?: AudioBridgeOptions): Promise<AudioRoom>;
