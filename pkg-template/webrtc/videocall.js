import { Call } from './call.js';
import { WebRtcError } from './errors.js';
import { open } from './hangup.js';
import { earlyCandidates, handleSignalling } from './signalling.js';

/** @typedef {import('./local_track.js').LocalTrack} LocalTrack */
/** @typedef {import('./types/call.js').AnswerOptions} AnswerOptions */
/** @typedef {import('./types/call.js').CallOptions} CallOptions */
/** @typedef {import('./types/peer.js').Jsep} Jsep */
/** @typedef {import('./types/peer.js').PeerOptions} PeerOptions */
/** @typedef {import('./types/videocall.js').VideoCallHandle} VideoCallHandle */

/** The events that have descriptions of the other user. */
const EVENTS = ['videocall_accepted', 'videocall_update'];

/**
 * @param {VideoCallHandle} handle
 * @param {{ username: string }} params
 * @param {LocalTrack[]} tracks
 * @param {CallOptions} [options]
 */
export async function startVideoCall(handle, { username }, tracks, { streams, signal, ...options } = {}) {
  const first = async (/** @type {object} */ offer) => {
    const { event, reason } = await handle.call({ username, ...offer });
    if (event === 'hangup') throw new WebRtcError('declined', `${username} can’t be called: ${reason}`);
  };
  // The callee is polite, so one of the two offers counts.
  const call = new VideoCall(handle, username, first, { polite: false, ...options });
  await call._begin(tracks, { streams, signal });
  return call;
}

/**
 * @param {VideoCallHandle} handle
 * @param {(call: IncomingVideoCall) => void} listener
 * @param {PeerOptions & { signal?: AbortSignal }} [options]
 */
export function receiveVideoCalls(handle, listener, { signal, ...options } = {}) {
  const giveEarly = earlyCandidates(handle, signal);
  handle.on('videocall_incoming_call', (incoming) => {
    const call = new IncomingVideoCall(handle, incoming, options);
    open(handle);
    giveEarly(call._peer);
    listener(call);
  }, { signal });
}

/** A call between two users of VideoCall. */
class VideoCall extends Call {
  /**
   * @param {VideoCallHandle} handle
   * @param {string} username the other user
   * @param {(params: object) => Promise<unknown>} first carries the first description of this side
   * @param {PeerOptions} options
   */
  constructor(handle, username, first, options) {
    let request = first;
    const send = async (/** @type {Jsep} */ jsep) => {
      const now = request;
      request = (params) => handle.set(params);
      await now({ jsep, ...(jsep.e2ee && { e2ee: true }) });
    };
    super(handleSignalling(handle, { send, events: EVENTS }), options, (params) => handle.hangupCall(params));
    this.username = username;
    // Janus may report the end of the former call late.
    handle.on('videocall_hangup', ({ username: by = username, reason }) => {
      if (by === username) this.peer.end(`${username} hung up: ${reason}`);
    }, { signal: this.peer.signal });
  }
}

/** A call of another user. Its peer listens from the start, as Janus's candidates come before the answer. */
class IncomingVideoCall {
  #call;
  #jsep;

  /**
   * @param {VideoCallHandle} handle
   * @param {{ username: string, jsep: Jsep }} incoming
   * @param {PeerOptions} options
   */
  constructor(handle, { username, jsep }, options) {
    this.username = username;
    this.#jsep = jsep;
    this.#call = new VideoCall(handle, username, (answer) => handle.accept(answer), options);
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
   * @param {AnswerOptions} [options]
   */
  async answer(tracks, { streams } = {}) {
    await this.#call._begin(tracks, { streams, negotiate: () => this.#call.peer.receive(this.#jsep) });
    return this.#call;
  }

  /** @param {{ reason?: string }} [params] */
  async decline(params) {
    await this.#call.hangup(params);
  }
}
