import { Conference } from './conference.js';
import { canShareScreen, openDevices, openScreen } from './devices.js';
import { Link } from './link.js';
import { show } from './tiles.js';

const element = (id) => document.getElementById(id);
const controls = ['microphone', 'camera', 'screen', 'leave'].map(element);
const WORDS = {
  microphone: ['Mute', 'Unmute'],
  camera: ['Camera off', 'Camera on'],
  screen: ['Share screen', 'Stop sharing'],
};

let janus = 'away';
/** Under what name this page wants to be in the conference; null when it does not. */
let wanted = null;
/** The stay in the conference, while it lasts. */
let current = null;
/** What this page can send, by source; kept while it wants to be there. */
let devices = {};
const muted = new Set();

const link = new Link(hear, (open, why) => {
  if (!open) {
    janus = 'away';
    end();
    state('bad', why || 'The server is out of reach; trying again…');
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
    if (Object.keys(devices).length === 0) devices = await openDevices();
    const joined = await join();
    element('title').textContent = joined.description;
    if (Object.keys(devices).length > 0) await current.send(devices);
    else notice('No camera or microphone: the others can neither see nor hear you.');
    for (const source of muted) if (devices[source]) await current.mute(source, true);
  } catch (error) {
    end();
    stay();
    throw error;
  }
}

async function join() {
  const joined = await link.request('join', { display: wanted });
  current = new Conference(link, joined, { changed: refresh, failed: (error) => notice(error.message) });
  for (const message of early.splice(0)) current.hear(message);
  refresh();
  return joined;
}

async function toggle(source) {
  const mute = !muted.has(source);
  if (mute) muted.add(source);
  else muted.delete(source);
  // Nothing leaves this page any more, whatever becomes of the request.
  devices[source].enabled = !mute;
  await current.mute(source, mute);
}

async function share() {
  const track = await openScreen();
  if (!track) return;
  devices.screen = track;
  // The browser has a button of its own to stop it.
  track.onended = () => attempt(unshare);
  try {
    await current.send({ screen: track });
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
    await link.request('leave');
  } finally {
    end();
    stay();
  }
}

/** The stay is over, wanted or not. */
function end() {
  current?.close();
  current = null;
  early.length = 0;
  refresh();
}

/** Wants no more to be there. */
function stay() {
  wanted = null;
  for (const track of Object.values(devices)) track.stop();
  devices = {};
  muted.clear();
  refresh();
}

/** What Janus tells of the room may overtake the answer to the join. */
const early = [];

function hear(message) {
  switch (message.type) {
    case 'state':
      janus = message.janus;
      if (janus === 'ready') state('good', 'connected');
      else state('wait', 'Janus is out of reach; trying again…');
      refresh();
      return comeBack();
    case 'ended':
      end();
      if (!message.lost) stay();
      notice(message.text);
      return comeBack();
    case 'fault':
      return notice(message.text);
    default:
      if (current) current.hear(message);
      else early.push(message);
  }
}

let busy = false;
/** Runs what a control asks for; meanwhile the controls rest, afterwards a fault is shown. */
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
  comeBack();
}

/** Where a line was lost and is there again, so are we. */
function comeBack() {
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
  const people = current?.people() ?? [];
  document.body.dataset.stage = current || wanted ? 'call' : 'lobby';
  show(people, (feed, source) => current.trackOf(feed, source));
  element('count').textContent = people.length > 1 ? `${people.length} here` : '';
  element('alone').hidden = people.length !== 1;
  element('join').disabled = busy || janus !== 'ready';
  for (const control of controls) control.disabled = busy || !current;
  press('microphone', muted.has('microphone'), devices.microphone);
  press('camera', muted.has('camera'), devices.camera);
  press('screen', Boolean(devices.screen), canShareScreen());
}

function press(id, pressed, possible) {
  const button = element(id);
  button.hidden = !possible;
  button.setAttribute('aria-pressed', pressed);
  button.querySelector('span').textContent = WORDS[id][pressed ? 1 : 0];
}
