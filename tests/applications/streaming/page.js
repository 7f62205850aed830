import { answer, openPeer } from './media.js';
import { requestEvent, received } from './socket.js';

window.app = {
  received,
  requestEvent,
  async watch(data) {
    const { jsep } = await requestEvent('watch', 'offer', data);
    const peer = openPeer();
    return requestEvent('start', 'starting', { jsep: await answer(peer, jsep) });
  },
};
