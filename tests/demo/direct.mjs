// Tests examples/browser: pages that use Janus directly, without a bundler.
// node direct.mjs JANUS_URL SECRET
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { launchChromium } from './chromium.mjs';
import { watchPeers } from './in-page.mjs';
import { eventually } from './stage.mjs';

const [janus, secret] = process.argv.slice(2);
const serve = fileURLToPath(new URL('../../examples/browser/serve.js', import.meta.url));
const server = spawn(process.execPath, [serve], { stdio: ['ignore', 'pipe', 'inherit'] });
const browser = await launchChromium();
try {
  const [line] = await once(createInterface(server.stdout), 'line');
  const address = line.replace('open ', '');
  const errors = [];
  const open = async (path) => {
    const page = await browser.newPage();
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => errors.push(error.message));
    await page.addInitScript(watchPeers);
    await page.goto(new URL(path, address).href);
    await page.fill('[name=url]', janus);
    return page;
  };

  const page = await open('');
  await page.fill('[name=secret]', 'mistaken');
  await page.click('#form button');
  await page.locator('#log', { hasText: 'Failed: 403' }).waitFor();
  console.log('  ✓ a wrong secret is refused with an error text');
  await page.fill('[name=secret]', secret);
  await page.click('#form button:enabled');
  await page.waitForFunction(() => document.querySelector('#remote').currentTime > 2);
  console.log('  ✓ the page without an application server has played its echo for two seconds');
  await page.click('#stop');
  await page.locator('#form button:enabled', { hasText: 'Start' }).waitFor();

  const join = async (display, passphrase) => {
    const page = await open('encryption.html');
    for (const [name, value] of Object.entries({ secret, display, passphrase })) await page.fill(`[name=${name}]`, value);
    await page.click('#join');
    await page.locator('#log', { hasText: 'is encrypted' }).waitFor();
    return page;
  };
  const anna = await join('Anna', 'a passphrase');
  const ben = await join('Ben', 'a passphrase');
  const eve = await join('Eve', 'another passphrase');
  const sees = (page, name) => page.waitForFunction((name) => [...document.querySelectorAll('figure')].some(({ textContent, firstChild: { currentTime, videoWidth } }) => textContent === name && videoWidth > 0 && currentTime > 1), name);
  await sees(anna, 'Ben');
  await sees(ben, 'Anna');
  const received = () => eve.evaluate(async () => {
    const reports = await Promise.all(window.watchedPeers.map((peer) => peer.getStats()));
    const videos = reports.flatMap((report) => [...report.values()]).filter(({ type, kind }) => type === 'inbound-rtp' && kind === 'video');
    return videos.map(({ packetsReceived: packets, framesDecoded: frames = 0 }) => ({ packets, frames }));
  });
  const videos = await eventually('Eve has no packets', received, (videos) => videos.length === 2 && videos.every(({ packets }) => packets > 50));
  if (videos.some(({ frames }) => frames > 0)) throw new Error(`Eve sees ${JSON.stringify(videos)}`);
  console.log('  ✓ with end-to-end encryption two pages with one passphrase see each other, and one with another sees no picture');
  if (errors.length > 0) throw new Error(`the page reports: ${errors.join('; ')}`);
} catch (error) {
  console.log(`  ✗ ${error.message}`);
  process.exitCode = 1;
} finally {
  await browser.close();
  server.kill();
}
