// Tests examples/browser: a page that uses Janus directly, without a bundler.
// node direct.mjs JANUS_URL SECRET
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { launchChromium } from './chromium.mjs';

const [janus, secret] = process.argv.slice(2);
const serve = fileURLToPath(new URL('../../examples/browser/serve.js', import.meta.url));
const server = spawn(process.execPath, [serve], { stdio: ['ignore', 'pipe', 'inherit'] });
const browser = await launchChromium();
try {
  const [line] = await once(createInterface(server.stdout), 'line');
  const page = await browser.newPage();
  page.setDefaultTimeout(20_000);
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(line.replace('open ', ''));
  await page.fill('[name=url]', janus);
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
  if (errors.length > 0) throw new Error(`the page reports: ${errors.join('; ')}`);
} catch (error) {
  console.log(`  ✗ ${error.message}`);
  process.exitCode = 1;
} finally {
  await browser.close();
  server.kill();
}
