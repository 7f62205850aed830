// Every example of examples/node, run against a real Janus to its end.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';

import { startJanus } from './support/janus.mjs';

const folder = new URL('./examples/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.mjs') && name !== 'common.mjs');
assert.ok(files.length > 0, 'the examples are here');

let janus;
before(async () => {
  janus = await startJanus();
});
after(() => janus.stop());

for (const file of files) {
  test(file, async () => {
    const { url, apisecret } = (file === 'admin.mjs' ? janus.adminConfig : janus.config).address;
    const { stdout } = await promisify(execFile)(process.execPath, [file, url, apisecret], { cwd: folder, timeout: 15_000 });
    assert.match(stdout, /closed\n$/, 'the connection is closed at the end');
    assert.ok(!stdout.includes(apisecret), 'the secret is not printed');
  });
}
