import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { after, before, describe, test } from 'node:test';

import Bifrons, { connect, EVENT, Logger } from 'bifrons';

import { failure, within } from './support/expect.mjs';
import { startFake } from './support/fake.mjs';
import { apisecret, startJanus } from './support/janus.mjs';

let janus;
before(async () => { janus = await startJanus(); });
after(() => janus.stop());

/** An address without a server. */
async function deadAddress() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return { url: `ws://127.0.0.1:${port}` };
}

test('the default export is the same as the named ones', () => {
  assert.deepEqual(Bifrons, { connect, Logger, EVENT });
});

test('EVENT has the names of Janode', () => {
  const names = [
    'CONNECTION_CLOSED', 'CONNECTION_ERROR', 'SESSION_DESTROYED', 'HANDLE_DETACHED', 'HANDLE_ICE_FAILED',
    'HANDLE_HANGUP', 'HANDLE_MEDIA', 'HANDLE_WEBRTCUP', 'HANDLE_SLOWLINK', 'HANDLE_TRICKLE',
  ];
  for (const name of names) assert.equal(EVENT[name], name.toLowerCase());
});

describe('one entry of a list of servers', () => {
  const dead = { address: { url: 'ws://127.0.0.1:1' }, max_retries: 0 };
  const entry = () => ({ ...janus.config, server_key: 'second' });
  const chosen = {
    'by its place': [() => [dead, entry()], 1],
    'by its name': [() => [dead, entry()], 'second'],
    'the first one without a key': [() => [entry(), dead], undefined],
    'the first one with the key null': [() => [entry(), dead], null],
    'by name, though there is no list': [() => entry(), 'second'],
  };
  for (const [name, [config, key]] of Object.entries(chosen)) {
    test(name, async () => {
      const connection = await connect(config(), key);
      assert.equal(connection.getRemoteHostname(), '127.0.0.1');
      await connection.close();
    });
  }
});

describe('invalid configurations', () => {
  const wrong = [
    ['no configuration', [], 'invalid configuration, missing parameter "address"'],
    ['null', [null], 'server configuration not defined for server #0'],
    ['an unknown name', [{ address: { url: 'ws://x' }, server_key: 'a' }, 'b'], 'server configuration not defined for server #b'],
    ['a place too far', [[{ address: { url: 'ws://x' } }], 3], 'server configuration not defined for server #3'],
    ['an empty list of addresses', [{ address: [] }], 'invalid configuration, empty parameter "address"'],
    ['an address that is no object', [{ address: ['ws://x'] }], 'invalid configuration, every element of address attribute must be an object'],
    ['an address without a URL', [{ address: {} }], 'invalid configuration, missing server url attribute '],
    ['an empty URL', [{ address: { url: '' } }], 'invalid configuration, missing server url attribute '],
    ['a URL that is none', [{ address: { url: 'nonsense' } }], /must look like ws:.*wss:.*http:.*https:.*ws\+unix:.*file:/],
    ['a secret that is no text', [{ address: { url: 'ws://x', apisecret: 5 } }], /"apisecret" must be a string/],
    ['a token that is no text', [{ address: { url: 'ws://x', token: {} } }], /"token" must be a string/],
    ['a misspelt name', [{ adress: { url: 'ws://x' } }], 'invalid configuration, unknown parameter "adress": did you mean "address"?'],
    ['a pause that is no number', [{ address: { url: 'ws://x' }, retry_time_secs: '5' }], /"retry_time_secs" must be a number/],
    ['retries below zero', [{ address: { url: 'ws://x' }, max_retries: -1 }], /"max_retries" must be a number from 0 on$/],
    ['retries that are no number', [{ address: { url: 'ws://x' }, max_retries: NaN }], /"max_retries" must be a number/],
    ['an endless pause', [{ address: { url: 'ws://x' }, retry_time_secs: Infinity }], /"retry_time_secs" must be a number/],
    ['is_admin that is no boolean', [{ address: { url: 'ws://x' }, is_admin: 'yes' }], /"is_admin" must be a boolean/],
    ['ws_options that are no object', [{ address: { url: 'ws://x' }, ws_options: 'a' }], /"ws_options" must be an object/],
    ['a WebSocket that is no class', [{ address: { url: 'ws://x' }, WebSocket: {} }], /"WebSocket" must be a function/],
  ];
  for (const [name, args, text] of wrong) {
    test(name, async () => {
      let promise;
      assert.doesNotThrow(() => { promise = connect(...args); }, 'a promise rejects, it does not throw');
      await failure(promise, 'invalid_config', text);
    });
  }
});

