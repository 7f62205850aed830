// The same program in each runtime.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

async function run(program, runtime, ...flags) {
  const path = join(process.env.BIFRONS_ROOT, '.cache/bin', runtime);
  const env = { ...process.env, DENO_NO_UPDATE_CHECK: '1', NODE_NO_WARNINGS: '1' };
  const file = fileURLToPath(new URL(`./support/${program}`, import.meta.url));
  const { stdout } = await promisify(execFile)(path, [...flags, file], { env, timeout: 30_000 });
  assert.equal(stdout.trim(), 'ok');
}

for (const [runtime, ...flags] of [['node18'], ['node20'], ['node22'], ['node24'], ['bun'], ['deno', 'run', '--allow-all']]) {
  test(`${runtime}: an echo test by WebSocket and by long poll, refused tokens, a policy, the end`, () => run('smoke.mjs', runtime, ...flags));
}

for (const [runtime, ...flags] of [['bun'], ['deno', 'run', '--allow-all']]) {
  test(`${runtime}: long polls by Hono and the runtime's own server, with the sender's address`, () => run('hono.mjs', runtime, ...flags));
}
