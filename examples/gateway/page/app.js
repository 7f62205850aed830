import { openDevices, openScreen } from './bifrons/webrtc.js';
import { Conference } from './conference.js';
import { offerChoices, watchPresence } from './host.js';
import { ask } from './login.js';
import { show } from './tiles.js';

const element = (id) => document.getElementById(id);
const controls = ['microphone', 'camera', 'screen', 'leave'].map(element);
const LABELS = {
  microphone: ['Mute', 'Unmute'],
  camera: ['Camera off', 'Camera on'],
  screen: ['Share screen', 'Stop sharing'],
};

/** The host's address ends with its key, and a guest's may end with an invitation: browsers do not send them along. */
const address = new URLSearchParams(location.hash.slice(1));
const [key, invitation] = ['host', 'invitation'].map((name) => address.get(name) ?? undefined);
/** The running conference, and what the login said, if any. */
let current = null;
let entry = null;
/** The tracks of this page, by source. */
let devices = {};
let stopPresence = () => {};

element('lobby').onsubmit = (event) => {
  event.preventDefault();
  attempt(enter);
};
element('microphone').onclick = () => attempt(() => toggle('microphone'));
element('camera').onclick = () => attempt(() => toggle('camera'));
element('screen').onclick = () => attempt(() => (devices.screen ? unshare() : share()));
element('leave').onclick = () => attempt(end);
if (key) element('role').textContent = 'You are the host: you open the room, and may mute and remove participants.';

async function enter() {
  const name = element('name').value;
  const login = () => ask('login', { name, ...(key && { key }) });
  entry = await login();
  state('wait', 'connecting…');
  try {
    current = await Conference.join({ ...entry, invitation }, name, {
      state: (event) => (event === 'connection_resumed' ? state('good', 'connected') : state('wait', 'the connection is lost; reconnecting…')),
      waits: () => state('wait', 'waiting for the host, who opens the room…'),
      renew: async () => (entry = await login()).token,
      changed: refresh,
      failed: ({ message }) => notice(message),
      moderated: (muted) => {
        notice(muted ? 'The host has muted you.' : '');
        refresh();
      },
      ended: (reason) => {
        end();
        notice(`You are no longer in the conference: ${reason}`);
      },
    });
    state('good', `connected as ${entry.role}`);
    if (entry.role === 'host') stopPresence = watchPresence(() => entry.token);
    refresh();
    devices = await openDevices();
    await current.send(devices);
  } catch (error) {
    await end();
    throw error;
  }
}

async function toggle(source) {
  const track = devices[source];
  await (track.muted ? track.unmute() : track.mute());
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

/** Ends the conference, for any reason, and stops the devices. */
async function end() {
  const ending = current;
  current = null;
  entry = null;
  stopPresence();
  for (const track of Object.values(devices)) track.stop();
  devices = {};
  state('wait', 'not connected');
  refresh();
  await ending?.close();
}

let busy = false;
/** Runs the action of a control with disabled controls, and shows its error. */
async function attempt(action) {
  notice('');
  busy = true;
  refresh();
  try {
    await action();
  } catch ({ message }) {
    notice(message);
  }
  busy = false;
  refresh();
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
  document.body.dataset.stage = current ? 'call' : 'lobby';
  const complete = entry?.role === 'host' ? (...of) => offerChoices(...of, { conference: current, entry, attempt }) : undefined;
  show(participants, (feed, source) => current.trackOf(feed, source), complete);
  element('count').textContent = participants.length > 1 ? `${participants.length} participants` : '';
  element('alone').hidden = participants.length !== 1;
  element('join').disabled = busy;
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
