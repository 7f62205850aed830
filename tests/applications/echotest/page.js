import { addDevices, offer, openPeer } from './media.js';
import { demand, heard } from './socket.js';

let peer;

window.app = {
  heard,
  demand,
  async start() {
    peer?.close();
    await demand('start', 'ready');
    peer = openPeer();
    await addDevices(peer, { audio: true, video: true });
    const request = { audio: true, video: true, bitrate: 512_000, jsep: await offer(peer) };
    const { jsep } = await demand('offer', 'answer', request);
    await peer.setRemoteDescription(jsep);
  },
};
