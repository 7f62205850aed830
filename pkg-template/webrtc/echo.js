import { Peer } from './peer.js';
import { sendTrack } from './sender.js';
import { handleSignalling } from './signalling.js';

/**
 * @param {import('./types/echo.js').EchoHandle} handle
 * @param {import('./local_track.js').LocalTrack[]} tracks
 * @param {import('./types/echo.js').EchoOptions} [options]
 */
export async function startEcho(handle, tracks, { request = {}, streams = {}, ...options } = {}) {
  const send = (/** @type {import('./types/peer.js').Jsep} */ jsep) => handle.start({ ...request, jsep, ...(jsep.e2ee && { e2ee: true }) });
  const peer = new Peer(handleSignalling(handle, { send }), options);
  try {
    const senders = await Promise.all(tracks.map((track) => sendTrack(peer, track, streams[track.source])));
    await peer.negotiate();
    return { peer, senders };
  } catch (error) {
    peer.close();
    throw error;
  }
}
