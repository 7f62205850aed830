// The conference through the gateway, in Chromium: check-gateway.mjs ADDRESS HOST_KEY
import { LAPTOP, LOUD, PHONE, checkConference, eachGets } from './conference-check.mjs';

const [address, key] = process.argv.slice(2);
await checkConference('The conference through the gateway', drive, /403/);

async function drive({ join: open, passed }) {
  const join = (name, { at = address, ...options } = LAPTOP) => open(at, name, { volume: LOUD, ...options });

  const ben = await join('Ben');
  await ben.page.getByText('waiting for the host').waitFor();
  passed('a guest waits for the host');

  const anna = await join('Anna', { at: `${address}${address.includes('#') ? '&' : '#'}host=${key}`, ...LAPTOP });
  await eachGets([anna, ben]);
  passed('the host opens the room, the guest comes in by itself, and both see and hear each other');

  if (address.includes('#')) {
    const eve = await join('Eve', { at: address.split('#')[0], ...LAPTOP });
    await eve.page.getByText('you are not invited').waitFor();
    passed('without the invitation the application’s policy refuses to join');
  }

  const clara = await join('Clara', PHONE);
  await eachGets([anna, ben, clara]);
  for (const name of ['Anna', 'Ben', 'Clara']) await anna.page.locator('#present td', { hasText: name }).waitFor();
  passed('a third one joins; the host sees by the admin endpoint who is there');

  if ((await ben.page.locator('.choices, #present:visible').count()) > 0) throw new Error('a guest is offered what only the host may do');
  await refusals(ben);
  passed('a guest has none of it, and is refused what it requests all the same');

  await anna.tile('Ben').locator('.mute').click();
  await clara.shows('.silent', 'Ben');
  await ben.page.getByText('The host has muted you').waitFor();
  await clara.getsNoMore('Ben', 'packets');
  await anna.tile('Ben').getByText('Unmute').click();
  await clara.gets('Ben', { packets: 25 });
  passed('the host mutes Ben: the others see it and hear nothing; then he is heard again');

  await clara.page.click('#camera:enabled');
  await clara.page.locator('#camera[aria-pressed=true]').waitFor();
  await ben.page.click('#screen:enabled');
  for (const one of [anna, clara]) await one.gets('Ben’s screen', { frames: 3 });
  passed('a screen is another tile');

  await anna.tile('Ben').locator('.remove').click();
  await ben.page.getByText('You are no longer in the conference').waitFor();
  for (const one of [anna, clara]) await one.loses('Ben');
  passed('the host removes Ben: his page shows it, and his tiles disappear');

  await ben.page.click('#join:enabled');
  await ben.page.getByText('The host has removed you').waitFor();
  passed('Ben stays out');

  await clara.closeSocket();
  await clara.page.locator('#state', { hasText: 'connected' }).waitFor();
  await eachGets([anna, clara]);
  passed('Clara’s connection to the gateway is lost and restored, and her call continues');

  await clara.page.click('#leave:enabled');
  await anna.loses('Clara');
  await clara.page.click('#join:enabled');
  await eachGets([anna, clara]);
  passed('Clara leaves and comes back');
}

/** What a guest's page may request by hand. */
async function refusals({ page }) {
  const answers = await page.evaluate(async () => {
    const { connect } = await import('./bifrons/streamed.js');
    const { default: VideoRoom } = await import('./bifrons/plugins/videoroom.js');
    const ask = (path, data) => fetch(path, { method: 'POST', body: JSON.stringify(data) }).then((response) => response.json());
    const { token, url, room } = await ask('login', { name: 'Ben' });
    const connection = await connect({ address: { url, token } });
    const handle = await (await connection.create()).attach(VideoRoom);
    const refused = (action) => action().then(() => 'allowed', ({ janus }) => janus);
    const results = [
      await refused(() => handle.create({ room: room + 1 })),
      await refused(() => handle.kick({ room, feed: 1 })),
      await refused(() => handle.destroy({ room })),
      (await ask('present', { token })).code,
      (await ask('remove', { token, feed: 1 })).code,
    ];
    await connection.close();
    return results;
  });
  const expected = [403, 403, 403, 'not-host', 'not-host'];
  if (JSON.stringify(answers) !== JSON.stringify(expected)) throw new Error(`a guest gets ${JSON.stringify(answers)}`);
}
