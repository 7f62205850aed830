import { Call } from './call.js';
import { write } from './journal.js';
import { Link } from './link.js';
import { meter } from './meter.js';
import { bitrate, explain, place } from './words.js';

const element = (id) => document.getElementById(id);
const controls = element('controls').elements;
const button = element('call');

let janus = 'away';
/** The running call: { call, stream, stopMeter, answered }. */
let current = null;

const link = new Link(hear, (open, why) => {
  show('server', open ? 'good' : 'bad', open ? 'connected' : why || 'out of reach');
  write('page', open ? 'Connected to the server.' : `The line to the server is cut${why ? `: ${why}` : ''}; trying again.`, { fault: !open });
  if (!open) {
    janus = 'away';
    show('janus', 'idle', 'unknown');
    end();
  }
  refresh();
});

button.onclick = () => attempt(current ? hangup : start);
element('controls').onchange = () => current?.answered && attempt(configure);

async function start() {
  const stream = await openDevices();
  const call = new Call(stream, {
    candidate: sendCandidate,
    ice: (state) => showMedia('ice', 'ICE', state),
    connection: (state) => showMedia('peer', 'Connection', state),
    track: (remote) => (element('remote').srcObject = remote),
  });
  const running = { call, stream, stopMeter: meter(call, showRates), answered: false };
  current = running;
  element('local').srcObject = stream;
  const sdp = await call.offer();
  write('page', `Asks the server for an echo: ${inWords(settings())}.`);
  const { jsep } = await link.request('offer', { ...settings(), sdp });
  write('server', 'Brought an answer from Janus.');
  await call.accept(jsep);
  running.answered = true;
}

async function configure() {
  write('page', `Asks for ${inWords(settings())}.`);
  await link.request('configure', settings());
  write('server', 'Janus agrees.');
}

async function hangup() {
  write('page', 'Hangs up.');
  await link.request('hangup');
  write('server', 'Has hung up and let the handle go.');
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

/** Runs what a control asks for; meanwhile the controls rest, afterwards a fault is shown. */
async function attempt(action) {
  element('notice').hidden = true;
  setBusy(true);
  try {
    await action();
  } catch (error) {
    write('page', error.message, { fault: true });
    element('notice').textContent = error.message;
    element('notice').hidden = false;
    if (!current?.answered) end();
  }
  setBusy(false);
  refresh();
}

function hear(message) {
  switch (message.type) {
    case 'state':
      janus = message.janus;
      show('janus', janus === 'ready' ? 'good' : 'wait', janus === 'ready' ? `ready, ${message.version}` : 'out of reach, trying…');
      write('server', janus === 'ready' ? `Janus ${message.version} is ready.` : 'Janus is out of reach; trying again.', { fault: janus !== 'ready' });
      return refresh();
    case 'trickle':
      write('janus', message.candidate ? `Candidate: ${place(message.candidate)}` : 'No more candidates.');
      return current?.call.addCandidate(message.candidate);
    case 'janus':
      write('janus', explain(message), { fault: message.event === 'error' });
      if (message.event === 'hangup' || message.event === 'detached') end();
      return undefined;
    case 'fault':
      return write('server', message.text, { fault: true });
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
  write('page', candidate?.candidate ? `Candidate: ${place(candidate)}` : 'No more candidates.');
  link.request('trickle', { candidate }).catch((error) => write('server', error.message, { fault: true }));
}

const settings = () => ({
  audio: controls.audio.checked,
  video: controls.video.checked,
  bitrate: Number(controls.bitrate.value),
  record: controls.record.checked,
});

const inWords = ({ audio, video, bitrate: limit, record }) =>
  [
    audio ? 'audio' : 'no audio',
    video ? 'video' : 'no video',
    limit ? `at most ${bitrate(limit)}` : 'no limit of the bitrate',
    record ? 'recorded' : 'not recorded',
  ].join(', ');

function showMedia(name, label, state) {
  show(name, tone(state), state);
  write('page', `${label} ${state}.`, { fault: state === 'failed' });
}

const tone = (state) =>
  ({ connected: 'good', completed: 'good', failed: 'bad', disconnected: 'bad', closed: 'idle', new: 'idle' })[state] ?? 'wait';

function showRates(sent, received) {
  element('sent').textContent = sent;
  element('received').textContent = received;
}

function show(name, state, text) {
  const place = element(`state-${name}`);
  place.dataset.state = state;
  place.querySelector('dd').textContent = text;
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
