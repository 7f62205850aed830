// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

import { CallOptions, Handle, HandleEvents, JanusError, Jsep, JsepInit, Received, MediaKind, Codec } from '../index.js';

/** The progress of the echo test. */
export type EchoTestProgress = 'ok' | 'done' | (string & {});

/**
 * Starts or changes the echo test. The message has no `request` field.
 *
 * With an SDP offer the request negotiates, or renegotiates, and the response carries the SDP answer. Without an
 * offer it changes a running test. Janus requires an SDP offer or at least one field other than `audiocodec` and
 * `filename`.
 */
export interface EchoTestStart {
  /** Whether to send audio back (Janus's default: true). */
  audio?: boolean | undefined;
  /** Whether to send video back (Janus's default: true). */
  video?: boolean | undefined;
  /** The maximum bitrate that the sender may use, in bit/s; 0, Janus's default, means unlimited. */
  bitrate?: number | undefined;
  /** Whether to record on the server; `false` stops the recording. */
  record?: boolean | undefined;
  /** The path of the recording on the server, without extensions such as `-audio.mjr`. */
  filename?: string | undefined;
  /** The simulcast substream to send back, 0 to 2 (Janus's default: 2). */
  substream?: number | undefined;
  /** The highest simulcast temporal layer to send back, 0 to 2 (Janus's default: 2). */
  temporal?: number | undefined;
  /** The time without media before Janus sends a lower substream, in microseconds (Janus's default: 250,000). */
  fallback?: number | undefined;
  /** The audio codec of the SDP answer (Janus's default: the first one offered). */
  audiocodec?: Codec | undefined;
  /** The video codec of the SDP answer (Janus's default: the first one offered). */
  videocodec?: Codec | undefined;
  /** The profile of the video codec: for VP9 `0` or `2`, for H.264 such as `42e01f`. */
  videoprofile?: string | undefined;
  /** Whether to accept redundant Opus, `audio/red` (Janus's default: false). */
  opusred?: boolean | undefined;
  /**
   * The minimum of the playout-delay extension, in units of 10 ms; negative values turn it off (Janus's default:
   * -1).
   */
  min_delay?: number | undefined;
  /**
   * The maximum of the playout-delay extension, in units of 10 ms; negative values turn it off (Janus's default:
   * -1).
   */
  max_delay?: number | undefined;
  /** A field that Janus 1.1.4 and newer accept without effect: `svc` of the jsep chooses SVC. */
  svc?: boolean | undefined;
  /** The SVC spatial layer to send back, 0 to 2 (Janus's default: 2; Janus 1.1.4 and newer). */
  spatial_layer?: number | undefined;
  /** The SVC temporal layer to send back, 0 to 2 (Janus's default: 2; Janus 1.1.4 and newer). */
  temporal_layer?: number | undefined;
  /** The SDP offer. */
  jsep?: JsepInit | null | undefined;
  /** Whether the media are encrypted end to end (default: false). */
  e2ee?: boolean | undefined;
}

/** The response to `start`, with the result `ok`; or the event of the closed PeerConnection, with the result `done`. */
export interface EchoTestOutcome extends Received {
  /** The result: `ok` or `done`. */
  result: EchoTestProgress;
  /** The SDP answer to an offer. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end (default: false). */
  e2ee?: boolean;
}

/** Janus reports packet loss on the way to the user (Janus: `slow_link`). */
export interface EchoTestSlowLink extends Received {
  /** The media type: `audio` or `video`. */
  media: MediaKind;
  /** The bitrate limit in force, in bit/s; only for video. Janus's name: `current-bitrate`. */
  bitrate?: number;
}

/** A simulcast or SVC layer changed, or already is as requested. */
export interface EchoTestLayers extends Received {
  /** The video codec of the layers. */
  videocodec: Codec;
  /** The simulcast substream that is sent back, 0 to 2. */
  substream?: number;
  /** The highest simulcast temporal layer that is sent back, 0 to 2. */
  temporal?: number;
  /** The SVC spatial layer that is sent back (Janus 1.1.4 and newer). */
  spatial_layer?: number;
  /** The SVC temporal layer that is sent back (Janus 1.1.4 and newer). */
  temporal_layer?: number;
  /** The number of temporal layers (Janus 1.3.2 and newer). */
  tot_temporal_layers?: number;
  /** The number of spatial layers (Janus 1.3.2 and newer). */
  tot_spatial_layers?: number;
}

/** The plugin's events. */
export declare const EVENT: {
  /** Janus reports packet loss on the way to the user. */
  readonly ECHOTEST_SLOWLINK: 'echotest_slowlink';
  /** The PeerConnection was closed (`done`), or the response to `start` comes after its request has ended (`ok`). */
  readonly ECHOTEST_RESULT: 'echotest_result';
  /** An error that belongs to no pending request. */
  readonly ECHOTEST_ERROR: 'echotest_error';
  /** A simulcast or SVC layer changed. */
  readonly ECHOTEST_LAYERS: 'echotest_layers';
};

/** The plugin's error codes, as in `error.plugin`. */
export declare const ERROR: {
  /** The message has no body. */
  readonly NO_MESSAGE: 411;
  /** The body is not a JSON object. */
  readonly INVALID_JSON: 412;
  /** A field has the wrong type or an invalid value, or the message has no field. */
  readonly INVALID_ELEMENT: 413;
  /** The SDP is invalid. */
  readonly INVALID_SDP: 414;
};

/** The arguments of the listeners of each event. */
export interface EchoTestEvents extends HandleEvents {
  echotest_slowlink: [EchoTestSlowLink];
  echotest_result: [EchoTestOutcome];
  echotest_error: [JanusError];
  echotest_layers: [EchoTestLayers];
}

/** The EchoTest plugin. */
export declare class EchoTestHandle extends Handle<EchoTestEvents> {
  /**
   * Starts or changes the echo test. The message has no `request` field.
   *
   * With an SDP offer the request negotiates, or renegotiates, and the response carries the SDP answer. Without an
   * offer it changes a running test. Janus requires an SDP offer or at least one field other than `audiocodec` and
   * `filename`.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/echotest/struct.Start.html)
   */
  start(params: EchoTestStart & { jsep: JsepInit }, options?: CallOptions): Promise<EchoTestOutcome & { jsep: Jsep }>;
  start(params?: EchoTestStart, options?: CallOptions): Promise<EchoTestOutcome>;
}

declare const plugin: {
  readonly id: 'janus.plugin.echotest';
  readonly Handle: typeof EchoTestHandle;
  readonly EVENT: typeof EVENT;
  readonly ERROR: typeof ERROR;
};
export default plugin;
