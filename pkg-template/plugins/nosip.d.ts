// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

import { CallOptions, Handle, HandleEvents, JanusError, Jsep } from '../index.js';

/** A plain SDP for the peer. */
export interface NoSipGenerated {
  /** `offer` or `answer`. */
  type?: string;
  /** The SDP; where it is for SRTP there are keys in it. */
  sdp?: string;
  /** Whether it renews a session. */
  update?: boolean;
  /** A name for the session (Janus 1.4.0 and newer). */
  unique_id?: string;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** A session description for the WebRTC side. */
export interface NoSipProcessed {
  /** `sdes_optional` or `sdes_mandatory`, where the peer encrypts. */
  srtp?: string;
  /** Whether it renews a session. */
  update?: boolean;
  /** A name for the session (Janus 1.4.0 and newer). */
  unique_id?: string;
  /** The session description that goes with it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** It was done. */
export interface NoSipDone {
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Media are forwarded. */
export interface NoSipForwarded {
  /** By which forwarders. */
  forwarders?: Array<NoSipForwarder>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** A forwarder. */
export interface NoSipForwarder {
  /** Its id, for `StopForward`. */
  stream?: number;
  /** Which media it takes. */
  type?: string;
  /** The host it sends to. */
  host?: string;
  /** The port it sends to. */
  port?: number;
  /** `audio` or `video`. */
  media?: string;
  /** The payload type. */
  pt?: number;
  /** The SSRC. */
  ssrc?: number;
  /** Whether it encrypts. */
  srtp?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** A forwarder ended. */
export interface NoSipForwardStopped {
  /** Which one. */
  stream?: number;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The forwarders. */
export interface NoSipForwarders {
  /** Each. */
  forwarders?: Array<NoSipForwarder>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Makes a plain SDP, for the peer, of a WebRTC one. */
export interface NoSipGenerate {
  /** A text of one's own for event handlers. */
  info?: string;
  /** Encrypt the media to the peer: `sdes_optional` or `sdes_mandatory`. */
  srtp?: string;
  /** The SRTP profile to offer, such as `AES_CM_128_HMAC_SHA1_80`. */
  srtp_profile?: string;
  /** Negotiate anew, without a new session. */
  update?: boolean;
  /** The session description that goes with it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
}

/** Makes a WebRTC session description of the peer's plain SDP. */
export interface NoSipProcess {
  /** Whether the peer offers or answers. */
  type: 'offer' | 'answer';
  /** The peer's SDP. */
  sdp: string;
  /** A text of one's own for event handlers. */
  info?: string;
  /** Encrypt the media to the peer: `sdes_optional` or `sdes_mandatory`. */
  srtp?: string;
  /** The SRTP profile to offer, such as `AES_CM_128_HMAC_SHA1_80`. */
  srtp_profile?: string;
  /** Negotiate anew, without a new session. */
  update?: boolean;
}

/** Ends the session and its PeerConnection. */
export interface NoSipHangupCall {
}

/** Begins or ends recordings of what one side says; at least one of them must be chosen. */
export interface NoSipRecording {
  /** Begin or end. */
  action: 'start' | 'stop';
  /** This side's audio. */
  audio?: boolean;
  /** This side's video. */
  video?: boolean;
  /** The peer's audio. */
  peer_audio?: boolean;
  /** The peer's video. */
  peer_video?: boolean;
  /** The files' path on the server, without `-user-audio.mjr` and the like. */
  filename?: string;
}

/** Asks for a keyframe (Janus 1.3.1 and newer). */
export interface NoSipKeyframe {
  /** Of this side. */
  user?: boolean;
  /** Of the peer. */
  peer?: boolean;
}

/** Forwards media to other hosts (Janus 1.4.0 and newer). */
export interface NoSipStartForward {
  /** Which, and where to. */
  streams: Array<NoSipForwardStream>;
}

/** Ends a forwarder (Janus 1.4.0 and newer). */
export interface NoSipStopForward {
  /** Which one. */
  stream: number;
}

/** Lists the forwarders (Janus 1.4.0 and newer). */
export interface NoSipListForward {
}

/** Which media to forward, and where to. */
export interface NoSipForwardStream {
  /** Which: `audio`, `video`, `peer_audio` or `peer_video`. */
  type: string;
  /** The host. */
  host: string;
  /** The port. */
  port: number;
  /** `ipv4` or `ipv6`, for a host by name. */
  host_family?: string;
  /** The payload type to have. */
  pt?: number;
  /** The SSRC to have. */
  ssrc?: number;
  /** Encrypt with this SRTP suite, 32 or 80. */
  srtp_suite?: number;
  /** The SRTP key, in base64. */
  srtp_crypto?: string;
}

/** The plugin's events. */
export declare const EVENT: {
  /** Something failed. */
  readonly NOSIP_ERROR: 'nosip_error';
  /** The response to `Generate`, where it comes after its request has ended. */
  readonly NOSIP_GENERATED: 'nosip_generated';
  /** The response to `Process`, where it comes after its request has ended. */
  readonly NOSIP_PROCESSED: 'nosip_processed';
  /** The response to `HangupCall`, where it comes after its request has ended. */
  readonly NOSIP_HANGINGUP: 'nosip_hangingup';
  /** The response to `Recording`, where it comes after its request has ended. */
  readonly NOSIP_RECORDING_UPDATED: 'nosip_recording_updated';
  /** The response to `Keyframe`, where it comes after its request has ended. */
  readonly NOSIP_KEYFRAME_SENT: 'nosip_keyframe_sent';
  /** The response to `StartForward`, where it comes after its request has ended. */
  readonly NOSIP_FORWARDED: 'nosip_forwarded';
  /** The response to `StopForward`, where it comes after its request has ended. */
  readonly NOSIP_FORWARD_STOPPED: 'nosip_forward_stopped';
  /** The response to `ListForward`, where it comes after its request has ended. */
  readonly NOSIP_FORWARDERS: 'nosip_forwarders';
};

/** The plugin's error codes, as in `error.plugin`. */
export declare const ERROR: {
  /** No message. */
  readonly NO_MESSAGE: 440;
  /** The body is no JSON object. */
  readonly INVALID_JSON: 441;
  /** No such request. */
  readonly INVALID_REQUEST: 442;
  /** A field is missing. */
  readonly MISSING_ELEMENT: 443;
  /** A field is wrong, or the media are encrypted end to end. */
  readonly INVALID_ELEMENT: 444;
  /** There is nothing to change or to end. */
  readonly WRONG_STATE: 445;
  /** The SDP is missing, or has data channels. */
  readonly MISSING_SDP: 446;
  /** The SDP can't be used. */
  readonly INVALID_SDP: 447;
  /** No ports, or no socket. */
  readonly IO_ERROR: 448;
  /** It can't be recorded. */
  readonly RECORDING_ERROR: 449;
  /** One side wants SRTP and the other one does not. */
  readonly TOO_STRICT: 450;
  /** No such forwarder (Janus 1.4.0 and newer). */
  readonly NO_SUCH_STREAM: 451;
  /** Anything else. */
  readonly UNKNOWN_ERROR: 499;
};

/** What each event carries. */
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
  /** Makes a plain SDP, for the peer, of a WebRTC one. */
  generate(params?: NoSipGenerate, options?: CallOptions): Promise<NoSipGenerated>;
  /** Makes a WebRTC session description of the peer's plain SDP. */
  process(params: NoSipProcess, options?: CallOptions): Promise<NoSipProcessed>;
  /** Ends the session and its PeerConnection. */
  hangupCall(params?: NoSipHangupCall, options?: CallOptions): Promise<NoSipDone>;
  /** Begins or ends recordings of what one side says; at least one of them must be chosen. */
  recording(params: NoSipRecording, options?: CallOptions): Promise<NoSipDone>;
  /** Asks for a keyframe (Janus 1.3.1 and newer). */
  keyframe(params?: NoSipKeyframe, options?: CallOptions): Promise<NoSipDone>;
  /** Forwards media to other hosts (Janus 1.4.0 and newer). */
  startForward(params: NoSipStartForward, options?: CallOptions): Promise<NoSipForwarded>;
  /** Ends a forwarder (Janus 1.4.0 and newer). */
  stopForward(params: NoSipStopForward, options?: CallOptions): Promise<NoSipForwardStopped>;
  /** Lists the forwarders (Janus 1.4.0 and newer). */
  listForward(params?: NoSipListForward, options?: CallOptions): Promise<NoSipForwarders>;
}

declare const plugin: {
  readonly id: 'janus.plugin.nosip';
  readonly Handle: typeof NoSipHandle;
  readonly EVENT: typeof EVENT;
  readonly ERROR: typeof ERROR;
};
export default plugin;
