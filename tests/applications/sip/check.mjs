import { startRegistrar } from '../../support/registrar.mjs';

const AUDIBLE = { packets: 50, energy: 0.05 };

export async function sip(stage, passed) {
  const registrar = await startRegistrar();
  try {
    await call(stage, passed, registrar.at);
  } finally {
    registrar.stop();
  }
}

async function call(stage, passed, at) {
  const application = await stage.start('sip');
  const anna = await application.open('Anna');
  const ben = await application.open('Ben');
  const identity = (user) => ({ username: `sip:${user}@${at}`, proxy: `sip:${at}`, secret: 'a-password' });
  await anna.request('register', 'registered', identity('anna'));
  await ben.request('register', 'registered', identity('ben'));
  await ben.waitFor('registering');
  passed('two pages are registered');

  const called = anna.call('call', `sip:ben@${at}`);
  const { jsep } = await ben.waitFor('incoming', { username: `sip:anna@${at}` });
  await anna.waitFor('ringing');
  await ben.call('accept', jsep);
  await called;
  const received = await ben.gets(AUDIBLE);
  await anna.gets(AUDIBLE);
  passed(`Anna calls, Ben accepts, each hears the other: Ben received ${received.packets} packets, energy ${received.energy.toFixed(2)}`);

  await anna.request('hangup', 'hangup');
  await ben.waitFor('hangup');
  await ben.getsNoMore('packets');
  passed('Anna hangs up, and Ben gets the event');

  await ben.forget();
  const refused = anna.call('call', `sip:ben@${at}`).then(() => 'accepted', ({ message }) => message);
  await ben.waitFor('incoming', { username: `sip:anna@${at}` });
  await ben.request('decline', 'declined');
  const reason = await refused;
  if (!/call: 486/.test(reason)) throw new Error(`a declined call ends with: ${reason}`);
  passed('a call that Ben declines is refused with 486');
  for (const page of [anna, ben]) await page.close();
}
