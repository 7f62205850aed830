import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { launchChromium } from '../../demo/chromium.mjs';
import { playTone, watchPeers } from '../../demo/in-page.mjs';
import { SECRET, startJanus } from '../../demo/private-janus.mjs';

const DEADLINE_MS = 20_000;

/** Starts a Janus and a Chromium for the applications. */
export async function openStage() {
  const janus = await startJanus();
  const browser = await launchChromium();
  const children = [];
  return {
    async start(name) {
      const server = fileURLToPath(new URL(`../${name}/server.mjs`, import.meta.url));
      const child = spawn(process.execPath, [server, janus.ws, SECRET], { stdio: ['ignore', 'pipe', 'inherit'] });
      children.push(child);
      for await (const line of createInterface(child.stdout)) {
        const [, address] = /^open (.*)/.exec(line) ?? [];
        if (address) return { open: (user, volume) => openPage(browser, address, `${name}, ${user}`, volume) };
      }
      throw new Error(`${name}: its server ended before it was ready`);
    },
    /** Runs an application without a page; returns its output. */
    async read(name) {
      const script = fileURLToPath(new URL(`../${name}/server.mjs`, import.meta.url));
      const given = [script, janus.ws, SECRET, janus.admin_ws];
      const { stdout } = await promisify(execFile)(process.execPath, given, { timeout: DEADLINE_MS });
      return stdout;
    },
    run(command, args) {
      const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
      child.once('error', () => console.error(`${command} is missing: run scripts/setup media`));
      children.push(child);
      return child;
    },
    async close() {
      await browser.close();
      for (const child of children) child.kill();
      await janus.stop();
    },
  };
}

async function openPage(browser, address, name, volume = 0.5) {
  const page = await browser.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.addInitScript(watchPeers);
  await page.addInitScript(playTone, volume);
  await page.goto(address);
  await page.waitForFunction(() => window.app);
  return new Page(page, name, errors);
}

class Page {
  constructor(page, name, errors) {
    this.page = page;
    this.name = name;
    this.errors = errors;
  }

  /** Calls a method of the application's page. */
  call(method, ...args) {
    return this.page.evaluate(([what, given]) => window.app[what](...given), [method, args]);
  }

  /** Sends a request; the response must be the event `response`. */
  request(event, response, data) {
    return this.call('requestEvent', event, response, data);
  }

  /** Waits for an event of the server with these fields; returns its data. */
  async waitFor(event, fields = {}) {
    const what = `${event} ${JSON.stringify(fields)}`;
    return this.#until(what, async () => {
      const events = await this.page.evaluate(() => window.app.received);
      const fits = ({ event: name, data }) => name === event && Object.entries(fields).every(([key, value]) => data[key] === value);
      return [events.find(fits)?.data, events];
    });
  }

  forget() {
    return this.page.evaluate(() => void window.app.received.splice(0));
  }

  /** Waits until the received media have grown by more than `least`, { packets, energy, frames }; returns their totals. */
  async gets(least) {
    const first = await this.page.evaluate(readMedia);
    return this.#until(`media growing by ${JSON.stringify(least)}`, async () => {
      const now = await this.page.evaluate(readMedia);
      return [Object.keys(least).every((what) => now[what] - first[what] > least[what]) && now, now];
    });
  }

  /** Waits for one second in which a value grows by no more than `noise`. */
  async getsNoMore(what, noise = 0) {
    let last = { value: -Infinity, at: 0 };
    await this.#until(`an end of the ${what}`, async () => {
      const value = (await this.page.evaluate(readMedia))[what];
      if (value - last.value > noise) last = { value, at: performance.now() };
      return [performance.now() - last.at > 1000, value];
    });
  }

  async close() {
    if (this.errors.length > 0) throw new Error(`${this.name} reports: ${this.errors.join('; ')}`);
    await this.page.close();
  }

  async #until(what, read) {
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
