import { tell } from './socket.js';

/** A peer connection that sends its candidates on; `fields` tell the server which it is. */
export function openPeer(fields = {}) {
  const peer = new RTCPeerConnection();
  peer.onicecandidate = ({ candidate }) => {
    if (candidate) tell('trickle', { candidate, ...fields });
    else tell('trickle-complete', fields);
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

export async function addDevices(peer, wish) {
  const stream = await navigator.mediaDevices.getUserMedia(wish);
  for (const track of stream.getTracks()) peer.addTrack(track, stream);
}

function play(track) {
  const element = document.createElement(track.kind);
  element.autoplay = true;
  element.srcObject = new MediaStream([track]);
  document.body.append(element);
}
