// Tokens of the gateway, by the table of cases that its own tests have, too.
import assert from 'node:assert/strict';
import { createPrivateKey, createPublicKey, createSecretKey, generateKeyPairSync, webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { JanusError } from 'bifrons';
import { GrantToken } from 'bifrons/token';

import { failure } from './support/expect.mjs';

const table = JSON.parse(readFileSync(join(process.env.BIFRONS_ROOT, 'gateway/tests/grant_tokens.json'), 'utf8'));
const { audience, secret, keys } = table;
const now = new Date(table.now * 1000);
const jwks = { keys: Object.values(keys.of).map((key) => key.public) };
const ofSecret = { issuer: secret.issuer, audience, key: secret.text };
const rulesOf = (issuer) => (issuer === secret.issuer ? ofSecret : { issuer, audience, jwks });
const privateKey = (name) => createPrivateKey({ key: Buffer.from(keys.of[name].pkcs8, 'base64'), format: 'der', type: 'pkcs8' });
const contents = { key: secret.text, issuer: secret.issuer, subject: 'anna', audience, valid_s: 60 };
const toBase64url = (text) => Buffer.from(text).toString('base64url');

/** Signed with the secret, whatever it says. */
async function signed({ header, claims, before = '', after = '' }) {
  const message = `${toBase64url(header)}.${toBase64url(claims)}`;
  const key = await webcrypto.subtle.importKey('raw', Buffer.from(secret.text), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const signature = await webcrypto.subtle.sign('HMAC', key, Buffer.from(message));
  return `${before}${message}.${Buffer.from(signature).toString('base64url')}${after}`;
}

test('what the gateway mints and refuses to mint', async () => {
  for (const { name, refusal, ...asked } of table.mint) {
    const minted = GrantToken.mint({ ...contents, ...asked });
    if (refusal !== undefined) {
      const { message } = await failure(minted, 'invalid_argument');
      assert.ok(message.startsWith(refusal), `${name}: ${message}`);
      continue;
    }
    const { subject, expires, roles, grants, claims } = await GrantToken.check(await minted, ofSecret);
    assert.deepEqual({ subject, roles, grants }, { subject: asked.subject, roles: [], grants: asked.grants }, name);
    const { iat, exp, iss, aud } = claims;
    assert.deepEqual({ exp: exp - iat, iss, aud, expires }, { exp: asked.valid_s, iss: secret.issuer, aud: audience, expires: exp }, name);
  }
});

test('tokens that were minted in each language, of each algorithm', async () => {
  assert.deepEqual([...new Set(table.minted.map(({ by }) => by))], ['JavaScript', 'Rust']);
  for (const { by, issuer, token } of table.minted) {
    const { subject, grants } = await GrantToken.check(token, { ...rulesOf(issuer), now });
    assert.deepEqual([subject, [grants.room].flat()[0].id, grants.call.register_as], ['anna', 'team-*', ['anna']], by);
    const [start, end] = [token.slice(0, -2), token.at(-2) === 'A' ? 'BA' : 'AA'];
    const { message } = await failure(GrantToken.check(start + end, { ...rulesOf(issuer), now }), 'invalid_token');
    assert.match(message, /^the (token's signature is wrong|signature is not base64url)$/, by);
  }
});

test('what the gateway accepts, and what it refuses, with its reasons', async () => {
  for (const entry of table.check) {
    const token = entry.token ?? (await signed(entry));
    const checked = GrantToken.check(token, { ...rulesOf(entry.issuer ?? secret.issuer), now });
    if (entry.reason === null) {
      await checked.catch((error) => assert.fail(`${entry.name}: ${error.message}`));
    } else {
      const error = await checked.then(() => assert.fail(`${entry.name}: accepted`), (reason) => reason);
      assert.ok(error instanceof JanusError && error.code === 'invalid_token', `${entry.name}: ${error.message}`);
      assert.equal(error.message, entry.reason, entry.name);
    }
  }
});

test('a key of each kind, in each form', async () => {
  const algorithms = { RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, ES256: { name: 'ECDSA', namedCurve: 'P-256' }, EdDSA: { name: 'Ed25519' } };
  for (const [name, algorithm] of Object.entries(algorithms)) {
    const pair = [privateKey(name), createPublicKey(privateKey(name))];
    const [ofPrivate, ofPublic] = await Promise.all(pair.map(async (key, index) => {
      const [type, usage] = index === 0 ? ['pkcs8', 'sign'] : ['spki', 'verify'];
      const cryptoKey = await webcrypto.subtle.importKey(type, key.export({ format: 'der', type }), algorithm, false, [usage]);
      return [key, key.export({ format: 'pem', type }), key.export({ format: 'jwk' }), cryptoKey];
    }));
    for (const key of ofPrivate) {
      const token = await GrantToken.mint({ ...contents, key });
      assert.equal(JSON.parse(Buffer.from(token.split('.')[0], 'base64url')).alg, name);
      for (const one of ofPublic) assert.equal((await GrantToken.check(token, { ...ofSecret, key: one })).subject, 'anna');
      await failure(GrantToken.check(token, ofSecret), 'invalid_token', /another algorithm/);
    }
    // A public key does not sign.
    for (const key of ofPublic) await failure(GrantToken.mint({ ...contents, key }), 'invalid_argument', /sign/);
    const ofPem = await failure(GrantToken.check('a.b.c', { ...ofSecret, key: ofPrivate[1] }), 'invalid_argument');
    assert.match(ofPem.message, /BEGIN PUBLIC KEY/);
  }
  const bytes = Buffer.from(secret.text);
  const cryptoKey = await webcrypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  for (const key of [bytes, cryptoKey, { kty: 'oct', k: bytes.toString('base64url') }, createSecretKey(bytes)]) {
    assert.equal((await GrantToken.check(await GrantToken.mint({ ...contents, key }), ofSecret)).subject, 'anna');
  }
});

test('keys that are weak, or none', async () => {
  const weak = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
  const curve = generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey;
  const short = 'x'.repeat(31);
  const shortKey = await webcrypto.subtle.importKey('raw', Buffer.from(short), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  for (const [key, text] of [
    [weak, /2048/], [weak.export({ format: 'pem', type: 'pkcs8' }), /2048/], [curve, /none of/], [curve.export({ format: 'pem', type: 'pkcs8' }), /none of/],
    [curve.export({ format: 'pem', type: 'sec1' }), /BEGIN PRIVATE KEY/], [short, /32 bytes/], [Buffer.from(short), /32 bytes/], [shortKey, /32 bytes/],
    [{ kty: 'oct', k: toBase64url(short) }, /32 bytes/], [{ kty: 'oct' }, /32 bytes/], [createSecretKey(Buffer.from(short)), /32 bytes/],
    [{ ...privateKey('ES256').export({ format: 'jwk' }), alg: 'RS256' }, /none of/], [undefined, /the key must be/], [null, /the key must be/], [5, /the key must be/], [{}, /none of/],
  ]) {
    const error = await failure(GrantToken.mint({ ...contents, key }), 'invalid_argument', text);
    assert.ok(!error.message.includes(short));
  }
});

test('a set of keys: no secret is taken from it, and what can not be used is left out', async () => {
  const oct = { kty: 'oct', k: toBase64url(secret.text), kid: 'oct' };
  const token = await GrantToken.mint(contents);
  const set = (more) => ({ issuer: secret.issuer, audience, jwks: { keys: more } });
  await failure(GrantToken.check(token, set([oct])), 'invalid_token', /another algorithm/);
  const mine = await GrantToken.mint({ ...contents, key: { ...privateKey('ES256').export({ format: 'jwk' }), kid: 'ES256' } });
  const odd = [null, 5, 'x', {}, { kty: 'EC' }, { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' }, { kty: 'AKP' }, oct];
  const [good] = jwks.keys;
  assert.equal((await GrantToken.check(mine, set([...odd, good]))).subject, 'anna');
  await failure(GrantToken.check(mine, set([{ ...good, use: 'enc' }])), 'invalid_token', /another algorithm/);
  await failure(GrantToken.check(mine, set([{ ...good, kid: 'other' }])), 'invalid_token', /no such key/);
  for (const wrong of [[], 5, {}, { keys: 5 }]) await failure(GrantToken.check(mine, { issuer: secret.issuer, audience, jwks: wrong }), 'invalid_argument', /jwks/);
});

test('a misspelt grant is an error that names the nearest', async () => {
  for (const [grants, text] of [
    [{ rooms: {} }, 'grants has no "rooms": did you mean "room"?'],
    [{ room: { id: 1, jion: true } }, 'grants.room has no "jion": did you mean "join"?'],
    [{ room: [{ id: 1 }, { id: 1, maxBitrate: 1 }] }, 'grants.room has no "maxBitrate": did you mean "max_bitrate"?'],
    [{ room: { id: 1, publish: ['vidoe'] } }, 'grants.room.publish has no "vidoe": did you mean "video"?'],
    [{ sip: { registeras: [] } }, 'grants.sip has no "registeras": did you mean "register_as"?'],
    [{ roles: ['host'] }, 'grants has no "roles"'],
    [{ room: { join: true } }, 'grants.room.id is missing'],
    [{ room: { id: 1, join: 'yes' } }, 'grants.room.join must be true or false'],
    [{ room: { id: 2 ** 53 } }, 'grants.room.id must be a text or a whole number from 0 to 2^53 - 1'],
    [{ room: 5 }, 'grants.room must be an object'],
    [null, 'grants must be an object'],
    ['all', 'grants must be an object'],
  ]) {
    assert.equal((await failure(GrantToken.mint({ ...contents, grants }), 'invalid_argument')).message, text);
  }
});

test('what a token can not have', async () => {
  for (const wrong of [{ issuer: 5 }, { subject: undefined }, { subject: '\ud800' }, { key_id: '' }, { roles: 'host' }, { roles: [''] }, { valid_s: '60' }, { valid_s: NaN }, { valid_s: undefined }]) {
    await failure(GrantToken.mint({ ...contents, ...wrong }), 'invalid_argument');
  }
  for (const wrong of [undefined, null, [], 'x']) await failure(GrantToken.mint(wrong), 'invalid_argument');
  const token = await GrantToken.mint({ ...contents, roles: ['host', 'guest'], grants: undefined });
  assert.deepEqual((await GrantToken.check(token, ofSecret)).roles, ['host', 'guest']);
  for (const wrong of [{ issuer: '' }, { audience: undefined }, { audience: [''] }, { key: undefined }, { jwks }]) {
    await failure(GrantToken.check(token, { ...ofSecret, ...wrong }), 'invalid_argument');
  }
  await failure(GrantToken.check(token, { ...ofSecret, now: new Date(NaN) }), 'invalid_token', /expired/);
  for (const none of [undefined, null, 5, {}]) await failure(GrantToken.check(none, ofSecret), 'invalid_token', /no JWT/);
});
