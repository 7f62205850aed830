import { sendTrack } from './sender.js';

/** @typedef {import('./local_track.js').LocalTrack} LocalTrack */
/** @typedef {import('./types/peer.js').Peer} Peer */
/** @typedef {import('./types/tracks.js').SendOptions} SendOptions */

/**
 * Sends the first tracks of a peer and negotiates. A failure ends the peer.
 * @param {Peer} peer
 * @param {LocalTrack[]} tracks
 * @param {object} [how]
 * @param {Record<string, SendOptions>} [how.streams] by where a track comes from
 * @param {boolean} [how.receive] whether their m-lines receive, too
 * @param {() => Promise<unknown>} [how.negotiate]
 */
export async function begin(peer, tracks, { streams = {}, receive = true, negotiate = () => peer.negotiate() } = {}) {
  try {
    const senders = await Promise.all(tracks.map((track) => sendTrack(peer, track, { receive, ...streams[track.source] })));
    await negotiate();
    return senders;
  } catch (error) {
    peer.close();
    throw error;
  }
}

/**
 * Receives what Janus offers. A failure ends the peer.
 * @param {Peer} peer
 */
export async function beginReceiving(peer) {
  try {
    await peer.negotiate();
  } catch (error) {
    peer.close();
    throw error;
  }
}

/**
 * The received tracks of a peer: its first ones arrive before a call that negotiates can return the peer.
 * @param {Peer} peer
 */
export function receivedStream(peer) {
  const stream = new MediaStream();
  peer.on('track', ({ track }) => stream.addTrack(track));
  return stream;
}

/**
 * Ends a peer at an event of its plugin. Before a peer has Janus's description, the event is a late one of the handle's
 * former peer.
 * @param {Peer} peer
 * @param {import('./types/signalling.js').PeerHandle} handle
 * @param {string} event
 * @param {(data: any) => string | undefined} reason undefined where the event ends nothing
 */
export function endAt(peer, handle, event, reason) {
  handle.on(event, (data) => {
    const why = reason(data);
    if (why !== undefined && peer.connection.remoteDescription) peer.end(why);
  }, { signal: peer.signal });
}
