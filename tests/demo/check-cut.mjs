// A call goes on while its server's line to Janus breaks and is claimed back: media never stop.
import { isDeepStrictEqual } from 'node:util';
import { launchChromium } from './chromium.mjs';
import { watchFlow, watchPeers } from './in-page.mjs';
import { handlesAt, startDemo, startJanus, startProxy } from './stage.mjs';

const DEADLINE_MS = 30_000;
const STALL_MS = 1000;
/** As many audio packets as come in four seconds. */
const A_WHILE = 200;

const janus = await startJanus({ options: ['--full-trickle', '--reclaim', '60'] });
const proxy = await startProxy(janus.ws);
const demo = await startDemo(proxy.url);
const browser = await launchChromium();
const saw = (text) => console.log(`  ✓ ${text}`);
let longest = 0;
try {
  const page = await browser.newPage();
  page.setDefaultTimeout(DEADLINE_MS);
  const faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.addInitScript(watchPeers);
  await page.addInitScript(watchFlow);
  await drive(page);
  if (faults.length > 0) throw new Error(`the page reports: ${faults.join('; ')}`);
  console.log(`\nnote: media went on through each break, with nothing new for ${Math.round(longest)} ms at most`);
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
  saw(`an echo plays; without a break, nothing new came for ${stalls(quiet)} at most`);

  /** The page hears that Janus is away and back, and has the same handle in the same session, which answers. */
  const through = async (what, breakLine) => {
    let outage_ms;
    const flow = await flowOf(page, async () => {
      await breakLine();
      await janusIs(page, 'out of reach');
      const begun = performance.now();
      await moreAudio(page);
      proxy.open = true;
      await janusIs(page, 'ready');
      outage_ms = performance.now() - begun;
      await configure(page);
    });
    for (const [kind, { packets, stall }] of Object.entries(flow)) {
      if (!(packets > 0 && stall < STALL_MS)) throw new Error(`${what}: ${kind} stopped for ${Math.round(stall)} ms`);
      longest = Math.max(longest, stall);
    }
    const now = await handlesAt(janus.admin_ws);
    if (!isDeepStrictEqual(now, handles)) throw new Error(`${what}: ${JSON.stringify(handles)} became ${JSON.stringify(now)}`);
    const { audio, video } = flow;
    saw(`${what}: claimed back after ${Math.round(outage_ms)} ms; ${audio.packets} audio and ${video.packets} video packets came meanwhile, nothing new for ${stalls(flow)} at most`);
  };

  await through('the line is reset, and none comes through for a while', () => {
    proxy.open = false;
    proxy.reset();
  });
  await through('the line is cut in the middle of what Janus says', async () => {
    proxy.open = false;
    proxy.cutInFrame();
    await choose(page);
  });
  await through('the line goes silent', () => {
    proxy.open = false;
    proxy.silence();
  });

  await page.click('#call:enabled');
  await page.locator('#call', { hasText: 'Start' }).waitFor();
  saw('the call is hung up');
}

/** What arrived while something was done, and the longest time without anything new, by kind. */
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

/** Another bitrate, of two in turn. */
async function choose(page) {
  const now = await page.locator('[name=bitrate]').inputValue();
  await page.selectOption('[name=bitrate]', now === '128000' ? '256000' : '128000');
}

async function configure(page) {
  await page.locator('[name=bitrate]:enabled').waitFor();
  const agreed = page.locator('#journal [data-from=server]', { hasText: 'Janus agrees.' });
  const before = await agreed.count();
  await choose(page);
  await agreed.nth(before).waitFor();
}
