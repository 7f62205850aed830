import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { DEADLINE_MS, Page, openPage } from '../applications/support/media_page.mjs';
import { launchChromium } from '../demo/chromium.mjs';
import { SECRET, startJanus } from '../demo/private-janus.mjs';

const pathOf = (name) => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));
const TOKEN_SECRET = 'planted-secret-of-the-tokens';

/** A Chromium, and a Janus that demands a secret or a token. `startJanus` starts another one. */
export async function openStage() {
  const browser = await launchChromium(['--auto-select-desktop-capture-source=Entire screen']);
  const started = [];
  const startOne = async () => {
    const janus = await startJanus({ options: ['--full-trickle', '--reclaim', '30', '--token-auth-secret', TOKEN_SECRET] });
    started.push(janus);
    return janus;
  };
  const janus = await startOne();
  const children = [];
  const visitors = [];

  /** Starts a program that prints the address of its page. */
  async function serve(name, [command, ...args], options) {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'], ...options });
    children.push(child);
    const output = createInterface(child.stdout);
    const lines = [];
    output.on('line', (line) => lines.push(line));
    /** Waits until the server has printed a line of this form; returns its first group. */
    async function prints(form) {
      const found = () => lines.map((line) => form.exec(line)).find(Boolean)?.[1];
      const signal = AbortSignal.timeout(DEADLINE_MS);
      while (found() === undefined) {
        await once(output, 'line', { signal }).catch(() => {
          throw new Error(`${name}: its server does not print ${form}, but ${lines.join('; ')}`);
        });
      }
      return found();
    }
    const address = await prints(/^open (.*)/);
    return {
      address,
      prints,
      async open(user, volume) {
        const visitor = new Visitor(await openPage(browser, address, volume), `${name}, ${user}`);
        visitors.push(visitor);
        await visitor.load();
        return visitor;
      },
      async stop() {
        child.kill();
        await once(child, 'exit');
      },
    };
  }

  return {
    startJanus: startOne,
    recipe: (name, environment = {}) =>
      serve(name, [process.execPath, pathOf(`recipes/${name}/server.mjs`), janus.ws, SECRET, TOKEN_SECRET], { env: { ...process.env, ...environment } }),
    /** Another server, which is started in examples/express. */
    program: (name, command) => serve(name, command, {
      cwd: pathOf('express'),
      env: { ...process.env, JANUS_URL: janus.ws, JANUS_SECRET: SECRET, JANUS_TOKEN_SECRET: TOKEN_SECRET, PORT: '0' },
    }),
    /** What the pages report, for a check that has failed. */
    report: () => Promise.all(visitors.filter(({ page }) => !page.isClosed()).map((visitor) => visitor.report())),
    async close() {
      await browser.close();
      for (const child of children) child.kill();
      for (const janus of started) await janus.stop();
    },
  };
}

/** A page as a visitor uses it: by its buttons and fields. */
class Visitor extends Page {
  /** Loads the page once more if its scripts do not come: Chromium drops what it loads while the network changes. */
  async load() {
    const button = this.page.getByRole('button').first();
    await button.waitFor({ timeout: 8_000 }).catch(async () => {
      await this.page.reload();
      this.errors.length = 0;
      await button.waitFor();
    });
  }

  click(text) {
    return this.page.getByRole('button', { name: text, exact: true }).click();
  }

  fill(label, text) {
    return this.page.getByRole('textbox', { name: label, exact: true }).fill(text);
  }

  /** Waits until the page shows a line with this text, or exactly this one; returns the whole line. */
  async shows(text, { exact = false } = {}) {
    const found = this.page.getByText(text, { exact }).first();
    await found.waitFor();
    return found.textContent();
  }

  async report() {
    const status = await this.page.locator('[role=status]').textContent({ timeout: 1000 });
    return `${this.name}: "${status}", errors: ${this.errors.join('; ') || 'none'}`;
  }

  /** Waits until so many elements play pictures. */
  plays(count) {
    return this.until(`${count} pictures`, async () => {
      const playing = await this.page.evaluate(() => [...document.querySelectorAll('video')].filter(({ videoWidth, paused }) => videoWidth > 0 && !paused).length);
      return [playing === count && 'all', playing];
    });
  }
}
