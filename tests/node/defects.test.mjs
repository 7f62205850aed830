// The defects of Janode 1.8.0 that are not copied, by their numbers in its inventory.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';

import { connect, EVENT, Logger } from 'bifrons';
import { Handle } from 'bifrons/handle';
import EchoTest from 'bifrons/plugins/echotest';

import { failure, nextEvent } from './support/expect.mjs';
import { pluginEvent, startFake } from './support/fake.mjs';
import { startJanus } from './support/janus.mjs';

const run = promisify(execFile);
const ECHO = 'janus.plugin.echotest';

let janus;
let connection;
let session;
before(async () => {
  janus = await startJanus();
  connection = await connect(janus.config);
  session = await connection.create();
});
after(async () => {
  await connection.close();
  await janus.stop();
});

/** A connection to a scripted server. */
async function withFake(respond, use) {
  const fake = await startFake(respond);
  const own = await connect(fake.config);
  await use(own, fake);
  await own.close();
  await fake.stop();
}

test('D12: EchoTest is reconfigured without a jsep, and returns the bitrate', async () => {
  const echo = await session.attach(EchoTest);
  assert.deepEqual(await echo.start({ video: false }), { result: 'ok' });
  assert.deepEqual(await echo.start({ video: true, jsep: undefined }), { result: 'ok' });
  assert.deepEqual(await echo.start({ video: true, jsep: null }), { result: 'ok' });
  await echo.detach();
  await withFake(undefined, async (own, fake) => {
    const handle = await (await own.create()).attach(EchoTest);
    const came = nextEvent(handle, EchoTest.EVENT.ECHOTEST_SLOWLINK);
    fake.send(pluginEvent(handle, { echotest: 'event', event: 'slow_link', media: 'video', 'current-bitrate': 128_000 }));
    assert.equal((await came).bitrate, 128_000);
  });
});

test('D20: a request that can\'t be sent rejects, at each level', async () => {
  const handle = await session.attach(ECHO);
  const request = { janus: 'message', body: { id: 1n } };
  for (const sender of [handle, session, connection]) await failure(sender.sendRequest(request), 'invalid_argument');
  await failure(handle.message({ id: 1n }), 'invalid_argument');
  class Failing extends (await import('ws')).WebSocket {
    send(text, ...more) {
      if (text.includes('"ping"')) throw new Error('no room');
      super.send(text, ...more);
    }
  }
  const own = await connect({ ...janus.config, WebSocket: Failing });
  const lost = nextEvent(own, EVENT.CONNECTION_ERROR);
  await failure(own.ping(), 'response_lost');
  assert.match((await lost).message, /no room/);
});

test('D21: a transaction that is in use rejects', async () => {
  const handle = await session.attach(ECHO);
  const request = { janus: 'message', transaction: 'twice', body: { audio: true } };
  const first = handle.sendRequest(request);
  await failure(handle.sendRequest(request), 'duplicate_transaction');
  await first;
});

test('D22: a handleMessage that throws rejects its request; a listener that throws is no entry in the log', async () => {
  class Broken extends Handle {
    handleMessage() {
      throw new RangeError('broken on purpose');
    }
  }
  const handle = await session.attach({ id: ECHO, Handle: Broken });
  await assert.rejects(handle.message({ audio: true }), { message: 'broken on purpose' });
  const script = `
    import { connect } from 'bifrons';
    const connection = await connect(${JSON.stringify(janus.config)});
    connection.on('connection_closed', () => { throw new Error('thrown by a listener'); });
    await connection.close();`;
  await assert.rejects(run(process.execPath, ['--input-type=module', '-e', script]), /thrown by a listener/);
});

test('D23: a request of a handle that fails rejects with its error', async () => {
  const handle = await session.attach(ECHO);
  await handle.detach();
  for (const call of [handle.hangup(), handle.trickle(), handle.message({})]) await failure(call, 'handle_detached');
});

test('D24: detach reports a refusal, and an early `detached` is no error', async () => {
  const lines = [];
  Logger.setSink((level, args) => lines.push([level, ...args]));
  let refusals = 1;
  await withFake(({ janus, session_id, handle_id }) => {
    if (janus !== 'detach') return undefined;
    if (refusals-- > 0) return { janus: 'error', error: { code: 463, reason: 'no' } };
    return [JSON.stringify({ janus: 'detached', session_id, sender: handle_id }), { janus: 'success' }];
  }, async (own) => {
    const handle = await (await own.create()).attach(ECHO);
    await failure(handle.detach(), 'janus_refused', '463 no');
    await handle.detach();
    await own.ping();
    assert.equal(own.stats().protocol_violations, 0);
  });
  Logger.setSink();
  assert.deepEqual(lines.filter(([level]) => level === 'error' || level === 'warning'), []);
});

test('D25: a handle without a plugin class does asynchronous requests and emits events', async () => {
  const handle = await session.attach({ id: ECHO });
  assert.equal((await handle.message({ audio: true })).plugindata.data.result, 'ok');
  const done = nextEvent(handle, EVENT.HANDLE_EVENT);
  await handle.hangup();
  assert.equal((await done).data.result, 'done');
});

