// A call continues while its server's connection to Janus is lost and recovered: media never stop.
import { isDeepStrictEqual } from 'node:util';
import { launchChromium } from './chromium.mjs';
import { watchFlow, watchPeers } from './in-page.mjs';
import { handlesAt, startDemo, startJanus, startProxy } from './stage.mjs';

const DEADLINE_MS = 30_000;
const STALL_MS = 1000;
/** The number of audio packets in four seconds. */
const A_WHILE = 200;

const janus = await startJanus({ options: ['--full-trickle', '--reclaim', '60'] });
const proxy = await startProxy(janus.ws);
const demo = await startDemo(proxy.url);
const browser = await launchChromium();
const passed = (text) => console.log(`  ✓ ${text}`);
let longest = 0;
try {
  const page = await browser.newPage();
  page.setDefaultTimeout(DEADLINE_MS);
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.addInitScript(watchPeers);
  await page.addInitScript(watchFlow);
  await drive(page);
  if (errors.length > 0) throw new Error(`the page reports: ${errors.join('; ')}`);
  console.log(`\nnote: media continued during each outage, with a gap of at most ${Math.round(longest)} ms`);
} catch (error) {
  console.log(`  ✗ ${error.message}`);
  process.exitCode = 1;
} finally {
  await browser.close();
  await demo.stop();
  proxy.stop();
  await janus.stop();
}

async function drive(page) {
  await page.goto(demo.address);
  await page.click('#call:enabled');
  await page.waitForFunction(() => document.querySelector('#remote').currentTime > 2);
  const handles = await handlesAt(janus.admin_ws);
  const quiet = await flowOf(page, () => moreAudio(page));
  passed(`the echo plays; without an outage, the longest gap is ${stalls(quiet)}`);

  /** The page shows the outage and the recovery, and its handle in the same session still responds. */
  const through = async (name, causeOutage) => {
    let outage_ms;
    const flow = await flowOf(page, async () => {
      await causeOutage();
      await janusIs(page, 'unavailable');
      const begun = performance.now();
      await moreAudio(page);
      proxy.open = true;
      await janusIs(page, 'ready');
      outage_ms = performance.now() - begun;
      await configure(page);
    });
    for (const [kind, { packets, stall }] of Object.entries(flow)) {
      if (!(packets > 0 && stall < STALL_MS)) throw new Error(`${name}: ${kind} stopped for ${Math.round(stall)} ms`);
      longest = Math.max(longest, stall);
    }
    const now = await handlesAt(janus.admin_ws);
    if (!isDeepStrictEqual(now, handles)) throw new Error(`${name}: ${JSON.stringify(handles)} changed to ${JSON.stringify(now)}`);
    const { audio, video } = flow;
    passed(`${name}: recovered after ${Math.round(outage_ms)} ms; ${audio.packets} audio and ${video.packets} video packets arrived meanwhile, with gaps of at most ${stalls(flow)}`);
  };

  await through('the connection is reset, and the server is unreachable for a while', () => {
    proxy.open = false;
    proxy.reset();
  });
  await through('the connection closes in the middle of a message from Janus', async () => {
    proxy.open = false;
    proxy.cutInFrame();
    await choose(page);
  });
  await through('the connection is silent', () => {
    proxy.open = false;
    proxy.silence();
  });

  await page.click('#call:enabled');
  await page.locator('#call', { hasText: 'Start' }).waitFor();
  passed('the call has ended');
}

/** Returns the packets that arrive during an action, and the longest gap, by kind. */
async function flowOf(page, action) {
  const before = await page.evaluate(() => {
    for (const flow of Object.values(window.flow)) flow.stall = 0;
    return window.flow;
  });
  await action();
  const after = await page.evaluate(() => window.flow);
  const grown = ([kind, { packets, stall }]) => [kind, { packets: packets - before[kind].packets, stall }];
  return Object.fromEntries(Object.entries(after).map(grown));
}

function stalls({ audio, video }) {
  return `${Math.round(audio.stall)} ms (audio) and ${Math.round(video.stall)} ms (video)`;
}

async function moreAudio(page) {
  const wanted = (await page.evaluate(() => window.flow.audio.packets)) + A_WHILE;
  await page.waitForFunction((count) => window.flow.audio.packets >= count, wanted);
}

function janusIs(page, text) {
  return page.locator('#state-janus dd', { hasText: text }).waitFor();
}

/** Changes the bitrate between two values. */
async function choose(page) {
  const now = await page.locator('[name=bitrate]').inputValue();
  await page.selectOption('[name=bitrate]', now === '128000' ? '256000' : '128000');
}

async function configure(page) {
  await page.locator('[name=bitrate]:enabled').waitFor();
  const changed = page.locator('#journal [data-from=server]', { hasText: 'Janus has changed the settings.' });
  const before = await changed.count();
  await choose(page);
  await changed.nth(before).waitFor();
}
