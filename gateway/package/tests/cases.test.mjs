// The table of decisions that the Rust program decides, too: the same results, with the same reasons.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';

import { createGateway } from 'bifrons-gateway';

const root = process.env.BIFRONS_ROOT;
const folder = join(root, 'gateway/tests/cases');
const program = join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), 'debug/bifrons-gateway');

test('both cores decide the same, for the same reasons', async (t) => {
  process.env.CASES_SECRET = 'a secret that is long enough for HS256';
  const config = join(folder, 'gateway.toml');
  const gateway = createGateway({ config, logger: false });
  t.after(() => gateway.close({ drain: 0 }));
  const cases = readFileSync(join(folder, 'decisions.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line));
  const { stdout } = await promisify(execFile)(program, ['policy', 'test', join(folder, 'decisions.jsonl'), '--config', config]);
  const decided = cases.map((recorded, index) => {
    const { allowed, explanation, code, body } = gateway.explain(recorded);
    assert.deepEqual(allowed ? 'allow' : { deny: code }, recorded.expect, recorded.name);
    if (recorded.expect_body) assert.deepEqual(body, recorded.expect_body, recorded.name);
    return `ok   ${String(index + 1).padStart(4)}  ${recorded.name}: ${explanation}\n`;
  });
  // Its notes are about the configuration.
  assert.equal(decided.join(''), stdout.replace(/^ +note: .*\n/gm, '').replace(/\d+ requests,.*\n/, ''));
  assert.ok(cases.length > 30);
});

test('a record that is none is an error', (t) => {
  const gateway = createGateway({ config: join(folder, 'gateway.toml'), logger: false });
  t.after(() => gateway.close({ drain: 0 }));
  assert.throws(() => gateway.explain({ tenant: 'app', plugin: 'invented', body: {} }), { code: 'invalid_argument', message: /no plugin `invented`/ });
  assert.throws(() => gateway.explain({ tenant: 'app', plugin: 'videoroom', body: {}, rolls: [] }), /unknown argument `rolls`; did you mean `roles`/);
});
