import { openDevices, Peer, sendTrack, watchStatistics } from './bifrons/webrtc.js';
import { ServerConnection } from './connection.js';
import { write } from './journal.js';
import { bitrate, describeCandidate, describeEvent, describeRate } from './texts.js';

const element = (id) => document.getElementById(id);
const controls = element('controls').elements;
const button = element('call');

let janus = 'unavailable';
/** The running call: { peer, tracks }. */
let current = null;

const server = new ServerConnection(onEvent, (open, reason) => {
  show('server', open ? 'good' : 'bad', open ? 'connected' : reason || 'unavailable');
  write('page', open ? 'Connected to the server.' : `The connection to the server is lost${reason ? `: ${reason}` : ''}; reconnecting.`, { error: !open });
  if (!open) {
    janus = 'unavailable';
    show('janus', 'idle', 'unknown');
    end();
  }
  refresh();
});

button.onclick = () => attempt(current ? hangup : start);
element('controls').onchange = () => isAccepted() && attempt(configure);

async function start() {
  const tracks = Object.values(await openDevices());
  const peer = new Peer({ send: sendOffer, trickle: sendCandidate });
  current = { peer, tracks };
  element('local').srcObject = new MediaStream(tracks.map(({ track }) => track));
  peer.on('track', ({ streams: [stream] }) => (element('remote').srcObject = stream));
  peer.on('state', ({ state }) => showMedia('peer', 'Connection', state));
  peer.on('error', (error) => write('page', error.message, { error: true }));
  peer.connection.addEventListener('iceconnectionstatechange', () => showMedia('ice', 'ICE', peer.connection.iceConnectionState));
  watchStatistics(peer, showRates);
  for (const track of tracks) await sendTrack(peer, track);
  await peer.negotiate();
}

/** The first offer requests the echo; later ones restart ICE, after another network. */
async function sendOffer({ sdp }) {
  const restarts = isAccepted();
  write('page', restarts ? 'Restarts ICE.' : `Requests an echo: ${describe(settings())}.`);
  const { jsep } = await server.request(restarts ? 'restart' : 'offer', { ...settings(), sdp });
  write('server', 'Sends the SDP answer from Janus.');
  return jsep;
}

const isAccepted = () => Boolean(current?.peer.connection.remoteDescription);

async function configure() {
  write('page', `Requests ${describe(settings())}.`);
  await server.request('configure', settings());
  write('server', 'Janus has changed the settings.');
}

async function hangup() {
  write('page', 'Hangs up.');
  await server.request('hangup');
  write('server', 'The call has ended and the handle is detached.');
  end();
}

function end() {
  if (!current) return;
  const { peer, tracks } = current;
  current = null;
  peer.close();
  for (const track of tracks) track.stop();
  for (const id of ['local', 'remote']) element(id).srcObject = null;
  for (const id of ['sent', 'received']) element(id).textContent = '';
  for (const name of ['ice', 'peer']) show(name, 'idle', 'no call');
  controls.record.checked = false;
  refresh();
}

/** Runs the action of a control with disabled controls, and shows its error. */
async function attempt(action) {
  element('notice').hidden = true;
  setBusy(true);
  try {
    await action();
  } catch (error) {
    write('page', error.message, { error: true });
    element('notice').textContent = error.message;
    element('notice').hidden = false;
    if (!isAccepted()) end();
  }
  setBusy(false);
  refresh();
}

function onEvent(message) {
  switch (message.type) {
    case 'state':
      janus = message.janus;
      show('janus', janus === 'ready' ? 'good' : 'wait', janus === 'ready' ? `ready, ${message.version}` : 'unavailable, reconnecting…');
      write('server', janus === 'ready' ? `Janus ${message.version} is ready.` : 'Janus is unavailable; reconnecting.', { error: janus !== 'ready' });
      return refresh();
    case 'trickle':
      write('janus', message.candidate ? `Candidate: ${describeCandidate(message.candidate)}` : 'End of candidates.');
      return current?.peer.addCandidate(message.candidate);
    case 'janus':
      write('janus', describeEvent(message), { error: message.event === 'error' });
      if (message.event === 'hangup' || message.event === 'detached') end();
      return undefined;
    case 'error':
      return write('server', message.text, { error: true });
  }
}

function sendCandidate(candidate) {
  write('page', candidate ? `Candidate: ${describeCandidate(candidate)}` : 'End of candidates.');
  server.request('trickle', { candidate }).catch((error) => write('server', error.message, { error: true }));
}

const settings = () => ({
  audio: controls.audio.checked,
  video: controls.video.checked,
  bitrate: Number(controls.bitrate.value),
  record: controls.record.checked,
});

const describe = ({ audio, video, bitrate: limit, record }) =>
  [
    audio ? 'audio' : 'no audio',
    video ? 'video' : 'no video',
    limit ? `at most ${bitrate(limit)}` : 'no bitrate limit',
    record ? 'recorded' : 'not recorded',
  ].join(', ');

function showMedia(name, label, state) {
  show(name, tone(state), state);
  write('page', `${label} ${state}.`, { error: state === 'failed' });
}

const tone = (state) =>
  ({ connected: 'good', completed: 'good', failed: 'bad', disconnected: 'bad', recovering: 'bad', closed: 'idle', new: 'idle' })[state] ?? 'wait';

function showRates({ streams }) {
  for (const direction of ['sent', 'received']) {
    element(direction).textContent = describeRate(streams.filter((stream) => stream.direction === direction));
  }
}

function show(name, state, text) {
  const item = element(`state-${name}`);
  item.dataset.state = state;
  item.querySelector('dd').textContent = text;
}

let busy = false;
function setBusy(value) {
  busy = value;
  for (const control of controls) control.disabled = value;
}

function refresh() {
  button.textContent = current ? 'Hang up' : 'Start';
  button.dataset.does = current ? 'hangup' : 'start';
  button.disabled = busy || (!current && janus !== 'ready');
}
