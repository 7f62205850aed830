import { addDevices, answer, offer, openPeer } from './media.js';
import { requestEvent, received, on } from './socket.js';

let subscription;

/** An offer may arrive in a response or in an event. */
async function take({ jsep, streams }) {
  if (!jsep) return streams;
  subscription ??= openPeer();
  await requestEvent('start', 'started', { jsep: await answer(subscription, jsep) });
  return streams;
}

on('updated', take);

window.app = {
  received,
  requestEvent,
  async publish(data) {
    const joined = await requestEvent('join', 'joined', data);
    const { feed } = joined;
    const peer = openPeer({ feed });
    await addDevices(peer, { audio: true, video: true });
    const { jsep } = await requestEvent('publish', 'published', { feed, jsep: await offer(peer) });
    await peer.setRemoteDescription(jsep);
    return joined;
  },
  subscribe: async (data) => take(await requestEvent('subscribe', 'subscribed', data)),
  unsubscribe: async (data) => take(await requestEvent('unsubscribe', 'unsubscribed', data)),
};