test('a scheme without a transport', async () => {
  await failure(connect({ address: { url: 'gopher://127.0.0.1' } }), 'unsupported', /no transport for gopher:\/\//);
});

test('a URL that no WebSocket takes is not tried again', async () => {
  await failure(connect({ address: { url: 'ws://[' }, retry_time_secs: 1000 }), 'invalid_config', /no usable URL/);
});

test('a list of addresses is tried in order, repeatedly', async () => {
  const config = { address: [await deadAddress(), await deadAddress(), { url: janus.url, apisecret }], retry_time_secs: 0, max_retries: 2 };
  const connection = await within(connect(config), 'the third address');
  await connection.create();
  assert.equal((await connection.getInfo()).janus, 'server_info');
  await connection.close();
});

test('the secret is that of the address in use', async () => {
  const address = [{ ...(await deadAddress()), apisecret: 'of another server' }, { url: janus.url, apisecret }];
  const connection = await connect({ address, retry_time_secs: 0 });
  await connection.create();
  await connection.close();
});

test('there are as many attempts as configured, and the last error comes back', async () => {
  const lines = [];
  Logger.setSink((level, args) => lines.push([level, args.join(' ')]));
  const address = await deadAddress();
  const error = await failure(connect({ address, max_retries: 2, retry_time_secs: 0.01 }), 'connect_failed', /ECONNREFUSED/);
  Logger.setSink();
  assert.equal(error.fault, 'network');
  assert.equal(lines.filter(([, text]) => text.includes(`${address.url}: no connection to the server: `)).length, 2);
  assert.equal(lines.some(([, text]) => text.includes('address 0')), false);
});

test('an error names the URL, without user name, password and query', async () => {
  const { url } = await deadAddress();
  const host = url.slice('ws://'.length);
  const address = { url: `ws://planted-user:planted-password@${host}/path?secret=planted-query` };
  const error = await failure(connect({ address, max_retries: 0 }), 'connect_failed');
  assert.ok(error.message.startsWith(`ws://${host}/path: `), error.message);
  assert.doesNotMatch(error.message, /planted/);
});

test('attempts without a limit', async () => {
  const { url } = await deadAddress();
  const connecting = connect({ address: { url }, max_retries: Infinity, retry_time_secs: 0.01 });
  const { port } = new URL(url);
  const fake = await startFake(undefined, { port: Number(port) });
  const connection = await within(connecting, 'a connection');
  await connection.close();
  await fake.stop();
});

describe('a WebSocket that can not be created', () => {
  const url = 'ws://planted-user:planted-password@127.0.0.1:1/path?secret=planted-query';
  const thrown = {
    'an error': [new Error('ws does not work in the browser'), /the transport could not be created: ws does not work in the browser$/],
    'one that holds the URL': [new DOMException(`The URL '${url}' is insecure`, 'SecurityError'), /the transport could not be created: The URL 'the URL' is insecure$/],
    'something else': [undefined, /the transport could not be created/],
  };
  for (const [name, [error, text]] of Object.entries(thrown)) {
    test(`as it throws ${name}`, async () => {
      class Broken {
        constructor() {
          throw error;
        }
      }
      const { message } = await failure(connect({ address: { url }, WebSocket: Broken, retry_time_secs: 1000 }), 'invalid_config', text);
      assert.ok(message.startsWith('ws://127.0.0.1:1/path: '), message);
      assert.doesNotMatch(message, /planted/);
    });
  }
});

test('a token authenticates', async () => {
  const guarded = await startJanus('--token-auth');
  try {
    await guarded.admin({ janus: 'add_token', token: 'planted-token' });
    const address = { url: guarded.url, token: 'planted-token' };
    const connection = await connect({ address });
    const session = await connection.create();
    await session.attach('janus.plugin.echotest');
    await connection.close();
    const stranger = await connect({ address: { ...address, token: 'unknown' } });
    const error = await failure(stranger.create(), 'janus_refused', /^403 /);
    assert.equal(error.janus, 403);
    await stranger.close();
  } finally {
    await guarded.stop();
  }
});

test('a wrong secret', async () => {
  const connection = await connect({ address: { url: janus.url, apisecret: 'wrong' } });
  const error = await failure(connection.create(), 'janus_refused', /^403 /);
  assert.deepEqual([error.janus, error.request, error.fault, error.sent], [403, 'create', 'server', true]);
  assert.equal((await connection.ping()).janus, 'pong', 'the connection goes on');
  await connection.close();
});

test('ws_options reach the package ws', async () => {
  const fake = await startFake();
  const ws_options = Object.freeze({ headers: { 'x-test': 'there' } });
  const connection = await connect({ ...fake.config, ws_options });
  assert.equal(fake.headers['x-test'], 'there');
  assert.equal(fake.headers['sec-websocket-protocol'], 'janus-protocol');
  await connection.close();
  await fake.stop();
});

test('a WebSocket of the caller\'s own is used', async () => {
  const { WebSocket } = await import('ws');
  let made = 0;
  class Counted extends WebSocket {
    constructor(...args) {
      super(...args);
      made += 1;
    }
  }
  const connection = await connect({ ...janus.config, WebSocket: Counted });
  assert.equal(made, 1);
  await connection.close();
});

test('the first request of a turn leaves at once, the others in one go', async () => {
  const { WebSocket } = await import('ws');
  const seen = [];
  let socket;
  class Watched extends WebSocket {
    constructor(...args) {
      socket = super(...args);
    }

    send(...args) {
      seen.push('send');
      return super.send(...args);
    }
  }
  const connection = await connect({ ...janus.config, WebSocket: Watched });
  await connection.ping();
  for (const call of ['cork', 'uncork']) {
    const real = socket._socket[call];
    socket._socket[call] = function watched() {
      // ws does so for the parts of each frame.
      if (!new Error().stack.includes('sender.js')) seen.push(call);
      return real.call(this);
    };
  }
  for (const [count, expected] of [[1, 'send'], [2, 'send cork send uncork'], [4, 'send cork send send send uncork'], [1, 'send']]) {
    seen.length = 0;
    await Promise.all(Array.from({ length: count }, () => connection.ping()));
    assert.equal(seen.join(' '), expected);
  }
  await connection.close();
});

test('a server without the subprotocol', async () => {
  const fake = await startFake(undefined, { handleProtocols: () => false });
  await failure(connect(fake.config), 'connect_failed', /subprotocol/);
  await fake.stop();
});

test('a server without TLS', async () => {
  const fake = await startFake();
  await failure(connect({ ...fake.config, address: { url: fake.url.replace('ws:', 'wss:') } }), 'connect_failed');
  await fake.stop();
});

test('a server without WebSocket', async () => {
  const server = createServer((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  await failure(connect({ address: { url: `ws://127.0.0.1:${server.address().port}` }, max_retries: 0 }), 'connect_failed');
  server.close();
});

test('a certificate of a private authority', async () => {
  const secure = await startJanus('--wss');
  try {
    await failure(connect({ address: { url: secure.wss, apisecret }, max_retries: 0 }), 'connect_failed', /certificate/);
    const connection = await connect({ address: { url: secure.wss, apisecret }, ws_options: { ca: secure.ca } });
    assert.equal((await connection.ping()).janus, 'pong');
    await connection.close();
  } finally {
    await secure.stop();
  }
});
