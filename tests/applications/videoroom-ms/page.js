import { addDevices, answer, offer, openPeer } from './media.js';
import { demand, heard, on } from './socket.js';

let subscription;

/** An offer may come with an answer, or by itself. */
async function take({ jsep, streams }) {
  if (!jsep) return streams;
  subscription ??= openPeer();
  await demand('start', 'started', { jsep: await answer(subscription, jsep) });
  return streams;
}

on('updated', take);

window.app = {
  heard,
  demand,
  async publish(data) {
    const joined = await demand('join', 'joined', data);
    const { feed } = joined;
    const peer = openPeer({ feed });
    await addDevices(peer, { audio: true, video: true });
    const { jsep } = await demand('publish', 'published', { feed, jsep: await offer(peer) });
    await peer.setRemoteDescription(jsep);
    return joined;
  },
  subscribe: async (data) => take(await demand('subscribe', 'subscribed', data)),
  unsubscribe: async (data) => take(await demand('unsubscribe', 'unsubscribed', data)),
};
