import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../../', import.meta.url);

export const SECRET = 'planted-secret-of-the-demo';

/** Starts a Janus in a separate folder, with null without a secret, by the command `within`; `stop` ends it and removes the folder. */
export async function startJanus({ secret = SECRET, options = [], within = [] } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'bifrons-demo-'));
  const script = fileURLToPath(new URL('scripts/janus', ROOT));
  const [command, ...words] = [...within, script, ...(secret === null ? [] : ['--api-secret', secret]), ...options];
  const child = spawn(command, words, { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), exited.then(() => [])]);
  if (line === undefined) {
    rmSync(folder, { recursive: true });
    throw new Error(`scripts/janus ended with ${child.exitCode}`);
  }
  return {
    ...JSON.parse(line),
    folder,
    /** Sends a signal to Janus itself, such as STOP. */
    signal: (name) => execFileSync('pkill', [`-${name}`, '-P', String(child.pid)]),
    async stop() {
      child.stdin.end();
      await exited;
      rmSync(folder, { recursive: true });
    },
  };
}
