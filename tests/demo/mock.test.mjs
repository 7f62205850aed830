import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { test } from 'node:test';

import { OFFER } from './offer.mjs';
import { FakePage } from './stage.mjs';

test('without a Janus the demo runs on the mock server, and prints that there are no media', async () => {
  const demo = spawn('scripts/demo', { env: { ...process.env, JANUS: 'mock', CHECK: '', EXAMPLE: 'echotest' }, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(demo, 'exit');
  let address;
  for await (const line of createInterface(demo.stdout)) {
    address ??= / open (http\S+)/.exec(line)?.[1];
    if (line.includes('NO MEDIA')) break;
  }
  assert.equal((await fetch(address)).status, 200);
  const page = await new FakePage(address).ready();
  const response = await page.request('offer', { audio: true, video: true, bitrate: 0, record: false, sdp: OFFER });
  assert.equal(response.jsep?.type, 'answer', JSON.stringify(response));
  demo.kill();
  await ended;
});
