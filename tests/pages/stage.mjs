import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { launchChromium } from '../demo/chromium.mjs';
import { launchFirefox } from '../demo/firefox.mjs';
import { SECRET, startJanus } from '../demo/private-janus.mjs';

const DEADLINE_MS = 20_000;
const TYPES = { '.html': 'text/html', '.js': 'text/javascript' };
const PAGE = new URL('./page/', import.meta.url);
const EXAMPLE = new URL('../../examples/browser/', import.meta.url);
const PACKAGE = new URL('../applications/node_modules/bifrons/', import.meta.url);

/** Three cameras, several microphones, and a screen without a question. */
const MORE_ARGUMENTS = ['--use-fake-device-for-media-stream=device-count=3', '--auto-select-desktop-capture-source=Entire screen'];

const BROWSERS = {
  chromium: ({ more = [], without = [] }) => launchChromium([...MORE_ARGUMENTS, ...more], without),
  firefox: () => launchFirefox(),
};

/** A Janus with more options, started by the command `within`, a server of the page, and a browser: Chromium with more arguments and `without` some of Playwright's, or Firefox. */
export async function openStage({ options = [], within, browser: name = 'chromium', ...launch } = {}) {
  const janus = await startJanus({ options: ['--full-trickle', ...options], within });
  const server = createServer(serve).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const browser = await BROWSERS[name](launch);
  const address = `http://127.0.0.1:${server.address().port}/`;
  return {
    browser,
    /** Without a screen, and with one camera. */
    isFirefox: name === 'firefox',
    address,
    janus: { url: janus.ws, apisecret: SECRET },
    http: janus.http,
    admin: { url: janus.admin_ws, apisecret: 'janusoverlord' },
    /** Stops Janus, and lets it continue. */
    pause: () => janus.signal('STOP'),
    resume: () => janus.signal('CONT'),
    async openPage(query = '') {
      const context = await browser.newContext();
      const page = await context.newPage();
      const errors = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      await load(page, `${address}${query}`, errors);
      return {
        context,
        page,
        /** Runs a function in the page; its failure names it. */
        run: (action, argument) => page.evaluate(action, argument),
        /** Waits until a function in the page returns something. */
        until: (what, read, argument) => until(what, () => page.evaluate(read, argument)),
        /** Closes the page; it may have reported errors that are `expected`. */
        async close(expected) {
          const unexpected = errors.filter((error) => !expected?.test(error));
          if (unexpected.length > 0) throw new Error(`the page reports: ${unexpected.join('; ')}`);
          await context.close();
        },
      };
    },
    async close() {
      janus.signal('CONT');
      await browser.close();
      server.close();
      await janus.stop();
    },
  };
}

/**
 * Loads the page; again, and without the errors of before, if its scripts do not come, as Chromium drops what it loads
 * while the network changes.
 */
async function load(page, url, errors, attempts = 3) {
  await page.goto(url);
  const loaded = page.waitForFunction(() => window.app, undefined, { timeout: 8_000 });
  await loaded.catch((error) => {
    if (attempts === 1) throw error;
    errors.length = 0;
    return load(page, url, errors, attempts - 1);
  });
}

async function serve(request, response) {
  const [url, query] = request.url.split('?');
  if (query === 'no-camera') response.setHeader('Permissions-Policy', 'camera=()');
  const [from, path] = placeOf(url);
  const body = await readFile(new URL(path, from)).catch(() => undefined);
  if (url === '/favicon.ico') return void response.writeHead(204).end();
  response.writeHead(body ? 200 : 404, { 'Content-Type': TYPES[extname(path)] ?? 'text/plain' }).end(body);
}

/** The folder of a URL's file, and its path there. The worker of the example imports the package by another path. */
function placeOf(url) {
  const [, packaged] = /^(?:\/node_modules)?\/bifrons\/(.+)/.exec(url) ?? [];
  if (packaged) return [PACKAGE, packaged];
  return [url === '/cipher.js' ? EXAMPLE : PAGE, url === '/' ? 'index.html' : url.slice(1)];
}

/** Reads again until there is a result. */
export async function until(what, read) {
  const deadline = performance.now() + DEADLINE_MS;
  for (;;) {
    const found = await read();
    if (found) return found;
    if (performance.now() > deadline) throw new Error(`${what}: not within ${DEADLINE_MS / 1000} s`);
    await pause(50);
  }
}
