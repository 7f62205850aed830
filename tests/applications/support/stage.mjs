import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { launchChromium } from '../../demo/chromium.mjs';
import { SECRET, startJanus } from '../../demo/private-janus.mjs';
import { DEADLINE_MS, Page, openPage } from './media_page.mjs';

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
        if (address) return { open: (user, volume) => openApplication(browser, address, `${name}, ${user}`, volume) };
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
    report: () => [],
    async close() {
      await browser.close();
      for (const child of children) child.kill();
      await janus.stop();
    },
  };
}

async function openApplication(browser, address, name, volume) {
  const opened = await openPage(browser, address, volume);
  await opened.page.waitForFunction(() => window.app);
  return new Application(opened, name);
}

/** A page with the application's `window.app`. */
class Application extends Page {
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
    return this.until(what, async () => {
      const events = await this.page.evaluate(() => window.app.received);
      const fits = ({ event: name, data }) => name === event && Object.entries(fields).every(([key, value]) => data[key] === value);
      return [events.find(fits)?.data, events];
    });
  }

  forget() {
    return this.page.evaluate(() => void window.app.received.splice(0));
  }
}
