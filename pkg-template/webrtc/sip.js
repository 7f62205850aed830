import { Call } from './call.js';
import { WebRtcError } from './errors.js';
import { open } from './hangup.js';
import { earlyCandidates, handleSignalling } from './signalling.js';

/** @typedef {import('./local_track.js').LocalTrack} LocalTrack */
/** @typedef {import('./types/call.js').CallOptions} CallOptions */
/** @typedef {import('./types/peer.js').Jsep} Jsep */
/** @typedef {import('./types/peer.js').PeerOptions} PeerOptions */
/** @typedef {import('./types/sip.js').SipHandle} SipHandle */
/** @typedef {import('./types/sip.js').SipDtmfOptions} SipDtmfOptions */

/** The events that have descriptions of the other side: early media, the answer to a change, a change, and its ACK. */
const EVENTS = ['sip_progress', 'sip_accepted', 'sip_updatingcall'];

/** What a comma among DTMF tones means, as in browsers. */
const COMMA_MS = 2000;

/**
 * @param {SipHandle} handle
 * @param {{ uri: string }} params
 * @param {LocalTrack[]} tracks
 * @param {CallOptions} [options]
 */
export async function startSipCall(handle, params, tracks, { streams, signal, ...options } = {}) {
  /** @type {Promise<unknown> | undefined} */
  let accepted;
  const call = new SipCall(handle, (offer) => (accepted = handle.call({ ...params, ...offer })), options);
  const negotiate = async () => {
    await call.peer.negotiate();
    // With early media the answer comes before the call is accepted.
    await accepted;
    if (call.peer.signal.aborted) throw new WebRtcError('peer_closed', 'the call ended before it was accepted');
  };
  await call._begin(tracks, { streams, signal, negotiate });
  return call;
}

/**
 * @param {SipHandle} handle
 * @param {(call: IncomingSipCall) => void} listener
 * @param {PeerOptions & { signal?: AbortSignal }} [options]
 */
export function receiveSipCalls(handle, listener, { signal, ...options } = {}) {
  const giveEarly = earlyCandidates(handle, signal);
  handle.on('sip_incoming', (incoming) => {
    const call = new IncomingSipCall(handle, incoming, options);
    open(handle);
    giveEarly(call._peer);
    listener(call);
  }, { signal });
}

/** A SIP call. */
class SipCall extends Call {
  #handle;

  /**
   * @param {SipHandle} handle
   * @param {(params: { jsep: Jsep }) => Promise<unknown>} first carries the first description of this side
   * @param {PeerOptions} options
   * @param {string} [callId] of a call that comes in
   */
  constructor(handle, first, options, callId) {
    let request = first;
    const send = (/** @type {Jsep} */ jsep) => {
      const now = request;
      request = (params) => handle.update(params);
      return now({ jsep });
    };
    super(handleSignalling(handle, { send, events: EVENTS }), options, (params) => handle.sip_hangup(params));
    this.#handle = handle;
    // Janus may report the end of the former call late. Without Janus's description the request fails, if this side calls.
    handle.on('sip_hangup', ({ call_id, code, reason }) => {
      const isThis = callId === undefined ? this.peer.connection.remoteDescription : callId === call_id;
      if (isThis) this.peer.end(`the call has ended: ${code} ${reason}`);
    }, { signal: this.peer.signal });
  }

  /** @param {{ direction?: string }} [params] */
  async hold(params) {
    await this.#handle.hold(params);
  }

  async unhold() {
    await this.#handle.unhold();
  }

  /**
   * @param {string} tones
   * @param {SipDtmfOptions} [options]
   */
  async sendDtmf(tones, { by, ...options } = {}) {
    const audio = this.senders.find(({ sender }) => sender.dtmf?.canInsertDTMF);
    if (by === 'info' || (by === undefined && !audio)) return await this.#sendInfo(tones, options);
    if (!audio) throw new WebRtcError('unsupported', 'the call can’t send DTMF tones in RTP: it needs an audio track and the codec telephone-event');
    await audio.sendDtmf(tones, options);
  }

  /**
   * @param {string} tones
   * @param {{ duration_ms?: number, gap_ms?: number }} options
   */
  async #sendInfo(tones, { duration_ms = 100, gap_ms = 70 }) {
    for (const digit of tones.toUpperCase()) {
      if (digit !== ',') await this.#handle.dtmfInfo({ digit, duration: duration_ms });
      await new Promise((resolve) => setTimeout(resolve, digit === ',' ? COMMA_MS : duration_ms + gap_ms));
    }
  }
}

/** A SIP call that comes in. Its peer listens from the start, as Janus's candidates come before the answer. */
class IncomingSipCall {
  #handle;
  #call;
  /** @type {object} */
  #params = {};

  /**
   * @param {SipHandle} handle
   * @param {import('./types/sip.js').SipInvite} invite
   * @param {PeerOptions} options
   */
  constructor(handle, invite, options) {
    this.invite = invite;
    this.#handle = handle;
    this.#call = new SipCall(handle, (description) => handle.accept({ ...this.#params, ...description }), options, invite.call_id);
  }

  /** @internal */
  get _peer() {
    return this.#call.peer;
  }

  /** Aborts when the call has ended: when the caller gives up, too. */
  get signal() {
    return this.#call.peer.signal;
  }

  /**
   * @param {LocalTrack[]} tracks
   * @param {import('./types/sip.js').SipAnswerOptions} [options]
   */
  async answer(tracks, { streams, params = {} } = {}) {
    this.#params = params;
    const { peer } = this.#call;
    const { jsep } = this.invite;
    await this.#call._begin(tracks, { streams, negotiate: () => (jsep ? peer.receive(jsep) : peer.negotiate()) });
    return this.#call;
  }

  /** @param {{ code?: number, headers?: Record<string, string> }} [params] */
  async decline(params) {
    this.#call.peer.end('declined by this side');
    await this.#handle.decline(params);
  }
}
