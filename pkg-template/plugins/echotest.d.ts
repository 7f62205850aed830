// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

import { CallOptions, Handle, HandleEvents, JanusError, Jsep } from '../index.js';

/**
 * Begins the echo test, or changes it.
 *
 * With a `jsep` offer it (re)negotiates and the answer comes back; without one
 * it changes a running test. At least one field other than `audiocodec` and
 * `filename` is needed, or a `jsep`.
 */
export interface EchoTestStart {
  /** Send audio back, or discard it (Janus's default: true). */
  audio?: boolean;
  /** Send video back, or discard it (Janus's default: true). */
  video?: boolean;
  /** The most that the sender may send, in bit/s; 0 for no limit. */
  bitrate?: number;
  /** Begin or end a recording on the server. */
  record?: boolean;
  /** The recording's path on the server, without `-audio.mjr` and the like. */
  filename?: string;
  /** The simulcast substream to get back, 0 to 2 (Janus's default: 2). */
  substream?: number;
  /** The simulcast temporal layer to get back, 0 to 2 (Janus's default: 2). */
  temporal?: number;
  /** Microseconds without media before a lower substream is taken (Janus's default: 250,000). */
  fallback?: number;
  /** The audio codec to answer with (Janus's default: the first one offered). */
  audiocodec?: string;
  /** The video codec to answer with (Janus's default: the first one offered). */
  videocodec?: string;
  /** The codec's profile: VP9's `0` or `2`, or H.264's such as `42e01f`. */
  videoprofile?: string;
  /** Accept redundant Opus (`audio/red`; Janus's default: false). */
  opusred?: boolean;
  /** The playout-delay extension's minimum, in units of 10 ms; negative switches it off. */
  min_delay?: number;
  /** The playout-delay extension's maximum, in units of 10 ms; negative switches it off. */
  max_delay?: number;
  /** Taken by Janus 1.1.4 and newer, though SVC is chosen in the jsep. */
  svc?: boolean;
  /** The SVC spatial layer to get back, 0 to 2 (Janus 1.1.4 and newer). */
  spatial_layer?: number;
  /** The SVC temporal layer to get back, 0 to 2 (Janus 1.1.4 and newer). */
  temporal_layer?: number;
  /** The session description that goes with it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
}

/** What came of it: `ok` for a request, `done` when the PeerConnection is gone. */
export interface EchoTestOutcome {
  /** `ok` or `done`. */
  result: string;
  /** The session description that goes with it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Janus reports losses on the way to the user. */
export interface EchoTestSlowLink {
  /** `audio` or `video`. */
  media: string;
  /** The bitrate cap that is in force, in bit/s (video only). */
  bitrate?: number;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** A simulcast or SVC layer changed, or is as it was asked for. */
export interface EchoTestLayers {
  /** The video codec. */
  videocodec?: string;
  /** The substream that is sent back. */
  substream?: number;
  /** The temporal layer that is sent back. */
  temporal?: number;
  /** The SVC spatial layer (Janus 1.1.4 and newer). */
  spatial_layer?: number;
  /** The SVC temporal layer (Janus 1.1.4 and newer). */
  temporal_layer?: number;
  /** How many temporal layers there are (Janus 1.3.2 and newer). */
  tot_temporal_layers?: number;
  /** How many spatial layers there are (Janus 1.3.2 and newer). */
  tot_spatial_layers?: number;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The plugin's events. */
export declare const EVENT: {
  /** Losses on the way to the user. */
  readonly ECHOTEST_SLOWLINK: 'echotest_slowlink';
  /** The echo test ended (`done`). */
  readonly ECHOTEST_RESULT: 'echotest_result';
  /** Something failed. */
  readonly ECHOTEST_ERROR: 'echotest_error';
  /** A simulcast or SVC layer changed. */
  readonly ECHOTEST_LAYERS: 'echotest_layers';
};

/** The plugin's error codes, as in `error.plugin`. */
export declare const ERROR: {
  /** No message. */
  readonly NO_MESSAGE: 411;
  /** The body is no JSON object. */
  readonly INVALID_JSON: 412;
  /** A field is wrong, or none was given. */
  readonly INVALID_ELEMENT: 413;
  /** The SDP can't be used. */
  readonly INVALID_SDP: 414;
};

/** What each event carries. */
export interface EchoTestEvents extends HandleEvents {
  echotest_slowlink: [EchoTestSlowLink];
  echotest_result: [EchoTestOutcome];
  echotest_error: [JanusError];
  echotest_layers: [EchoTestLayers];
}

/** The EchoTest plugin. */
export declare class EchoTestHandle extends Handle<EchoTestEvents> {
  /**
   * Begins the echo test, or changes it.
   *
   * With a `jsep` offer it (re)negotiates and the answer comes back; without one
   * it changes a running test. At least one field other than `audiocodec` and
   * `filename` is needed, or a `jsep`.
   */
  start(params?: EchoTestStart, options?: CallOptions): Promise<EchoTestOutcome>;
}

declare const plugin: {
  readonly id: 'janus.plugin.echotest';
  readonly Handle: typeof EchoTestHandle;
  readonly EVENT: typeof EVENT;
  readonly ERROR: typeof ERROR;
};
export default plugin;
