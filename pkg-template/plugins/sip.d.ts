// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

import { CallOptions, Handle, HandleEvents, JanusError, Jsep } from '../index.js';

/**
 * Registers an identity at a SIP server; the answer is the server's.
 *
 * It waits for 10 s. How a registration goes on later is told by events.
 */
export interface SipRegister {
  /** The identity, such as `sip:alice@example.org`. Helpers need one, too, though Janus does not use it. */
  username: string;
  /** What kind of account it is; a normal one without it. */
  type?: 'guest' | 'helper';
  /** Send a REGISTER (Janus's default: true; false for guests). */
  send_register?: boolean;
  /** The password. */
  secret?: string;
  /** The password's hash (`HA1`), instead of it. */
  ha1_secret?: string;
  /** The user to authenticate as, where it is not the one of the identity. */
  authuser?: string;
  /** The name to show. */
  display_name?: string;
  /** The text of the `User-Agent` header. */
  user_agent?: string;
  /** The registrar's URI. */
  proxy?: string;
  /** The URI of the proxy for all requests. */
  outbound_proxy?: string;
  /** Seconds that a registration holds (Janus's default: 3600). */
  register_ttl?: number;
  /** Use SIPS URIs. */
  sips?: boolean;
  /** Use UDP only. */
  force_udp?: boolean;
  /** Use TCP only. */
  force_tcp?: boolean;
  /** Let CANCEL work with servers of the old standard. */
  rfc2543_cancel?: boolean;
  /** Register anew though it is registered. */
  refresh?: boolean;
  /** Headers to add, by name. */
  headers?: Record<string, string>;
  /** Parameters of the `Contact` header. */
  contact_params?: Record<string, string>;
  /** Prefixes of the headers that events should tell. */
  incoming_header_prefixes?: Array<string>;
  /** Answer a call with `180 Ringing` at once (Janus's default: true; Janus 1.3.3 and newer). */
  automatic_ringing?: boolean;
  /** For a helper: the `master_id` of the handle whose account it shares. */
  master_id?: number;
}

/** Ends the registration; the answer is the server's. */
export interface SipUnregister {
}

/** Asks to be told of something (SUBSCRIBE); `subscribe_succeeded` or `subscribe_failed` follows. */
export interface SipSubscribe {
  /** What about, such as `message-summary`. */
  event: string;
  /** Whose; one's own without it. */
  to?: string;
  /** The type of content that is wanted. */
  accept?: string;
  /** Seconds that it holds (Janus's default: 3600). */
  subscribe_ttl?: number;
  /** The dialog that it belongs to. */
  call_id?: string;
  /** Headers to add, by name. */
  headers?: Record<string, string>;
  /** A body (Janus 1.4.0 and newer). */
  content?: string;
  /** The body's type (Janus 1.4.0 and newer). */
  content_type?: string;
}

/** Ends a subscription. */
export interface SipUnsubscribe {
  /** What about. */
  event: string;
  /** Whose; one's own without it. */
  to?: string;
}

/**
 * Calls somebody; the answer is that the call was taken.
 *
 * It waits for 120 s. What happens until then is told by events: `calling`, `ringing`, and
 * `progress` with the answer to the offer where there is early media, in which case the
 * call's own answer has none. A call that is not taken is refused with SIP's code.
 */
