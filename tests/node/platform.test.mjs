// The errors of the entry for browsers where a needed feature is missing.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const browser = new URL('./node_modules/bifrons/browser.js', import.meta.url);

/** The error of `connect` where these globals are missing. */
async function errorWithout(names, url = 'ws://127.0.0.1:1') {
  const program = `
    for (const name of ${JSON.stringify(names)}) delete globalThis[name];
    const { connect, Logger } = await import(${JSON.stringify(browser.href)});
    Logger.setLevel('none');
    const { name, code, fault, message } = await connect({ address: { url: ${JSON.stringify(url)} }, max_retries: 0 }).catch((error) => error);
    console.log(JSON.stringify({ name, code, fault, message }));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], { cwd: fileURLToPath(new URL('.', import.meta.url)), timeout: 10_000 });
  return JSON.parse(stdout);
}

const table = [
  ['WebAssembly', ['WebAssembly'], undefined, /no WebAssembly.*connect from a server/],
  ['WebAssembly, and all that goes with it (Hermes)', ['WebAssembly', 'DecompressionStream', 'TextDecoder', 'TextEncoder', 'Response', 'Blob'], undefined, /no WebAssembly/],
  ['DecompressionStream', ['DecompressionStream'], undefined, /no DecompressionStream.*Safari 16\.4.*polyfill/],
  ['WebSocket', ['WebSocket'], undefined, /no WebSocket/],
  ['fetch', ['fetch'], 'http://127.0.0.1:1/janus', /no fetch/],
];

for (const [what, names, url, text] of table) {
  test(`without ${what}`, async () => {
    const { name, code, fault, message } = await errorWithout(names, url);
    assert.deepEqual([name, code, fault], ['JanusError', 'unsupported', 'caller']);
    assert.match(message, text);
  });
}
