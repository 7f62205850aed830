import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';

import { connect } from 'bifrons';
import Streaming from 'bifrons/plugins/streaming';

import { failure, nextEvent } from './support/expect.mjs';
import { pluginEvent, startFake } from './support/fake.mjs';
import { startJanus } from './support/janus.mjs';

const { EVENT, ERROR } = Streaming;
const secret = 'a-secret';

describe('with a real Janus', () => {
  let janus;
  let connection;
  let handle;
  before(async () => {
    janus = await startJanus();
    connection = await connect(janus.config);
    handle = await (await connection.create()).attach(Streaming);
  });
  after(async () => {
    await connection.close();
    await janus.stop();
  });

  test('D16: mountpoints, with all their ports', async () => {
    const media = [{ type: 'audio', mid: '0', port: 0, pt: 111, codec: 'opus' }];
    const made = await handle.createRtpMountpoint({ id: 55, name: 'new', secret, media });
    assert.deepEqual([made.id, made.name, made.permanent, made.ports.length], [55, 'new', false, 1]);
    const old = await handle.createRtpMountpoint({ id: 56, name: 'old', audio: { port: 0, pt: 111, rtpmap: 'opus/48000/2' } });
    assert.ok(old.audio_port > 0, JSON.stringify(old));
    assert.ok((await handle.list()).list.some(({ id }) => id === 55));
    assert.equal((await handle.info({ id: 55, secret })).name, 'new');
    assert.deepEqual(await handle.disable({ id: 55, secret }), {});
    assert.deepEqual(await handle.enable({ id: 55, secret }), {});
    assert.equal((await handle.edit({ id: 55, secret, new_description: 'another' })).id, 55);
    const filename = `${janus.folder}/a-stream`;
    assert.deepEqual(await handle.startRecording({ id: 55, secret, media: [{ mid: '0', filename }] }), {});
    assert.deepEqual(await handle.stopRecording({ id: 55, secret, media: [{ mid: '0' }] }), {});
    assert.deepEqual(await handle.kickAll({ id: 55, secret }), {});
    const camera = await handle.createRtspMountpoint({ id: 77, url: 'rtsp://127.0.0.1:9/unknown', rtsp_failcheck: false, audio: true });
    assert.equal(camera.id, 77);
    const error = await failure(handle.destroyMountpoint({ id: 55, secret: 'no' }), 'plugin_refused', /^457 /);
    assert.equal(error.plugin, ERROR.UNAUTHORIZED);
  });

  test('mountpoints of files', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'bifrons-'));
    t.after(() => rm(folder, { recursive: true }));
    const filename = join(folder, 'a second.alaw');
    await writeFile(filename, Buffer.alloc(8000, 0xd5));
    const live = await handle.createLiveMountpoint({ id: 57, filename });
    assert.deepEqual([live.id, live.type], [57, 'live']);
    const ondemand = await handle.createOndemandMountpoint({ id: 58, filename });
    assert.deepEqual([ondemand.id, ondemand.type], [58, 'on demand']);
  });

  test('watching', async () => {
    const { jsep, status } = await handle.watch({ id: 55 });
    assert.deepEqual([jsep.type, status, handle.mp], ['offer', 'preparing', 55]);
    const sdp = jsep.sdp.replaceAll('a=setup:actpass', 'a=setup:active').replaceAll('a=sendonly', 'a=recvonly');
    assert.deepEqual(await handle.start({ jsep: { type: 'answer', sdp } }), { status: 'starting', id: 55 });
    assert.deepEqual(await handle.configure({ mid: '0', send: true }), {});
    assert.deepEqual(await handle.pause(), { status: 'pausing', id: 55 });
    assert.deepEqual(await handle.switch({ id: 56 }), { switched: 'ok', id: 56 });
    const emitted = nextEvent(handle, EVENT.STREAMING_STATUS);
    assert.deepEqual(await handle.destroyMountpoint({ id: 56 }), { id: 56 });
    assert.deepEqual(await emitted, { status: 'stopped', id: 56 });
  });
});

test('events of newer servers', async (t) => {
  const fake = await startFake(({ janus, handle_id: sender, transaction }) => janus !== 'message' ? undefined : [
    { janus: 'ack' },
    { janus: 'event', sender, transaction, plugindata: { plugin: Streaming.id, data: { streaming: 'event', result: { status: 'idle' } } } },
  ]);
  t.after(() => fake.stop());
  const connection = await connect(fake.config);
  t.after(() => connection.close());
  const handle = await (await connection.create()).attach(Streaming);
  assert.deepEqual(await handle.stop(), { status: 'idle' }, 'D18: nothing to stop is no failure');
  const events = [
    [EVENT.STREAMING_LAYERS, { streaming: 'event', result: { mid: '0', substream: 1 } }, { mid: '0', substream: 1 }],
    [EVENT.STREAMING_EDITED, { event: 'edited', id: 0, metadata: 'm' }, { id: 0, metadata: 'm' }],
    [EVENT.STREAMING_RTSP_DISCONNECTED, { event: 'rtsp-disconnected', id: 0 }, { id: 0 }],
  ];
  for (const [event, raw, data] of events) {
    const came = nextEvent(handle, event);
    fake.send(pluginEvent(handle, raw));
    assert.deepEqual(await came, data);
  }
});
