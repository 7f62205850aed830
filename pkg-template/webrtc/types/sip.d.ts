import type { AnswerOptions, Call, CallOptions, IncomingCall, ReceiveOptions } from './call.js';
import type { Jsep } from './peer.js';
import type { PeerHandle } from './signalling.js';
import type { LocalTrack } from './tracks.js';

/** A SIP handle that has registered an identity, or an object of your own with the same methods and events. */
export interface SipHandle extends PeerHandle {
  call(params: any): Promise<unknown>;
  accept(params: any): Promise<unknown>;
  decline(params?: any): Promise<unknown>;
  update(params: any): Promise<unknown>;
  hold(params?: any): Promise<unknown>;
  unhold(params?: any): Promise<unknown>;
  dtmfInfo(params: any): Promise<unknown>;
  sip_hangup(params?: any): Promise<unknown>;
}

/** Whom to call; passed to `call` as it is. */
export interface SipCallParams {
  /** The SIP URI, such as `sip:bob@example.org`. */
  uri: string;
  headers?: Record<string, string>;
  /** The encryption between Janus and the SIP peer: `sdes_optional` or `sdes_mandatory`. Default: none. */
  srtp?: string;
  srtp_profile?: string;
  call_id?: string;
  /** With false, Janus reports the peer's changes of the call, and this side answers them. Default: true, Janus answers. */
  autoaccept_reinvites?: boolean;
  refer_id?: number;
  secret?: string;
  ha1_secret?: string;
  authuser?: string;
}

/** How to answer a SIP call. */
export interface SipAnswerOptions extends AnswerOptions {
  /** Further parameters of `accept`, such as `{ srtp: 'sdes_optional' }`. */
  params?: { headers?: Record<string, string>; srtp?: string; srtp_profile?: string; autoaccept_reinvites?: boolean };
}

/** How to send DTMF tones. */
export interface SipDtmfOptions {
  /**
   * `rtp` sends events in the audio (RFC 4733), `info` sends a SIP INFO for each tone. Default: `rtp` if the peer's
   * answer has the codec telephone-event, else `info`.
   */
  by?: 'rtp' | 'info';
  /** The duration of a tone. Default: 100 ms. */
  duration_ms?: number;
  /** The gap between two tones. Default: 70 ms. */
  gap_ms?: number;
}

/** A SIP call. */
export interface SipCall extends Call {
  /**
   * Puts the call on hold (Janus: `hold`). Rejects with `timeout` while another change of the call is pending.
   * @param params the direction in which media are still sent; `sendonly` by default
   */
  hold(params?: { direction?: 'sendonly' | 'recvonly' | 'inactive' }): Promise<void>;
  /** Resumes the call (Janus: `unhold`); errors as with `hold`. */
  unhold(): Promise<void>;
  /**
   * Sends DTMF tones: `0` to `9`, `A` to `D`, `#`, `*`, and `,` for a pause of two seconds. Resolves when all are sent.
   * Rejects with `unsupported` if they must go in the audio and can't, with `peer_closed` if the call ends, or with
   * Janus's error.
   */
  sendDtmf(tones: string, options?: SipDtmfOptions): Promise<void>;
  /**
   * Ends the call (Janus: `hangup`). Tracks are not stopped. Rejects with the handle's error, and
   * the peer ends nevertheless.
   */
  hangup(params?: { headers?: Record<string, string> }): Promise<void>;
}

/** What the handle reports of a call that comes in (`sip_incoming`). */
export interface SipInvite {
  /** The SIP URI of the caller. */
  username: string;
  display_name?: string;
  /** The SIP URI that was called. */
  callee: string;
  call_id: string;
  headers?: Record<string, string>;
  /** The encryption that the caller offers. */
  srtp?: string;
  /** The SDP offer; missing if the caller sent none. Then this side makes the offer. */
  jsep?: Jsep;
}

/** A SIP call that comes in. */
export interface IncomingSipCall extends IncomingCall<SipCall, SipAnswerOptions> {
  readonly invite: SipInvite;
  /** Declines the call (Janus: `decline`) with a SIP status code; Janus's default is 603, before 1.2.2 486. */
  decline(params?: { code?: number; headers?: Record<string, string> }): Promise<void>;
}

/**
 * Calls a SIP URI (Janus: `call`). Resolves when the peer has accepted. With early media, the handle's event
 * `sip_progress` comes before. `sip_ringing` is an event of the handle, too.
 *
 * Rejects with Janus's error, whose `plugin` is the SIP status code, such as 486 (busy), with `timeout` after 120 s, or
 * with `cancelled` when `signal` aborts. A callee at Janus is busy, too, for up to a second after the end of its former
 * call: the SIP plugin accepts no call until its thread of the former one has ended, which looks once a second.
 *
 * ```js
 * await handle.register({ username: 'sip:anna@example.org', secret, proxy: 'sip:example.org' });
 * const call = await startSipCall(handle, { uri: 'sip:ben@example.org' }, [microphone]);
 * audio.srcObject = call.stream;
 * await call.sendDtmf('123#');
 * ```
 * @param tracks what this side sends, at least one
 */
export declare function startSipCall(handle: SipHandle, params: SipCallParams, tracks: LocalTrack[], options?: CallOptions): Promise<SipCall>;

/**
 * Calls the listener with each call that comes in. All held events of the handle are emitted: add your own listeners
 * before.
 *
 * ```js
 * receiveSipCalls(handle, async (incoming) => {
 *   if (await isWanted(incoming.invite.username)) audio.srcObject = (await incoming.answer([microphone])).stream;
 *   else await incoming.decline({ code: 486 });
 * });
 * ```
 */
export declare function receiveSipCalls(handle: SipHandle, listener: (call: IncomingSipCall) => void, options?: ReceiveOptions): void;
