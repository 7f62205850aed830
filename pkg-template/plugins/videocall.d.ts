// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

import { CallOptions, Handle, HandleEvents, JanusError, Jsep } from '../index.js';

/** The names that are registered. */
export interface VideoCallUsers {
  /** Each. */
  list?: Array<string>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** A name was taken. */
export interface VideoCallRegistered {
  /** The name. */
  username?: string;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** How a call begins. */
export interface VideoCallCalling {
  /** `calling`, or `hangup` when the other one is busy. */
  event?: string;
  /** The own name, when the other one is busy. */
  username?: string;
  /** Why the call is over already. */
  reason?: string;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Somebody calls. */
export interface VideoCallIncomingCall {
  /** Who. */
  username?: string;
  /** The session description that goes with it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** A call was taken. */
export interface VideoCallAccepted {
  /** By whom; missing where it was this side. */
  username?: string;
  /** The session description that goes with it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The other one negotiates anew. */
export interface VideoCallUpdate {
  /** The session description that goes with it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** A call is over. */
export interface VideoCallHangup {
  /** Who ended it. */
  username?: string;
  /** Why. */
  reason?: string;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Another simulcast layer comes. */
export interface VideoCallSimulcast {
  /** The video codec. */
  videocodec?: string;
  /** The substream that comes. */
  substream?: number;
  /** The temporal layer that comes. */
  temporal?: number;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Packets are being lost. */
export interface VideoCallSlowLink {
  /** `audio` or `video`. */
  media?: string;
  /** The bitrate cap that is in force, in bit/s. */
  bitrate?: number;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** It was done. */
export interface VideoCallDone {
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Lists the names that are registered. */
export interface VideoCallList {
}

/** Takes a name, for as long as the handle lives. */
export interface VideoCallRegister {
  /** The name. */
  username: string;
}

/**
 * Calls somebody with an offer.
 *
 * The answer says `calling`, or `hangup` with a reason when the other one is busy.
 */
export interface VideoCallCall {
  /** Whom. */
  username: string;
  /** The session description that goes with it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
}

/** Takes a call with an answer to its offer. */
export interface VideoCallAccept {
  /** The session description that goes with it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
}

/** Changes a call; with an offer or an answer it is negotiated anew. */
export interface VideoCallSet {
  /** Whether audio goes to the other one. */
  audio?: boolean;
  /** Whether video goes to the other one. */
  video?: boolean;
  /** The most that this side may send, in bit/s; 0 for no limit. */
  bitrate?: number;
  /** Begin or end a recording on the server. */
  record?: boolean;
  /** The recording's path on the server, without `-audio.mjr` and the like. */
  filename?: string;
  /** The offer is for a restart of ICE; without an offer it is an error (`InvalidArgument`). */
  restart?: boolean;
  /** The simulcast substream to get, 0 to 2. */
  substream?: number;
  /** The simulcast temporal layers to get, 0 to 2. */
  temporal?: number;
  /** Microseconds without media before a lower substream is taken. */
  fallback?: number;
  /** The session description that goes with it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
}

/** Ends a call, or declines one. */
export interface VideoCallHangupCall {
  /** Why; the other one is told. */
  reason?: string;
}

/** The plugin's events. */
export declare const EVENT: {
  /** Something failed. */
  readonly VIDEOCALL_ERROR: 'videocall_error';
  /** Somebody calls. */
  readonly VIDEOCALL_INCOMING_CALL: 'videocall_incoming_call';
  /** The other one took the call. */
  readonly VIDEOCALL_ACCEPTED: 'videocall_accepted';
  /** The other one negotiates anew. */
  readonly VIDEOCALL_UPDATE: 'videocall_update';
  /** The call is over. */
  readonly VIDEOCALL_HANGUP: 'videocall_hangup';
  /** Another simulcast layer comes. */
  readonly VIDEOCALL_SIMULCAST: 'videocall_simulcast';
  /** Packets are being lost. */
  readonly VIDEOCALL_SLOWLINK: 'videocall_slowlink';
  /** The response to `Register`, where it comes after its request has ended. */
  readonly VIDEOCALL_REGISTERED: 'videocall_registered';
  /** The response to `Call`, where it comes after its request has ended. */
  readonly VIDEOCALL_CALLING: 'videocall_calling';
  /** The response to `Set`, where it comes after its request has ended. */
  readonly VIDEOCALL_SET: 'videocall_set';
  /** The response to `List`, where it comes after its request has ended. */
  readonly VIDEOCALL_LIST: 'videocall_list';
};

/** The plugin's error codes, as in `error.plugin`. */
export declare const ERROR: {
  /** No message. */
  readonly NO_MESSAGE: 470;
  /** The body is no JSON object. */
  readonly INVALID_JSON: 471;
  /** No such request. */
  readonly INVALID_REQUEST: 472;
  /** The handle has no name yet. */
  readonly REGISTER_FIRST: 473;
  /** A field is wrong. */
  readonly INVALID_ELEMENT: 474;
  /** A field is missing. */
  readonly MISSING_ELEMENT: 475;
  /** Somebody else has the name. */
  readonly USERNAME_TAKEN: 476;
  /** The handle has a name already. */
  readonly ALREADY_REGISTERED: 477;
  /** Nobody has the name. */
  readonly NO_SUCH_USERNAME: 478;
  /** One can't call oneself. */
  readonly USE_ECHO_TEST: 479;
  /** The handle is in a call. */
  readonly ALREADY_IN_CALL: 480;
  /** There is no call to take. */
  readonly NO_CALL: 481;
  /** The offer is missing. */
  readonly MISSING_SDP: 482;
  /** The SDP can't be used. */
  readonly INVALID_SDP: 483;
  /** Anything else. */
  readonly UNKNOWN_ERROR: 499;
};

/** What each event carries. */
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
  /** Lists the names that are registered. */
  list(params?: VideoCallList, options?: CallOptions): Promise<VideoCallUsers>;
  /** Takes a name, for as long as the handle lives. */
  register(params: VideoCallRegister, options?: CallOptions): Promise<VideoCallRegistered>;
  /**
   * Calls somebody with an offer.
   *
   * The answer says `calling`, or `hangup` with a reason when the other one is busy.
   */
  call(params: VideoCallCall, options?: CallOptions): Promise<VideoCallCalling>;
  /** Takes a call with an answer to its offer. */
  accept(params?: VideoCallAccept, options?: CallOptions): Promise<VideoCallAccepted>;
  /** Changes a call; with an offer or an answer it is negotiated anew. */
  set(params?: VideoCallSet, options?: CallOptions): Promise<VideoCallDone>;
  /** Ends a call, or declines one. */
  hangupCall(params?: VideoCallHangupCall, options?: CallOptions): Promise<VideoCallHangup>;
}

declare const plugin: {
  readonly id: 'janus.plugin.videocall';
  readonly Handle: typeof VideoCallHandle;
  readonly EVENT: typeof EVENT;
  readonly ERROR: typeof ERROR;
};
export default plugin;
