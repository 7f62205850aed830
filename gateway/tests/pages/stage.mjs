// A Janus, a TURN server, the program `bifrons-gateway`, a server of the page, and Chromium.
import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

import { launchChromium } from '../../../tests/demo/chromium.mjs';
import { SECRET, startJanus } from '../../../tests/demo/private-janus.mjs';

const ROOT = new URL('../../../', import.meta.url);
const INSTALLED = new URL('.cache/gateway/node_modules/', ROOT);
const FILES = {
  '/': new URL('page/index.html', import.meta.url),
  '/page.js': new URL('page/page.js', import.meta.url),
  '/janus.js': new URL('janus-gateway/npm/dist/janus.es.js', INSTALLED),
  '/adapter.js': new URL('webrtc-adapter/out/adapter.js', INSTALLED),
};
const TYPES = { '.html': 'text/html', '.js': 'text/javascript' };

/** The address of the network namespace: media do not go over loopback alone. */
const HOST = '10.77.0.1';
const TOKEN_SECRET = 'what the application and the gateway share, for this test';
const TURN_SECRET = 'what the gateway and the TURN server share, for this test';
const DEADLINE_MS = 20_000;

const configuration = (janus) => `
[janus]
addresses = ["${janus.ws}"]
api_secret_env = "JANUS_API_SECRET"
[listen]
address = "127.0.0.1:0"
[[issuers]]
name = "app"
audiences = ["gateway"]
secret_env = "TOKEN_SECRET"
[[ice_servers]]
urls = ["turn:${HOST}:3478?transport=udp"]
secret_env = "TURN_SECRET"
`;

export async function openStage() {
  const folder = await mkdtemp(join(tmpdir(), 'bifrons-gateway-'));
  const janus = await startJanus({ options: ['--full-trickle'] });
  const turn = spawn('turnserver', turnArguments(folder), { stdio: 'ignore' });
  await writeFile(join(folder, 'gateway.toml'), configuration(janus));
  const gateway = await startGateway(folder);
  const pages = createServer(serve).listen(0, '127.0.0.1');
  await once(pages, 'listening');
  const browser = await launchChromium();
  return {
    url: gateway.url,
    http: gateway.url.replace('ws:', 'http:') + '/janus',
    async openPage() {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(`http://127.0.0.1:${pages.address().port}/`);
      await page.waitForFunction(() => window.app, undefined, { timeout: DEADLINE_MS });
      return { run: (action, argument) => page.evaluate(action, argument), close: () => context.close() };
    },
    async close() {
      await browser.close();
      pages.close();
      gateway.process.kill('SIGKILL');
      turn.kill('SIGKILL');
      await janus.stop();
      await rm(folder, { recursive: true });
    },
  };
}

const turnArguments = (folder) => [
  ...['--no-cli', '--no-tls', '--no-dtls', '--use-auth-secret', '--realm=example.org', `--static-auth-secret=${TURN_SECRET}`],
  ...[`--listening-ip=${HOST}`, `--relay-ip=${HOST}`, '--log-file=stdout', `--userdb=${join(folder, 'turn.db')}`, `--pidfile=${join(folder, 'turn.pid')}`],
];

/** Waits until it listens; its log is shown if it ends before. */
async function startGateway(folder) {
  const env = { ...process.env, JANUS_API_SECRET: SECRET, TOKEN_SECRET, TURN_SECRET };
  const program = new URL('target/debug/bifrons-gateway', ROOT).pathname;
  const started = spawn(program, ['--config', join(folder, 'gateway.toml')], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let log = '';
  for await (const line of createInterface(started.stderr)) {
    log += `${line}\n`;
    const [, url] = /listening at (ws:\/\/[\d.:]+)/.exec(line) ?? [];
    if (url) {
      started.stderr.resume();
      return { process: started, url };
    }
  }
  throw new Error(`bifrons-gateway has ended:\n${log}`);
}

async function serve({ url }, response) {
  const file = FILES[url];
  const body = file && (await readFile(file));
  response.writeHead(body ? 200 : 404, { 'Content-Type': TYPES[extname(file?.pathname ?? '')] ?? 'text/plain' }).end(body);
}

/** A token of this user with these grants, valid for an hour. */
export function token(sub, janus) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { iss: 'app', sub, aud: 'gateway', exp: Math.floor(Date.now() / 1000) + 3600, janus };
  const message = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return `${message}.${createHmac('sha256', TOKEN_SECRET).update(message).digest('base64url')}`;
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
