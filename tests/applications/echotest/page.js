import { addDevices, offer, openPeer } from './media.js';
import { requestEvent, received } from './socket.js';

let peer;

window.app = {
  received,
  requestEvent,
  async start() {
    peer?.close();
    await requestEvent('start', 'ready');
    peer = openPeer();
    await addDevices(peer, { audio: true, video: true });
    const request = { audio: true, video: true, bitrate: 512_000, jsep: await offer(peer) };
    const { jsep } = await requestEvent('offer', 'answer', request);
    await peer.setRemoteDescription(jsep);
  },
};
