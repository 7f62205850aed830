import { Call } from './call.js';
import { write } from './journal.js';
import { ServerConnection } from './connection.js';
import { meter } from './meter.js';
import { bitrate, describeEvent, describeCandidate } from './texts.js';

const element = (id) => document.getElementById(id);
const controls = element('controls').elements;
const button = element('call');

let janus = 'unavailable';
/** The running call: { call, stream, stopMeter, accepted }. */
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
element('controls').onchange = () => current?.accepted && attempt(configure);

async function start() {
  const stream = await openDevices();
  const call = new Call(stream, {
    candidate: sendCandidate,
    ice: (state) => showMedia('ice', 'ICE', state),
    connection: (state) => showMedia('peer', 'Connection', state),
    track: (remote) => (element('remote').srcObject = remote),
  });
  const running = { call, stream, stopMeter: meter(call, showRates), accepted: false };
  current = running;
  element('local').srcObject = stream;
  const sdp = await call.offer();
  write('page', `Requests an echo: ${describe(settings())}.`);
  const { jsep } = await server.request('offer', { ...settings(), sdp });
  write('server', 'Sends the SDP answer from Janus.');
  await call.accept(jsep);
  running.accepted = true;
}

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
  const { call, stream, stopMeter } = current;
  current = null;
  stopMeter();
  call.close();
  for (const track of stream.getTracks()) track.stop();
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
    if (!current?.accepted) end();
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
      return current?.call.addCandidate(message.candidate);
    case 'janus':
      write('janus', describeEvent(message), { error: message.event === 'error' });
      if (message.event === 'hangup' || message.event === 'detached') end();
      return undefined;
    case 'error':
      return write('server', message.text, { error: true });
  }
}

async function openDevices() {
  if (!navigator.mediaDevices) throw new Error('Camera and microphone need https, or a page from localhost.');
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
  } catch (error) {
    throw new Error(`No camera or microphone: ${error.message}.`);
  }
}

function sendCandidate(candidate) {
  write('page', candidate?.candidate ? `Candidate: ${describeCandidate(candidate)}` : 'End of candidates.');
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
  ({ connected: 'good', completed: 'good', failed: 'bad', disconnected: 'bad', closed: 'idle', new: 'idle' })[state] ?? 'wait';

function showRates(sent, received) {
  element('sent').textContent = sent;
  element('received').textContent = received;
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
