// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

import { CallOptions, Handle, HandleEvents, JanusError, Jsep, JsepInit, Received, MediaKind, SrtpMode, HostFamily, CallStream } from '../index.js';

/** How an account registers. */
export type SipAccountType = 'guest' | 'helper' | (string & {});

/** The direction of the media while a call is on hold. */
export type SipDirection = 'sendonly' | 'recvonly' | 'inactive' | (string & {});

/** The state in the `Subscription-State` header of a notification. */
export type SipSubscriptionState = 'embryonic' | 'pending' | 'active' | 'terminated' | (string & {});

/** The change of a recording. */
export type SipRecordingAction = 'start' | 'stop' | 'pause' | 'resume' | (string & {});

/**
 * Registers an identity at a SIP server (`"request": "register"`). The response is the server's.
 *
 * The timeout is 10 s. Events report later changes of the registration.
 */
export interface SipRegister {
  /**
   * The identity: a SIP URI, such as `sip:alice@example.org`. Required for helpers, too, though Janus does not use
   * it.
   */
  username: string;
  /** The type of the account; a normal account by default. */
  type?: SipAccountType | undefined;
  /** Whether Janus sends a REGISTER (Janus's default: true; false for guests). */
  send_register?: boolean | undefined;
  /** The password. Janus requires `secret` or `ha1_secret`, except for guests. */
  secret?: string | undefined;
  /** The `HA1` hash of the password, instead of the password. */
  ha1_secret?: string | undefined;
  /** The user name for authentication (default: the user of the identity). */
  authuser?: string | undefined;
  /** The display name in the `From` header of requests. */
  display_name?: string | undefined;
  /** The text of the `User-Agent` header. */
  user_agent?: string | undefined;
  /** The SIP URI of the registrar. */
  proxy?: string | undefined;
  /** The SIP URI of the proxy for all requests. */
  outbound_proxy?: string | undefined;
  /** The lifetime of the registration, in seconds (Janus's default: 3600). */
  register_ttl?: number | undefined;
  /** Whether to use SIPS URIs. */
  sips?: boolean | undefined;
  /** Whether to use UDP only; not together with `force_tcp`. */
  force_udp?: boolean | undefined;
  /** Whether to use TCP only; not together with `force_udp`. */
  force_tcp?: boolean | undefined;
  /** Whether to send CANCEL as in RFC 2543, for old servers. */
  rfc2543_cancel?: boolean | undefined;
  /** Whether to register again although the handle is registered. */
  refresh?: boolean | undefined;
  /** The headers to add, by name. */
  headers?: Record<string, string> | undefined;
  /** The parameters to add to the `Contact` header, by name. */
  contact_params?: Record<string, string> | undefined;
  /** The prefixes of the header names that events report in `headers`. */
  incoming_header_prefixes?: Array<string> | undefined;
  /**
   * Whether Janus answers an incoming call with `180 Ringing` at once (Janus's default: true; Janus 1.3.3 and
   * newer).
   */
  automatic_ringing?: boolean | undefined;
  /** The `master_id` of the handle whose registration a helper shares; required for helpers. */
  master_id?: number | undefined;
}

/** Ends the registration (`"request": "unregister"`). The response is the server's. */
export interface SipUnregister {
}

/**
 * Subscribes to an event package with SUBSCRIBE (`"request": "subscribe"`). The event `sip_subscribe_succeeded` or
 * `sip_subscribe_failed` follows.
 */
export interface SipSubscribe {
  /** The event package, such as `message-summary`. */
  event: string;
  /** The SIP URI of the resource (default: the handle's own identity). */
  to?: string | undefined;
  /** The MIME type of the notifications: the Accept header. */
  accept?: string | undefined;
  /** The lifetime of the subscription, in seconds (Janus's default: 3600). */
  subscribe_ttl?: number | undefined;
  /** The `Call-ID` of the dialog. */
  call_id?: string | undefined;
  /** The headers to add, by name. */
  headers?: Record<string, string> | undefined;
  /** The body of the SUBSCRIBE (Janus 1.4.0 and newer). */
  content?: string | undefined;
  /** The MIME type of the body (Janus 1.4.0 and newer). */
  content_type?: string | undefined;
}

/** Ends a subscription (`"request": "unsubscribe"`). */
export interface SipUnsubscribe {
  /** The event package, as in `event` of `subscribe`. */
  event: string;
  /** The SIP URI of the resource (default: the handle's own identity). */
  to?: string | undefined;
}

/**
 * Calls a SIP URI with an SDP offer (`"request": "call"`). The response arrives when the peer accepts the call.
 *
 * The timeout is 120 s. Until then, events report the state: `calling`, `ringing` and `progress`. With early media,
 * `progress` carries the SDP answer and the response carries none. If the call is not accepted, the request fails
 * with the SIP status code.
 */
