// Record&Play through the package: Janode's names, without Janode's defects.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import Janode, { connect } from 'bifrons';
import RecordPlay from 'bifrons/plugins/recordplay';

import { failure, nextEvent } from './support/expect.mjs';
import { pluginEvent, startFake } from './support/fake.mjs';
import { startJanus } from './support/janus.mjs';
import { offer } from './support/offer.mjs';

const { EVENT, ERROR } = RecordPlay;

describe('with a real Janus', () => {
  let janus;
  let connection;
  let handle;
  before(async () => {
    janus = await startJanus();
    connection = await connect(janus.config);
    handle = await (await connection.create()).attach(RecordPlay);
  });
  after(async () => {
    await connection.close();
    await janus.stop();
  });

  test('D13: configure returns the settings', async () => {
    const { settings } = await handle.configure({ maxBitrate: 500_000 });
    assert.deepEqual(settings, { maxBitrate: 500_000, keyframeInterval: 15_000 });
  });

  test('a recording', async () => {
    const { jsep, ...begun } = await handle.record({ id: 55, name: 'a name', jsep: offer() });
    const own = janus.version < 1301 ? {} : { is_private: false };
    assert.deepEqual([jsep.type, begun], ['answer', { status: 'recording', id: 55, ...own }]);
    assert.deepEqual(await handle.pause(), { status: 'paused', id: 55 });
    assert.deepEqual(await handle.resume(), { status: 'resumed', id: 55 });
    const ended = nextEvent(handle, Janode.EVENT.HANDLE_HANGUP);
    assert.deepEqual(await handle.stop(), { status: 'stopped', id: 55, ...own });
    await ended;
    assert.deepEqual(await handle.updateRecordings(), {});
    const { list } = await handle.listRecordings();
    assert.deepEqual([list[0].id, list[0].name, list[0].audio_codec], [55, 'a name', 'opus']);
    const error = await failure(handle.play({ id: 4321 }), 'plugin_refused', /^416 /);
    assert.equal(error.plugin, ERROR.NOT_FOUND);
  });
});

test('D14: a restart, and an event', async (t) => {
  const jsep = { type: 'offer', sdp: 'v=0' };
  const fake = await startFake(({ janus, handle_id: sender, transaction }) => janus !== 'message' ? undefined : [
    { janus: 'ack' },
    { janus: 'event', sender, transaction, jsep, plugindata: { plugin: RecordPlay.id, data: { recordplay: 'event', result: { status: 'restarting', id: 0 } } } },
  ]);
  t.after(() => fake.stop());
  const connection = await connect(fake.config);
  t.after(() => connection.close());
  const handle = await (await connection.create()).attach(RecordPlay);
  assert.deepEqual(await handle.play({ id: 0, restart: true }), { status: 'restarting', id: 0, jsep });
  assert.deepEqual([EVENT.RECORDPLAY_SLOW_LINK, EVENT.RECORDPLAY_DONE, EVENT.RECORDPLAY_ERROR], ['recordplay_slowlink', 'recordplay_done', 'recordplay_error']);
  const events = [
    [EVENT.RECORDPLAY_DONE, 'done', {}],
    [EVENT.RECORDPLAY_DONE, { status: 'done', id: 0, is_private: false }, { id: 0, is_private: false }],
    [EVENT.RECORDPLAY_SLOW_LINK, { status: 'slow_link', media: 'video', 'current-bitrate': 64_000, uplink: 0 }, { media: 'video', bitrate: 64_000, uplink: 0 }],
  ];
  for (const [event, result, data] of events) {
    const came = nextEvent(handle, event);
    fake.send(pluginEvent(handle, { recordplay: 'event', result }));
    assert.deepEqual(await came, data);
  }
});
