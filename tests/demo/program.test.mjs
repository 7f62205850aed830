// The server of the echo test as a program: its configuration, and https.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startProgram } from './program.mjs';
import { SECRET, WebSocket, withDeadline } from './stage.mjs';

/** No server has this address: these tests need no Janus. */
const JANUS = { address: [{ url: 'ws://127.0.0.1:9', apisecret: SECRET }] };
const WEB = { port: 0, bind: '127.0.0.1' };

let folder;
let tls;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'bifrons-tls-'));
  tls = { key: join(folder, 'key.pem'), cert: join(folder, 'cert.pem') };
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2',
    '-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', tls.key, '-out', tls.cert], { stdio: 'ignore' });
});
after(() => rmSync(folder, { recursive: true }));

test('with a certificate the page and its WebSocket are encrypted, and browsers use https only', async (t) => {
  const { address, stop } = await startProgram({ janus: JANUS, web: { ...WEB, ...tls } });
  t.after(stop);
  assert.match(address, /^https:/);
  const ca = readFileSync(tls.cert);
  const response = new Promise((resolve, reject) => get(address, { ca }, resolve).on('error', reject));
  const { statusCode, headers } = await withDeadline(response, 'the page');
  assert.equal(statusCode, 200);
  assert.equal(headers['strict-transport-security'], 'max-age=31536000');

  const opens = (origin) => {
    const socket = new WebSocket(`${address.replace('https', 'wss')}socket`, { origin, ca });
    const outcome = new Promise((resolve) => socket.on('message', (data) => resolve(JSON.parse(data).type)).on('error', ({ message }) => resolve(message)));
    return withDeadline(outcome, 'a message').finally(() => socket.terminate());
  };
  const { origin } = new URL(address);
  assert.equal(await opens(origin), 'state');
  assert.match(await opens(origin.replace('https', 'http')), /403/);
  await assert.rejects(fetch(address.replace('https', 'http')));
});

test('without a certificate there is no Strict-Transport-Security', async (t) => {
  const { address, stop } = await startProgram({ janus: JANUS, web: { ...WEB, key: '', cert: '' } });
  t.after(stop);
  assert.equal((await fetch(address)).headers.get('strict-transport-security'), null);
});

const INVALID = [
  ['no address', { janus: { address: [] }, web: WEB }, /janus\.address: must be a list/],
  ['a misspelt field', { janus: JANUS, web: { ...WEB, prot: 1 } }, /prot/],
  ['tokens without the secret', { janus: { ...JANUS, tokens: {} }, web: WEB }, /JANUS_TOKEN_SECRET/],
  ['a key without a certificate', { janus: JANUS, web: { ...WEB, key: 'key.pem' } }, /give both files for https, or neither/],
  ['missing files', { janus: JANUS, web: { ...WEB, key: '/no/key', cert: '/no/cert' } }, /cannot start/],
];

for (const [name, config, expected] of INVALID) {
  test(`the program does not start with an invalid configuration, and shows no secret: ${name}`, async () => {
    await assert.rejects(startProgram(config), ({ message }) => expected.test(message) && !message.includes(SECRET));
  });
}
