import { Peer, openDevices, sendTrack } from 'bifrons/webrtc';

const status = document.querySelector('[role=status]');
const video = document.querySelector('video');

document.querySelector('button').addEventListener('click', () => start().catch(({ message }) => (status.textContent = message)), { once: true });

async function start() {
  const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/call`);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onclose = () => reject(new Error('the server can’t be reached'));
  });
  const send = (message) => socket.send(JSON.stringify(message));
  const peer = new Peer({
    send: (offer) => send({ offer }),
    trickle: (candidate) => send({ candidate }),
    hangup: () => socket.close(),
  });
  socket.onmessage = async ({ data }) => {
    const { answer, candidate, error } = JSON.parse(data);
    if (error) status.textContent = error;
    if (answer) await peer.receive(answer);
    if (candidate) await peer.addCandidate(candidate);
  };
  socket.onclose = () => peer.end('the server has closed the call');

  const stream = new MediaStream();
  video.srcObject = stream;
  peer.on('track', ({ track }) => stream.addTrack(track));
  peer.on('state', ({ state, reason }) => (status.textContent = reason ?? state));

  const { camera, microphone } = await openDevices();
  await sendTrack(peer, microphone);
  await sendTrack(peer, camera, { bitrate: 1_000_000 });
  await peer.negotiate();
}
