// A session through nginx and through Caddy, as the guide configures them: over a WebSocket and over HTTP, with silence.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as later } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

import { startCaddy, startNginx } from './proxies.mjs';

const fromApplications = createRequire(new URL('../applications/', import.meta.url));
const load = (name) => import(pathToFileURL(fromApplications.resolve(name)));
const { default: Bifrons } = await load('bifrons');
const { default: EchoTest } = await load('bifrons/plugins/echotest');
const { offerOf } = await load('bifrons/testing');

/** Longer than the proxy's idle timeout. */
const SILENCE_MS = 25_000;

/** What scripts/janus printed. */
const janus = JSON.parse(process.env.JANUS);

describe('proxies', { concurrency: true }, () => {
  for (const [name, start] of Object.entries({ nginx: startNginx, Caddy: startCaddy })) describe(name, { concurrency: true }, () => through(start));
});

function through(start) {
  let proxy;
  const folder = mkdtempSync(join(tmpdir(), 'bifrons-proxies-'));
  before(async () => (proxy = await start(janus, folder)));
  after(async () => {
    await proxy?.stop();
    rmSync(folder, { recursive: true });
  });

  test('a WebSocket stays open while nothing is sent for longer than the idle timeout', async () => {
    const connection = await open(`wss://${proxy.at}/signalling`);
    const session = await connection.create();
    await later(SILENCE_MS);
    await startEcho(session);
    assert.equal(connection.stats().reconnects, 0);
    await connection.close();
  });

  test('a session over HTTP gets its events', async () => {
    const connection = await open(`https://${proxy.at}/media/janus`);
    await startEcho(await connection.create());
    await connection.close();
  });

  test('a poll of 30 s gets its response', async () => {
    const path = `https://${proxy.at}/media/janus`;
    const created = await fetch(path, { method: 'POST', body: JSON.stringify({ janus: 'create', transaction: 'one' }) });
    const { data } = await created.json();
    const poll = await fetch(`${path}/${data.id}`);
    assert.deepEqual([poll.status, (await poll.json()).janus], [200, 'keepalive']);
  });

  test('nothing else is passed on', async () => {
    for (const path of ['', 'admin', 'janus', 'media/admin']) {
      assert.equal((await fetch(`https://${proxy.at}/${path}`)).status, 404, path);
    }
  });
}

const open = (url) => Bifrons.connect({ address: { url } });

/** A request with an SDP offer, its response, and an event. */
async function startEcho(session) {
  const echo = await session.attach(EchoTest);
  const detached = once(echo, Bifrons.EVENT.HANDLE_DETACHED);
  const { jsep } = await echo.start({ audio: true, jsep: offerOf(['audio']) });
  assert.equal(jsep.type, 'answer');
  await echo.detach();
  await detached;
}
