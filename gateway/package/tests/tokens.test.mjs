// The table of tokens that the Rust program's core has, too.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, test } from 'node:test';

import { GrantToken } from 'bifrons/token';

import { SECRET, issuers, noting, startGateway, token } from './support/gateway.mjs';
import { Page } from './support/page.mjs';

const table = JSON.parse(readFileSync(join(process.env.BIFRONS_ROOT, 'gateway/tests/grant_tokens.json'), 'utf8'));
const ofTable = [
  { name: table.secret.issuer, audiences: [table.audience], secret: table.secret.text, at_most: 'all' },
  { name: table.keys.issuer, audiences: [table.audience], jwk: Object.values(table.keys.of).map((key) => key.public), at_most: 'all' },
];
const free = { rates: { address: { refused_tokens: 'none', creates: 'none', connections: 'none' }, subject: { creates: 'none' } }, subject: { sessions: 1000 } };

const part = (text) => Buffer.from(text).toString('base64url');

function signed(header, claims) {
  const message = `${part(header)}.${part(claims)}`;
  return `${message}.${createHmac('sha256', SECRET).update(message).digest('base64url')}`;
}

test('what is accepted and refused is the same in both languages', async (t) => {
  t.mock.method(Date, 'now', () => table.now * 1000);
  const { url } = await startGateway(t, { issuers: ofTable, limits: free });
  const page = await Page.open(url);
  for (const { name, reason, token: whole, header = '', claims = '', before = '', after = '' } of table.check) {
    page.token = whole ?? `${before}${signed(header, claims)}${after}`;
    const response = await page.ask({ janus: 'create' });
    assert.equal(response.error?.reason ?? null, reason, name);
  }
  assert.ok(table.check.length > 20);
});

test('tokens of each algorithm and language are accepted', async (t) => {
  t.mock.method(Date, 'now', () => table.now * 1000);
  const { url } = await startGateway(t, { issuers: ofTable, limits: free });
  const page = await Page.open(url);
  for (const { token: minted, by } of table.minted) {
    page.token = minted;
    assert.equal((await page.ask({ janus: 'create' })).janus, 'success', by);
  }
});

describe('keys at a URL', () => {
  async function keysAt(t, respond) {
    const server = createServer(respond).listen(0, '127.0.0.1');
    await once(server, 'listening');
    t.after(() => { server.close(); server.closeAllConnections(); });
    return `http://127.0.0.1:${server.address().port}/keys`;
  }

  const minted = () => GrantToken.mint({
    key: `-----BEGIN PRIVATE KEY-----\n${table.keys.of.ES256.pkcs8}\n-----END PRIVATE KEY-----`, key_id: 'ES256',
    issuer: 'at', subject: 'anna', audience: 'gateway', valid_s: 60, grants: { plugins: ['echotest'] },
  });

  test('are fetched once', async (t) => {
    let count = 0;
    const set = JSON.stringify({ keys: [table.keys.of.ES256.public] });
    const jwks_url = await keysAt(t, (_, response) => { count += 1; response.end(set); });
    const { url } = await startGateway(t, { issuers: [{ name: 'at', audiences: ['gateway'], jwks_url }] });
    const pages = await Promise.all([1, 2, 3].map(async () => Page.open(url, { token: await minted() })));
    const responses = await Promise.all(pages.map((page) => page.ask({ janus: 'create' })));
    assert.deepEqual(responses.map(({ janus }) => janus), ['success', 'success', 'success']);
    assert.equal(count, 1);
  });

  for (const [fault, respond, reason] of [
    ['a redirect', (_, response) => response.writeHead(302, { location: '/other' }).end(), /status is 302/],
    ['no set', (_, response) => response.end('<html>'), /no JSON Web Key Set/],
    ['too large a set', (_, response) => response.end(`{"keys":[]}${' '.repeat(256 << 10)}`), /larger than 256 KB/],
    ['bytes', (_, response) => response.end(Buffer.from([0xff])), /./],
  ]) {
    test(`${fault} is a warning, and the token is refused`, async (t) => {
      const warnings = [];
      const jwks_url = await keysAt(t, respond);
      const { url } = await startGateway(t, { issuers: [{ name: 'at', audiences: ['gateway'], jwks_url }], logger: noting('warn', warnings) });
      const page = await Page.open(url, { token: await minted() });
      assert.equal((await page.ask({ janus: 'create' })).error.code, 403);
      assert.match(warnings.join('\n'), reason);
    });
  }
});

test('refused tokens are limited for an address', async (t) => {
  const { url } = await startGateway(t, { limits: { rates: { address: { refused_tokens: { per_second: 0.1, burst: 2 } } } } });
  const page = await Page.open(url);
  const codes = [];
  for (const subject of ['a', 'b', 'c']) {
    page.token = await token(subject, {}, { key: 'another secret that is long enough for HS256' });
    codes.push((await page.ask({ janus: 'create' })).error.code);
  }
  assert.deepEqual(codes, [403, 403, 490]);
  assert.ok(issuers);
});
