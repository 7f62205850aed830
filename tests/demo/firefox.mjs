import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

const PREFERENCES = {
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
  'media.autoplay.default': 0,
};

/** The system's Firefox with a camera and a microphone of its own making, as an object like Playwright's browsers. */
export async function launchFirefox() {
  const executablePath = ['firefox-esr', 'firefox'].flatMap((name) => process.env.PATH.split(delimiter).map((folder) => join(folder, name))).find(existsSync);
  if (!executablePath) throw new Error('Firefox is missing: run scripts/setup firefox');
  const browser = await loadPuppeteer().launch({ browser: 'firefox', executablePath, extraPrefsFirefox: PREFERENCES });
  return { newContext: () => openContext(browser), close: () => browser.close() };
}

async function openContext(browser) {
  const context = await browser.createBrowserContext();
  // A tab behind another one counts as hidden.
  return { newPage: () => context.newPage({ type: 'window' }), close: () => context.close() };
}

function loadPuppeteer() {
  try {
    return createRequire(new URL('../../.cache/firefox/', import.meta.url))('puppeteer-core');
  } catch {
    throw new Error('puppeteer-core is missing: run scripts/setup firefox');
  }
}
