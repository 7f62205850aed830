import { Emitter } from './emitter.js';
import type { Jsep, Peer, PeerOptions } from './peer.js';
import type { PeerHandle } from './signalling.js';
import type { LocalTrack, SendOptions, Sender } from './tracks.js';

/** The id of a participant: a number, or a text if the plugin is configured with `string_ids`. */
export type Feed = number | string;

/** What `joinRoom` and `publish` need: a VideoRoom handle, or an object of your own with the same methods and events. */
export interface RoomHandle extends PeerHandle {
  joinPublisher(params: any): Promise<{ feed?: Feed; private_id?: number; publishers?: any[]; attendees?: any[] }>;
  configure(params: any): Promise<{ jsep?: Jsep }>;
  leave(): Promise<unknown>;
}

/** What `watch` needs: another VideoRoom handle, or an object of your own with the same methods and events. */
export interface SubscriberHandle extends PeerHandle {
  joinSubscriber(params: any): Promise<{ jsep?: Jsep; streams?: any[] }>;
  start(params: { jsep: Jsep; e2ee?: boolean }): Promise<unknown>;
  update(params: any): Promise<{ jsep?: Jsep; streams?: any[] }>;
  configure(params: any): Promise<{ jsep?: Jsep }>;
}

/** How to join a room; passed to `joinPublisher` as it is. */
export interface RoomParams {
  room: number | string;
  feed?: Feed;
  display?: string;
  pin?: string;
  token?: string;
  metadata?: unknown;
}

/** A stream that a participant publishes. */
export interface PublishedStream {
  mid: string;
  kind: 'audio' | 'video' | 'data';
  /** The description of the stream; with `publish`, where its track comes from: `camera`, `microphone`, `screen`. */
  source?: string;
  codec?: string;
  /** Whether the stream was stopped; its m-line stays. */
  disabled: boolean;
  /** Whether a moderator muted the stream. */
  moderated: boolean;
  /** Whether the stream has simulcast or SVC layers. */
  layers: boolean;
}

/** Another participant of the room. A change makes another object. */
export interface Participant {
  feed: Feed;
  display?: string;
  metadata?: unknown;
  /** Whether the participant talks (rooms with `talking_events`). */
  talking: boolean;
  streams: PublishedStream[];
}

/** The events of a room. */
export interface RoomEvents {
  /** A participant came. Janus reports those who publish nothing only in rooms with `notify_joining`. */
  joined: Participant;
  /** A participant has another name, publishes other streams, was moderated, or began or ended to talk. */
  changed: Participant;
  /** A participant left, or was kicked. */
  left: Participant;
  /** A moderator muted or unmuted a stream of this participant. */
  moderated: { mid: string; moderated: boolean };
  /** This participant is no longer in the room. */
  ended: { reason: string };
}

/** A VideoRoom that this page is in. */
export declare class Room extends Emitter<RoomEvents> {
  private constructor();
  readonly handle: RoomHandle;
  /** The id of the room. */
  readonly id: number | string;
  /** The id of this participant. */
  readonly feed: Feed | undefined;
  readonly private_id: number | undefined;
  /** What a subscriber of this participant needs to join. */
  readonly access: { room: number | string; pin?: string; token?: string; private_id?: number };
  /** The other participants. */
  readonly participants: Participant[];
  /** Aborts when this participant is no longer in the room. */
  readonly signal: AbortSignal;
  participant(feed: Feed): Participant | undefined;
  /** Leaves the room, which ends `publish` and `watch`. */
  leave(): Promise<void>;
  /** @internal */
  _join(): Promise<void>;
}

/**
 * Joins a room as a participant, without media. The room listens to the handle, so all held events of the handle are
 * emitted: add your own listeners before.
 */
export declare function joinRoom(handle: RoomHandle, params: RoomParams): Promise<Room>;

/** How a track is published. */
export interface StreamOptions extends Omit<SendOptions, 'receive'> {
  /** The description for the other participants. Default: where the track comes from, such as `camera`. */
  description?: string;
}

