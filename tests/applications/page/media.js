import { send } from './socket.js';

/** Opens a PeerConnection that sends its candidates to the server; `fields` identify it. */
export function openPeer(fields = {}) {
  const peer = new RTCPeerConnection();
  peer.onicecandidate = ({ candidate }) => {
    if (candidate) send('trickle', { candidate, ...fields });
    else send('trickle-complete', fields);
  };
  peer.ontrack = ({ track }) => play(track);
  return peer;
}

export async function offer(peer) {
  await peer.setLocalDescription(await peer.createOffer());
  return peer.localDescription;
}

export async function answer(peer, jsep) {
  await peer.setRemoteDescription(jsep);
  await peer.setLocalDescription(await peer.createAnswer());
  return peer.localDescription;
}

export async function addDevices(peer, constraints) {
  const stream = await navigator.mediaDevices.getUserMedia(constraints);
  for (const track of stream.getTracks()) peer.addTrack(track, stream);
}

function play(track) {
  const element = document.createElement(track.kind);
  element.autoplay = true;
  element.srcObject = new MediaStream([track]);
  document.body.append(element);
}
