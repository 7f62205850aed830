// Ended objects leave no memory behind.
import assert from 'node:assert/strict';
import { before, after, test } from 'node:test';

import { connect, EVENT, Logger } from 'bifrons';
import EchoTest from 'bifrons/plugins/echotest';

import { pluginEvent, startFake } from './support/fake.mjs';
import { heapBytes, wasmBytes } from './support/memory.mjs';

let fake;
before(async () => {
  Logger.setLevel('warning');
  fake = await startFake();
});
after(() => fake.stop());

/** The tolerated difference of the heap in bytes; a leak of one object in each round is more. */
const NOISE = 400_000;

/** Runs `round` in two halves, of which the second one must add nothing. */
async function holdsNothing(rounds, round) {
  const half = async () => {
    for (let n = 0; n < rounds / 2; n += 1) await round();
    fake.requests.length = 0;
    return heapBytes();
  };
  const [heap, wasm] = [await half(), wasmBytes()];
  const grown = (await half()) - heap;
  assert.ok(grown < NOISE, `the heap grew by ${grown} bytes in ${rounds / 2} rounds`);
  assert.equal(wasmBytes(), wasm, 'the engine\'s memory grew');
}

test('2,000 handles, with events, requests and listeners', async () => {
  const connection = await connect(fake.config);
  const session = await connection.create();
  await holdsNothing(2000, async () => {
    const handle = await session.attach(EchoTest);
    handle.on(EVENT.HANDLE_EVENT, () => {});
    fake.send(pluginEvent(handle, { n: 1 }));
    await handle.message({ text: 'x'.repeat(100) });
    await handle.detach();
  });
  await connection.close();
});

test('8,000 handles that are never read, or not to the end', async () => {
  const connection = await connect(fake.config);
  const session = await connection.create();
  await holdsNothing(4000, async () => {
    const [handle, ignored] = await Promise.all([session.attach(EchoTest), session.attach(EchoTest)]);
    const reader = handle[Symbol.asyncIterator]();
    const first = reader.next();
    fake.send(pluginEvent(handle, { n: 1 }));
    fake.send(pluginEvent(ignored, { n: 1 }));
    await first;
    await Promise.all([handle.detach(), ignored.detach()]);
  });
  await connection.close();
});

test('20,000 requests, some cancelled and some refused', async () => {
  const connection = await connect(fake.config);
  await holdsNothing(200, async () => {
    const { signal } = new AbortController();
    await Promise.all(Array.from({ length: 98 }, () => connection.ping({ signal, timeout_ms: 5000 })));
    await connection.ping({ signal: AbortSignal.timeout(0) }).catch(() => {});
    await connection.sendRequest({ janus: 5 }).catch(() => {});
  });
  await connection.close();
});

test('400 connections that are closed', async () => {
  await holdsNothing(400, async () => {
    const connection = await connect(fake.config);
    const session = await connection.create();
    await session.attach(EchoTest);
    await connection.close();
    await connection.create().catch(() => {});
  });
});

test('200 connections that are lost, or never open', async () => {
  await holdsNothing(200, async () => {
    Logger.setLevel('none');
    const connection = await connect(fake.config);
    await connection.create();
    const lost = new Promise((resolve) => connection.on(EVENT.CONNECTION_ERROR, resolve));
    fake.socket.terminate();
    await lost;
    await connect({ address: { url: 'ws://127.0.0.1:1' }, max_retries: 0 }).catch(() => {});
  });
});
