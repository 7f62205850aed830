import { addDevices, answer, offer, openPeer } from './media.js';
import { demand, heard } from './socket.js';

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
  async subscribe({ room, feed }) {
    const { jsep } = await demand('subscribe', 'subscribed', { room, feed });
    const peer = openPeer({ feed });
    return demand('start', 'started', { feed, jsep: await answer(peer, jsep) });
  },
};
