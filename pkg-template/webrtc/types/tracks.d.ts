import { Emitter, type ListenOptions } from './emitter.js';
import type { Peer } from './peer.js';

/** A device of the user. */
export interface Device {
  id: string;
  kind: 'camera' | 'microphone' | 'speaker';
  /** The name for the user; empty until the page may use a device of the kind. */
  label: string;
  /** Devices of one piece of hardware have the same group. */
  group: string;
}

/** Lists the devices. Before the page may use a device, most browsers give neither ids nor names. */
export declare function listDevices(): Promise<Device[]>;

/** Calls the listener with the devices now and after each change. Returns a function that ends it. */
export declare function watchDevices(listener: (devices: Device[]) => void, options?: ListenOptions): () => void;

/** Where a track comes from. */
export type TrackSource = 'camera' | 'microphone' | 'screen' | 'screen_audio' | 'canvas' | 'file' | 'other';

/** The events of a local track. */
export interface LocalTrackEvents {
  /** Whether the track is muted. */
  muted: boolean;
  /** The MediaStreamTrack is another one, or null while the device is stopped: show it. */
  track: MediaStreamTrack | null;
  /** The browser ended the track: the device was removed, or the user ended the sharing of the screen. */
  ended: undefined;
}

/**
 * A track that this page sends, to any number of peers.
 *
 * Its methods run one after another. They reject with a `WebRtcError`; a failure changes nothing.
 */
export declare class LocalTrack extends Emitter<LocalTrackEvents> {
  /** Takes a MediaStreamTrack of your own. */
  constructor(track: MediaStreamTrack);
  readonly kind: 'audio' | 'video';
  readonly source: TrackSource;
  /** The MediaStreamTrack; null while the device is stopped. */
  readonly track: MediaStreamTrack | null;
  readonly muted: boolean;
  /** The id of the device, if there is one. */
  readonly deviceId: string | undefined;
  /**
   * Sends silence or black frames. With `stopDevice` the camera or microphone is stopped, and its light goes off; then
   * nothing is sent.
   */
  mute(options?: { stopDevice?: boolean }): Promise<void>;
  /** Sends the media again; opens the device if it is stopped. */
  unmute(): Promise<void>;
  /**
   * Uses another camera or microphone, without a negotiation. Firefox opens a device for the window in front only, and
   * waits until this one is.
   */
  switchDevice(deviceId: string): Promise<void>;
  /** Stops the track and its device. Its senders stay. */
  stop(): void;
  /** @internal */
  _addSender(sender: RTCRtpSender): void;
  /** @internal */
  _removeSender(sender: RTCRtpSender): void;
}

/** Opens a camera. Rejects with a `WebRtcError` whose `code` and text say what the user can do. */
export declare function openCamera(constraints?: MediaTrackConstraints): Promise<LocalTrack>;
/** Opens a microphone; errors as with `openCamera`. */
export declare function openMicrophone(constraints?: MediaTrackConstraints): Promise<LocalTrack>;
/** Opens a camera and a microphone with one question to the user; errors as with `openCamera`. */
export declare function openDevices(constraints?: {
  camera?: MediaTrackConstraints;
  microphone?: MediaTrackConstraints;
}): Promise<{ camera: LocalTrack; microphone: LocalTrack }>;
/** Lets the user choose a screen or a window; with `audio`, and where the browser has it, with its sound. */
export declare function openScreen(options?: {
  audio?: boolean;
  video?: MediaTrackConstraints;
}): Promise<{ video: LocalTrack; audio?: LocalTrack }>;
/** Takes the pictures of a canvas; without a rate, one whenever the canvas changes. */
export declare function openCanvas(canvas: HTMLCanvasElement, options?: { frames_per_second?: number }): LocalTrack;
/** Plays a file, or the URL of one, without a sound in this page. `unsupported` in Safari. */
export declare function openFile(file: Blob | string, options?: { loop?: boolean }): Promise<{ video?: LocalTrack; audio?: LocalTrack }>;

/** How a track is sent. */
export interface SendOptions {
  /** Whether the m-line receives, too. Default: true. */
  receive?: boolean;
  /**
   * Whether to send three resolutions of a video (`h`, `m`, `l`). Default: false. Firefox begins a layer `h` of 1280 × 720
   * only where Janus allows more than 2 Mbit/s: with a `bitrate` of the VideoRoom of 2,000,000 never, of 2,300,000 at once.
   */
  simulcast?: boolean;
  /** The SVC mode, such as `L3T3_KEY`; VP9 or AV1 and Janus 1.1.4 or newer. */
  svc?: string;
  /** The maximum bitrate of all layers together, in bit/s. Default: the browser's. */
  bitrate?: number;
  /** The codec to offer first, such as `vp9` or `opus`. Default: the browser's. `unsupported` if the browser has none. */
  codec?: string;
  /** What matters in the media: `motion`, `detail` or `text` of a video, `speech` or `music` of audio. */
  hint?: 'motion' | 'detail' | 'text' | 'speech' | 'music';
}

/** A track on its way to Janus. */
export interface Sender {
  readonly track: LocalTrack;
  readonly transceiver: RTCRtpTransceiver;
  readonly sender: RTCRtpSender;
  /** The m-line; null before the negotiation. */
  readonly mid: string | null;
  /** Limits the bitrate of all layers together, in bit/s; undefined for no limit. Without a negotiation. */
  setBitrate(bitrate?: number): Promise<void>;
  /** Sends these simulcast layers only, such as `['m', 'l']`. Without a negotiation. */
  setLayers(rids: string[]): Promise<void>;
  /**
   * Sends DTMF tones: `0` to `9`, `A` to `D`, `#`, `*`, and `,` for a pause of two seconds. Resolves when all are sent.
   * @param options the duration of a tone (100 ms by default) and the gap between two (70 ms)
   */
  sendDtmf(tones: string, options?: { duration_ms?: number; gap_ms?: number }): Promise<void>;
  /** Ends the sending; the track is not stopped. The peer negotiates by itself. */
  stop(): Promise<void>;
}

/**
 * Adds a track to a peer. Before the first negotiation call `peer.negotiate()` after it; later it is negotiated by itself.
 */
export declare function sendTrack(peer: Peer, track: LocalTrack, options?: SendOptions): Promise<Sender>;
