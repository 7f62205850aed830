import { readdirSync } from 'node:fs';
import { launchChromium } from './chromium.mjs';
import { watchPeers } from './peers.mjs';

const DEADLINE_MS = 20_000;

const [address, recordings] = process.argv.slice(2);
const browser = await launchChromium();
let page;
const faults = [];
try {
  page = await browser.newPage();
  page.setDefaultTimeout(DEADLINE_MS);
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('requestfailed', (request) => faults.push(`${request.url()}: ${request.failure()?.errorText}`));
  const saw = await drive(page);
  if (faults.length > 0) throw new Error(`the page reports: ${faults.join('; ')}`);
  console.log(`\nThe echo test works: ${saw} things seen.`);
} catch (error) {
  console.log(`  ✗ ${error.message}\n`);
  for (const fault of faults) console.log(`the page reports: ${fault}`);
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
  const saw = (text) => (count++, console.log(`  ✓ ${text}`));
  const journal = (from, text) =>
    page.locator(`#journal [data-from=${from}]`, { hasText: text }).first().waitFor().catch(() => {
      throw new Error(`the log never shows "${text}" of ${from}`);
    });

  await page.goto(address);
  await ready(page).catch(async () => {
    // Seen once, on a busy machine: Chromium loaded the page and ran none of it.
    console.log(`  … nothing yet; loading the page anew (${faults.splice(0).join('; ') || 'no fault reported'})`);
    await page.reload();
    await ready(page);
  });
  saw(`the page is connected; Janus is ${await page.locator('#state-janus dd').innerText()}`);

  await page.click('#call');
  await page.waitForFunction(() => document.querySelector('#remote').currentTime > 2);
  saw('the echo has played for two seconds');

  const media = await peers.until((now) => now.audio.received > 50 && now.video.received > 50, 'audio and video packets');
  saw(`${media.audio.received} audio and ${media.video.received} video packets came back, ${media.video.frames} frames shown`);

  await journal('page', 'Candidate: host udp');
  await journal('janus', 'Candidate: host udp');
  saw(`candidates went both ways: ${media.pair.local} on the page, ${media.pair.remote} on Janus`);

  await journal('janus', 'Your audio arrives');
  await journal('janus', 'Your video arrives');
  saw(`ICE is ${await page.locator('#state-ice dd').innerText()}, Janus receives audio and video`);

  const before = await peers.videoRate();
  await page.selectOption('[name=bitrate]', '128000');
  const after = await peers.videoRateBelow(160);
  saw(`the bitrate fell from ${before} to ${after} kb/s when 128 were asked for`);

  await page.uncheck('[name=audio]');
  await peers.untilStill('audio');
  await peers.untilGrows('video');
  saw('without audio no audio packets come, video goes on');

  await page.check('[name=audio]');
  await peers.untilGrows('audio');
  saw('with audio they come again');

  await page.uncheck('[name=video]');
  await peers.untilStill('video');
  await page.check('[name=video]');
  await peers.untilGrows('video');
  saw('so it is with video');

  await page.check('[name=record]');
  await page.locator('[name=record]:enabled').waitFor();
  await peers.untilGrows('video');
  await page.uncheck('[name=record]');
  await page.locator('[name=record]:enabled').waitFor();
  const files = readdirSync(recordings).filter((name) => name.endsWith('.mjr'));
  if (files.length !== 2) throw new Error(`Janus recorded ${files.length} files instead of 2`);
  saw(`Janus recorded ${files.join(' and ')}`);

  await page.click('#call');
  await journal('janus', 'The media connection is closed: Janus API.');
  await journal('janus', 'The handle is gone.');
  await page.locator('#call', { hasText: 'Start' }).waitFor();
  saw('the call is hung up and its handle gone');
  return count;
}
