import { answer, openPeer } from './media.js';
import { demand, heard } from './socket.js';

window.app = {
  heard,
  demand,
  async watch(data) {
    const { jsep } = await demand('watch', 'offer', data);
    const peer = openPeer();
    return demand('start', 'starting', { jsep: await answer(peer, jsep) });
  },
};
