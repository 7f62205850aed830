import { show } from './tiles.js';

export const element = (id) => document.getElementById(id);

/** The buttons by their id: what they show while they are not pressed, and while they are; then their icons. */
const BUTTONS = {
  microphone: { labels: ['Mute', 'Unmute'], icons: ['microphone', 'microphone-off'] },
  camera: { labels: ['Camera off', 'Camera on'], icons: ['camera', 'camera-off'] },
  screen: { labels: ['Share screen', 'Stop sharing'], icons: ['screen'] },
  leave: { labels: ['Leave'], icons: ['leave'] },
};

/** Adds the buttons of a call to the page's footer. `actions` has a function for each. */
export function addControls(actions) {
  const toolbar = Object.assign(document.createElement('div'), { className: 'controls', role: 'toolbar', ariaLabel: 'Your call' });
  for (const [id, { labels, icons }] of Object.entries(BUTTONS)) {
    const button = Object.assign(document.createElement('button'), { type: 'button', id, onclick: actions[id] });
    const states = icons.length > 1 ? ['class="on"', 'class="off"'] : [''];
    const uses = icons.map((icon, at) => `<use ${states[at]} href="icons.svg#${icon}"/>`);
    button.innerHTML = `<svg aria-hidden="true">${uses.join('')}</svg><span>${labels[0]}</span>`;
    toolbar.append(button);
  }
  document.querySelector('footer').append(toolbar);
}

/** Shows what the buttons do at the moment; `devices` are the tracks of this page, by source. */
export function showControls(devices, enabled) {
  for (const id of Object.keys(BUTTONS)) element(id).disabled = !enabled;
  press('microphone', devices.microphone?.muted, devices.microphone);
  press('camera', devices.camera?.muted, devices.camera);
  // Phones cannot share a screen.
  press('screen', Boolean(devices.screen), navigator.mediaDevices?.getDisplayMedia);
}

function press(id, pressed, possible) {
  const button = element(id);
  button.hidden = !possible;
  button.setAttribute('aria-pressed', Boolean(pressed));
  button.querySelector('span').textContent = BUTTONS[id].labels[pressed ? 1 : 0];
}

/** Shows the participants of the conference, or none without one; `complete` may add to their tiles. */
export function showParticipants(conference, complete) {
  const participants = conference?.participants() ?? [];
  show(participants, (feed, source) => conference.trackOf(feed, source), complete);
  element('count').textContent = participants.length > 1 ? `${participants.length} participants` : '';
  element('alone').hidden = participants.length !== 1;
}

export function notice(text) {
  element('notice').textContent = text;
  element('notice').hidden = text === '';
}

export function state(tone, text) {
  element('state').dataset.state = tone;
  element('state').textContent = text;
}
