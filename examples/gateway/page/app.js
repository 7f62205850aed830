import { openDevices } from './bifrons/webrtc.js';
import { Conference } from './conference.js';
import { addControls, element, notice, showControls, showParticipants, state } from './controls.js';
import { offerChoices, watchPresence } from './host.js';
import { ask } from './login.js';
import { shareScreen, unshareScreen } from './screen.js';

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
addControls({
  microphone: () => attempt(() => toggle('microphone')),
  camera: () => attempt(() => toggle('camera')),
  screen: () => attempt(devices.screen ? unshare : share),
  leave: () => attempt(end),
});
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

const unshare = () => unshareScreen(current, devices);
const share = () => shareScreen(current, devices, () => attempt(unshare));

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

function refresh() {
  document.body.dataset.stage = current ? 'call' : 'lobby';
  element('join').disabled = busy;
  const complete = entry?.role === 'host' ? (...of) => offerChoices(...of, { conference: current, entry, attempt }) : undefined;
  showParticipants(current, complete);
  showControls(devices, current && !busy);
}
