// What the gateway sends beside Janus's API: STUN and TURN servers with a session, and tokens that expire.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import Bifrons from 'bifrons';
import EchoTest from 'bifrons/plugins/echotest';
import { Peer, handleSignalling } from 'bifrons/webrtc';

import { nextEvent } from './support/expect.mjs';
import { startFake } from './support/fake.mjs';
import { installPage } from './support/page.mjs';
import { ScriptedPeerConnection } from './support/peer_connection.mjs';

const { EVENT } = Bifrons;
const SERVERS = [{ urls: ['turn:turn.example.org'], username: '1:a', credential: 'c' }];

async function open(t, url = '') {
  const fake = await startFake(({ janus }) => (janus === 'create' ? { janus: 'success', data: { id: 7, ice_servers: SERVERS } } : undefined));
  const connection = await Bifrons.connect({ address: { url: fake.url + url, token: 'the first one' }, reconnect: true });
  t.after(() => connection.close().then(() => fake.stop()));
  return { fake, connection, session: await connection.create() };
}

test('peers use the servers that came with the session, unless the page has others', async (t) => {
  const { session } = await open(t);
  assert.deepEqual(session.ice_servers, SERVERS);
  installPage();
  globalThis.RTCPeerConnection = ScriptedPeerConnection;
  const signalling = handleSignalling(await session.attach(EchoTest), { send: () => ({}) });
  assert.deepEqual(new Peer(signalling).connection.configuration.iceServers, SERVERS);
  const own = [{ urls: 'stun:stun.example.org' }];
  assert.deepEqual(new Peer(signalling, { configuration: { iceServers: own } }).connection.configuration.iceServers, own);
});

test('a session of Janus has none', async (t) => {
  const fake = await startFake();
  const connection = await Bifrons.connect(fake.config);
  t.after(() => connection.close().then(() => fake.stop()));
  assert.equal((await connection.create()).ice_servers, undefined);
});

test('a token that expires soon is reported, and the newer one is that of each request that follows', async (t) => {
  const { fake, connection, session } = await open(t);
  const expiring = nextEvent(connection, EVENT.CONNECTION_TOKEN_EXPIRING);
  fake.send({ janus: 'token_expiring', session_id: session.id, expires_in_s: 120 });
  assert.deepEqual(await expiring, { session: session.id, expires_in_s: 120 });
  assert.equal(connection.stats().unknown, 0);
  connection.setToken('the second one');
  await connection.ping();
  const resumed = nextEvent(connection, EVENT.CONNECTION_RESUMED);
  fake.socket.terminate();
  await resumed;
  assert.deepEqual(fake.requests.slice(-2).map(({ token }) => token), ['the second one', 'the second one']);
  assert.equal(fake.requests.at(-1).janus, 'claim');
  for (const wrong of [undefined, 7, null]) assert.throws(() => connection.setToken(wrong), { code: 'invalid_argument' });
  assert.throws(() => connection.setToken('\ud800'), { code: 'invalid_argument' });
});
