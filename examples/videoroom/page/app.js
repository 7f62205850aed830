import { openCamera, openDevices, openMicrophone, openScreen } from './bifrons/webrtc.js';
import { Conference } from './conference.js';
import { ServerConnection } from './connection.js';
import { show } from './tiles.js';

const element = (id) => document.getElementById(id);
const controls = ['microphone', 'camera', 'screen', 'leave'].map(element);
const LABELS = {
  microphone: ['Mute', 'Unmute'],
  camera: ['Camera off', 'Camera on'],
  screen: ['Share screen', 'Stop sharing'],
};

let janus = 'unavailable';
/** The name under which this page wants to be in the conference; null if it does not. */
let wanted = null;
/** The running conference, if any. */
let current = null;
/** The tracks that this page can publish, by source. */
let devices = {};

const server = new ServerConnection(onEvent, (open, reason) => {
  if (!open) {
    janus = 'unavailable';
    end();
    state('bad', reason || 'The server is unavailable; reconnecting…');
  }
  refresh();
});

element('lobby').onsubmit = (event) => {
  event.preventDefault();
  wanted = element('name').value;
  attempt(enter);
};
element('microphone').onclick = () => attempt(() => toggle('microphone'));
element('camera').onclick = () => attempt(() => toggle('camera'));
element('screen').onclick = () => attempt(() => (devices.screen ? unshare() : share()));
element('leave').onclick = () => attempt(leave);

async function enter() {
  try {
    if (Object.keys(devices).length === 0) devices = await openPresentDevices();
    const joined = await join();
    element('title').textContent = joined.description;
    if (Object.keys(devices).length > 0) await current.send(devices);
    else notice('No camera or microphone: the others cannot see or hear you.');
    for (const [source, { muted }] of Object.entries(devices)) if (muted) await current.mute(source, true);
  } catch (error) {
    end();
    reset();
    throw error;
  }
}

async function join() {
  const joined = await server.request('join', { display: wanted });
  current = new Conference(server, joined, { changed: refresh, failed: (error) => notice(error.message) });
  for (const message of early.splice(0)) current.onEvent(message);
  refresh();
  return joined;
}

/** Returns the tracks that this page can publish, { microphone, camera }, without missing devices. */
async function openPresentDevices() {
  const attempts = [openDevices, async () => ({ microphone: await openMicrophone() }), async () => ({ camera: await openCamera() })];
  for (const open of attempts) {
    const opened = await open().catch((error) => {
      if (error.code === 'not_secure') throw error;
    });
    if (opened) return opened;
  }
  return {};
}

async function toggle(source) {
  const track = devices[source];
  // The page stops sending at once, even if the request fails.
  await (track.muted ? track.unmute() : track.mute());
  await current.mute(source, track.muted);
}

async function share() {
  const { video } = await openScreen().catch((error) => {
    // The user has chosen no screen.
    if (error.code === 'denied') return {};
    throw error;
  });
  if (!video) return;
  devices.screen = video;
  // The browser has its own button to stop sharing.
  video.on('ended', () => attempt(unshare));
  try {
    await current.send({ screen: video });
  } catch (error) {
    await unshare();
    throw error;
  }
}

async function unshare() {
  const { screen } = devices;
  if (!screen) return;
  delete devices.screen;
  screen.stop();
  await current?.stop('screen');
}

async function leave() {
  try {
    await server.request('leave');
  } finally {
    end();
    reset();
  }
}

/** Ends the conference, for any reason. */
function end() {
  current?.close();
  current = null;
  early.length = 0;
  refresh();
}

/** Stops the devices; the page no longer wants to be in the conference. */
function reset() {
  wanted = null;
  for (const track of Object.values(devices)) track.stop();
  devices = {};
  refresh();
}

/** Messages about the room that arrive before the response to `join`. */
const early = [];

function onEvent(message) {
  switch (message.type) {
    case 'state':
      janus = message.janus;
      if (janus === 'ready') state('good', 'connected');
      else state('wait', 'Janus is unavailable; reconnecting…');
      refresh();
      return rejoin();
    case 'ended':
      end();
      if (!message.lost) reset();
      notice(message.text);
      return rejoin();
    case 'error':
      return notice(message.text);
    default:
      if (current) current.onEvent(message);
      else early.push(message);
  }
}

let busy = false;
/** Runs the action of a control with disabled controls, and shows its error. */
async function attempt(action) {
  notice('');
  busy = true;
  refresh();
  try {
    await action();
  } catch (error) {
    notice(error.message);
  }
  busy = false;
  refresh();
  rejoin();
}

/** Joins again after an outage. */
function rejoin() {
  if (janus === 'ready' && wanted && !current && !busy) attempt(enter);
}

function notice(text) {
  element('notice').textContent = text;
  element('notice').hidden = text === '';
}

function state(tone, text) {
  element('state').dataset.state = tone;
  element('state').textContent = text;
}

function refresh() {
  const participants = current?.participants() ?? [];
  document.body.dataset.stage = current || wanted ? 'call' : 'lobby';
  show(participants, (feed, source) => current.trackOf(feed, source));
  element('count').textContent = participants.length > 1 ? `${participants.length} participants` : '';
  element('alone').hidden = participants.length !== 1;
  element('join').disabled = busy || janus !== 'ready';
  for (const control of controls) control.disabled = busy || !current;
  press('microphone', devices.microphone?.muted, devices.microphone);
  press('camera', devices.camera?.muted, devices.camera);
  // Phones cannot share a screen.
  press('screen', Boolean(devices.screen), navigator.mediaDevices?.getDisplayMedia);
}

function press(id, pressed, possible) {
  const button = element(id);
  button.hidden = !possible;
  button.setAttribute('aria-pressed', Boolean(pressed));
  button.querySelector('span').textContent = LABELS[id][pressed ? 1 : 0];
}
