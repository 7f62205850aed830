import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const pathOf = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const PROGRAMS = {
  axum: [`${process.env.CARGO_TARGET_DIR ?? pathOf('target')}/debug/examples/axum_server`],
  node: [process.execPath, pathOf('examples/echotest/server/main.js')],
};

/**
 * Starts the server of the echo test, the one in Node or that of DEMO_SERVER, as a program with this configuration, by the
 * command `within`; `stop` ends it.
 */
export async function startProgram(config, { within = [], env = {} } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'bifrons-server-'));
  const path = join(folder, 'config.json');
  writeFileSync(path, JSON.stringify(config));
  const [command, ...words] = [...within, ...PROGRAMS[process.env.DEMO_SERVER ?? 'node'], path];
  const child = spawn(command, words, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  const exited = once(child, 'exit');
  let log = '';
  child.stderr.on('data', (data) => (log += data));
  const stop = async () => {
    child.kill();
    await exited;
    rmSync(folder, { recursive: true });
  };
  for await (const line of createInterface(child.stdout)) {
    log += `${line}\n`;
    const address = / open (\S+)/.exec(line)?.[1];
    if (!address) continue;
    child.stdout.on('data', (data) => (log += data));
    return { address, pid: child.pid, log: () => log, stop };
  }
  await stop();
  throw new Error(`the server did not start: ${log}`);
}
