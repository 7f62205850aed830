// The same program in each runtime.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const program = fileURLToPath(new URL('./support/smoke.mjs', import.meta.url));

for (const [runtime, ...flags] of [['node18'], ['node20'], ['node22'], ['node24'], ['bun'], ['deno', 'run', '--allow-all']]) {
  test(`${runtime}: an echo test by WebSocket and by long poll, refused tokens, a policy, the end`, async () => {
    const path = join(process.env.BIFRONS_ROOT, '.cache/bin', runtime);
    const env = { ...process.env, DENO_NO_UPDATE_CHECK: '1', NODE_NO_WARNINGS: '1' };
    const { stdout } = await promisify(execFile)(path, [...flags, program], { env, timeout: 30_000 });
    assert.equal(stdout.trim(), 'ok');
  });
}