export interface SipCall {
  /** The SIP URI to call, such as `sip:bob@example.org`. */
  uri: string;
  /** The `Call-ID` of the call; Janus creates one by default. */
  call_id?: string | undefined;
  /** The headers to add, by name. */
  headers?: Record<string, string> | undefined;
  /** The encryption of the media; none by default. */
  srtp?: SrtpMode | undefined;
  /** The SRTP profile, such as `AES_CM_128_HMAC_SHA1_80`. */
  srtp_profile?: string | undefined;
  /**
   * Whether Janus accepts re-INVITEs of the peer itself (Janus's default: true). With `false`, `sip_updatingcall`
   * reports them.
   */
  autoaccept_reinvites?: boolean | undefined;
  /** The id of the transfer that this call carries out, as in `refer_id` of `SipTransferRequested`. */
  refer_id?: number | undefined;
  /** The password for this call; for guests. */
  secret?: string | undefined;
  /** The `HA1` hash of the password, instead of the password. */
  ha1_secret?: string | undefined;
  /** The user name for authentication; for guests. */
  authuser?: string | undefined;
  /** The SDP offer. */
  jsep?: JsepInit | null | undefined;
  /** Whether the media are encrypted end to end (default: false). */
  e2ee?: boolean | undefined;
}

/**
 * Accepts an incoming call with an SDP answer, or with an SDP offer if the caller sent none (`"request": "accept"`).
 *
 * Janus 1.1.2 reports a call shortly before it sends `180 Ringing`, and loses an answer that comes in between: a
 * program that accepts calls automatically should wait for one second.
 *
 * Newer versions report a call some microseconds before their SIP stack can answer the call. They acknowledge an
 * answer that comes in between, but never send the answer to the caller. A person's click comes later. A program
 * that answers at once first sends a `sip_message` to an address that does not exist, and waits for its
 * `sip_messagedelivery`: the thread that reports the delivery has made the call answerable.
 */
export interface SipAccept {
  /** The encryption of the media; none by default. */
  srtp?: SrtpMode | undefined;
  /** The SRTP profile, such as `AES_CM_128_HMAC_SHA1_80`. */
  srtp_profile?: string | undefined;
  /** The headers to add, by name. */
  headers?: Record<string, string> | undefined;
  /**
   * Whether Janus accepts re-INVITEs of the peer itself (Janus's default: true). With `false`, `sip_updatingcall`
   * reports them.
   */
  autoaccept_reinvites?: boolean | undefined;
  /** The SDP answer to the caller's offer, or an SDP offer if the caller sent none. */
  jsep?: JsepInit | null | undefined;
  /** Whether the media are encrypted end to end (default: false). */
  e2ee?: boolean | undefined;
}

/**
 * Answers the caller's offer before the call is accepted: `183 Session Progress`, early media (`"request":
 * "progress"`; Janus 1.3.1 and newer).
 */
export interface SipProgress {
  /** The encryption of the media; none by default. */
  srtp?: SrtpMode | undefined;
  /** The SRTP profile, such as `AES_CM_128_HMAC_SHA1_80`. */
  srtp_profile?: string | undefined;
  /** The headers to add, by name. */
  headers?: Record<string, string> | undefined;
  /**
   * Whether Janus accepts re-INVITEs of the peer itself (Janus's default: true). With `false`, `sip_updatingcall`
   * reports them.
   */
  autoaccept_reinvites?: boolean | undefined;
  /** The SDP answer to the caller's offer. */
  jsep?: JsepInit | null | undefined;
  /** Whether the media are encrypted end to end (default: false). */
  e2ee?: boolean | undefined;
}

/**
 * Sends `180 Ringing` for an incoming call, if `automatic_ringing` is false (`"request": "send_ringing"`; Janus
 * 1.3.3 and newer).
 */
export interface SipSendRinging {
}

/**
 * Declines an incoming call or a transfer (`"request": "decline"`).
 *
 * Janus reports a call some microseconds before its SIP stack can answer the call. It acknowledges an answer that
 * comes in between, but never sends the answer to the caller. A person's click comes later. A program that answers
 * at once first sends a `sip_message` to an address that does not exist, and waits for its `sip_messagedelivery`: the
 * thread that reports the delivery has made the call answerable.
 */
export interface SipDecline {
  /** The SIP status code to decline with, 400 to 699 (Janus's default: 603; 486 before Janus 1.2.2). */
  code?: number | undefined;
  /** The headers to add, by name. */
  headers?: Record<string, string> | undefined;
  /** The id of the transfer to decline, as in `refer_id` of `SipTransferRequested`; without it the call is declined. */
  refer_id?: number | undefined;
}

/**
 * Renegotiates the call with an SDP offer, or answers the peer's offer of `sip_updatingcall` (`"request": "update"`).
 *
 * Janus's SIP stack does not send the re-INVITE while an INFO, a DTMF or a MESSAGE of the call waits for the peer's
 * response, though Janus acknowledges the request. Wait for their delivery first: the `sip_message` that is sent last
 * has its `sip_messagedelivery` when the peer has answered all of them.
 */
export interface SipUpdate {
  /** The SDP offer, or the SDP answer to `sip_updatingcall`. */
  jsep?: JsepInit | null | undefined;
  /** Whether the media are encrypted end to end (default: false). */
  e2ee?: boolean | undefined;
}

