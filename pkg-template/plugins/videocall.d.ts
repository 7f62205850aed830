// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

import { CallOptions, Handle, HandleEvents, JanusError, Jsep, JsepInit, Received, MediaKind, Codec } from '../index.js';

/** The progress of a call that this handle made. */
export type VideoCallCallProgress = 'calling' | 'hangup' | (string & {});

/** The response to `list`. */
export interface VideoCallUsers extends Received {
  /** The registered usernames. */
  list: Array<string>;
}

/** The response to `register`. */
export interface VideoCallRegistered extends Received {
  /** The registered username. */
  username: string;
}

/** The response to `call`. */
export interface VideoCallCalling extends Received {
  /** The state of the call: `calling`, or `hangup` if the peer is busy. */
  event: VideoCallCallProgress;
  /** The username of this handle; only if the peer is busy. */
  username?: string;
  /** The reason of the hangup; only if the peer is busy. */
  reason?: string;
}

/** A call comes in. */
export interface VideoCallIncomingCall extends Received {
  /** The username of the caller. */
  username: string;
  /** The SDP offer. */
  jsep: Jsep;
  /** Whether the media are encrypted end to end (default: false). */
  e2ee?: boolean;
}

/** A call was accepted: the response to `accept`, or the event for the caller. */
export interface VideoCallAccepted extends Received {
  /** The username of the peer that accepted; missing in the response to `accept`. */
  username?: string;
  /** The SDP answer of the peer; missing in the response to `accept`. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end (default: false). */
  e2ee?: boolean;
}

/** The peer renegotiates the call. */
export interface VideoCallUpdate extends Received {
  /** The SDP offer of the peer, which `set` answers, or the SDP answer of the peer. */
  jsep: Jsep;
  /** Whether the media are encrypted end to end (default: false). */
  e2ee?: boolean;
}

/** A call ended: the response to `hangupCall`, or an event. */
export interface VideoCallHangup extends Received {
  /** The username of the party that ended the call; missing if this handle is not registered. */
  username?: string;
  /** The reason of the hangup: a text. */
  reason: string;
}

/** The simulcast layer that Janus relays was changed. */
export interface VideoCallSimulcast extends Received {
  /** The video codec of the layers. */
  videocodec: Codec;
  /** The simulcast substream that Janus relays now, 0 to 2. */
  substream?: number;
  /** The highest simulcast temporal layer that Janus relays now, 0 to 2. */
  temporal?: number;
}

/** Janus reports packet loss (Janus: `slow_link`). */
export interface VideoCallSlowLink extends Received {
  /** The media type: `audio` or `video`. */
  media: MediaKind;
  /** The bitrate limit in force, in bit/s. Janus's name: `current-bitrate`. */
  bitrate?: number;
}

/** An acknowledgement without data. */
export interface VideoCallDone extends Received {
}

/** Lists the registered usernames (`"request": "list"`). */
export interface VideoCallList {
}

/** Registers a username until the handle is detached (`"request": "register"`). */
export interface VideoCallRegister {
  /** The username; unique on the server. */
  username: string;
}

/**
 * Calls a user with an SDP offer (`"request": "call"`).
 *
 * The response says `calling`, or `hangup` with a reason if the peer is busy.
 */
export interface VideoCallCall {
  /** The username to call. */
  username: string;
  /** The SDP offer. */
  jsep?: JsepInit | null | undefined;
  /** Whether the media are encrypted end to end (default: false). */
  e2ee?: boolean | undefined;
}

/** Accepts an incoming call with an SDP answer (`"request": "accept"`). */
export interface VideoCallAccept {
  /** The SDP answer. */
  jsep?: JsepInit | null | undefined;
  /** Whether the media are encrypted end to end (default: false). */
  e2ee?: boolean | undefined;
}

/** Changes a call, or renegotiates it with an SDP (`"request": "set"`). */
export interface VideoCallSet {
  /** Whether to send this side's audio to the peer. */
  audio?: boolean | undefined;
  /** Whether to send this side's video to the peer. */
  video?: boolean | undefined;
  /** The maximum bitrate of this side, in bit/s; 0 means unlimited. */
  bitrate?: number | undefined;
  /** Whether to record on the server; `false` stops the recording. */
  record?: boolean | undefined;
  /** The path of the recording on the server, without extensions such as `-audio.mjr`. */
  filename?: string | undefined;
  /** Whether the SDP offer restarts ICE. Without an SDP offer the request fails (`invalid_argument`). */
  restart?: boolean | undefined;
  /** The simulcast substream to receive, 0 to 2. */
  substream?: number | undefined;
  /** The highest simulcast temporal layer to receive, 0 to 2. */
  temporal?: number | undefined;
  /** The time without media before Janus relays a lower substream, in microseconds. */
  fallback?: number | undefined;
  /** The SDP offer for the peer, or the SDP answer to an `videocall_update` of the peer. */
  jsep?: JsepInit | null | undefined;
  /** Whether the media are encrypted end to end (default: false). */
  e2ee?: boolean | undefined;
}

/** Ends a call, or declines an incoming one (`"request": "hangup"`). */
export interface VideoCallHangupCall {
  /** The reason that the peer receives: a text. */
  reason?: string | undefined;
}

