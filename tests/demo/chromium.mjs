import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

const ARGUMENTS = [
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking',
  '--disable-component-update --disable-sync --use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream --autoplay-policy=no-user-gesture-required',
].flatMap((line) => line.split(' '));

/** The system's Chromium with a camera and a microphone of its own making, with `more` arguments and without some of Playwright's. */
export function launchChromium(more = [], without = []) {
  const executablePath = process.env.PATH.split(delimiter).map((folder) => join(folder, 'chromium')).find(existsSync);
  if (!executablePath) throw new Error('Chromium is missing: run scripts/setup browser');
  return loadPlaywright().chromium.launch({ executablePath, args: [...ARGUMENTS, ...more], ignoreDefaultArgs: without });
}

function loadPlaywright() {
  try {
    return createRequire(new URL('../../.cache/tools/', import.meta.url))('playwright-core');
  } catch {
    throw new Error('playwright-core is missing: run scripts/setup browser');
  }
}