/**
 * Puts the call on hold (`"request": "hold"`).
 *
 * Janus's SIP stack does not send the re-INVITE while an INFO, a DTMF or a MESSAGE of the call waits for the peer's
 * response, though Janus acknowledges the request. Wait for their delivery first: the `sip_message` that is sent last
 * has its `sip_messagedelivery` when the peer has answered all of them.
 */
export interface SipHold {
  /** The direction in which media are still sent (Janus's default: `sendonly`). */
  direction?: SipDirection | undefined;
}

/**
 * Resumes a call that is on hold (`"request": "unhold"`).
 *
 * Janus's SIP stack does not send the re-INVITE while an INFO, a DTMF or a MESSAGE of the call waits for the peer's
 * response, though Janus acknowledges the request. Wait for their delivery first: the `sip_message` that is sent last
 * has its `sip_messagedelivery` when the peer has answered all of them.
 */
export interface SipUnhold {
}

/** Asks the peer with REFER to call another SIP URI (`"request": "transfer"`). */
export interface SipTransfer {
  /** The SIP URI that the peer is to call. */
  uri: string;
  /** The `Call-ID` of the call to replace, for an attended transfer. */
  replace?: string | undefined;
}

/**
 * Ends the call (`"request": "hangup"`). The inherited `hangup` closes only the PeerConnection, which ends the call,
 * too.
 */
export interface SipSipHangup {
  /** The headers to add, by name. */
  headers?: Record<string, string> | undefined;
}

/** Resets the call state of the handle, for a call that does not end (`"request": "reset"`). */
export interface SipReset {
}

/** The INVITE of a call is sent. */
export interface SipCalling extends Received {
  /** The SIP `Call-ID` header. */
  call_id: string;
}

/** The peer's server answered the INVITE with a provisional status. */
export interface SipProceeding extends Received {
  /** The SIP `Call-ID` header. */
  call_id: string;
  /** The SIP status code. */
  code: number;
}

/** The peer's phone rings. */
export interface SipRinging extends Received {
  /** The SIP `Call-ID` header. */
  call_id: string;
  /** The SIP headers that `incoming_header_prefixes` of `register` selects, by name. */
  headers?: Record<string, string>;
}

/** Early media (`183 Session Progress`), with the SDP answer. */
export interface SipEarlyMedia extends Received {
  /** The SIP `Call-ID` header. */
  call_id: string;
  /** The SIP URI of the peer. */
  username: string;
  /** The SIP headers that `incoming_header_prefixes` of `register` selects, by name. */
  headers?: Record<string, string>;
  /** The SDP answer of the peer. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end (default: false). */
  e2ee?: boolean;
}

/** The call was accepted, or changed. */
export interface SipAccepted extends Received {
  /** The SIP `Call-ID` header. */
  call_id: string;
  /** The SIP URI of the peer; missing in the responses to `accept`, `progress` and `update`. */
  username?: string;
  /** Whether the peer is a conference (`isfocus` in its `Contact` header). */
  isfocus?: boolean;
  /** The SIP headers that `incoming_header_prefixes` of `register` selects, by name. */
  headers?: Record<string, string>;
  /** The SDP answer of the peer, unless an earlier event carried it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end (default: false). */
  e2ee?: boolean;
}

/** A call comes in, or the peer wants to change the call. */
export interface SipIncoming extends Received {
  /** The SIP `Call-ID` header. */
  call_id: string;
  /** The SIP URI of the caller. */
  username: string;
  /** The display name of the caller. Janus's name: `displayname`. */
  display_name?: string;
  /** The SIP URI that was called. */
  callee: string;
  /** The SIP URI of the party that transferred the call. */
  referred_by?: string;
  /** The `Call-ID` of the call that this call replaces. */
  replaces?: string;
  /** Whether the peer is a conference (`isfocus` in its `Contact` header). */
  isfocus?: boolean;
  /** The encryption that the peer offers: `sdes_optional` or `sdes_mandatory`; missing without SRTP. */
  srtp?: SrtpMode;
  /** The SIP headers that `incoming_header_prefixes` of `register` selects, by name. */
  headers?: Record<string, string>;
  /** The SDP offer of the peer; missing if the INVITE had none. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end (default: false). */
  e2ee?: boolean;
}

/** A call came in while the handle was busy; Janus declined it with `486`. */
export interface SipMissed extends Received {
  /** The SIP `Call-ID` header. */
  call_id: string;
  /** The SIP URI of the caller. */
  caller: string;
  /** The display name of the caller. Janus's name: `displayname`. */
  display_name?: string;
  /** The SIP URI that was called. */
  callee: string;
}

/** The call ended, or was not accepted. */
export interface SipHungUp extends Received {
  /** The SIP `Call-ID` header; missing if the call ended before. */
  call_id?: string;
  /** The SIP status code. */
  code: number;
  /** The reason phrase of the SIP status; missing if it is not valid UTF-8. */
  reason?: string;
  /** The text of the `Reason` header. */
  reason_header?: string;
  /** The protocol in the `Reason` header of the BYE or CANCEL, such as `SIP` or `Q.850`. */
  reason_header_protocol?: string;
  /** The `cause` in the `Reason` header of the BYE or CANCEL. */
  reason_header_cause?: string;
  /** The SIP headers that `incoming_header_prefixes` of `register` selects, by name. */
  headers?: Record<string, string>;
}

