import Bifrons from 'bifrons';
import EchoTest from 'bifrons/plugins/echotest';

const { EVENT } = Bifrons;
const element = (id) => document.getElementById(id);
const [start, stop] = [element('form').querySelector('button'), element('stop')];

/** The running test: { connection, peer, stream }. */
let running = null;

element('form').onsubmit = async (event) => {
  event.preventDefault();
  const { url, secret } = Object.fromEntries(new FormData(event.target));
  const mine = {};
  running = mine;
  start.disabled = true;
  try {
    await echo(mine, { url, apisecret: secret || undefined });
  } catch (error) {
    log(`Failed: ${error.message}`);
    await end(mine);
  }
};

stop.onclick = () => end(running);

async function echo(mine, address) {
  mine.connection = await Bifrons.connect({ address, max_retries: 0 });
  mine.connection.on(EVENT.CONNECTION_ERROR, () => {
    log('The connection to Janus is lost.');
    end(mine);
  });
  const session = await mine.connection.create();
  const handle = await session.attach(EchoTest);
  log('Connected to Janus, attached to the echo test.');

  mine.stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
  element('local').srcObject = mine.stream;
  mine.peer = openPeer(mine.stream, handle);
  await mine.peer.setLocalDescription();
  const answer = handle
    .start({ audio: true, video: true, bitrate: 512_000, jsep: mine.peer.localDescription })
    .then(({ jsep }) => mine.peer.setRemoteDescription(jsep));
  // Candidates that arrive before Janus's SDP answer wait for it.
  handle.on(EVENT.HANDLE_TRICKLE, async ({ completed, ...candidate }) => {
    await answer;
    await mine.peer.addIceCandidate(completed ? undefined : candidate);
  });
  await answer;
  stop.disabled = false;
}

function openPeer(stream, handle) {
  const peer = new RTCPeerConnection({ bundlePolicy: 'max-bundle' });
  for (const track of stream.getTracks()) peer.addTrack(track, stream);
  peer.ontrack = ({ streams: [remote] }) => (element('remote').srcObject = remote);
  peer.onicecandidate = ({ candidate }) => (candidate?.candidate ? handle.trickle(candidate) : handle.trickleComplete());
  peer.onconnectionstatechange = () => log(`The media connection is ${peer.connectionState}.`);
  handle.on(EVENT.HANDLE_WEBRTCUP, () => log('Janus: the media connection is up.'));
  handle.on(EVENT.HANDLE_MEDIA, ({ type, receiving }) => log(`Janus: ${type} ${receiving ? 'arrives' : 'no longer arrives'}.`));
  handle.on(EVENT.HANDLE_HANGUP, ({ reason }) => log(`Janus: hung up, ${reason}.`));
  return peer;
}

async function end(mine) {
  if (running !== mine) return;
  running = null;
  stop.disabled = true;
  mine.peer?.close();
  for (const track of mine.stream?.getTracks() ?? []) track.stop();
  for (const id of ['local', 'remote']) element(id).srcObject = null;
  // The connection may have ended already; then Janus ends the session and the handle.
  await mine.connection?.close().catch(() => {});
  log('Hung up.');
  start.disabled = false;
}

function log(text) {
  const line = document.createElement('li');
  line.textContent = `${new Date().toLocaleTimeString()} ${text}`;
  element('log').append(line);
}
