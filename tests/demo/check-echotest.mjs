import { readdirSync } from 'node:fs';
import { launchChromium } from './chromium.mjs';
import { watchPeers } from './peers.mjs';

const DEADLINE_MS = 20_000;

const [address, recordings] = process.argv.slice(2);
const browser = await launchChromium();
let page;
const errors = [];
try {
  page = await browser.newPage();
  page.setDefaultTimeout(DEADLINE_MS);
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('requestfailed', (request) => errors.push(`${request.url()}: ${request.failure()?.errorText}`));
  const passed = await drive(page);
  if (errors.length > 0) throw new Error(`the page reports: ${errors.join('; ')}`);
  console.log(`\nThe echo test works: ${passed} checks passed.`);
} catch (error) {
  console.log(`  ✗ ${error.message}\n`);
  for (const error of errors) console.log(`the page reports: ${error}`);
  if (page) console.log(await page.locator('#journal').innerText());
  process.exitCode = 1;
} finally {
  await browser.close();
}

function ready(page) {
  return page.locator('#call:enabled').waitFor({ timeout: DEADLINE_MS / 2 });
}

async function drive(page) {
  const peers = await watchPeers(page);
  let count = 0;
  const passed = (text) => (count++, console.log(`  ✓ ${text}`));
  const journal = (from, text) =>
    page.locator(`#journal [data-from=${from}]`, { hasText: text }).first().waitFor().catch(() => {
      throw new Error(`the log does not show "${text}" from ${from}`);
    });

  await page.goto(address);
  await ready(page).catch(async () => {
    // On a busy machine, Chromium once loaded the page and ran no script.
    console.log(`  … no state yet; reloading the page (${errors.splice(0).join('; ') || 'no error reported'})`);
    await page.reload();
    await ready(page);
  });
  passed(`the page is connected; Janus is ${await page.locator('#state-janus dd').innerText()}`);

  await page.click('#call');
  await page.waitForFunction(() => document.querySelector('#remote').currentTime > 2);
  passed('the echo has played for two seconds');

  const media = await peers.until((now) => now.audio.received > 50 && now.video.received > 50, 'audio and video packets');
  passed(`${media.audio.received} audio and ${media.video.received} video packets came back, ${media.video.frames} frames shown`);

  await journal('page', 'Candidate: host udp');
  await journal('janus', 'Candidate: host udp');
  passed(`both sides trickled candidates: ${media.pair.local} on the page, ${media.pair.remote} on Janus`);

  await journal('janus', 'Janus receives your audio');
  await journal('janus', 'Janus receives your video');
  passed(`ICE is ${await page.locator('#state-ice dd').innerText()}, Janus receives audio and video`);

  const answers = page.locator('#journal [data-from=server]', { hasText: 'Sends the SDP answer' });
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await journal('page', 'Restarts ICE.');
  await answers.nth(1).waitFor();
  await peers.untilGrows('video');
  await peers.untilGrows('audio');
  passed('with another network ICE restarts, and media go on');

  const before = await peers.videoRate();
  await page.selectOption('[name=bitrate]', '128000');
  const after = await peers.videoRateBelow(160);
  passed(`the bitrate fell from ${before} to ${after} kb/s after a request for 128 kb/s`);

  await page.uncheck('[name=audio]');
  await peers.untilStill('audio');
  await peers.untilGrows('video');
  passed('without audio no audio packets arrive, and video continues');

  await page.check('[name=audio]');
  await peers.untilGrows('audio');
  passed('with audio they arrive again');

  await page.uncheck('[name=video]');
  await peers.untilStill('video');
  await page.check('[name=video]');
  await peers.untilGrows('video');
  passed('the same holds for video');

  await page.check('[name=record]');
  await page.locator('[name=record]:enabled').waitFor();
  await peers.untilGrows('video');
  await page.uncheck('[name=record]');
  await page.locator('[name=record]:enabled').waitFor();
  const files = readdirSync(recordings).filter((name) => name.endsWith('.mjr'));
  if (files.length !== 2) throw new Error(`Janus recorded ${files.length} files instead of 2`);
  passed(`Janus recorded ${files.join(' and ')}`);

  await page.click('#call');
  await journal('janus', 'The media connection is closed: Janus API.');
  await journal('janus', 'The handle is detached.');
  await page.locator('#call', { hasText: 'Start' }).waitFor();
  passed('the call has ended and its handle is detached');
  return count;
}
