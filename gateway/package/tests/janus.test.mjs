// Before a real Janus.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';

import Bifrons from 'bifrons';
import VideoRoom from 'bifrons/plugins/videoroom';
import { offerOf } from 'bifrons/testing';

import { startGateway, token } from './support/gateway.mjs';
import { Page, post } from './support/page.mjs';

async function startJanus(t) {
  const child = spawn(join(process.env.BIFRONS_ROOT, 'scripts/janus'), ['--api-secret', 'planted'], { stdio: ['pipe', 'pipe', 'inherit'] });
  t.after(() => child.stdin.end());
  const [line] = await once(createInterface(child.stdout), 'line');
  return JSON.parse(line).ws;
}

test('an echo test and a room by WebSocket and by long poll', async (t) => {
  const address = await startJanus(t);
  const { gateway, url, http } = await startGateway(t, { janus: { addresses: [address], api_secret: 'planted' } });

  const page = await Page.open(url, { token: await token() });
  const echoed = await page.message(await page.attach('janus.plugin.echotest'), { audio: true, video: false }, offerOf(['audio']));
  assert.equal(echoed.plugindata.data.result, 'ok');
  assert.equal(echoed.jsep.type, 'answer');

  const connection = await Bifrons.connect({ address: { url, token: await token('ben') } });
  t.after(() => connection.close());
  const room = await (await connection.create()).attach(VideoRoom);
  const { room: id } = await room.create({ publishers: 3 });
  await room.joinPublisher({ room: id, display: 'Ben' });
  assert.deepEqual(gateway.rooms().map(({ users }) => users.map(({ subject }) => subject)), [['ben']]);

  const bearer = { authorization: `Bearer ${await token('cem')}` };
  const { data: { id: session } } = await post(`${http}/janus`, { janus: 'create' }, bearer);
  const { data: { id: handle } } = await post(`${http}/janus/${session}`, { janus: 'attach', plugin: 'janus.plugin.videoroom' }, bearer);
  const message = { janus: 'message', body: { request: 'join', ptype: 'publisher', room: id } };
  assert.equal((await post(`${http}/janus/${session}/${handle}`, message, bearer)).janus, 'ack');
  const event = await (await fetch(`${http}/janus/${session}`, { headers: bearer })).json();
  assert.equal(event.plugindata.data.publishers.length, 0);
  assert.equal(event.plugindata.data.attendees?.length ?? 0, 0);
  assert.equal(gateway.rooms()[0].users.length, 2);
});
