// The conference of examples/videoroom, in Chromium: check-videoroom.mjs ADDRESS
import { LAPTOP, LOUD, PHONE, checkConference, eachGets } from './conference-check.mjs';

const LOW = 0.001;

const [address] = process.argv.slice(2);
await checkConference('The conference', drive);

async function drive({ join: open, passed }) {
  const join = async (name, options) => {
    const member = await open(address, name, options);
    await member.shows('.you', `${name} (you)`);
    return member;
  };

  const anna = await join('Anna', { ...LAPTOP, volume: LOUD });
  await anna.page.getByText('You are the only participant').waitFor();
  passed('a single page shows that it is alone');

  const ben = await join('Ben', { ...LAPTOP, volume: LOW });
  await eachGets([anna, ben]);
  passed('two pages see and hear each other');

  const clara = await join('Clara', { ...PHONE, volume: LOW });
  await eachGets([anna, ben, clara]);
  const { Ben, Clara } = await anna.media();
  passed(`three pages see and hear each other: Anna received ${Ben.frames} frames and ${Ben.packets} audio packets of Ben, ${Clara.frames} and ${Clara.packets} of Clara`);

  await ben.shows('.talking', 'Anna');
  await clara.shows('.talking', 'Anna');
  await anna.shows('.talking', 'Anna (you)');
  await anna.shows(':not(.talking)', 'Ben');
  await clara.shows(':not(.talking)', 'Ben');
  passed('Anna, whose voice is loud, is shown talking; Ben and Clara are not');

  await anna.anotherNetwork();
  await eachGets([anna, ben, clara]);
  passed('with another network both PeerConnections of Anna restart ICE, and all see and hear each other');

  await anna.page.click('#microphone:enabled');
  await ben.shows('.silent:not(.talking)', 'Anna');
  await ben.getsNoMore('Anna', 'packets');
  await ben.gets('Anna', { frames: 10 });
  await anna.page.click('#microphone:enabled');
  await ben.shows(':not(.silent)', 'Anna');
  await ben.gets('Anna', { packets: 25, energy: 0.01 });
  passed('Anna mutes: the others see it and hear nothing, her video continues; she unmutes and is heard');

  await ben.page.click('#camera:enabled');
  await clara.shows('.dark', 'Ben');
  await clara.getsNoMore('Ben', 'frames');
  const david = await join('David', { ...LAPTOP, volume: LOW });
  await david.shows('.dark', 'Ben');
  await ben.page.click('#camera:enabled');
  await clara.shows(':not(.dark)', 'Ben');
  await clara.gets('Ben', { frames: 10 });
  await david.gets('Ben', { frames: 10 });
  passed('Ben’s camera goes off and on; David, who joins meanwhile, sees it off');

  await ben.page.click('#screen:enabled');
  for (const one of [anna, clara, david]) await one.gets('Ben’s screen', { frames: 3 });
  await ben.shows('[data-source=screen]', 'Your screen');
  passed(`Ben’s screen is another tile: Anna received ${(await anna.media())['Ben’s screen'].frames} frames of it`);
  await ben.page.click('#screen:enabled');
  for (const one of [anna, clara, david]) await one.loses('Ben’s screen');
  await ben.page.click('#screen:enabled');
  for (const one of [anna, clara, david]) await one.gets('Ben’s screen', { frames: 3 });
  await ben.page.click('#screen:enabled');
  for (const one of [anna, clara, david]) await one.loses('Ben’s screen');
  await eachGets([anna, ben, clara, david]);
  passed('the screen tile disappears when he stops, appears and disappears again, and all pages still see and hear each other');

  await david.page.click('#leave:enabled');
  await david.page.locator('#join:enabled').waitFor();
  for (const one of [anna, ben, clara]) await one.loses('David');
  passed('David leaves: his tile goes');

  await clara.page.close();
  for (const one of [anna, ben]) await one.loses('Clara');
  passed('Clara’s page is closed: her tile goes');

  await david.page.click('#join:enabled');
  await eachGets([anna, ben, david]);
  passed('David joins again: all see and hear him');

  await ben.page.click('#camera:enabled');
  await anna.shows('.dark', 'Ben');
  await ben.closeSocket();
  for (const one of [anna, david]) await one.loses('Ben');
  await ben.page.getByText('The server is unavailable').waitFor();
  await anna.shows('.dark', 'Ben');
  await ben.page.click('#camera:enabled');
  await eachGets([anna, ben, david]);
  passed('Ben’s connection to the server is lost: his page joins again with the same state, and all see and hear him');
}
