import Bifrons from 'bifrons';
import AudioBridgePlugin from 'bifrons/plugins/audiobridge';
import { openBackend } from '../support/backend.mjs';
import { openFrontend } from '../support/frontend.mjs';

const { EVENT } = AudioBridgePlugin;

/** What the manager is asked for: the event that answers, and the method. */
const MANAGEMENT = {
  'list-participants': ['participants-list', 'listParticipants'],
  kick: ['peer-kicked', 'kick'],
  exists: ['exists', 'exists'],
  'list-rooms': ['rooms-list', 'list'],
  create: ['created', 'create'],
  destroy: ['destroyed', 'destroy'],
  'enable-recording': ['recording-status', 'enableRecording'],
  allow: ['allowed', 'allow'],
  'rtp-fwd-start': ['rtp-fwd-started', 'startForward'],
  'rtp-fwd-stop': ['rtp-fwd-stopped', 'stopForward'],
  'rtp-fwd-list': ['rtp-fwd-list', 'listForward'],
  'mute-peer': ['peer-muted', 'mute'],
  'unmute-peer': ['peer-unmuted', 'unmute'],
  'mute-room': ['room-muted', 'muteRoom'],
  'unmute-room': ['room-unmuted', 'unmuteRoom'],
  'suspend-peer': ['peer-suspended', 'suspend'],
  'resume-peer': ['peer-resumed', 'resume'],
};

const NOTIFICATIONS = {
  [EVENT.AUDIOBRIDGE_PEER_JOINED]: 'peer-joined',
  [EVENT.AUDIOBRIDGE_PEER_LEAVING]: 'peer-leaving',
  [EVENT.AUDIOBRIDGE_CONFIGURED]: 'configured',
  [EVENT.AUDIOBRIDGE_PEER_CONFIGURED]: 'peer-configured',
  [EVENT.AUDIOBRIDGE_PEER_KICKED]: 'peer-kicked',
  [EVENT.AUDIOBRIDGE_TALKING]: 'talking',
  [EVENT.AUDIOBRIDGE_PEER_TALKING]: 'peer-talking',
  [EVENT.AUDIOBRIDGE_ROOM_MUTED]: 'room-muted-update',
  [EVENT.AUDIOBRIDGE_PEER_SUSPENDED]: 'peer-suspended',
  [EVENT.AUDIOBRIDGE_PEER_RESUMED]: 'peer-resumed',
};

let backend;
const frontend = openFrontend('audiobridge', 'audiobridge-error', enter);
backend = await openBackend(AudioBridgePlugin, frontend.fail);
frontend.listen();

function enter(browser) {
  let handle;

  browser.answers('join', 'joined', async (data) => {
    handle = await backend.session.attach(AudioBridgePlugin);
    for (const [event, name] of Object.entries(NOTIFICATIONS)) handle.on(event, (told) => browser.tell(name, told));
    handle.on(EVENT.AUDIOBRIDGE_DESTROYED, (told) => end('destroyed', told));
    handle.on(EVENT.AUDIOBRIDGE_KICKED, (told) => end('kicked', told));
    handle.on(Bifrons.EVENT.HANDLE_HANGUP, ({ reason }) => Bifrons.Logger.info(`${handle.name} hangup: ${reason}`));
    return handle.join(data);
  });
  browser.answers('configure', 'configured', (data) => handle.configure(data));
  browser.answers('hangup', 'hangingup', () => handle.audioHangup());
  browser.answers('leave', 'leaving', async () => {
    const left = await handle.leave();
    await handle.detach();
    return left;
  });
  browser.answers('trickle', null, ({ candidate }) => handle.trickle(candidate));
  browser.answers('trickle-complete', null, () => handle.trickleComplete());
  for (const [event, [answer, method]] of Object.entries(MANAGEMENT)) {
    browser.answers(event, answer, (data) => backend.manager[method](data));
  }
  browser.on('disconnect', () => handle?.detach().catch(() => {}));

  async function end(name, told) {
    browser.tell(name, told);
    await handle.detach().catch(() => {});
  }
}