/** How to publish. */
export interface PublishOptions extends PeerOptions {
  /** The options of each track, by where it comes from: `{ camera: { simulcast: true } }`. */
  streams?: Record<string, StreamOptions>;
  /** The maximum bitrate of this publisher, which Janus demands, in bit/s. Default: the room's. */
  bitrate?: number;
}

/** What this participant publishes. */
export interface Publication {
  readonly peer: Peer;
  readonly senders: Sender[];
  /** Publishes another track, such as the screen. */
  send(track: LocalTrack, options?: StreamOptions): Promise<Sender>;
  /** Publishes a track no longer; the track is not stopped. */
  stop(sender: Sender): Promise<void>;
  /**
   * Publishes nothing any longer. This participant stays in the room, and can publish again at once; tracks are not
   * stopped. Resolves as `peer.close()` does.
   */
  close(): Promise<void>;
}

/** Publishes tracks in a room. Rejects with Janus's error, such as 432 (the room is full). */
export declare function publish(room: Room, tracks: LocalTrack[], options?: PublishOptions): Promise<Publication>;

/** A stream of another participant, as this page receives it. A change makes another object with the same `id`. */
export interface WatchedStream {
  /** The m-line of the subscription, which identifies the stream while it is received. */
  id: string;
  feed: Feed;
  /** The m-line of the publisher. */
  mid: string;
  kind: 'audio' | 'video';
  track: MediaStreamTrack;
  /** The name of the participant. */
  display?: string;
  /** The description of the stream, such as `camera` or `screen`. */
  source?: string;
  /** Whether layers can be chosen. */
  layers: boolean;
  /** Whether a moderator muted the stream. */
  moderated: boolean;
}

/** What Janus sends of a stream. */
export interface LayerChoice {
  /** Whether it sends the stream. */
  send?: boolean;
  /** The highest simulcast layer, 0 to 2. */
  substream?: number;
  /** The highest temporal layer, 0 to 2. */
  temporal?: number;
  /** The highest SVC layer, 0 to 2. */
  spatial_layer?: number;
}

/** The events of `watch`. */
export interface WatchEvents {
  /** A stream is received. */
  added: WatchedStream;
  /** A stream has another name or description, or was moderated. */
  changed: WatchedStream;
  /** A stream is no longer received. */
  removed: WatchedStream;
  /** A request failed, and is made again; or the peer has an error. */
  error: unknown;
  /** Nothing is received any longer. */
  ended: { reason?: string };
}

/** How to watch a room. */
export interface WatchRoomOptions extends PeerOptions {
  /** Whether to receive a stream. Default: all audio and video. It is called at each change of the room. */
  wants?: (participant: Participant, stream: PublishedStream) => boolean;
}

/** The streams of the other participants. */
export interface Watch extends Emitter<WatchEvents> {
  readonly peer: Peer;
  readonly streams: WatchedStream[];
  /** Chooses what Janus sends of a stream. Choices within 100 ms go in one request. */
  prefer(stream: WatchedStream, choice: LayerChoice): void;
  /** Receives nothing any longer. Resolves as `peer.close()` does. */
  close(): Promise<void>;
}

/**
 * Receives the streams of the other participants: each once, and those that follow. Changes within 100 ms go in one
 * request, so a hundred publishers cause one negotiation.
 * @param handle a VideoRoom handle beside the room's, for this call alone: Janus keeps it as a subscriber, so another
 * `watch` of it has an event `error` with Janus's error 425, and ends
 */
export declare function watch(room: Room, handle: SubscriberHandle, options?: WatchRoomOptions): Watch;

/**
 * Plays a stream in an element. Of a video Janus sends nothing while the element is out of sight, and no larger layer
 * than its height needs. Returns a function that ends it; it ends with the stream, too.
 */
export declare function showStream(watch: Watch, stream: WatchedStream, element: HTMLMediaElement): () => void;