/** The peer asks with REFER for a call to another SIP URI. `call` with this `refer_id` accepts, `decline` refuses. */
export interface SipTransferRequested extends Received {
  /** The id of the transfer. */
  refer_id: number;
  /** The SIP URI to call. */
  refer_to: string;
  /** The SIP URI of the party that requests the transfer. */
  referred_by?: string;
  /** The `Call-ID` of the call to replace. */
  replaces?: string;
  /** The SIP headers that `incoming_header_prefixes` of `register` selects, by name. */
  headers?: Record<string, string>;
}

/** A SIP INFO was received. */
export interface SipInfoReceived extends Received {
  /** The SIP `Call-ID` header; missing outside of a call. */
  call_id?: string;
  /** The SIP URI of the sender. */
  sender: string;
  /** The display name of the sender. */
  displayname?: string;
  /** The MIME type of the content. */
  type: string;
  /** The content: a text; missing if it is not valid UTF-8. */
  content?: string;
  /** The SIP headers that `incoming_header_prefixes` of `register` selects, by name. */
  headers?: Record<string, string>;
}

/** A SIP MESSAGE was received. */
export interface SipMessageReceived extends Received {
  /** The SIP `Call-ID` header; missing outside of a call. */
  call_id?: string;
  /** The SIP URI of the sender. */
  sender: string;
  /** The display name of the sender. */
  displayname?: string;
  /** The MIME type of the content. */
  content_type: string;
  /** The content: a text; missing if it is not valid UTF-8. */
  content?: string;
  /** The SIP headers that `incoming_header_prefixes` of `register` selects, by name. */
  headers?: Record<string, string>;
}

/** The response of the peer to a SIP MESSAGE of this handle. */
export interface SipDelivery extends Received {
  /** The SIP `Call-ID` header. */
  call_id: string;
  /** The SIP status code. */
  code: number;
  /** The reason phrase of the SIP status; missing if it is not valid UTF-8. */
  reason?: string;
}

/** A notification for a subscription was received (NOTIFY). */
export interface SipNotification extends Received {
  /** The `Call-ID` of the subscription. */
  call_id: string;
  /** The event package, as in `event` of `subscribe`. */
  notify?: string;
  /** The state of the subscription: the `Subscription-State` header. */
  substate?: SipSubscriptionState;
  /** The MIME type of the content. Janus's name: `content-type`. */
  content_type?: string;
  /** The content: a text; missing if it is not valid UTF-8. */
  content?: string;
  /** The SIP headers that `incoming_header_prefixes` of `register` selects, by name. */
  headers?: Record<string, string>;
}

/** The response of the server to a SUBSCRIBE. */
export interface SipSubscription extends Received {
  /** The `Call-ID` of the subscription; missing if the server did not respond. */
  call_id?: string;
  /** The SIP status code. */
  code: number;
  /** The reason phrase of the SIP status; missing if it is not valid UTF-8. */
  reason?: string;
  /** The lifetime of the subscription, in seconds. */
  expires?: number;
  /** The SIP headers that `incoming_header_prefixes` of `register` selects, by name. */
  headers?: Record<string, string>;
}

/** A DTMF digit was received in the peer's RTP (Janus 1.2.1 and newer). */
export interface SipDtmfTone extends Received {
  /** The SIP `Call-ID` header; missing outside of a call. */
  call_id?: string;
  /** The SIP URI of the sender. */
  sender: string;
  /** The digit that was pressed. */
  signal: string;
  /** The duration of the tone, in milliseconds. */
  duration: number;
}

/** Records the call on the server (`"request": "recording"`). At least one of the four streams must be true. */
export interface SipRecording {
  /** The change to make. */
  action: SipRecordingAction;
  /** Whether the action applies to this side's audio. */
  audio?: boolean | undefined;
  /** Whether the action applies to this side's video. */
  video?: boolean | undefined;
  /** Whether the action applies to the peer's audio. */
  peer_audio?: boolean | undefined;
  /** Whether the action applies to the peer's video. */
  peer_video?: boolean | undefined;
  /** Whether to request a key frame from the peer. */
  send_peer_pli?: boolean | undefined;
  /** The path of the recording on the server, without extensions such as `-user-audio.mjr`. */
  filename?: string | undefined;
}

/** Sends a SIP INFO in the call (`"request": "info"`). */
export interface SipInfo {
  /** The MIME type of the content. */
  type: string;
  /** The content: a text. */
  content: string;
  /** The headers to add, by name. */
  headers?: Record<string, string> | undefined;
}

/**
 * Sends a SIP MESSAGE in the call or to a SIP URI (`"request": "message"`). The event `sip_messagedelivery` reports the
 * peer's response.
 */
