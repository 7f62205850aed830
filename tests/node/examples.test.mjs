// Every example of examples/node, run against a real Janus to its end.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';

import { MockJanus } from 'bifrons/testing';

import { startJanus } from './support/janus.mjs';

const folder = new URL('./examples/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.mjs') && name !== 'common.mjs');
assert.ok(files.length > 0, 'the examples are here');

let janus;
/** For the program of the README, which has no secret. */
let mock;
before(async () => {
  janus = await startJanus();
  mock = await MockJanus.start();
});
after(() => Promise.all([janus.stop(), mock.stop()]));

/** The command line of an example. */
function argumentsOf(file) {
  if (file === 'hello.mjs') return [mock.url];
  const { url, apisecret } = (file === 'admin.mjs' ? janus.adminConfig : janus.config).address;
  return [url, apisecret];
}

for (const file of files) {
  test(file, async () => {
    const [url, apisecret] = argumentsOf(file);
    const { stdout } = await promisify(execFile)(process.execPath, [file, url, apisecret].filter(Boolean), { cwd: folder, timeout: 15_000 });
    assert.match(stdout, /closed\n$/, 'the connection is closed at the end');
    if (apisecret) assert.ok(!stdout.includes(apisecret), 'the secret is not printed');
  });
}
