// Two pages call each other by SIP, through a registrar.
import assert from 'node:assert/strict';
import { startRegistrar } from '../support/registrar.mjs';
import { openCaller } from './one_call.mjs';

export async function sip(stage, passed) {
  const registrar = await startRegistrar();
  try {
    await call(stage, passed, registrar.at);
  } finally {
    registrar.stop();
  }
}

async function call(stage, passed, at) {
  const open = async (user) => {
    const tab = await openCaller(stage);
    await tab.run(async ({ user, at }) => {
      const { attach, LocalTrack, openTone, receiveSipCalls, show } = window.app;
      const handle = await attach(window.janus, 'Sip');
      window.handle = handle;
      window.tones = [];
      handle.on('sip_dtmf', ({ signal }) => window.tones.push(signal));
      handle.on('sip_info', ({ type, content }) => window.tones.push(/Signal=(.)/.exec(content)?.[1] ?? type));
      window.tone = new LocalTrack(await openTone());
      window.keep = (call) => {
        window.call = call;
        call.peer.on('state', ({ state, reason }) => state === 'closed' && (window.reason = reason));
        show(call.stream);
      };
      receiveSipCalls(handle, async (incoming) => {
        // Janus reports a call before its SIP stack can accept it; the delivery of a message comes after that.
        const answerable = new Promise((resolve) => handle.once('sip_messagedelivery', resolve));
        await handle.sip_message({ uri: `sip:stranger@${at}`, content: 'is the call there?' });
        await answerable;
        window.keep(await incoming.answer([window.tone]));
      });
      await handle.register({ username: `sip:${user}@${at}`, proxy: `sip:${at}`, secret: 'a-password' });
    }, { user, at });
    return tab;
  };
  const [anna, ben] = [await open('anna'), await open('ben')];
  await anna.run(async (at) => window.keep(await window.app.startSipCall(window.handle, { uri: `sip:ben@${at}` }, [window.tone])), at);
  for (const tab of [anna, ben]) await tab.receives('audio');
  passed('two pages hear each other');

  await anna.run(() => window.call.hold({ direction: 'inactive' }));
  await ben.stops('audio');
  await anna.run(() => window.call.unhold());
  await ben.receives('audio');
  passed('a call is held and resumed');

  await anna.run(() => window.call.sendDtmf('12', { by: 'info' }));
  await ben.until('the tones of INFO', () => window.tones.join('') === '12');
  await anna.run(() => window.call.sendDtmf('34', { by: 'rtp' }));
  passed('DTMF tones go by INFO, and in the audio');

  await ben.run(() => window.call.hangup());
  assert.match(await anna.ends(), /^(the call has ended: |Janus hung up)/);
  passed('the other side learns the end');

  const refusals = await anna.run(async (at) => {
    const refusals = [];
    const deadline = performance.now() + 3000;
    for (;;) {
      try {
        window.keep(await window.app.startSipCall(window.handle, { uri: `sip:ben@${at}` }, [window.tone]));
        return refusals;
      } catch ({ plugin, message }) {
        refusals.push(plugin);
        if (performance.now() > deadline) throw new Error(`the second call: ${message}`);
      }
    }
  }, at);
  assert.deepEqual(refusals.filter((status) => status !== 486), []);
  for (const tab of [anna, ben]) await tab.receives('audio');
  passed(`the handles call again; Janus’s SIP plugin answered ${refusals.length} attempts with 486 before`);
  for (const tab of [anna, ben]) await tab.close();
}