export interface SipSipMessage {
  /** The content: a text. */
  content: string;
  /** The MIME type of the content (Janus's default: `text/plain`). */
  content_type?: string | undefined;
  /** The SIP URI of the receiver, for a message outside of the call. */
  uri?: string | undefined;
  /** The `Call-ID` of the dialog. */
  call_id?: string | undefined;
  /** The headers to add, by name. */
  headers?: Record<string, string> | undefined;
}

/** Sends a DTMF digit as a SIP INFO (`"request": "dtmf_info"`). */
export interface SipDtmfInfo {
  /** The digit: `0` to `9`, `*`, `#` or `A` to `D`. */
  digit: string;
  /** The duration of the tone, in milliseconds (Janus's default: 160). */
  duration?: number | undefined;
  /** The headers to add, by name. */
  headers?: Record<string, string> | undefined;
}

/** Requests key frames (`"request": "keyframe"`; Janus 1.3.1 and newer). */
export interface SipKeyframe {
  /** Whether to request a key frame from this side. */
  user?: boolean | undefined;
  /** Whether to request a key frame from the peer. */
  peer?: boolean | undefined;
}

/** Forwards the media of the call over RTP (`"request": "rtp_forward"`; Janus 1.4.0 and newer). */
export interface SipStartForward {
  /** The streams to forward, with their hosts and ports. */
  streams: Array<SipForwardedStream>;
}

/** A stream to forward. */
export interface SipForwardedStream {
  /** The stream: `audio` or `video` of this side, `peer_audio` or `peer_video` of the peer. */
  type: CallStream;
  /** The host that receives the stream: a name or an address. */
  host: string;
  /** The port that receives the stream. */
  port: number;
  /** The address family for a host name: `ipv4` or `ipv6`. */
  host_family?: HostFamily | undefined;
  /** The RTP payload type. */
  pt?: number | undefined;
  /** The SSRC of the forwarded stream. */
  ssrc?: number | undefined;
  /** The SRTP suite that encrypts the forwarded stream: 32 or 80. Without it the stream is not encrypted. */
  srtp_suite?: number | undefined;
  /** The SRTP key, in base64. */
  srtp_crypto?: string | undefined;
}

/** Stops an RTP forwarder (`"request": "stop_rtp_forward"`; Janus 1.4.0 and newer). */
export interface SipStopForward {
  /** The id of the forwarder, as in `stream_id` of `SipForwarder`. */
  stream_id: number;
}

/** Lists the RTP forwarders of the call (`"request": "listforwarders"`; Janus 1.4.0 and newer). */
export interface SipListForward {
}

/** The REGISTER is sent. */
export interface SipRegistering extends Received {
  /** The unique id of the account (Janus 1.4.0 and newer). */
  unique_id?: string;
}

/** The identity is registered. */
export interface SipRegistered extends Received {
  /** The SIP URI of the identity. Janus's name: `username`. */
  user: string;
  /** Whether Janus sent a REGISTER. */
  register_sent: boolean;
  /** The id of this account; helpers name it in `master_id` of `register`. */
  master_id: number;
  /** Whether the account is a helper; missing if not. */
  helper?: boolean;
  /** The SIP headers that `incoming_header_prefixes` of `register` selects, by name. */
  headers?: Record<string, string>;
  /** The unique id of the account (Janus 1.4.0 and newer). */
  unique_id?: string;
}

/** The registration ended. */
export interface SipUnregistered extends Received {
  /** The SIP URI of the identity. Janus's name: `username`. */
  user: string;
  /** The SIP headers that `incoming_header_prefixes` of `register` selects, by name. */
  headers?: Record<string, string>;
}

/** The server refused the registration or its renewal. */
export interface SipRegistrationFailed extends Received {
  /** The SIP status code. */
  code: number;
  /** The reason phrase of the SIP status; missing if it is not valid UTF-8. */
  reason?: string;
  /** The SIP headers that `incoming_header_prefixes` of `register` selects, by name. */
  headers?: Record<string, string>;
}

/** The response to `decline`: the call, or the transfer, is declined. */
export interface SipDeclined extends Received {
  /** The SIP `Call-ID` header. */
  call_id?: string;
  /** The SIP status code. */
  code: number;
  /** The id of the declined transfer; missing for a call. */
  refer_id?: number;
}

/** An acknowledgement: Janus performs the request. */
export interface SipDone extends Received {
  /** The SIP `Call-ID` header. */
  call_id?: string;
}

/** The response to `startForward`. */
export interface SipForwarding extends Received {
  /** The SIP `Call-ID` header. */
  call_id?: string;
  /** The RTP forwarders, one for each stream. */
  forwarders: Array<SipForwarder>;
}

