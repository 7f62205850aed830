import { addDevices, answer, offer, openPeer } from './media.js';
import { demand, heard } from './socket.js';

let peer;

window.app = {
  heard,
  demand,
  async call(uri) {
    peer = openPeer();
    await addDevices(peer, { audio: true });
    const accepted = await demand('call', 'accepted', { uri, jsep: await offer(peer) });
    await peer.setRemoteDescription(accepted.jsep);
    return accepted;
  },
  async accept(jsep) {
    peer = openPeer();
    await addDevices(peer, { audio: true });
    return demand('accept', 'accepted', { jsep: await answer(peer, jsep) });
  },
};