test('D26: an event in one piece with the response to attach is not lost', async () => {
  await withFake(({ janus, session_id }) => janus !== 'attach' ? undefined : [
    { janus: 'success', data: { id: 5 } }, { janus: 'webrtcup', session_id, sender: 5 },
  ], async (own) => {
    const handle = await (await own.create()).attach(ECHO);
    assert.deepEqual(await nextEvent(handle, EVENT.HANDLE_WEBRTCUP), {});
  });
});

test('D27: create(0) is refused; a lone session is destroyed in Janus on close', async () => {
  await failure(connection.create(0), 'invalid_argument');
  const own = await connect(janus.config);
  const { id } = await own.create();
  await own.close();
  const { sessions } = await janus.admin({ janus: 'list_sessions' });
  assert.ok(!sessions.includes(id));
});

test('D28: invalid JSON is counted, and the connection goes on', async () => {
  await withFake(undefined, async (own, fake) => {
    fake.send('no JSON');
    assert.equal((await own.ping()).janus, 'pong');
    assert.equal(own.stats().protocol_violations, 1);
  });
});

test('D29: connect rejects with an Error', async () => {
  const error = await failure(connect({ address: { url: 'ws://127.0.0.1:1' }, max_retries: 1, retry_time_secs: 0 }), 'connect_failed');
  assert.ok(error instanceof Error);
  assert.match(error.stack, /ECONNREFUSED/);
});

test('D30: connect never throws, it rejects', async () => {
  let promise;
  assert.doesNotThrow(() => { promise = connect({}); });
  await failure(promise, 'invalid_config');
});

test('D31: a request that is too large is refused alone', async () => {
  const own = await connect({ ...janus.config, max_message_size: 20_000 });
  const handle = await (await own.create()).attach(ECHO);
  await failure(handle.message({ text: 'x'.repeat(30_000) }), 'message_too_large');
  assert.equal((await own.ping()).janus, 'pong');
  await own.close();
});

test('D32: any valid response ends a request', async () => {
  assert.equal((await connection.sendRequest({ janus: 'ping' })).janus, 'pong');
  assert.equal((await session.sendRequest({ janus: 'keepalive' })).janus, 'ack');
});

test('D33: values that are false are values', async () => {
  await withFake(undefined, async (own, fake) => {
    const handle = await (await own.create()).attach(EchoTest);
    const came = nextEvent(handle, EchoTest.EVENT.ECHOTEST_LAYERS);
    fake.send(pluginEvent(handle, { echotest: 'event', videocodec: '', substream: 0, room: 0, temporal: 0 }));
    assert.deepEqual(await came, { videocodec: '', substream: 0, room: 0, temporal: 0 });
    await handle.message({ room: 0, name: '', on: false });
    assert.deepEqual(fake.received('message')[0].body, { room: 0, name: '', on: false });
  });
});

test('D34: the caller\'s objects are not changed', async () => {
  const handle = await session.attach(ECHO);
  await handle.sendRequest(Object.freeze({ janus: 'message', body: Object.freeze({ audio: true }) }));
});

test('no native addon is needed', async () => {
  const text = await readFile(new URL('node_modules/bifrons/package.json', import.meta.url), 'utf8');
  const { dependencies, peerDependencies, peerDependenciesMeta } = JSON.parse(text);
  assert.equal(dependencies, undefined);
  // Without them, too, it loads and works: optional.test.mjs.
  for (const name of Object.keys(peerDependencies)) assert.equal(peerDependenciesMeta[name]?.optional, true, name);
});

test('closed and lost connections keep no process alive', async () => {
  const script = `
    import { connect, Logger } from 'bifrons';
    Logger.setLevel('none');
    const config = ${JSON.stringify(janus.config)};
    const connection = await connect(config);
    const session = await connection.create();
    const handle = await session.attach('janus.plugin.echotest');
    handle.on('handle_event', () => {});
    await connection.close();
    await connection.create().catch(() => {});
    await connect({ address: { url: 'ws://127.0.0.1:1' }, max_retries: 0 }).catch(() => {});
    await connect(config, null, { signal: AbortSignal.timeout(0) }).then((late) => late.close(), () => {});`;
  const begun = performance.now();
  await run(process.execPath, ['--input-type=module', '-e', script], { timeout: 10_000 });
  assert.ok(performance.now() - begun < 5000, 'no timer was waited for');
});

test('a lost connection lets the process end', async () => {
  const fake = await startFake(({ janus: verb }, socket) => (verb === 'create' ? (socket.terminate(), null) : undefined));
  const script = `
    import { connect, Logger } from 'bifrons';
    Logger.setLevel('none');
    const connection = await connect(${JSON.stringify(fake.config)});
    await connection.create().catch(({ code }) => console.log(code));`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], { timeout: 10_000 });
  assert.equal(stdout.trim(), 'response_lost');
  await fake.stop();
});