export interface SipCall {
  /** Whom, such as `sip:bob@example.org`. */
  uri: string;
  /** The call's id; Janus makes one without it. */
  call_id?: string;
  /** Headers to add, by name. */
  headers?: Record<string, string>;
  /** Encrypt the media: not at all without it. */
  srtp?: 'sdes_optional' | 'sdes_mandatory';
  /** The SRTP profile, such as `AES_CM_128_HMAC_SHA1_80`. */
  srtp_profile?: string;
  /** Accept what the peer changes without asking (Janus's default: true). */
  autoaccept_reinvites?: boolean;
  /** The transfer that this call carries out. */
  refer_id?: number;
  /** The password. */
  secret?: string;
  /** The password's hash (`HA1`), instead of it. */
  ha1_secret?: string;
  /** The user to authenticate as. */
  authuser?: string;
  /** The session description that goes with it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
}

/**
 * Takes a call, with the answer to its offer, or with an offer where it had none.
 *
 * Janus 1.1.2 tells of a call a moment before it answers `180 Ringing`, and loses what is
 * answered in between: a program that takes calls by itself should let a second pass.
 *
 * Janus tells of a call some microseconds before its SIP stack can answer the call. It confirms an answer that comes
 * in between, but never sends the answer to the caller. A person's click comes later. A program that answers at once
 * first sends a `SipMessage` to an address that nobody has, and waits for its `MessageDelivery`: the thread that
 * tells of the delivery has made the call answerable.
 */
export interface SipAccept {
  /** Encrypt the media: not at all without it. */
  srtp?: 'sdes_optional' | 'sdes_mandatory';
  /** The SRTP profile, such as `AES_CM_128_HMAC_SHA1_80`. */
  srtp_profile?: string;
  /** Headers to add, by name. */
  headers?: Record<string, string>;
  /** Accept what the peer changes without asking (Janus's default: true). */
  autoaccept_reinvites?: boolean;
  /** The session description that goes with it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
}

/** Answers a call's offer before the call is taken (`183`, early media; Janus 1.3.1 and newer). */
export interface SipProgress {
  /** Encrypt the media: not at all without it. */
  srtp?: 'sdes_optional' | 'sdes_mandatory';
  /** The SRTP profile, such as `AES_CM_128_HMAC_SHA1_80`. */
  srtp_profile?: string;
  /** Headers to add, by name. */
  headers?: Record<string, string>;
  /** Accept what the peer changes without asking (Janus's default: true). */
  autoaccept_reinvites?: boolean;
  /** The session description that goes with it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
}

/** Says that it rings (`180`; Janus 1.3.3 and newer), where `automatic_ringing` is off. */
export interface SipSendRinging {
}

/**
 * Declines a call, or a transfer.
 *
 * Janus tells of a call some microseconds before its SIP stack can answer the call. It confirms an answer that comes
 * in between, but never sends the answer to the caller. A person's click comes later. A program that answers at once
 * first sends a `SipMessage` to an address that nobody has, and waits for its `MessageDelivery`: the thread that
 * tells of the delivery has made the call answerable.
 */
export interface SipDecline {
  /** The status to decline with, 400 to 699 (Janus's default: 603; 486 before Janus 1.2.2). */
  code?: number;
  /** Headers to add, by name. */
  headers?: Record<string, string>;
  /** The transfer to decline, instead of a call. */
  refer_id?: number;
}

/**
 * Renegotiates the call with a new offer, or answers the peer's (`updatingcall`).
 *
 * Janus's SIP stack does not send it while an INFO, a DTMF or a message of the call waits for the peer's response,
 * though Janus confirms it. Wait for the delivery of these first: a `SipMessage` of the call that is sent last has
 * its `MessageDelivery` when the peer has answered them all.
 */
export interface SipUpdate {
  /** The session description that goes with it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
}

/**
 * Holds the call.
 *
 * Janus's SIP stack does not send it while an INFO, a DTMF or a message of the call waits for the peer's response,
 * though Janus confirms it. Wait for the delivery of these first: a `SipMessage` of the call that is sent last has
 * its `MessageDelivery` when the peer has answered them all.
 */
export interface SipHold {
  /** Which way media still flow (Janus's default: `sendonly`). */
  direction?: 'sendonly' | 'recvonly' | 'inactive';
}

/**
 * Resumes the call.
 *
 * Janus's SIP stack does not send it while an INFO, a DTMF or a message of the call waits for the peer's response,
 * though Janus confirms it. Wait for the delivery of these first: a `SipMessage` of the call that is sent last has
 * its `MessageDelivery` when the peer has answered them all.
 */
export interface SipUnhold {
}

/** Asks the peer to call somebody else. */
export interface SipTransfer {
  /** Whom. */
  uri: string;
  /** The call of that peer to take the place of, for an attended transfer. */
  replace?: string;
}

/** Ends the call. The inherited `hangup` ends only the PeerConnection, which ends the call, too. */
export interface SipSipHangup {
  /** Headers to add, by name. */
  headers?: Record<string, string>;
}

/** Forgets a call that is stuck. */
export interface SipReset {
}

/** The call is being made. */
export interface SipCalling {
  /** The call. */
  call_id?: string;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The call is on its way. */
export interface SipProceeding {
  /** The call. */
  call_id?: string;
  /** SIP's code. */
  code?: number;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** It rings there. */
export interface SipRinging {
  /** The call. */
  call_id?: string;
  /** The headers that were asked for, by name. */
  headers?: Record<string, string>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** There are media before the call is taken; the answer to the offer is here. */
export interface SipEarlyMedia {
  /** The call. */
  call_id?: string;
  /** Whom the call is with. */
  username?: string;
  /** The headers that were asked for, by name. */
  headers?: Record<string, string>;
  /** The session description that goes with it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The call is taken, or changed. */
export interface SipAccepted {
  /** The call. */
  call_id?: string;
  /** Whom the call is with. */
  username?: string;
  /** Whether it is a conference. */
  isfocus?: boolean;
  /** The headers that were asked for, by name. */
  headers?: Record<string, string>;
  /** The session description that goes with it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Somebody calls, or wants to change the call. */
export interface SipIncoming {
  /** The call. */
  call_id?: string;
  /** Who. */
  username?: string;
  /** The caller's name. */
  display_name?: string;
  /** Who is called. */
  callee?: string;
  /** Who asked for this call. */
  referred_by?: string;
  /** The call that it takes the place of. */
  replaces?: string;
  /** Whether it is a conference. */
  isfocus?: boolean;
  /** `sdes_optional` or `sdes_mandatory`, where media are to be encrypted. */
  srtp?: string;
  /** The headers that were asked for, by name. */
  headers?: Record<string, string>;
  /** The session description that goes with it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Somebody called while the line was busy. */
export interface SipMissed {
  /** The call. */
  call_id?: string;
  /** Who. */
  caller?: string;
  /** The caller's name. */
  display_name?: string;
  /** Who was called. */
  callee?: string;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The call is over, or was not taken. */
export interface SipHungUp {
  /** The call. */
  call_id?: string;
  /** SIP's code. */
  code?: number;
  /** SIP's reason. */
  reason?: string;
  /** The text of the `Reason` header. */
  reason_header?: string;
  /** The protocol of the `Reason` header. */
  reason_header_protocol?: string;
  /** The cause of the `Reason` header. */
  reason_header_cause?: string;
  /** The headers that were asked for, by name. */
  headers?: Record<string, string>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The peer wants somebody else to be called: `Call` with this `refer_id`, or `Decline`. */
export interface SipTransferAsked {
  /** The transfer's id. */
  refer_id?: number;
  /** Whom to call. */
  refer_to?: string;
  /** Who wants it. */
  referred_by?: string;
  /** The call to take the place of. */
  replaces?: string;
  /** The headers that were asked for, by name. */
  headers?: Record<string, string>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** A SIP INFO came. */
export interface SipInfoReceived {
  /** The call. */
  call_id?: string;
  /** From whom. */
  sender?: string;
  /** The sender's name. */
  displayname?: string;
  /** The content's type. */
  type?: string;
  /** The content. */
  content?: string;
  /** The headers that were asked for, by name. */
  headers?: Record<string, string>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** A SIP MESSAGE came. */
export interface SipMessageReceived {
  /** The call. */
  call_id?: string;
  /** From whom. */
  sender?: string;
  /** The sender's name. */
  displayname?: string;
  /** The content's type. */
  content_type?: string;
  /** The content. */
  content?: string;
  /** The headers that were asked for, by name. */
  headers?: Record<string, string>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** What became of a message. */
export interface SipDelivery {
  /** The call. */
  call_id?: string;
  /** SIP's code. */
  code?: number;
  /** SIP's reason. */
  reason?: string;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** What was subscribed to. */
export interface SipNotification {
  /** The subscription. */
  call_id?: string;
  /** What about. */
  notify?: string;
  /** The subscription's state. */
  substate?: string;
  /** The content's type. */
  content_type?: string;
  /** The content. */
  content?: string;
  /** The headers that were asked for, by name. */
  headers?: Record<string, string>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** How a subscription went. */
export interface SipSubscription {
  /** The subscription. */
  call_id?: string;
  /** SIP's code. */
  code?: number;
  /** SIP's reason. */
  reason?: string;
  /** Seconds that it holds. */
  expires?: number;
  /** The headers that were asked for, by name. */
  headers?: Record<string, string>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** A key was pressed (Janus 1.2.1 and newer). */
export interface SipKey {
  /** The call. */
  call_id?: string;
  /** By whom. */
  sender?: string;
  /** Which. */
  signal?: string;
  /** For how many milliseconds. */
  duration?: number;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Records the call on the server; at least one of the four streams must be named. */
export interface SipRecording {
  /** What to do. */
  action: 'start' | 'stop' | 'pause' | 'resume';
  /** One's own audio. */
  audio?: boolean;
  /** One's own video. */
  video?: boolean;
  /** The peer's audio. */
  peer_audio?: boolean;
  /** The peer's video. */
  peer_video?: boolean;
  /** Ask the peer for a keyframe. */
  send_peer_pli?: boolean;
  /** The recording's path on the server, without `-user-audio.mjr` and the like. */
  filename?: string;
}

/** Sends a SIP INFO. */
export interface SipInfo {
  /** The content's type. */
  type: string;
  /** The content. */
  content: string;
  /** Headers to add, by name. */
  headers?: Record<string, string>;
}

/** Sends a SIP MESSAGE, in the call or to anybody; `messagedelivery` tells how it went. */
export interface SipSipMessage {
  /** The content. */
  content: string;
  /** The content's type (Janus's default: `text/plain`). */
  content_type?: string;
  /** To whom, outside of the call. */
  uri?: string;
  /** The dialog that it belongs to. */
  call_id?: string;
  /** Headers to add, by name. */
  headers?: Record<string, string>;
}

/** Sends a key as a SIP INFO. */
export interface SipDtmfInfo {
  /** One key: `0` to `9`, `*`, `#` or `A` to `D`. */
  digit: string;
  /** Milliseconds that it is pressed (Janus's default: 160). */
  duration?: number;
  /** Headers to add, by name. */
  headers?: Record<string, string>;
}

/** Asks for a keyframe (Janus 1.3.1 and newer). */
export interface SipKeyframe {
  /** From this side. */
  user?: boolean;
  /** From the peer. */
  peer?: boolean;
}

/** Forwards the call's media as plain RTP (Janus 1.4.0 and newer). */
export interface SipStartForward {
  /** What, and where to. */
  streams: Array<SipForwardedStream>;
}

/** A stream to forward. */
export interface SipForwardedStream {
  /** `audio` or `video`, of this side; `peer_audio` or `peer_video`, of the peer. */
  type: string;
  /** The host. */
  host: string;
  /** The port. */
  port: number;
  /** `ipv4` or `ipv6`, where the host's name has both. */
  host_family?: string;
  /** The payload type. */
  pt?: number;
  /** The SSRC. */
  ssrc?: number;
  /** Encrypt it: 32 or 80 bits of authentication. */
  srtp_suite?: number;
  /** The key, in base64. */
  srtp_crypto?: string;
}

/** Ends a forwarder (Janus 1.4.0 and newer). */
export interface SipStopForward {
  /** Which. */
  stream_id: number;
}

/** Lists the forwarders (Janus 1.4.0 and newer). */
export interface SipListForward {
}

/** A REGISTER is on its way. */
export interface SipRegistering {
  /** The account's id (Janus 1.4.0 and newer). */
  unique_id?: string;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The identity is registered. */
export interface SipRegistered {
  /** The user of the identity. */
  user?: string;
  /** Whether a REGISTER was sent. */
  register_sent?: boolean;
  /** What helpers name this account with. */
  master_id?: number;
  /** Whether it is a helper. */
  helper?: boolean;
  /** The headers that were asked for, by name. */
  headers?: Record<string, string>;
  /** The account's id (Janus 1.4.0 and newer). */
  unique_id?: string;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The identity is registered no more. */
export interface SipUnregistered {
  /** The user of the identity. */
  user?: string;
  /** The headers that were asked for, by name. */
  headers?: Record<string, string>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The server refused a registration, maybe a later one. */
export interface SipRegistrationFailed {
  /** SIP's code. */
  code?: number;
  /** SIP's reason. */
  reason?: string;
  /** The headers that were asked for, by name. */
  headers?: Record<string, string>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The call, or the transfer, is declined. */
export interface SipDeclined {
  /** The call. */
  call_id?: string;
  /** SIP's code. */
  code?: number;
  /** The transfer. */
  refer_id?: number;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** It was done, or is being done. */
export interface SipDone {
  /** The call. */
  call_id?: string;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The call is forwarded. */
export interface SipForwarding {
  /** The call. */
  call_id?: string;
  /** Where to. */
  forwarders?: Array<SipForwarder>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Where a stream is forwarded to. */
export interface SipForwarder {
  /** Its id. */
  stream_id?: number;
  /** What is forwarded. */
  type?: string;
  /** The host. */
  host?: string;
  /** The port. */
  port?: number;
  /** `audio` or `video`. */
  media?: string;
  /** The payload type. */
  pt?: number;
  /** The SSRC. */
  ssrc?: number;
  /** Whether it is encrypted. */
  srtp?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** A forwarder ended. */
export interface SipForwardStopped {
  /** The call. */
  call_id?: string;
  /** Which. */
  stream_id?: number;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The forwarders. */
export interface SipForwarders {
  /** The call. */
  call_id?: string;
  /** Each. */
  forwarders?: Array<SipForwarder>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The plugin's events. */
export declare const EVENT: {
  /** Something failed. */
  readonly SIP_ERROR: 'sip_error';
  /** A REGISTER is on its way. */
  readonly SIP_REGISTERING: 'sip_registering';
  /** The registration was renewed, or made after its request was given up. */
  readonly SIP_REGISTERED: 'sip_registered';
  /** The registration was not renewed. */
  readonly SIP_REGISTRATION_FAILED: 'sip_registration_failed';
  /** The registration is being ended. */
  readonly SIP_UNREGISTERING: 'sip_unregistering';
  /** The registration ended. */
  readonly SIP_UNREGISTERED: 'sip_unregistered';
  /** The call is being made. */
  readonly SIP_CALLING: 'sip_calling';
  /** The call is on its way. */
  readonly SIP_PROCEEDING: 'sip_proceeding';
  /** It rings there. */
  readonly SIP_RINGING: 'sip_ringing';
  /** There are media before the call is taken. */
  readonly SIP_PROGRESS: 'sip_progress';
  /** The call is taken, or changed. */
  readonly SIP_ACCEPTED: 'sip_accepted';
  /** Somebody calls. */
  readonly SIP_INCOMING: 'sip_incoming';
  /** The peer wants to change the call: answer with `Update`. */
  readonly SIP_UPDATINGCALL: 'sip_updatingcall';
  /** Somebody called while the line was busy. */
  readonly SIP_MISSED: 'sip_missed';
  /** The call is over. */
  readonly SIP_HANGUP: 'sip_hangup';
  /** The peer wants somebody else to be called. */
  readonly SIP_TRANSFER: 'sip_transfer';
  /** A SIP INFO came. */
  readonly SIP_INFO: 'sip_info';
  /** A SIP MESSAGE came. */
  readonly SIP_MESSAGE: 'sip_message';
  /** What became of a message. */
  readonly SIP_MESSAGEDELIVERY: 'sip_messagedelivery';
  /** What was subscribed to. */
  readonly SIP_NOTIFY: 'sip_notify';
  /** A subscription holds. */
  readonly SIP_SUBSCRIBE_SUCCEEDED: 'sip_subscribe_succeeded';
  /** A subscription was refused. */
  readonly SIP_SUBSCRIBE_FAILED: 'sip_subscribe_failed';
  /** A key was pressed (Janus 1.2.1 and newer). */
  readonly SIP_DTMF: 'sip_dtmf';
  /** The response to `Accept`, where it comes after its request has ended. */
  readonly SIP_ACCEPTING: 'sip_accepting';
  /** The response to `Progress`, where it comes after its request has ended. */
  readonly SIP_PROGRESSED: 'sip_progressed';
  /** The response to `Decline`, where it comes after its request has ended. */
  readonly SIP_DECLINING: 'sip_declining';
  /** The response to `Update`, where it comes after its request has ended. */
  readonly SIP_UPDATING: 'sip_updating';
  /** The response to `Update`, where it comes after its request has ended. */
  readonly SIP_UPDATED: 'sip_updated';
  /** The response to `Hold`, where it comes after its request has ended. */
  readonly SIP_HOLDING: 'sip_holding';
  /** The response to `Unhold`, where it comes after its request has ended. */
  readonly SIP_RESUMING: 'sip_resuming';
  /** The response to `Transfer`, where it comes after its request has ended. */
  readonly SIP_TRANSFERRING: 'sip_transferring';
  /** The response to `SipHangup`, where it comes after its request has ended. */
  readonly SIP_HANGINGUP: 'sip_hangingup';
  /** The response to `Recording`, where it comes after its request has ended. */
  readonly SIP_RECORDINGUPDATED: 'sip_recordingupdated';
  /** The response to `Info`, where it comes after its request has ended. */
  readonly SIP_INFOSENT: 'sip_infosent';
  /** The response to `SipMessage`, where it comes after its request has ended. */
  readonly SIP_MESSAGESENT: 'sip_messagesent';
  /** The response to `DtmfInfo`, where it comes after its request has ended. */
  readonly SIP_DTMFSENT: 'sip_dtmfsent';
  /** The response to `Keyframe`, where it comes after its request has ended. */
  readonly SIP_KEYFRAMESENT: 'sip_keyframesent';
  /** The response to `StartForward`, where it comes after its request has ended. */
  readonly SIP_RTP_FORWARD: 'sip_rtp_forward';
  /** The response to `StopForward`, where it comes after its request has ended. */
  readonly SIP_STOP_RTP_FORWARD: 'sip_stop_rtp_forward';
  /** The response to `ListForward`, where it comes after its request has ended. */
  readonly SIP_FORWARDERS: 'sip_forwarders';
  /** The response to `Subscribe`, where it comes after its request has ended. */
  readonly SIP_SUBSCRIBING: 'sip_subscribing';
  /** The response to `Unsubscribe`, where it comes after its request has ended. */
  readonly SIP_UNSUBSCRIBING: 'sip_unsubscribing';
  /** The response to `Reset`, where it comes after its request has ended. */
  readonly SIP_RESET: 'sip_reset';
  /** The response to `SendRinging`, where it comes after its request has ended. */
  readonly SIP_DONE: 'sip_done';
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
  /** A field is wrong. */
  readonly INVALID_ELEMENT: 444;
  /** The handle is registered. */
  readonly ALREADY_REGISTERED: 445;
  /** A SIP address is wrong. */
  readonly INVALID_ADDRESS: 446;
  /** Not now: not registered, or in a call, or in none. */
  readonly WRONG_STATE: 447;
  /** There is no SDP. */
  readonly MISSING_SDP: 448;
  /** Janus's SIP library failed. */
  readonly LIBSOFIA_ERROR: 449;
  /** The network failed. */
  readonly IO_ERROR: 450;
  /** It could not be recorded. */
  readonly RECORDING_ERROR: 451;
  /** SRTP is mandatory and can not be had. */
  readonly TOO_STRICT: 452;
  /** Helpers can not do this, or there is no such master. */
  readonly HELPER_ERROR: 453;
  /** No such call. */
  readonly NO_SUCH_CALLID: 454;
  /** No such forwarder (Janus 1.4.0 and newer). */
  readonly NO_SUCH_STREAM: 455;
  /** Anything else. */
  readonly UNKNOWN_ERROR: 499;
};

/** What each event carries. */
export interface SipEvents extends HandleEvents {
  sip_error: [JanusError];
  sip_registering: [SipRegistering];
  sip_registered: [SipRegistered];
  sip_registration_failed: [SipRegistrationFailed];
  sip_unregistering: [SipDone];
  sip_unregistered: [SipUnregistered];
  sip_calling: [SipCalling];
  sip_proceeding: [SipProceeding];
  sip_ringing: [SipRinging];
  sip_progress: [SipEarlyMedia];
  sip_accepted: [SipAccepted];
  sip_incoming: [SipIncoming];
  sip_updatingcall: [SipIncoming];
  sip_missed: [SipMissed];
  sip_hangup: [SipHungUp];
  sip_transfer: [SipTransferAsked];
  sip_info: [SipInfoReceived];
  sip_message: [SipMessageReceived];
  sip_messagedelivery: [SipDelivery];
  sip_notify: [SipNotification];
  sip_subscribe_succeeded: [SipSubscription];
  sip_subscribe_failed: [SipSubscription];
  sip_dtmf: [SipKey];
  sip_accepting: [SipAccepted];
  sip_progressed: [SipAccepted];
  sip_declining: [SipDeclined];
  sip_updating: [SipAccepted];
  sip_updated: [SipAccepted];
  sip_holding: [SipDone];
  sip_resuming: [SipDone];
  sip_transferring: [SipDone];
  sip_hangingup: [SipDone];
  sip_recordingupdated: [SipDone];
  sip_infosent: [SipDone];
  sip_messagesent: [SipDone];
  sip_dtmfsent: [SipDone];
  sip_keyframesent: [SipDone];
  sip_rtp_forward: [SipForwarding];
  sip_stop_rtp_forward: [SipForwardStopped];
  sip_forwarders: [SipForwarders];
  sip_subscribing: [SipDone];
  sip_unsubscribing: [SipDone];
  sip_reset: [SipDone];
  sip_done: [SipDone];
}

/** The SIP plugin. */
export declare class SipHandle extends Handle<SipEvents> {
  /**
   * Registers an identity at a SIP server; the answer is the server's.
   *
   * It waits for 10 s. How a registration goes on later is told by events.
   */
  register(params: SipRegister, options?: CallOptions): Promise<SipRegistered & Pick<SipRegister, 'username'>>;
  /** Ends the registration; the answer is the server's. */
  unregister(params?: SipUnregister, options?: CallOptions): Promise<SipUnregistered>;
  /** Asks to be told of something (SUBSCRIBE); `subscribe_succeeded` or `subscribe_failed` follows. */
  subscribe(params: SipSubscribe, options?: CallOptions): Promise<SipDone>;
  /** Ends a subscription. */
  unsubscribe(params: SipUnsubscribe, options?: CallOptions): Promise<SipDone>;
  /**
   * Calls somebody; the answer is that the call was taken.
   *
   * It waits for 120 s. What happens until then is told by events: `calling`, `ringing`, and
   * `progress` with the answer to the offer where there is early media, in which case the
   * call's own answer has none. A call that is not taken is refused with SIP's code.
   */
  call(params: SipCall, options?: CallOptions): Promise<SipAccepted>;
  /**
   * Takes a call, with the answer to its offer, or with an offer where it had none.
   *
   * Janus 1.1.2 tells of a call a moment before it answers `180 Ringing`, and loses what is
   * answered in between: a program that takes calls by itself should let a second pass.
   *
   * Janus tells of a call some microseconds before its SIP stack can answer the call. It confirms an answer that comes
   * in between, but never sends the answer to the caller. A person's click comes later. A program that answers at once
   * first sends a `SipMessage` to an address that nobody has, and waits for its `MessageDelivery`: the thread that
   * tells of the delivery has made the call answerable.
   */
  accept(params?: SipAccept, options?: CallOptions): Promise<SipAccepted>;
  /** Answers a call's offer before the call is taken (`183`, early media; Janus 1.3.1 and newer). */
  progress(params?: SipProgress, options?: CallOptions): Promise<SipAccepted>;
  /** Says that it rings (`180`; Janus 1.3.3 and newer), where `automatic_ringing` is off. */
  sendRinging(params?: SipSendRinging, options?: CallOptions): Promise<SipDone>;
  /**
   * Declines a call, or a transfer.
   *
   * Janus tells of a call some microseconds before its SIP stack can answer the call. It confirms an answer that comes
   * in between, but never sends the answer to the caller. A person's click comes later. A program that answers at once
   * first sends a `SipMessage` to an address that nobody has, and waits for its `MessageDelivery`: the thread that
   * tells of the delivery has made the call answerable.
   */
  decline(params?: SipDecline, options?: CallOptions): Promise<SipDeclined>;
  /**
   * Renegotiates the call with a new offer, or answers the peer's (`updatingcall`).
   *
   * Janus's SIP stack does not send it while an INFO, a DTMF or a message of the call waits for the peer's response,
   * though Janus confirms it. Wait for the delivery of these first: a `SipMessage` of the call that is sent last has
   * its `MessageDelivery` when the peer has answered them all.
   */
  update(params?: SipUpdate, options?: CallOptions): Promise<SipAccepted>;
  /**
   * Holds the call.
   *
   * Janus's SIP stack does not send it while an INFO, a DTMF or a message of the call waits for the peer's response,
   * though Janus confirms it. Wait for the delivery of these first: a `SipMessage` of the call that is sent last has
   * its `MessageDelivery` when the peer has answered them all.
   */
  hold(params?: SipHold, options?: CallOptions): Promise<SipDone>;
  /**
   * Resumes the call.
   *
   * Janus's SIP stack does not send it while an INFO, a DTMF or a message of the call waits for the peer's response,
   * though Janus confirms it. Wait for the delivery of these first: a `SipMessage` of the call that is sent last has
   * its `MessageDelivery` when the peer has answered them all.
   */
  unhold(params?: SipUnhold, options?: CallOptions): Promise<SipDone>;
  /** Asks the peer to call somebody else. */
  transfer(params: SipTransfer, options?: CallOptions): Promise<SipDone>;
  /** Ends the call. The inherited `hangup` ends only the PeerConnection, which ends the call, too. */
  sip_hangup(params?: SipSipHangup, options?: CallOptions): Promise<SipDone>;
  /** The same as `sip_hangup`. */
  sipHangup(params?: SipSipHangup, options?: CallOptions): Promise<SipDone>;
  /** Forgets a call that is stuck. */
  reset(params?: SipReset, options?: CallOptions): Promise<SipDone>;
  /** Records the call on the server; at least one of the four streams must be named. */
  recording(params: SipRecording, options?: CallOptions): Promise<SipDone>;
  /** Sends a SIP INFO. */
  info(params: SipInfo, options?: CallOptions): Promise<SipDone>;
  /** Sends a SIP MESSAGE, in the call or to anybody; `messagedelivery` tells how it went. */
  sip_message(params: SipSipMessage, options?: CallOptions): Promise<SipDone>;
  /** The same as `sip_message`. */
  sipMessage(params: SipSipMessage, options?: CallOptions): Promise<SipDone>;
  /** Sends a key as a SIP INFO. */
  dtmfInfo(params: SipDtmfInfo, options?: CallOptions): Promise<SipDone>;
  /** Asks for a keyframe (Janus 1.3.1 and newer). */
  keyframe(params?: SipKeyframe, options?: CallOptions): Promise<SipDone>;
  /** Forwards the call's media as plain RTP (Janus 1.4.0 and newer). */
  startForward(params: SipStartForward, options?: CallOptions): Promise<SipForwarding>;
  /** Ends a forwarder (Janus 1.4.0 and newer). */
  stopForward(params: SipStopForward, options?: CallOptions): Promise<SipForwardStopped>;
  /** Lists the forwarders (Janus 1.4.0 and newer). */
  listForward(params?: SipListForward, options?: CallOptions): Promise<SipForwarders>;
}

declare const plugin: {
  readonly id: 'janus.plugin.sip';
  readonly Handle: typeof SipHandle;
  readonly EVENT: typeof EVENT;
  readonly ERROR: typeof ERROR;
};
export default plugin;