/** The plugin's events. */
export declare const EVENT: {
  /** An error that belongs to no pending request. */
  readonly VIDEOCALL_ERROR: 'videocall_error';
  /** A call comes in. */
  readonly VIDEOCALL_INCOMING_CALL: 'videocall_incoming_call';
  /** The peer accepted the call. */
  readonly VIDEOCALL_ACCEPTED: 'videocall_accepted';
  /** The peer renegotiates the call. */
  readonly VIDEOCALL_UPDATE: 'videocall_update';
  /** The call ended. */
  readonly VIDEOCALL_HANGUP: 'videocall_hangup';
  /** The simulcast layer that Janus relays was changed. */
  readonly VIDEOCALL_SIMULCAST: 'videocall_simulcast';
  /** Janus reports packet loss. */
  readonly VIDEOCALL_SLOWLINK: 'videocall_slowlink';
  /** The response to `register`, if it comes after its request has ended. */
  readonly VIDEOCALL_REGISTERED: 'videocall_registered';
  /** The response to `call`, if it comes after its request has ended. */
  readonly VIDEOCALL_CALLING: 'videocall_calling';
  /** The response to `set`, if it comes after its request has ended. */
  readonly VIDEOCALL_SET: 'videocall_set';
  /** The response to `list`, if it comes after its request has ended. */
  readonly VIDEOCALL_LIST: 'videocall_list';
};

/** The plugin's error codes, as in `error.plugin`. */
export declare const ERROR: {
  /** The message has no body. */
  readonly NO_MESSAGE: 470;
  /** The body is not a JSON object. */
  readonly INVALID_JSON: 471;
  /** The plugin does not know the request. */
  readonly INVALID_REQUEST: 472;
  /** The handle must register a username first. */
  readonly REGISTER_FIRST: 473;
  /** A field has the wrong type or an invalid value. */
  readonly INVALID_ELEMENT: 474;
  /** A required field is missing. */
  readonly MISSING_ELEMENT: 475;
  /** The username is already in use. */
  readonly USERNAME_TAKEN: 476;
  /** The handle has already registered a username. */
  readonly ALREADY_REGISTERED: 477;
  /** The username is not registered. */
  readonly NO_SUCH_USERNAME: 478;
  /** The handle can't call itself. */
  readonly USE_ECHO_TEST: 479;
  /** The handle is already in a call. */
  readonly ALREADY_IN_CALL: 480;
  /** There is no incoming call. */
  readonly NO_CALL: 481;
  /** The SDP is missing. */
  readonly MISSING_SDP: 482;
  /** The SDP is invalid. */
  readonly INVALID_SDP: 483;
  /** An error without a code of its own. */
  readonly UNKNOWN_ERROR: 499;
};

/** The arguments of the listeners of each event. */
export interface VideoCallEvents extends HandleEvents {
  videocall_error: [JanusError];
  videocall_incoming_call: [VideoCallIncomingCall];
  videocall_accepted: [VideoCallAccepted];
  videocall_update: [VideoCallUpdate];
  videocall_hangup: [VideoCallHangup];
  videocall_simulcast: [VideoCallSimulcast];
  videocall_slowlink: [VideoCallSlowLink];
  videocall_registered: [VideoCallRegistered];
  videocall_calling: [VideoCallCalling];
  videocall_set: [VideoCallDone];
  videocall_list: [VideoCallUsers];
}

/** The VideoCall plugin. */
export declare class VideoCallHandle extends Handle<VideoCallEvents> {
  /**
   * Lists the registered usernames (`"request": "list"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/videocall/struct.List.html)
   */
  list(params?: VideoCallList, options?: CallOptions): Promise<VideoCallUsers>;
  /**
   * Registers a username until the handle is detached (`"request": "register"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/videocall/struct.Register.html)
   */
  register(params: VideoCallRegister, options?: CallOptions): Promise<VideoCallRegistered>;
  /**
   * Calls a user with an SDP offer (`"request": "call"`).
   *
   * The response says `calling`, or `hangup` with a reason if the peer is busy.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/videocall/struct.Call.html)
   */
  call(params: VideoCallCall, options?: CallOptions): Promise<VideoCallCalling>;
  /**
   * Accepts an incoming call with an SDP answer (`"request": "accept"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/videocall/struct.Accept.html)
   */
  accept(params?: VideoCallAccept, options?: CallOptions): Promise<VideoCallAccepted>;
  /**
   * Changes a call, or renegotiates it with an SDP (`"request": "set"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/videocall/struct.Set.html)
   */
  set(params?: VideoCallSet, options?: CallOptions): Promise<VideoCallDone>;
  /**
   * Ends a call, or declines an incoming one (`"request": "hangup"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/videocall/struct.HangupCall.html)
   */
  hangupCall(params?: VideoCallHangupCall, options?: CallOptions): Promise<VideoCallHangup>;
}

declare const plugin: {
  readonly id: 'janus.plugin.videocall';
  readonly Handle: typeof VideoCallHandle;
  readonly EVENT: typeof EVENT;
  readonly ERROR: typeof ERROR;
};
export default plugin;
