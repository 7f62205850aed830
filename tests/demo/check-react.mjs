// Tests examples/react: two pages see and hear each other, one mutes and leaves, one is closed.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { launchChromium } from './chromium.mjs';
import { startJanus } from './private-janus.mjs';

const EXAMPLE = new URL('../../examples/react/', import.meta.url);
const { preview } = await import(pathToFileURL(createRequire(EXAMPLE).resolve('vite')));

// The page has no secret.
const janus = await startJanus({ secret: null });
const server = await preview({ root: EXAMPLE.pathname, preview: { host: '127.0.0.1', port: 0 } });
const browser = await launchChromium();
const errors = [];
const shows = (page, name) => page.getByText(name, { exact: true }).waitFor();
const loses = (page, name) => page.getByText(name, { exact: true }).waitFor({ state: 'detached' });
const passed = (text) => console.log(`  ✓ ${text}`);
try {
  await drive();
  if (errors.length > 0) throw new Error(`the pages report: ${errors.join('; ')}`);
  console.log('\nThe conference in React works.');
} catch (error) {
  console.log(`  ✗ ${error.message}`, ...errors);
  process.exitCode = 1;
} finally {
  await browser.close();
  await server.close();
  await janus.stop();
}

async function join(name, room) {
  const page = await browser.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => errors.push(`${name}: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && errors.push(`${name}: ${message.text()}`));
  await page.goto(`http://127.0.0.1:${server.httpServer.address().port}/`);
  await enter(page, name, room);
  return page;
}

async function enter(page, name, room = '1234') {
  await page.fill('[name=url]', janus.ws);
  await page.fill('[name=room]', room);
  await page.fill('[name=display]', name);
  await page.click('text=Join');
}

/** Waits until the page plays the picture of a participant, and the sound of as many others. */
async function plays(page, name, others = 1) {
  await page.waitForFunction(([name, others]) => {
    const figure = [...document.querySelectorAll('figure')].find(({ textContent }) => textContent === name);
    const audios = [...document.querySelectorAll('audio')];
    return figure?.querySelector('video').currentTime > 1 && audios.length === others && audios.every(({ currentTime }) => currentTime > 1);
  }, [name, others]);
}

async function drive() {
  const nowhere = await join('Nina', '999');
  await nowhere.getByRole('alert').filter({ hasText: 'No such room' }).waitFor();
  await nowhere.click('text=Leave');
  passed('a room that does not exist is reported');

  const anna = await join('Anna');
  await shows(anna, 'You');
  const ben = await join('Ben');
  await plays(anna, 'Ben');
  await plays(ben, 'Anna');
  passed('two pages see and hear each other');

  await ben.click('text=Mute microphone');
  await shows(ben, 'Unmute microphone');
  await ben.click('text=Unmute microphone');
  await shows(ben, 'Mute microphone');
  passed('the microphone is muted and unmuted');

  await ben.click('text=Leave');
  await shows(ben, 'Join');
  await loses(anna, 'Ben');
  await enter(ben, 'Ben');
  await plays(anna, 'Ben');
  passed('Ben leaves, and joins again');

  await ben.close();
  await loses(anna, 'Ben');
  passed('Ben’s page is closed, and his picture goes');
}
