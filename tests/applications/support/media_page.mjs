// A page whose received media are measured.
import { setTimeout as pause } from 'node:timers/promises';
import { playTone, watchPeers } from '../../demo/in-page.mjs';

export const DEADLINE_MS = 20_000;

/** Opens a page whose microphone is a tone of this volume. */
export async function openPage(browser, address, volume = 0.5) {
  const page = await browser.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.addInitScript(watchPeers);
  await page.addInitScript(playTone, volume);
  await page.goto(address);
  return { page, errors };
}

export class Page {
  constructor({ page, errors }, name) {
    this.page = page;
    this.name = name;
    this.errors = errors;
  }

  /** Waits until the received media have grown by more than `least`, { packets, energy, frames }; returns their totals. */
  async gets(least) {
    const first = await this.page.evaluate(readMedia);
    return this.until(`media growing by ${JSON.stringify(least)}`, async () => {
      const now = await this.page.evaluate(readMedia);
      return [Object.keys(least).every((what) => now[what] - first[what] > least[what]) && now, now];
    });
  }

  /** Waits for one second in which a value grows by no more than `noise`. */
  async getsNoMore(what, noise = 0) {
    let last = { value: -Infinity, at: 0 };
    await this.until(`an end of the ${what}`, async () => {
      const value = (await this.page.evaluate(readMedia))[what];
      if (value - last.value > noise) last = { value, at: performance.now() };
      return [performance.now() - last.at > 1000, value];
    });
  }

  async close() {
    if (this.errors.length > 0) throw new Error(`${this.name} reports: ${this.errors.join('; ')}`);
    await this.page.close();
  }

  /** Reads again until there is a result, the first of the pair that `read` returns. */
  async until(what, read) {
    const deadline = performance.now() + DEADLINE_MS;
    for (;;) {
      const [found, seen] = await read();
      if (found) return found;
      if (performance.now() > deadline) {
        throw new Error(`${this.name}: ${what}: not within ${DEADLINE_MS / 1000} s, but ${JSON.stringify(seen)}`);
      }
      await pause(50);
    }
  }
}

/** Runs in the page: the received media of all its open PeerConnections. */
async function readMedia() {
  const sum = { packets: 0, energy: 0, frames: 0 };
  for (const peer of window.watchedPeers) {
    if (peer.connectionState === 'closed') continue;
    for (const entry of (await peer.getStats()).values()) {
      if (entry.type !== 'inbound-rtp') continue;
      if (entry.kind === 'audio') sum.packets += entry.packetsReceived;
      if (entry.kind === 'audio') sum.energy += entry.totalAudioEnergy;
      if (entry.kind === 'video') sum.frames += entry.framesDecoded;
    }
  }
  return sum;
}
