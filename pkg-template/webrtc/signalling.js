import { WebRtcError } from './errors.js';
import { afterHangup, expectHangup, gone, hangupOf, hungUp, open } from './hangup.js';

/** @typedef {import('./types/signalling.js').PeerHandle} PeerHandle */
/** @typedef {import('./types/peer.js').Jsep} Jsep */
/** @typedef {import('./types/peer.js').Signalling} Signalling */

/**
 * The signalling over a handle of this package in the page. It names the events by their texts: the rest of the
 * package, which has them as constants, would be ten times as large as this module.
 * @param {PeerHandle} handle
 * @param {import('./types/signalling.js').HandleSignalling} requests
 * @returns {Signalling}
 */
export function handleSignalling(handle, { send, offer, restart, events = [] }) {
  let ended = false;
  /** The request for Janus's offer, until its response. @type {Promise<unknown> | undefined} */
  let offering;
  /** @param {() => unknown} request after which Janus has a PeerConnection */
  const begin = (request) => afterHangup(handle, () => {
    if (ended) throw new WebRtcError('peer_closed', 'the peer ended before Janus had hung up the former one');
    open(handle);
    return request();
  });
  const requestOffer = async (/** @type {() => unknown} */ request) => {
    try {
      return await begin(request);
    } catch (error) {
      gone(handle);
      throw error;
    } finally {
      offering = undefined;
    }
  };
  return {
    send: (jsep) => begin(() => send(jsep)),
    ...(offer && { offer: () => (offering = requestOffer(offer)) }),
    restart,
    ice_servers: handle.session?.ice_servers,
    trickle: (candidate) => afterHangup(handle, () => ended || handle.trickle(candidate)),
    hangup: () => hangupOf(handle)?.request(offering),
    listen(peer) {
      const { signal } = peer;
      /** @type {(event: string, listener: (data: any) => void) => unknown} */
      const on = (event, listener) => handle.on(event, listener, { signal });
      const end = (/** @type {string} */ reason) => {
        gone(handle);
        peer.end(reason);
      };
      const endByHangup = (/** @type {{ reason?: string }} */ { reason }) => {
        hungUp(handle);
        if (!isOfRefusedCall(peer, reason)) peer.end(`Janus hung up${reason ? `: ${reason}` : ''}`);
      };
      signal.addEventListener('abort', () => {
        ended = true;
        expectHangup(handle);
      });
      on('handle_trickle', (candidate) => peer.addCandidate(candidate));
      on('handle_ice_failed', () => peer.restartIce());
      // The hangup of the former peer is not this one's.
      afterHangup(handle, () => on('handle_hangup', endByHangup));
      on('handle_detached', ({ reason }) => end(`the handle has ended: ${reason}`));
      on('handle_rebuilt', () => end('Janus lost the session; the handle was attached again'));
      for (const event of events) on(event, ({ jsep }) => jsep && peer.receive(jsep).catch((error) => peer._report(error)));
    },
  };
}

/**
 * Keeps the candidates of Janus that come before the event of their call, when there is no peer yet.
 * @param {PeerHandle} handle
 * @param {AbortSignal} [signal] ends the keeping
 * @returns {(peer: import('./types/peer.js').Peer) => void} gives them to the peer of the call
 */
export function earlyCandidates(handle, signal) {
  /** @type {import('./types/peer.js').RemoteCandidate[]} */
  let early = [];
  handle.on('handle_trickle', (candidate) => early.push(candidate), { signal });
  // Those of a call that has ended.
  handle.on('handle_hangup', () => (early = []), { signal });
  return (peer) => {
    for (const candidate of early.splice(0)) peer.addCandidate(candidate);
  };
}

/** The reasons of hangups that were requested: by this side, and by a plugin. */
const REQUESTED = ['Janus API', 'Close PC'];

/**
 * Whether the hangup belongs to a request that the plugin refuses: its response states why, and may come later.
 * @param {import('./types/peer.js').Peer} peer
 * @param {string | undefined} reason
 */
const isOfRefusedCall = (peer, reason = '') => REQUESTED.includes(reason) && !peer.connection.remoteDescription;
