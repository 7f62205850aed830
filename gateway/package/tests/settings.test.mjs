// The settings: an object, or the file of the program.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { test } from 'node:test';

import { GatewayError, createGateway } from 'bifrons-gateway';

import { SECRET, issuers, startGateway, token } from './support/gateway.mjs';
import { Page } from './support/page.mjs';

const janus = { addresses: ['ws://127.0.0.1:1'] };

function problems(options) {
  try {
    void createGateway({ logger: false, ...options }).close({ drain: 0 });
  } catch (error) {
    assert.ok(error instanceof GatewayError, error);
    return error.problems.map(({ place, text }) => `${place}: ${text}`);
  }
  return [];
}

function inFolder(t, files) {
  const folder = mkdtempSync(join(tmpdir(), 'bifrons-gateway-'));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

test('each mistake of an object has its place and the nearest name', () => {
  assert.deepEqual(problems({ janus, issuers: [{ ...issuers[0], audience: [] }], limit: {} }), [
    'issuers[0].audience: unknown setting `audience` in [issuers]; did you mean `audiences`?',
    'limit: unknown setting `limit` in the settings; did you mean `limits`?',
  ]);
  assert.deepEqual(problems({ janus, issuers, rules: [{ plugins: ['vidoroom'], requests: ['*'], allow: true, when: 'a &&' }] }).map((text) => text.split(':')[0]), ['rules[0].plugins', 'rules[0].when']);
  assert.match(problems({ janus, issuers: [{ ...issuers[0], secret: 'short' }] })[0], /^issuers\[0\]\.secret: .*fewer than 32 bytes/);
  assert.ok(problems({ janus, issuers: [{ ...issuers[0], secret: 47114711 }] }).includes('issuers[0].secret: `secret` is a text'));
  assert.match(problems({ janus, issuers: [{ ...issuers[0], secret: undefined }] })[0], /an issuer needs its key: one of `secret`/);
  assert.match(problems({ janus, issuers: [{ ...issuers[0], secret_env: 'PATH' }] })[0], /one source/);
  assert.match(problems({ janus, limits: { page: { token_within: NaN } } })[0], /^limits\.page\.token_within: a setting is/);
  assert.match(problems({ janus, presets: { a: { b: () => {} } } })[0], /^presets\.a\.b: a setting is/);
  assert.match(problems({ janus, issuers: [{ ...issuers[0], name: 'a\ud800' }] })[0], /^issuers\[0\]\.name: /);
  assert.deepEqual(problems({ janus, presets: { 'a "b"\u007f': { description: 'x\n\u0001\\"ä😀' } } }), []);
});

test('a misspelt option is named, and what is no option', () => {
  const wrong = (options, message) => assert.throws(() => createGateway(options), { name: 'GatewayError', code: 'invalid_argument', message });
  wrong(undefined, 'createGateway: its argument is an object: the settings, or `{ config }` with the path of a file');
  wrong({ janus, polcy: () => 'allow' }, 'createGateway: unknown option `polcy`; did you mean `policy`?');
  wrong({ janus, verdict_witin: 2 }, 'createGateway: unknown option `verdict_witin`; did you mean `verdict_within`?');
  wrong({ janus, decide: () => 'allow' }, 'createGateway: unknown option `decide`');
  wrong({ janus, verdict_within: '1' }, 'createGateway: `verdict_within` is a number of seconds above 0');
  wrong({ janus, logger: { info() {} } }, 'createGateway: `logger` lacks debug, warn, error: it is `false`, or has the methods debug, info, warn, error');
  wrong({ janus, logger: null }, /^createGateway: `logger` lacks debug, /);
});

test('what is for the program alone is refused', (t) => {
  const folder = inFolder(t, {
    'policy.secret': 'x',
    'gateway.toml': '[janus]\naddresses = ["ws://127.0.0.1:1"]\n\n[policy]\nurl = "https://app.example.org/"\nsecret_file = "policy.secret"\n',
  });
  const config = join(folder, 'gateway.toml');
  assert.deepEqual(problems({ config }), [`${config}:4: [policy] is for the program: here your say in requests is the function \`policy\``]);
  assert.equal(problems({ config, policy: () => 'allow' }).length, 1);
});

test('a misspelt section comes before what is missing without it', () => {
  const [first, ...rest] = problems({ issuers, januss: janus });
  assert.equal(first, 'januss: unknown setting `januss` in the settings; did you mean `janus`?');
  assert.ok(rest.includes(': the setting `addresses` is missing in [janus]'), rest.join());
  assert.throws(() => createGateway({}), { message: /^the settings of the gateway have mistakes:\nthe setting `addresses` is missing in \[janus\]/ });
});

test('a file has lines, and holds no secret', (t) => {
  const folder = inFolder(t, {
    'gateway.toml': '[janus]\naddresses = ["ws://127.0.0.1:1"]\n\n[[issuers]]\nname = "app"\naudiences = ["gateway"]\nsecret = "x"\n\n[listn]\n',
  });
  const config = join(folder, 'gateway.toml');
  const found = problems({ config });
  assert.match(found.join('\n'), new RegExp(`^${config}:7: a secret must not stand in this file`, 'm'));
  assert.match(found.join('\n'), new RegExp(`^${config}:9: unknown setting \`listn\` in the file; did you mean \`listen\`\\?`, 'm'));
  assert.throws(() => createGateway({ config: join(folder, 'absent.toml') }), { code: 'invalid_config', message: /can't be read/ });
  assert.throws(() => createGateway({ config, janus }), { code: 'invalid_argument' });
});

test('a file names the secrets, and is read again', async (t) => {
  const text = (url, extra = '') => `[janus]\naddresses = ["${url}"]\n[[issuers]]\nname = "app"\naudiences = ["gateway"]\nsecret_file = "app.secret"\n${extra}`;
  const folder = inFolder(t, { 'app.secret': `${SECRET}\n` });
  const { MockJanus } = await import('bifrons/testing');
  const server = await MockJanus.start();
  t.after(() => server.stop());
  const config = join(folder, 'gateway.toml');
  writeFileSync(config, text(server.url));
  const { gateway, url } = await startGateway(t, { config, janus: undefined, issuers: undefined });
  const page = await Page.open(url, { token: await token('anna', {}, { roles: ['guest'] }) });
  assert.match((await page.attach('janus.plugin.echotest').catch(String)), /TypeError/);
  writeFileSync(config, text(server.url, '[issuers.roles.guest]\nplugins = ["echotest"]\n'));
  assert.deepEqual(gateway.reload(), []);
  const other = await Page.open(url, { token: page.token });
  assert.ok((await other.attach('janus.plugin.echotest')).handle_id);
  writeFileSync(config, text('ws://127.0.0.1:2'));
  assert.deepEqual(gateway.reload(), ['janus.addresses']);
  writeFileSync(config, 'no toml');
  assert.throws(() => gateway.reload(), { code: 'invalid_config' });
});

test('an object is read again, and a removed issuer ends its pages', async (t) => {
  const { gateway, url, janus: server } = await startGateway(t, { limits: { page: { token_within: 0.2 } } });
  const page = await Page.open(url, { token: await token() });
  await page.ask({ janus: 'create' });
  const settings = { janus: { addresses: [server.url] }, limits: { page: { token_within: 0.2 } } };
  gateway.reload({ ...settings, issuers: [{ ...issuers[0], name: 'other' }] });
  assert.equal((await page.closed).code, 1008);
  assert.throws(() => gateway.reload(), { code: 'invalid_argument' });
});

test('`import` and `require` have the same module', () => {
  const require = createRequire(import.meta.url);
  assert.equal(require('bifrons-gateway').createGateway, createGateway);
});
