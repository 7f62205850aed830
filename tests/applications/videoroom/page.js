import { addDevices, answer, offer, openPeer } from './media.js';
import { requestEvent, received } from './socket.js';

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
  async subscribe({ room, feed }) {
    const { jsep } = await requestEvent('subscribe', 'subscribed', { room, feed });
    const peer = openPeer({ feed });
    return requestEvent('start', 'started', { feed, jsep: await answer(peer, jsep) });
  },
};
