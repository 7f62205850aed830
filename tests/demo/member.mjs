import { setTimeout as pause } from 'node:timers/promises';
import { playTone, watchPeers, watchSockets } from './in-page.mjs';

const DEADLINE_MS = 20_000;

/**
 * A page of the conference in a browser, with a name. Its microphone is a tone of this volume: Chromium's fake microphone
 * is silent most of the time and would not count as talking.
 */
export async function openMember(browser, address, name, { volume, ...options } = {}) {
  const page = await browser.newPage(options);
  page.setDefaultTimeout(DEADLINE_MS);
  const errors = [];
  page.on('pageerror', (error) => errors.push(`${name}: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && errors.push(`${name}: ${message.text()}`));
  await page.addInitScript(watchPeers);
  await page.addInitScript(watchSockets);
  await page.addInitScript(playTone, volume);
  await page.goto(address);
  await page.fill('#name', name);
  await page.click('#join:enabled');
  return new Member(page, name, errors);
}

class Member {
  constructor(page, name, errors) {
    this.page = page;
    this.name = name;
    this.errors = errors;
  }

  tile(caption) {
    return this.page.locator('.tile', { has: this.page.getByText(caption, { exact: true }) });
  }

  async shows(selector, caption) {
    const tile = this.tile(caption).and(this.page.locator(selector));
    await tile.waitFor().catch(() => this.#fail(`no tile "${caption}" becomes ${selector}`));
  }

  async loses(caption) {
    await this.tile(caption).waitFor({ state: 'detached' }).catch(() => this.#fail(`the tile "${caption}" stays`));
  }

  /** Closes the page's socket to its server. */
  closeSocket() {
    return this.page.evaluate(() => window.watchedSockets.at(-1).close());
  }

  /** Lets the page notice another network; waits until each PeerConnection has other ICE credentials on both sides. */
  async anotherNetwork() {
    const former = await this.page.evaluate(readCredentials);
    await this.page.evaluate(() => window.dispatchEvent(new Event('online')));
    const renewed = async () => (await this.page.evaluate(readCredentials)).every((one, at) => one !== former[at]);
    for (const deadline = performance.now() + DEADLINE_MS; !(await renewed()); await pause(100)) {
      if (performance.now() > deadline) this.#fail('ICE has not restarted');
    }
  }

  /** The received media of each tile, by its caption: { frames, packets, energy }. */
  media() {
    return this.page.evaluate(readMedia);
  }

  /** Waits until the received media of a tile have grown by more than `least`. */
  async gets(caption, least) {
    const deadline = performance.now() + DEADLINE_MS;
    let first;
    for (;;) {
      const now = (await this.media())[caption];
      first ??= now;
      const grown = now && Object.entries(least).every(([what, amount]) => now[what] - first[what] > amount);
      if (grown) return now;
      if (performance.now() > deadline) this.#fail(`"${caption}" has received ${JSON.stringify(now)}, after ${JSON.stringify(first)}`);
      await pause(100);
    }
  }

  /** Waits for one second in which one value of a tile does not grow. */
  async getsNoMore(caption, what) {
    const deadline = performance.now() + DEADLINE_MS;
    let last = { value: -1, at: 0 };
    for (;;) {
      const value = (await this.media())[caption][what];
      if (value !== last.value) last = { value, at: performance.now() };
      if (performance.now() - last.at > 1000) return;
      if (performance.now() > deadline) this.#fail(`${what} of "${caption}" still grow`);
      await pause(100);
    }
  }

  #fail(what) {
    throw new Error(`${this.name}: ${what}, within ${DEADLINE_MS / 1000} s`);
  }
}

/** Runs in the page. */
function readCredentials() {
  const of = ({ sdp }) => /a=ice-ufrag:(.*)/.exec(sdp)[1];
  const open = window.watchedPeers.filter(({ connectionState }) => connectionState === 'connected');
  return open.flatMap(({ localDescription, remoteDescription }) => [of(localDescription), of(remoteDescription)]);
}

/** Runs in the page. */
async function readMedia() {
  const inbound = new Map();
  for (const peer of window.watchedPeers) {
    if (peer.connectionState === 'closed') continue;
    for (const entry of (await peer.getStats()).values()) {
      if (entry.type === 'inbound-rtp') inbound.set(entry.trackIdentifier, entry);
    }
  }
  const seen = {};
  for (const tile of document.querySelectorAll('.tile')) {
    const values = { frames: 0, packets: 0, energy: 0 };
    for (const track of tile.querySelector('video').srcObject?.getTracks() ?? []) {
      const entry = inbound.get(track.id);
      if (entry?.kind === 'video') values.frames = entry.framesDecoded;
      if (entry?.kind === 'audio') Object.assign(values, { packets: entry.packetsReceived, energy: entry.totalAudioEnergy });
    }
    seen[tile.querySelector('.name').textContent] = values;
  }
  return seen;
}
