import { begin, receivedStream } from './begin.js';
import { Peer } from './peer.js';
import { handleSignalling } from './signalling.js';

/**
 * @param {import('./types/echo.js').EchoHandle} handle
 * @param {import('./local_track.js').LocalTrack[]} tracks
 * @param {import('./types/echo.js').EchoOptions} [options]
 */
export async function startEcho(handle, tracks, { request = {}, streams, ...options } = {}) {
  const send = (/** @type {import('./types/peer.js').Jsep} */ jsep) => handle.start({ ...request, jsep, ...(jsep.e2ee && { e2ee: true }) });
  const peer = new Peer(handleSignalling(handle, { send }), options);
  const stream = receivedStream(peer);
  const senders = await begin(peer, tracks, { streams });
  return { peer, senders, stream };
}
