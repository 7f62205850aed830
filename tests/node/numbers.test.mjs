// The same values are numbers in JavaScript and in Rust: the table that both run.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';

import { connect } from 'bifrons';
import { checkToken, signRoomToken, signToken } from 'bifrons/token';

import { failure } from './support/expect.mjs';
import { startFake } from './support/fake.mjs';

const table = JSON.parse(readFileSync(join(process.env.BIFRONS_ROOT, 'tests/numbers.json'), 'utf8'));
const secret = 'planted-token-secret';

/** Runs a table's rows, each under its own name. */
const rows = (name, run) => describe(name, () => table[name].forEach((row) => test(row.json ?? JSON.stringify(row.text), () => run(row))));

const refused = (act, code) => assert.throws(act, (error) => error.code === code && typeof error.message === 'string');

let fake;
let connection;
let id;
before(async () => {
  fake = await startFake(({ janus, transaction }) => (janus === 'create' && id !== undefined ? `{"janus":"success","transaction":"${transaction}","data":{"id":${id}}}` : undefined));
  connection = await connect(fake.config);
});
after(async () => {
  await connection.close();
  await fake.stop();
});

rows('ids that Janus sends', async (row) => {
  id = row.json;
  const creating = connection.create();
  if (row.id === undefined) await failure(creating, 'bad_response');
  else {
    const session = await creating;
    assert.equal(session.id, row.id);
    await session.destroy();
  }
  id = undefined;
});

describe('ids that the caller gives', () => {
  const calls = {
    claim: (given) => connection.claim(given),
    create: (given) => connection.create(undefined, { id: given }),
    adopt: async (given) => (await connection.create()).adopt('janus.plugin.fake', given),
    sendRequest: (given) => connection.sendRequest({ janus: 'claim', session_id: given }),
  };
  /** Only JavaScript has these. */
  const more = [NaN, Infinity, 5n, Symbol('five')].map((given) => ({ given }));
  const given = [...table['ids that the caller gives'].map((row) => ({ ...row, given: JSON.parse(row.json) })), ...more];
  for (const [name, call] of Object.entries(calls)) {
    for (const row of given) {
      test(`${name}: ${row.json ?? String(row.given)}`, async () => {
        const before = fake.requests.length;
        if (row.id === undefined) return void (await failure(call(row.given), 'invalid_argument', /must be a whole number from 0 to 2\^53 - 1/));
        await call(row.given);
        const sent = fake.requests.slice(before).at(-1);
        assert.ok([sent.session_id, sent.handle_id, sent.id].includes(row.id), JSON.stringify(sent));
      });
    }
  }
});

rows('names in a token', ({ json, name }) => {
  const asPlugin = () => signToken(secret, { plugins: ['a', JSON.parse(json), 'b'], expires: 1800000000 });
  const asRealm = () => signRoomToken(secret, { plugin: JSON.parse(json), room: 1, expires: 1800000000 });
  if (name === undefined) return [asPlugin, asRealm].forEach((sign) => refused(sign, 'invalid_argument'));
  assert.ok(asPlugin().startsWith(`1800000000,janus,a,${name},b:`));
  assert.ok(asRealm().startsWith(`1800000000,${name},room=1:`));
});

test('an empty secret signs and checks nothing', () => {
  refused(() => signToken('', { plugins: ['a'], expires: 1800000000 }), 'invalid_argument');
  refused(() => checkToken('', signToken(secret, { plugins: ['a'], expires: 1800000000 }), new Date(0)), 'invalid_argument');
});

rows('rooms of a token', ({ json, descriptor }) => {
  const sign = () => signRoomToken(secret, { room: JSON.parse(json), expires: 1800000000 });
  if (descriptor === undefined) refused(sign, 'invalid_argument');
  else assert.ok(sign().startsWith(`1800000000,janus.plugin.videoroom,${descriptor}:`));
});

rows('expiries that are signed', ({ json, text }) => {
  const sign = () => signToken(secret, { plugins: ['a'], expires: JSON.parse(json) });
  if (text === undefined) refused(sign, 'invalid_argument');
  else assert.ok(sign().startsWith(`${text},janus,a:`));
});

rows('expiries that are read at 1800000000', ({ text, expires }) => {
  const data = `${text},janus,a`;
  const token = `${data}:${createHmac('sha1', secret).update(data).digest('base64')}`;
  const check = () => checkToken(secret, token, new Date(1_800_000_000_000));
  if (expires === undefined) refused(check, 'invalid_token');
  else assert.equal(check().expires, expires);
});

test('dates, spans and rooms that only JavaScript has', () => {
  const now = Date.now() / 1000;
  const [expires] = signToken(secret, { plugins: ['a'], valid_s: 60 }).split(',');
  assert.ok(Math.abs(Number(expires) - now - 60) <= 1);
  assert.ok(signToken(secret, { plugins: [], expires: new Date(1_800_000_000_999) }).startsWith('1800000000,janus:'));
  assert.ok(signToken(secret, { plugins: [], expires: 1_800_000_000.9 }).startsWith('1800000000,janus:'));
  for (const life of [{ expires: new Date(NaN) }, { expires: NaN }, { expires: 5n }, { valid_s: '60' }, { valid_s: NaN }, { valid_s: -5 }, { valid_s: 0 }, { valid_s: 1e12 }, { valid_s: -1e12 }]) {
    refused(() => signToken(secret, { plugins: [], ...life }), 'invalid_argument');
  }
  for (const contents of [undefined, null, 'janus.plugin.echotest']) refused(() => signToken(secret, contents), 'invalid_argument');
  for (const room of [undefined, NaN, 5n, 2 ** 53]) refused(() => signRoomToken(secret, { room, valid_s: 60 }), 'invalid_argument');
  refused(() => signToken(secret, { plugins: [undefined, 'a,b'], valid_s: 60 }), 'invalid_argument');
  const token = signToken(secret, { plugins: [], expires: 1 });
  refused(() => checkToken(secret, token, new Date(NaN)), 'invalid_token');
});
