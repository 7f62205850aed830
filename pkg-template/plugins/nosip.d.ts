// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

import { CallOptions, Handle, HandleEvents, JanusError, Jsep, JsepInit, Received, MediaKind, SrtpMode, HostFamily, CallStream } from '../index.js';

/** Whether an SDP is an offer or an answer. */
export type NoSipSdpType = 'offer' | 'answer' | (string & {});

/** The change of a recording. */
export type NoSipRecordingAction = 'start' | 'stop' | (string & {});

/** The response to `generate`: the plain SDP for the peer. */
export interface NoSipGenerated extends Received {
  /** The type of the SDP: `offer` or `answer`. */
  type: NoSipSdpType;
  /** The plain SDP; with SRTP it contains keys. */
  sdp: string;
  /** Whether the SDP updates an existing session; missing if not. */
  update?: boolean;
  /** The unique id of the session (Janus 1.4.0 and newer). */
  unique_id?: string;
}

/** The response to `process`: the SDP for the WebRTC side. */
export interface NoSipProcessed extends Received {
  /** The encryption that the peer offers: `sdes_optional` or `sdes_mandatory`; missing without SRTP. */
  srtp?: SrtpMode;
  /** Whether the SDP updates an existing session; missing if not. */
  update?: boolean;
  /** The unique id of the session (Janus 1.4.0 and newer). */
  unique_id?: string;
  /** The SDP offer or answer for the WebRTC side. */
  jsep: Jsep;
  /** Whether the media are encrypted end to end (default: false). */
  e2ee?: boolean;
}

/** An acknowledgement without data. */
export interface NoSipDone extends Received {
}

/** The response to `startForward`. */
export interface NoSipForwarded extends Received {
  /** The RTP forwarders, one for each stream. */
  forwarders: Array<NoSipForwarder>;
}

/** An RTP forwarder of a stream. */
export interface NoSipForwarder extends Received {
  /** The id of the forwarder, for `stopForward`. Janus's name: `stream_id`. */
  stream: number;
  /** The stream: `audio`, `video`, `peer_audio` or `peer_video`. */
  type: CallStream;
  /** The host that receives the stream. */
  host: string;
  /** The port that receives the stream. */
  port: number;
  /** The media type: `audio` or `video`. */
  media: MediaKind;
  /** The RTP payload type. */
  pt?: number;
  /** The SSRC of the forwarded stream. */
  ssrc?: number;
  /** Whether the stream is encrypted with SRTP; missing if not. */
  srtp?: boolean;
}

/** The response to `stopForward`. */
export interface NoSipForwardStopped extends Received {
  /** The id of the stopped forwarder. Janus's name: `stream_id`. */
  stream: number;
}

/** The response to `listForward`. */
export interface NoSipForwarders extends Received {
  /** The RTP forwarders of the session. Janus's name: `rtp_forwarders`. */
  forwarders: Array<NoSipForwarder>;
}

/** Converts a WebRTC SDP to a plain SDP for the peer (`"request": "generate"`). */
export interface NoSipGenerate {
  /** A text for the event handlers of the server; Janus does not interpret it. */
  info?: string | undefined;
  /** The encryption of the media to the peer: `sdes_optional` or `sdes_mandatory`; none by default. */
  srtp?: SrtpMode | undefined;
  /** The SRTP profile, such as `AES_CM_128_HMAC_SHA1_80`. */
  srtp_profile?: string | undefined;
  /** Whether the SDP renegotiates the current session. */
  update?: boolean | undefined;
  /** The SDP offer or answer of the WebRTC side. */
  jsep?: JsepInit | null | undefined;
  /** Whether the media are encrypted end to end (default: false). */
  e2ee?: boolean | undefined;
}

/** Converts a plain SDP of the peer to a WebRTC SDP (`"request": "process"`). */
export interface NoSipProcess {
  /** The type of the peer's SDP. */
  type: NoSipSdpType;
  /** The peer's plain SDP. */
  sdp: string;
  /** A text for the event handlers of the server; Janus does not interpret it. */
  info?: string | undefined;
  /** The encryption of the media to the peer: `sdes_optional` or `sdes_mandatory`; none by default. */
  srtp?: SrtpMode | undefined;
  /** The SRTP profile, such as `AES_CM_128_HMAC_SHA1_80`. */
  srtp_profile?: string | undefined;
  /** Whether the SDP renegotiates the current session. */
  update?: boolean | undefined;
}

