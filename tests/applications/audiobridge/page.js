import { addDevices, offer, openPeer } from './media.js';
import { demand, heard } from './socket.js';

let peer;

window.app = {
  heard,
  demand,
  async join(data) {
    const joined = await demand('join', 'joined', data);
    peer = openPeer();
    await addDevices(peer, { audio: true });
    const { jsep } = await demand('configure', 'configured', { jsep: await offer(peer) });
    await peer.setRemoteDescription(jsep);
    return joined;
  },
};
