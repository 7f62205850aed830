import { addDevices, offer, openPeer } from './media.js';
import { requestEvent, received } from './socket.js';

let peer;

window.app = {
  received,
  requestEvent,
  async join(data) {
    const joined = await requestEvent('join', 'joined', data);
    peer = openPeer();
    await addDevices(peer, { audio: true });
    const { jsep } = await requestEvent('configure', 'configured', { jsep: await offer(peer) });
    await peer.setRemoteDescription(jsep);
    return joined;
  },
};