/** Ends the session and closes the PeerConnection (`"request": "hangup"`). */
export interface NoSipHangupCall {
}

/** Starts or stops recordings (`"request": "recording"`). At least one of the four streams must be true. */
export interface NoSipRecording {
  /** The change to make. */
  action: NoSipRecordingAction;
  /** Whether the action applies to this side's audio. */
  audio?: boolean | undefined;
  /** Whether the action applies to this side's video. */
  video?: boolean | undefined;
  /** Whether the action applies to the peer's audio. */
  peer_audio?: boolean | undefined;
  /** Whether the action applies to the peer's video. */
  peer_video?: boolean | undefined;
  /** The path of the files on the server, without extensions such as `-user-audio.mjr`. */
  filename?: string | undefined;
}

/** Requests key frames (`"request": "keyframe"`; Janus 1.3.1 and newer). */
export interface NoSipKeyframe {
  /** Whether to request a key frame from this side. */
  user?: boolean | undefined;
  /** Whether to request a key frame from the peer. */
  peer?: boolean | undefined;
}

/** Forwards media to other hosts over RTP (`"request": "rtp_forward"`; Janus 1.4.0 and newer). */
export interface NoSipStartForward {
  /** The streams to forward, with their hosts and ports. */
  streams: Array<NoSipForwardStream>;
}

/** Stops an RTP forwarder (`"request": "stop_rtp_forward"`; Janus 1.4.0 and newer). */
export interface NoSipStopForward {
  /** The id of the forwarder, as in `stream` of `NoSipForwarder`. Janus's name: `stream_id`. */
  stream: number;
}

/** Lists the RTP forwarders of the session (`"request": "listforwarders"`; Janus 1.4.0 and newer). */
export interface NoSipListForward {
}

/** A stream to forward. */
export interface NoSipForwardStream {
  /** The stream: `audio` or `video` of this side, `peer_audio` or `peer_video` of the peer. */
  type: CallStream;
  /** The host that receives the stream: a name or an address. */
  host: string;
  /** The port that receives the stream. */
  port: number;
  /** The address family for a host name: `ipv4` or `ipv6`. */
  host_family?: HostFamily | undefined;
  /** The RTP payload type of the forwarded stream. */
  pt?: number | undefined;
  /** The SSRC of the forwarded stream. */
  ssrc?: number | undefined;
  /** The SRTP suite that encrypts the forwarded stream: 32 or 80. Without it the stream is not encrypted. */
  srtp_suite?: number | undefined;
  /** The SRTP key, in base64. */
  srtp_crypto?: string | undefined;
}

/** The plugin's events. */
export declare const EVENT: {
  /** An error that belongs to no pending request. */
  readonly NOSIP_ERROR: 'nosip_error';
  /** The response to `generate`, if it comes after its request has ended. */
  readonly NOSIP_GENERATED: 'nosip_generated';
  /** The response to `process`, if it comes after its request has ended. */
  readonly NOSIP_PROCESSED: 'nosip_processed';
  /** The response to `hangupCall`, if it comes after its request has ended. */
  readonly NOSIP_HANGINGUP: 'nosip_hangingup';
  /** The response to `recording`, if it comes after its request has ended. */
  readonly NOSIP_RECORDING_UPDATED: 'nosip_recording_updated';
  /** The response to `keyframe`, if it comes after its request has ended. */
  readonly NOSIP_KEYFRAME_SENT: 'nosip_keyframe_sent';
  /** The response to `startForward`, if it comes after its request has ended. */
  readonly NOSIP_FORWARDED: 'nosip_forwarded';
  /** The response to `stopForward`, if it comes after its request has ended. */
  readonly NOSIP_FORWARD_STOPPED: 'nosip_forward_stopped';
  /** The response to `listForward`, if it comes after its request has ended. */
  readonly NOSIP_FORWARDERS: 'nosip_forwarders';
};

