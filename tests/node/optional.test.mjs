// The optional packages: absent or broken, they fail only the addresses that need them.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const place = mkdtempSync(join(tmpdir(), 'bifrons-optional-'));
after(() => rmSync(place, { recursive: true }));

/** The error of each address, in a folder whose node_modules have the package and these files; `before` runs first. */
async function errorsOf(name, files, urls, before = '') {
  const folder = join(place, name);
  const modules = join(folder, 'node_modules');
  cpSync(fileURLToPath(new URL('./node_modules/bifrons', import.meta.url)), join(modules, 'bifrons'), { recursive: true });
  for (const [packageName, text] of Object.entries(files)) {
    mkdirSync(join(modules, packageName));
    writeFileSync(join(modules, packageName, 'index.js'), text);
  }
  const program = `
    ${before}
    const { connect } = await import('bifrons');
    const errors = [];
    for (const url of ${JSON.stringify(urls)}) {
      await connect({ address: { url }, max_retries: 0 }).catch(({ code, message }) => errors.push([code, message]));
    }
    console.log(JSON.stringify(errors));`;
  const options = { cwd: folder, timeout: 10_000 };
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], options);
  return JSON.parse(stdout);
}

const FILE = 'file:///nowhere';
const WS = 'ws://127.0.0.1:1';

test('neither is installed', async () => {
  const [file, ws, unix] = await errorsOf('absent', {}, [FILE, WS, 'ws+unix:///nowhere']);
  assert.deepEqual(file, ['unsupported', 'file:// addresses need the package unix-dgram, which is not installed (npm install unix-dgram)']);
  assert.deepEqual([ws[0], /install the package ws/.test(ws[1])], ['unsupported', true]);
  assert.deepEqual([unix[0], /needs the package ws/.test(unix[1])], ['unsupported', true]);
});

test("the runtime's WebSocket, which sends no user name and password", async () => {
  const websocket = 'globalThis.WebSocket = class { constructor(url) { throw new Error(`a URL of ${url.length} characters`); } };';
  const [secret, plain, fragment] = await errorsOf('own', {}, ['ws://user:planted@127.0.0.1:1/', 'ws://127.0.0.1:1/', 'ws://127.0.0.1:1/#fragment'], websocket);
  assert.deepEqual([secret[0], /need the package ws/.test(secret[1]), /planted/.test(secret[1])], ['unsupported', true, false]);
  assert.deepEqual(plain, ['invalid_config', 'ws://127.0.0.1:1/: the transport could not be created: a URL of 17 characters']);
  assert.deepEqual(fragment, plain);
});

test('an addon that was built for another Node', async () => {
  const broken = "throw Object.assign(new Error('was compiled against a different Node.js version'), { code: 'ERR_DLOPEN_FAILED' });";
  const [file, ws] = await errorsOf('broken', { 'unix-dgram': broken, ws: broken }, [FILE, WS]);
  assert.deepEqual(file, ['unsupported', 'file:// addresses need the package unix-dgram, which is here but does not load (npm rebuild unix-dgram)']);
  assert.equal(ws[0], 'unsupported');
});

test('only packages that an address needs are loaded', async () => {
  const loud = "console.log('loaded'); module.exports = {};";
  const errors = await errorsOf('idle', { 'unix-dgram': loud, ws: loud }, ['http://127.0.0.1:2/janus']);
  assert.equal(errors[0][0], 'connect_failed');
});
