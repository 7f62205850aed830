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
export function handleSignalling(handle, { send, restart, events = [] }) {
  return {
    send,
    restart,
    trickle: (candidate) => handle.trickle(candidate),
    hangup: () => handle.hangup(),
    listen(peer) {
      const { signal } = peer;
      /** @type {(event: string, listener: (data: any) => void) => unknown} */
      const on = (event, listener) => handle.on(event, listener, { signal });
      on('handle_trickle', (candidate) => peer.addCandidate(candidate));
      on('handle_ice_failed', () => peer.restartIce());
      on('handle_hangup', ({ reason }) => isOfFormerPeer(peer, reason) || peer.end(`Janus hung up${reason ? `: ${reason}` : ''}`));
      on('handle_detached', ({ reason }) => peer.end(`the handle has ended: ${reason}`));
      on('handle_rebuilt', () => peer.end('Janus lost the session; the handle was attached again'));
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

/** The reasons of hangups that the application requested: of Janus itself, and of a plugin (`stop`, `hangup`). */
const REQUESTED = ['Janus API', 'Close PC'];

/**
 * Whether the application requested this hangup of the handle's former peer: its event may come late.
 * @param {import('./types/peer.js').Peer} peer
 * @param {string | undefined} reason
 */
const isOfFormerPeer = (peer, reason = '') => REQUESTED.includes(reason) && !peer.connection.remoteDescription;