/** The plugin's error codes, as in `error.plugin`. */
export declare const ERROR: {
  /** The message has no body. */
  readonly NO_MESSAGE: 440;
  /** The body is not a JSON object. */
  readonly INVALID_JSON: 441;
  /** The plugin does not know the request. */
  readonly INVALID_REQUEST: 442;
  /** A required field is missing. */
  readonly MISSING_ELEMENT: 443;
  /** A field has the wrong type or an invalid value, or the media are encrypted end to end. */
  readonly INVALID_ELEMENT: 444;
  /** The request does not fit the state: there is no session to change or to end. */
  readonly WRONG_STATE: 445;
  /** The SDP is missing, or has data channels. */
  readonly MISSING_SDP: 446;
  /** The SDP is invalid. */
  readonly INVALID_SDP: 447;
  /** Janus could not open the RTP ports. */
  readonly IO_ERROR: 448;
  /** The recording failed. */
  readonly RECORDING_ERROR: 449;
  /** One side requires SRTP and the other side does not support it. */
  readonly TOO_STRICT: 450;
  /** The forwarder does not exist (Janus 1.4.0 and newer). */
  readonly NO_SUCH_STREAM: 451;
  /** An error without a code of its own. */
  readonly UNKNOWN_ERROR: 499;
};

/** The arguments of the listeners of each event. */
export interface NoSipEvents extends HandleEvents {
  nosip_error: [JanusError];
  nosip_generated: [NoSipGenerated];
  nosip_processed: [NoSipProcessed];
  nosip_hangingup: [NoSipDone];
  nosip_recording_updated: [NoSipDone];
  nosip_keyframe_sent: [NoSipDone];
  nosip_forwarded: [NoSipForwarded];
  nosip_forward_stopped: [NoSipForwardStopped];
  nosip_forwarders: [NoSipForwarders];
}

/** The NoSIP plugin. */
export declare class NoSipHandle extends Handle<NoSipEvents> {
  /**
   * Converts a WebRTC SDP to a plain SDP for the peer (`"request": "generate"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/nosip/struct.Generate.html)
   */
  generate(params?: NoSipGenerate, options?: CallOptions): Promise<NoSipGenerated>;
  /**
   * Converts a plain SDP of the peer to a WebRTC SDP (`"request": "process"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/nosip/struct.Process.html)
   */
  process(params: NoSipProcess, options?: CallOptions): Promise<NoSipProcessed>;
  /**
   * Ends the session and closes the PeerConnection (`"request": "hangup"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/nosip/struct.HangupCall.html)
   */
  hangupCall(params?: NoSipHangupCall, options?: CallOptions): Promise<NoSipDone>;
  /**
   * Starts or stops recordings (`"request": "recording"`). At least one of the four streams must be true.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/nosip/struct.Recording.html)
   */
  recording(params: NoSipRecording, options?: CallOptions): Promise<NoSipDone>;
  /**
   * Requests key frames (`"request": "keyframe"`; Janus 1.3.1 and newer).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/nosip/struct.Keyframe.html)
   */
  keyframe(params?: NoSipKeyframe, options?: CallOptions): Promise<NoSipDone>;
  /**
   * Forwards media to other hosts over RTP (`"request": "rtp_forward"`; Janus 1.4.0 and newer).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/nosip/struct.StartForward.html)
   */
  startForward(params: NoSipStartForward, options?: CallOptions): Promise<NoSipForwarded>;
  /**
   * Stops an RTP forwarder (`"request": "stop_rtp_forward"`; Janus 1.4.0 and newer).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/nosip/struct.StopForward.html)
   */
  stopForward(params: NoSipStopForward, options?: CallOptions): Promise<NoSipForwardStopped>;
  /**
   * Lists the RTP forwarders of the session (`"request": "listforwarders"`; Janus 1.4.0 and newer).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/nosip/struct.ListForward.html)
   */
  listForward(params?: NoSipListForward, options?: CallOptions): Promise<NoSipForwarders>;
}

declare const plugin: {
  readonly id: 'janus.plugin.nosip';
  readonly Handle: typeof NoSipHandle;
  readonly EVENT: typeof EVENT;
  readonly ERROR: typeof ERROR;
};
export default plugin;
