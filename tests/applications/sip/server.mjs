import SipPlugin from 'bifrons/plugins/sip';
import { openBackend } from '../support/backend.mjs';
import { openFrontend } from '../support/frontend.mjs';

const { EVENT } = SipPlugin;

const EVENT_NAMES = {
  [EVENT.SIP_REGISTERING]: 'registering',
  [EVENT.SIP_CALLING]: 'calling',
  [EVENT.SIP_RINGING]: 'ringing',
  [EVENT.SIP_PROCEEDING]: 'proceeding',
  [EVENT.SIP_INCOMING]: 'incoming',
  [EVENT.SIP_HANGUP]: 'hangup',
  [EVENT.SIP_MISSED]: 'missed',
  [EVENT.SIP_INFO]: 'info',
  [EVENT.SIP_DTMF]: 'dtmf',
};

let backend;
const frontend = openFrontend('sip', 'sip-error', enter);
backend = await openBackend(SipPlugin, frontend.fail);
frontend.listen();

function enter(browser) {
  let handle;

  browser.respond('register', 'registered', async (data) => {
    await handle?.detach();
    handle = await backend.session.attach(SipPlugin);
    for (const [event, name] of Object.entries(EVENT_NAMES)) handle.on(event, (fields) => browser.send(name, fields));
    return handle.register(data);
  });
  browser.respond('call', 'accepted', (data) => handle.call(data));
  browser.respond('accept', 'accepted', (data) => handle.accept(data));
  browser.respond('hangup', 'hangup', () => handle.sip_hangup());
  browser.respond('decline', 'declined', () => handle.decline());
  browser.respond('trickle', null, ({ candidate }) => handle.trickle(candidate));
  browser.respond('trickle-complete', null, () => handle.trickleComplete());
  browser.on('disconnect', () => handle?.detach().catch(() => {}));
}
