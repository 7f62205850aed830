import { addDevices, answer, offer, openPeer } from './media.js';
import { requestEvent, received } from './socket.js';

let peer;

window.app = {
  received,
  requestEvent,
  async call(uri) {
    peer = openPeer();
    await addDevices(peer, { audio: true });
    const accepted = await requestEvent('call', 'accepted', { uri, jsep: await offer(peer) });
    await peer.setRemoteDescription(accepted.jsep);
    return accepted;
  },
  async accept(jsep) {
    peer = openPeer();
    await addDevices(peer, { audio: true });
    return requestEvent('accept', 'accepted', { jsep: await answer(peer, jsep) });
  },
};
