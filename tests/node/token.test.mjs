// Signed tokens, made by the package and taken or refused by a real Janus.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { connect, JanusError } from 'bifrons';
import AudioBridge from 'bifrons/plugins/audiobridge';
import EchoTest from 'bifrons/plugins/echotest';
import VideoRoom from 'bifrons/plugins/videoroom';
import { checkToken, signRoomToken, signToken } from 'bifrons/token';

import { failure } from './support/expect.mjs';
import { startJanus } from './support/janus.mjs';

const secret = 'planted-token-secret';
const plugins = [VideoRoom.id];
let janus;
before(async () => (janus = await startJanus('--token-auth-secret', secret)));
after(() => janus.stop());

async function withToken(t, token) {
  const connection = await connect({ address: { url: janus.url, token } });
  t.after(() => connection.close());
  return connection;
}

test('a token opens the plugins that it names', async (t) => {
  const session = await (await withToken(t, signToken(secret, { plugins, valid_s: 60 }))).create();
  await session.attach(VideoRoom);
  const refused = await failure(session.attach(EchoTest), 'janus_refused', /^405 /);
  assert.equal(refused.janus, 405);
});

test('expired, of another realm, signed by another, changed: refused', async (t) => {
  const good = signToken(secret, { plugins, valid_s: 60 });
  const wrong = [
    signToken(secret, { plugins, expires: new Date(Date.now() - 2000) }),
    signRoomToken(secret, { room: 1234, valid_s: 60 }),
    signToken('another secret', { plugins, valid_s: 60 }),
    good.replace('videoroom', 'echotest'),
  ];
  for (const token of wrong) await failure((await withToken(t, token)).create(), 'janus_refused', /^403 /);
});

test('a room that wants tokens of its own', async (t) => {
  const session = await (await withToken(t, signToken(secret, { plugins, valid_s: 60 }))).create();
  const handle = await session.attach(VideoRoom);
  await handle.create({ room: 77, signed_tokens: true });
  const join = (token) => session.attach(VideoRoom).then((guest) => guest.joinPublisher({ room: 77, display: 'a guest', token }));
  assert.equal((await join(signRoomToken(secret, { room: 77, valid_s: 60 }))).room, 77);
  for (const token of [undefined, signRoomToken(secret, { room: 78, valid_s: 60 }), signRoomToken('another', { room: 77, valid_s: 60 })]) {
    await failure(join(token), 'plugin_refused', /^433 /);
  }
});

test("a room of another plugin's, as openssl signs it", () => {
  const token = signRoomToken('a secret', { room: 5, plugin: AudioBridge.id, expires: 1_800_000_000 });
  assert.equal(token, '1800000000,janus.plugin.audiobridge,room=5:WzaluAIgmZcnVVAH7J+qGYO5lQI=');
  for (const plugin of ['', 'a,b', null, AudioBridge]) {
    assert.throws(() => signRoomToken('a secret', { room: 5, plugin, valid_s: 1 }), { code: 'invalid_argument' });
  }
});

test('reading a token', () => {
  const now = new Date(1_800_000_000_000);
  const token = signToken(secret, { plugins: ['a', 'b'], expires: now });
  assert.deepEqual(checkToken(secret, token, now), { expires: 1_800_000_000, realm: 'janus', descriptors: ['a', 'b'] });
  const refused = (text, at = now) => assert.throws(() => checkToken(secret, text, at), (error) => error instanceof JanusError && error.code === 'invalid_token' && !error.message.includes(secret));
  refused(token, new Date(now.getTime() + 1000));
  for (const text of ['', ':', 'a:b:c', '1,janus', `${token}A`, token.replace('a,b', 'a,c'), undefined, 5]) refused(text);
  for (const contents of [{ plugins: ['a,b'], valid_s: 1 }, { plugins: ['a:b'], valid_s: 1 }, { plugins: [''], valid_s: 1 }, { plugins }, { plugins, valid_s: 1, expires: now }, { plugins: 'x', valid_s: 1 }, { plugins, expires: Number.NaN }]) {
    assert.throws(() => signToken(secret, contents), { code: 'invalid_argument' });
  }
  assert.throws(() => signToken('', { plugins, valid_s: 1 }), { code: 'invalid_argument' });
});
