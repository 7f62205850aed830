import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Page, openPage } from '../applications/support/media_page.mjs';
import { launchChromium } from '../demo/chromium.mjs';
import { SECRET, startJanus } from '../demo/private-janus.mjs';

const EXAMPLES = new URL('../../examples/', import.meta.url);
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

  /** Starts a program that prints the address of its page. */
  async function serve(name, file, args, environment) {
    const path = fileURLToPath(new URL(file, EXAMPLES));
    const child = spawn(process.execPath, [path, ...args], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...environment } });
    children.push(child);
    const output = [];
    for await (const line of createInterface(child.stdout)) {
      output.push(line);
      const [, address] = /^open (.*)/.exec(line) ?? [];
      if (!address) continue;
      child.stdout.resume();
      return {
        output,
        open: async (user, volume) => new Visitor(await openPage(browser, address, volume), `${name}, ${user}`),
        async stop() {
          child.kill();
          await once(child, 'exit');
        },
      };
    }
    throw new Error(`${name}: its server ended before it was ready`);
  }

  return {
    startJanus: startOne,
    recipe: (name, environment = {}) => serve(name, `recipes/${name}/server.mjs`, [janus.ws, SECRET, TOKEN_SECRET], environment),
    express: () => serve('express', 'express/dist/server.js', [], { JANUS_URL: janus.ws, JANUS_SECRET: SECRET, PORT: '0' }),
    async close() {
      await browser.close();
      for (const child of children) child.kill();
      for (const janus of started) await janus.stop();
    },
  };
}

/** A page as a visitor uses it: by its buttons and fields. */
class Visitor extends Page {
  click(text) {
    return this.page.getByRole('button', { name: text, exact: true }).click();
  }

  fill(label, text) {
    return this.page.getByRole('textbox', { name: label, exact: true }).fill(text);
  }

  /** Waits until the page shows this text; returns the whole line. */
  async shows(text) {
    const found = this.page.getByText(text).first();
    await found.waitFor();
    return found.textContent();
  }

  /** Waits until so many elements play pictures. */
  plays(count) {
    return this.until(`${count} pictures`, async () => {
      const playing = await this.page.evaluate(() => [...document.querySelectorAll('video')].filter(({ videoWidth, paused }) => videoWidth > 0 && !paused).length);
      return [playing === count && 'all', playing];
    });
  }
}
