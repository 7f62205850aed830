// A real Janus of a test's own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { WebSocket } from 'ws';

import { eventually, within } from './expect.mjs';

export const apisecret = 'planted-api-secret';
export const admin_secret = 'planted-admin-secret';

/** Suspends a process. Threads that run on another core stop a moment after the signal: it waits for them. */
export async function suspend(pid) {
  process.kill(pid, 'SIGSTOP');
  // The state follows the name, which is in parentheses.
  const state = (thread) => readFileSync(`/proc/${pid}/task/${thread}/stat`, 'utf8').split(') ').at(-1)[0];
  await eventually('the process is suspended', () => readdirSync(`/proc/${pid}/task`).map(state), (states) => states.every((one) => one === 'T'));
}

/** Starts a Janus in a folder of its own; `options` are those of scripts/janus. */
export async function startJanus(...options) {
  const cwd = mkdtempSync(join(tmpdir(), 'bifrons-node-tests-'));
  const script = join(process.env.BIFRONS_ROOT, 'scripts/janus');
  const secrets = ['--api-secret', apisecret, '--admin-secret', admin_secret];
  const child = spawn(script, [...secrets, ...options], { cwd, stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = once(child, 'exit').then(() => rmSync(cwd, { recursive: true, force: true }));
  const output = createInterface(child.stdout)[Symbol.asyncIterator]();
  const nextPlaces = async () => {
    const line = await within(Promise.race([output.next(), exited]), 'an address of scripts/janus', 60_000);
    if (!line?.value) throw new Error('scripts/janus gave no address');
    return JSON.parse(line.value);
  };
  let places = await nextPlaces();
  const { ws: url, admin_ws, wss, ca, version } = places;
  return {
    url,
    /** As a number, such as 1102 for 1.1.2. */
    version,
    wss,
    ca: ca && readFileSync(ca),
    folder: cwd,
    /** Where it listens, as scripts/janus prints it. */
    get places() {
      return places;
    },
    /** The configuration of `connect` for the Janus API. */
    config: { address: { url, apisecret } },
    /** The configuration of `connect` for the Admin API. */
    adminConfig: { is_admin: true, address: { url: admin_ws, apisecret: admin_secret } },
    /** Kills Janus outright and starts it again at the same places. */
    async restart() {
      child.stdin.write('restart\n');
      places = await nextPlaces();
    },
    /** Kills Janus outright; resolves when it has ended. */
    async stop() {
      child.stdin.end();
      await exited;
    },
    /** Sends a request to the Admin API without the package under test. */
    admin: (request) => send(admin_ws, 'janus-admin-protocol', { admin_secret, ...request }),
    /** Sends a request to the Janus API on another connection, without the package under test. */
    request: (request) => send(url, 'janus-protocol', { apisecret, ...request }),
  };
}

async function send(url, protocol, request) {
  const socket = new WebSocket(url, protocol);
  await within(once(socket, 'open'), 'a connection to Janus');
  socket.send(JSON.stringify({ transaction: 'test', ...request }));
  const [data] = await within(once(socket, 'message'), "Janus's response");
  socket.close();
  return JSON.parse(data);
}
