import { openCamera, openDevices, openMicrophone } from './bifrons/webrtc.js';
import { Conference } from './conference.js';
import { ServerConnection } from './connection.js';
import { addControls, element, notice, showControls, showParticipants, state } from './controls.js';
import { shareScreen, unshareScreen } from './screen.js';

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
addControls({
  microphone: () => attempt(() => toggle('microphone')),
  camera: () => attempt(() => toggle('camera')),
  screen: () => attempt(devices.screen ? unshare : share),
  leave: () => attempt(leave),
});

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

const unshare = () => unshareScreen(current, devices);
const share = () => shareScreen(current, devices, () => attempt(unshare));

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

function refresh() {
  document.body.dataset.stage = current || wanted ? 'call' : 'lobby';
  element('join').disabled = busy || janus !== 'ready';
  showParticipants(current);
  showControls(devices, current && !busy);
}