/** An RTP forwarder of a stream. */
export interface SipForwarder extends Received {
  /** The id of the forwarder. */
  stream_id: number;
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
export interface SipForwardStopped extends Received {
  /** The SIP `Call-ID` header. */
  call_id?: string;
  /** The id of the stopped forwarder. */
  stream_id: number;
}

/** The response to `listForward`. */
export interface SipForwarders extends Received {
  /** The SIP `Call-ID` header. */
  call_id?: string;
  /** The RTP forwarders of the call. Janus's name: `rtp_forwarders`. */
  forwarders: Array<SipForwarder>;
}

/** The plugin's events. */
export declare const EVENT: {
  /** An error that belongs to no pending request. */
  readonly SIP_ERROR: 'sip_error';
  /** The REGISTER is sent. */
  readonly SIP_REGISTERING: 'sip_registering';
  /** The registration was renewed, or completed after its request had ended. */
  readonly SIP_REGISTERED: 'sip_registered';
  /** The registrar refused the registration, or did not respond. */
  readonly SIP_REGISTRATION_FAILED: 'sip_registration_failed';
  /** The request to end the registration is sent. */
  readonly SIP_UNREGISTERING: 'sip_unregistering';
  /** The registration ended. */
  readonly SIP_UNREGISTERED: 'sip_unregistered';
  /** The INVITE of a call is sent. */
  readonly SIP_CALLING: 'sip_calling';
  /** The peer's server answered the INVITE with a provisional status. */
  readonly SIP_PROCEEDING: 'sip_proceeding';
  /** The peer's phone rings. */
  readonly SIP_RINGING: 'sip_ringing';
  /** Early media (183 Session Progress), with the SDP answer. */
  readonly SIP_PROGRESS: 'sip_progress';
  /** The call was accepted, or changed. */
  readonly SIP_ACCEPTED: 'sip_accepted';
  /** A call comes in. */
  readonly SIP_INCOMING: 'sip_incoming';
  /** The peer wants to change the call: answer with `update`. */
  readonly SIP_UPDATINGCALL: 'sip_updatingcall';
  /** A call came in while the handle was busy. */
  readonly SIP_MISSED: 'sip_missed';
  /** The call ended. */
  readonly SIP_HANGUP: 'sip_hangup';
  /** The peer asks for a call to another SIP URI. */
  readonly SIP_TRANSFER: 'sip_transfer';
  /** A SIP INFO was received. */
  readonly SIP_INFO: 'sip_info';
  /** A SIP MESSAGE was received. */
  readonly SIP_MESSAGE: 'sip_message';
  /** The response of the peer to a SIP MESSAGE of this handle. */
  readonly SIP_MESSAGEDELIVERY: 'sip_messagedelivery';
  /** A notification for a subscription was received. */
  readonly SIP_NOTIFY: 'sip_notify';
  /** A subscription was accepted. */
  readonly SIP_SUBSCRIBE_SUCCEEDED: 'sip_subscribe_succeeded';
  /** A subscription was refused. */
  readonly SIP_SUBSCRIBE_FAILED: 'sip_subscribe_failed';
  /** A DTMF digit was received (Janus 1.2.1 and newer). */
  readonly SIP_DTMF: 'sip_dtmf';
  /** The response to `accept`, if it comes after its request has ended. */
  readonly SIP_ACCEPTING: 'sip_accepting';
  /** The response to `progress`, if it comes after its request has ended. */
  readonly SIP_PROGRESSED: 'sip_progressed';
  /** The response to `decline`, if it comes after its request has ended. */
  readonly SIP_DECLINING: 'sip_declining';
  /** The response to `update` with an offer, if it comes after its request has ended. */
  readonly SIP_UPDATING: 'sip_updating';
  /** The response to `update` with an answer, if it comes after its request has ended. */
  readonly SIP_UPDATED: 'sip_updated';
  /** The response to `hold`, if it comes after its request has ended. */
  readonly SIP_HOLDING: 'sip_holding';
  /** The response to `unhold`, if it comes after its request has ended. */
  readonly SIP_RESUMING: 'sip_resuming';
  /** The response to `transfer`, if it comes after its request has ended. */
  readonly SIP_TRANSFERRING: 'sip_transferring';
  /** The response to `sip_hangup`, if it comes after its request has ended. */
  readonly SIP_HANGINGUP: 'sip_hangingup';
  /** The response to `recording`, if it comes after its request has ended. */
  readonly SIP_RECORDINGUPDATED: 'sip_recordingupdated';
  /** The response to `info`, if it comes after its request has ended. */
  readonly SIP_INFOSENT: 'sip_infosent';
  /** The response to `sip_message`, if it comes after its request has ended. */
  readonly SIP_MESSAGESENT: 'sip_messagesent';
  /** The response to `dtmfInfo`, if it comes after its request has ended. */
  readonly SIP_DTMFSENT: 'sip_dtmfsent';
  /** The response to `keyframe`, if it comes after its request has ended. */
  readonly SIP_KEYFRAMESENT: 'sip_keyframesent';
  /** The response to `startForward`, if it comes after its request has ended. */
  readonly SIP_RTP_FORWARD: 'sip_rtp_forward';
  /** The response to `stopForward`, if it comes after its request has ended. */
  readonly SIP_STOP_RTP_FORWARD: 'sip_stop_rtp_forward';
  /** The response to `listForward`, if it comes after its request has ended. */
  readonly SIP_FORWARDERS: 'sip_forwarders';
  /** The response to `subscribe`, if it comes after its request has ended. */
  readonly SIP_SUBSCRIBING: 'sip_subscribing';
  /** The response to `unsubscribe`, if it comes after its request has ended. */
  readonly SIP_UNSUBSCRIBING: 'sip_unsubscribing';
  /** The response to `reset`, if it comes after its request has ended. */
  readonly SIP_RESET: 'sip_reset';
  /** The response to `sendRinging`, if it comes after its request has ended. */
  readonly SIP_DONE: 'sip_done';
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
  /** A field has the wrong type or an invalid value. */
  readonly INVALID_ELEMENT: 444;
  /** The handle is already registered. */
  readonly ALREADY_REGISTERED: 445;
  /** A SIP URI is invalid. */
  readonly INVALID_ADDRESS: 446;
  /** The request does not fit the state: the handle is not registered, is in a call, or is in no call. */
  readonly WRONG_STATE: 447;
  /** The SDP is missing. */
  readonly MISSING_SDP: 448;
  /** The SIP library of Janus failed. */
  readonly LIBSOFIA_ERROR: 449;
  /** The network failed. */
  readonly IO_ERROR: 450;
  /** The recording failed. */
  readonly RECORDING_ERROR: 451;
  /** SRTP is mandatory and not possible. */
  readonly TOO_STRICT: 452;
  /** The request is not possible for a helper, or the master of a helper does not exist. */
  readonly HELPER_ERROR: 453;
  /** The call does not exist. */
  readonly NO_SUCH_CALLID: 454;
  /** The forwarder does not exist (Janus 1.4.0 and newer). */
  readonly NO_SUCH_STREAM: 455;
  /** An error without a code of its own. */
  readonly UNKNOWN_ERROR: 499;
};

/** The arguments of the listeners of each event. */
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
  sip_transfer: [SipTransferRequested];
  sip_info: [SipInfoReceived];
  sip_message: [SipMessageReceived];
  sip_messagedelivery: [SipDelivery];
  sip_notify: [SipNotification];
  sip_subscribe_succeeded: [SipSubscription];
  sip_subscribe_failed: [SipSubscription];
  sip_dtmf: [SipDtmfTone];
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
   * Registers an identity at a SIP server (`"request": "register"`). The response is the server's.
   *
   * The timeout is 10 s. Events report later changes of the registration.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/sip/struct.Register.html)
   */
  register(params: SipRegister, options?: CallOptions): Promise<SipRegistered & Pick<SipRegister, 'username'>>;
  /**
   * Ends the registration (`"request": "unregister"`). The response is the server's.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/sip/struct.Unregister.html)
   */
  unregister(params?: SipUnregister, options?: CallOptions): Promise<SipUnregistered>;
  /**
   * Subscribes to an event package with SUBSCRIBE (`"request": "subscribe"`). The event `sip_subscribe_succeeded` or
   * `sip_subscribe_failed` follows.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/sip/struct.Subscribe.html)
   */
  subscribe(params: SipSubscribe, options?: CallOptions): Promise<SipDone>;
  /**
   * Ends a subscription (`"request": "unsubscribe"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/sip/struct.Unsubscribe.html)
   */
  unsubscribe(params: SipUnsubscribe, options?: CallOptions): Promise<SipDone>;
  /**
   * Calls a SIP URI with an SDP offer (`"request": "call"`). The response arrives when the peer accepts the call.
   *
   * The timeout is 120 s. Until then, events report the state: `calling`, `ringing` and `progress`. With early media,
   * `progress` carries the SDP answer and the response carries none. If the call is not accepted, the request fails
   * with the SIP status code.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/sip/struct.Call.html)
   */
  call(params: SipCall, options?: CallOptions): Promise<SipAccepted>;
  /**
   * Accepts an incoming call with an SDP answer, or with an SDP offer if the caller sent none (`"request": "accept"`).
   *
   * Janus 1.1.2 reports a call shortly before it sends `180 Ringing`, and loses an answer that comes in between: a
   * program that accepts calls automatically should wait for one second.
   *
   * Newer versions report a call some microseconds before their SIP stack can answer the call. They acknowledge an
   * answer that comes in between, but never send the answer to the caller. A person's click comes later. A program
   * that answers at once first sends a `sip_message` to an address that does not exist, and waits for its
   * `sip_messagedelivery`: the thread that reports the delivery has made the call answerable.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/sip/struct.Accept.html)
   */
  accept(params?: SipAccept, options?: CallOptions): Promise<SipAccepted>;
  /**
   * Answers the caller's offer before the call is accepted: `183 Session Progress`, early media (`"request":
   * "progress"`; Janus 1.3.1 and newer).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/sip/struct.Progress.html)
   */
  progress(params?: SipProgress, options?: CallOptions): Promise<SipAccepted>;
  /**
   * Sends `180 Ringing` for an incoming call, if `automatic_ringing` is false (`"request": "send_ringing"`; Janus
   * 1.3.3 and newer).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/sip/struct.SendRinging.html)
   */
  sendRinging(params?: SipSendRinging, options?: CallOptions): Promise<SipDone>;
  /**
   * Declines an incoming call or a transfer (`"request": "decline"`).
   *
   * Janus reports a call some microseconds before its SIP stack can answer the call. It acknowledges an answer that
   * comes in between, but never sends the answer to the caller. A person's click comes later. A program that answers
   * at once first sends a `sip_message` to an address that does not exist, and waits for its `sip_messagedelivery`: the
   * thread that reports the delivery has made the call answerable.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/sip/struct.Decline.html)
   */
  decline(params?: SipDecline, options?: CallOptions): Promise<SipDeclined>;
  /**
   * Renegotiates the call with an SDP offer, or answers the peer's offer of `sip_updatingcall` (`"request": "update"`).
   *
   * Janus's SIP stack does not send the re-INVITE while an INFO, a DTMF or a MESSAGE of the call waits for the peer's
   * response, though Janus acknowledges the request. Wait for their delivery first: the `sip_message` that is sent last
   * has its `sip_messagedelivery` when the peer has answered all of them.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/sip/struct.Update.html)
   */
  update(params?: SipUpdate, options?: CallOptions): Promise<SipAccepted>;
  /**
   * Puts the call on hold (`"request": "hold"`).
   *
   * Janus's SIP stack does not send the re-INVITE while an INFO, a DTMF or a MESSAGE of the call waits for the peer's
   * response, though Janus acknowledges the request. Wait for their delivery first: the `sip_message` that is sent last
   * has its `sip_messagedelivery` when the peer has answered all of them.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/sip/struct.Hold.html)
   */
  hold(params?: SipHold, options?: CallOptions): Promise<SipDone>;
  /**
   * Resumes a call that is on hold (`"request": "unhold"`).
   *
   * Janus's SIP stack does not send the re-INVITE while an INFO, a DTMF or a MESSAGE of the call waits for the peer's
   * response, though Janus acknowledges the request. Wait for their delivery first: the `sip_message` that is sent last
   * has its `sip_messagedelivery` when the peer has answered all of them.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/sip/struct.Unhold.html)
   */
  unhold(params?: SipUnhold, options?: CallOptions): Promise<SipDone>;
  /**
   * Asks the peer with REFER to call another SIP URI (`"request": "transfer"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/sip/struct.Transfer.html)
   */
  transfer(params: SipTransfer, options?: CallOptions): Promise<SipDone>;
  /**
   * Ends the call (`"request": "hangup"`). The inherited `hangup` closes only the PeerConnection, which ends the call,
   * too.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/sip/struct.SipHangup.html)
   */
  sip_hangup(params?: SipSipHangup, options?: CallOptions): Promise<SipDone>;
  /** The same as `sip_hangup`. */
  sipHangup(params?: SipSipHangup, options?: CallOptions): Promise<SipDone>;
  /**
   * Resets the call state of the handle, for a call that does not end (`"request": "reset"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/sip/struct.Reset.html)
   */
  reset(params?: SipReset, options?: CallOptions): Promise<SipDone>;
  /**
   * Records the call on the server (`"request": "recording"`). At least one of the four streams must be true.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/sip/struct.Recording.html)
   */
  recording(params: SipRecording, options?: CallOptions): Promise<SipDone>;
  /**
   * Sends a SIP INFO in the call (`"request": "info"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/sip/struct.Info.html)
   */
  info(params: SipInfo, options?: CallOptions): Promise<SipDone>;
  /**
   * Sends a SIP MESSAGE in the call or to a SIP URI (`"request": "message"`). The event `sip_messagedelivery` reports the
   * peer's response.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/sip/struct.SipMessage.html)
   */
  sip_message(params: SipSipMessage, options?: CallOptions): Promise<SipDone>;
  /** The same as `sip_message`. */
  sipMessage(params: SipSipMessage, options?: CallOptions): Promise<SipDone>;
  /**
   * Sends a DTMF digit as a SIP INFO (`"request": "dtmf_info"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/sip/struct.DtmfInfo.html)
   */
  dtmfInfo(params: SipDtmfInfo, options?: CallOptions): Promise<SipDone>;
  /**
   * Requests key frames (`"request": "keyframe"`; Janus 1.3.1 and newer).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/sip/struct.Keyframe.html)
   */
  keyframe(params?: SipKeyframe, options?: CallOptions): Promise<SipDone>;
  /**
   * Forwards the media of the call over RTP (`"request": "rtp_forward"`; Janus 1.4.0 and newer).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/sip/struct.StartForward.html)
   */
  startForward(params: SipStartForward, options?: CallOptions): Promise<SipForwarding>;
  /**
   * Stops an RTP forwarder (`"request": "stop_rtp_forward"`; Janus 1.4.0 and newer).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/sip/struct.StopForward.html)
   */
  stopForward(params: SipStopForward, options?: CallOptions): Promise<SipForwardStopped>;
  /**
   * Lists the RTP forwarders of the call (`"request": "listforwarders"`; Janus 1.4.0 and newer).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/sip/struct.ListForward.html)
   */
  listForward(params?: SipListForward, options?: CallOptions): Promise<SipForwarders>;
}

declare const plugin: {
  readonly id: 'janus.plugin.sip';
  readonly Handle: typeof SipHandle;
  readonly EVENT: typeof EVENT;
  readonly ERROR: typeof ERROR;
};
export default plugin;
