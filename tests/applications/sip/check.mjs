import { startRegistrar } from '../../support/registrar.mjs';

const HEARS = { packets: 50, energy: 0.05 };

export async function sip(stage, saw) {
  const registrar = await startRegistrar();
  try {
    await call(stage, saw, registrar.at);
  } finally {
    registrar.stop();
  }
}

async function call(stage, saw, at) {
  const application = await stage.start('sip');
  const anna = await application.open('Anna');
  const ben = await application.open('Ben');
  const identity = (user) => ({ username: `sip:${user}@${at}`, proxy: `sip:${at}`, secret: 'a-password' });
  await anna.ask('register', 'registered', identity('anna'));
  await ben.ask('register', 'registered', identity('ben'));
  await ben.hears('registering');
  saw('two pages are registered');

  const called = anna.call('call', `sip:ben@${at}`);
  const { jsep } = await ben.hears('incoming', { username: `sip:anna@${at}` });
  await anna.hears('ringing');
  await ben.call('accept', jsep);
  await called;
  const heard = await ben.gets(HEARS);
  await anna.gets(HEARS);
  saw(`Anna calls, Ben takes it, each hears the other: Ben got ${heard.packets} packets, energy ${heard.energy.toFixed(2)}`);

  await anna.ask('hangup', 'hangup');
  await ben.hears('hangup');
  await ben.getsNoMore('packets');
  saw('Anna hangs up, and Ben is told');

  await ben.forget();
  const refused = anna.call('call', `sip:ben@${at}`).then(() => 'taken', ({ message }) => message);
  await ben.hears('incoming', { username: `sip:anna@${at}` });
  await ben.ask('decline', 'declined');
  const why = await refused;
  if (!/call: 486/.test(why)) throw new Error(`a declined call ends in: ${why}`);
  saw('a call that Ben declines is refused with 486');
  for (const page of [anna, ben]) await page.close();
}
