// The README's first programs run as they are, but for the ports.
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { promisify } from 'node:util';

import { MockJanus } from 'bifrons/testing';

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

test('a server, its first token, and a page', async (t) => {
  const readme = readFileSync(join(process.cwd(), 'node_modules/bifrons-gateway/README.md'), 'utf8');
  const janus = await MockJanus.start();
  t.after(() => janus.stop());
  const port = await freePort();
  for (const [, name, code] of readme.matchAll(/```js\n\/\/ (\w+\.mjs)\n(.*?)```/gs)) {
    writeFileSync(name, code.replaceAll('8080', String(port)).replaceAll('ws://127.0.0.1:8188', janus.url));
  }
  const server = spawn(process.execPath, ['server.mjs'], { stdio: ['ignore', 'pipe', 'inherit'] });
  t.after(() => server.kill());
  const lines = createInterface(server.stdout)[Symbol.asyncIterator]();
  let token = '';
  while (!token.startsWith('ey')) token = (await lines.next()).value;
  const { stdout } = await promisify(execFile)(process.execPath, ['page.mjs', token]);
  assert.match(stdout, /attached, handle \d+/);
});
