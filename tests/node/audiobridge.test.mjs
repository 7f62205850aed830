import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { connect } from 'bifrons';
import AudioBridge from 'bifrons/plugins/audiobridge';

import { failure, nextEvent } from './support/expect.mjs';
import { pluginEvent, startFake } from './support/fake.mjs';
import { startJanus } from './support/janus.mjs';
import { offer } from './support/offer.mjs';

const { EVENT, ERROR } = AudioBridge;
const secret = 'a-room-secret';

describe('with a real Janus', () => {
  let janus;
  let connection;
  let alice;
  let bob;
  before(async () => {
    janus = await startJanus();
    connection = await connect(janus.config);
    const attach = async () => (await connection.create()).attach(AudioBridge);
    [alice, bob] = [await attach(), await attach()];
  });
  after(async () => {
    await connection.close();
    await janus.stop();
  });

  test('rooms', async () => {
    assert.deepEqual(await alice.create({ room: 55, secret, allow_rtp: true }), { room: 55, permanent: false });
    assert.deepEqual(await alice.create({ room: 56 }), { room: 56, permanent: false });
    assert.deepEqual(await alice.exists({ room: 55 }), { room: 55, exists: true });
    assert.ok((await alice.list()).list.some(({ room }) => room === 55));
    assert.deepEqual(await alice.allow({ room: 55, secret, action: 'add', list: ['a'] }), { room: 55, list: ['a'] });
    assert.deepEqual(await alice.allow({ room: 55, secret, action: 'disable' }), { room: 55 });
    assert.deepEqual(await alice.enableRecording({ room: 55, secret, record: false }), { room: 55, record: false });
    const error = await failure(alice.edit({ room: 55, secret: 'no' }), 'plugin_refused', /^489 /);
    assert.equal(error.plugin, ERROR.UNAUTHORIZED);
  });

  test('participants', async () => {
    const joined = await alice.join({ room: 55, feed: 1, display: 'Alice' });
    assert.deepEqual([joined, alice.room, alice.feed], [{ room: 55, feed: 1, participants: [] }, 55, 1]);
    const peer = nextEvent(alice, EVENT.AUDIOBRIDGE_PEER_JOINED);
    const seen = (await bob.join({ room: 55, feed: 2, display: 'Bob' })).participants;
    assert.deepEqual(seen, [{ feed: 1, display: 'Alice', setup: false, muted: false }]);
    assert.deepEqual(await peer, { room: 55, feed: 2, display: 'Bob', setup: false, muted: false });

    const { jsep, ...configured } = await alice.configure({ volume: 90, jsep: offer() });
    assert.deepEqual([jsep.type, configured], ['answer', { feed: 1, room: 55, volume: 90 }]);
    const own = nextEvent(bob, EVENT.AUDIOBRIDGE_CONFIGURED);
    const others = nextEvent(alice, EVENT.AUDIOBRIDGE_PEER_CONFIGURED);
    assert.deepEqual(await alice.mute({ room: 55, feed: 2, secret }), { room: 55, feed: 2 });
    assert.deepEqual([(await own).muted, (await others).feed], [true, 2]);
  });

  test('D1: muteRoom mutes', async () => {
    for (const [method, muted] of [['muteRoom', true], ['unmuteRoom', false]]) {
      const emitted = nextEvent(alice, EVENT.AUDIOBRIDGE_ROOM_MUTED);
      assert.deepEqual(await bob[method]({ room: 55, secret }), { room: 55 });
      assert.deepEqual(await emitted, { room: 55, muted });
    }
  });

  test('forwarders', async () => {
    const { room, forwarder } = await alice.startForward({ room: 55, host: '127.0.0.1', audio_port: 50_030, secret });
    const { audio_stream } = forwarder;
    assert.deepEqual([room, forwarder], [55, { host: '127.0.0.1', audio_port: 50_030, audio_stream }]);
    const [listed] = (await alice.listForward({ room: 55, secret })).forwarders;
    assert.deepEqual([listed.host, listed.audio_port, listed.audio_stream, listed.always], ['127.0.0.1', 50_030, audio_stream, false]);
    const stopped = await alice.stopForward({ room: 55, stream: audio_stream, secret });
    assert.deepEqual(stopped, { room: 55, forwarder: { audio_stream } });
  });

  test('files, recordings, decoders', async () => {
    await failure(alice.playFile({ room: 55, secret, filename: '/there/is/none.opus' }), 'plugin_refused');
    assert.equal((await alice.isPlaying({ room: 55, secret, file_id: 'none' })).playing, false);
    assert.equal((await alice.stopFile({ room: 55, secret, file_id: 'none' })).file_id, 'none');
    assert.equal((await alice.enableMjrs({ room: 55, secret, mjrs: false })).mjrs, false);
    await alice.resetDecoder();
  });

  test('all participants are kicked', async () => {
    await alice.create({ room: 57, secret });
    const guest = await (await connection.create()).attach(AudioBridge);
    await guest.join({ room: 57, feed: 9 });
    const emitted = nextEvent(guest, EVENT.AUDIOBRIDGE_KICKED_ALL);
    await alice.kickAll({ room: 57, secret });
    assert.deepEqual([(await emitted).feed, guest.room], [9, null]);
  });

  test('leaving, and being kicked', async () => {
    const { room, feed } = await bob.changeRoom({ room: 56 });
    assert.deepEqual([room, bob.room, bob.feed], [56, 56, feed]);
    assert.deepEqual(await bob.leave(), { room: 56, feed });
    assert.deepEqual([bob.room, bob.feed], [null, null]);
    await bob.join({ room: 55, feed: 3 });
    const own = nextEvent(alice, EVENT.AUDIOBRIDGE_KICKED);
    const others = nextEvent(bob, EVENT.AUDIOBRIDGE_PEER_KICKED);
    assert.deepEqual(await bob.kick({ room: 55, feed: 1, secret }), { room: 55, feed: 1 });
    assert.deepEqual([await own, await others], [{ room: 55, feed: 1 }, { room: 55, feed: 1 }]);
    assert.deepEqual([alice.room, alice.feed], [null, null]);
    const ended = nextEvent(bob, EVENT.AUDIOBRIDGE_DESTROYED);
    assert.deepEqual(await alice.destroy({ room: 55, secret }), { room: 55, permanent: false });
    assert.deepEqual(await ended, { room: 55 });
  });
});

test('events of newer servers', async (t) => {
  const fake = await startFake(({ janus, handle_id: sender, transaction }) => janus !== 'message' ? undefined : [
    { janus: 'ack' },
    { janus: 'event', sender, transaction, plugindata: { plugin: AudioBridge.id, data: { audiobridge: 'joined', room: 0, id: 0, participants: [] } } },
  ]);
  t.after(() => fake.stop());
  const connection = await connect(fake.config);
  t.after(() => connection.close());
  const handle = await (await connection.create()).attach(AudioBridge);
  assert.deepEqual(await handle.join({ room: 0, feed: 0 }), { room: 0, feed: 0, participants: [] });
  const events = [
    [EVENT.AUDIOBRIDGE_TALKING, { audiobridge: 'talking', room: 0, id: 0 }, { room: 0, feed: 0, talking: true }],
    [EVENT.AUDIOBRIDGE_PEER_TALKING, { audiobridge: 'stopped-talking', room: 0, id: 4 }, { room: 0, feed: 4, talking: false }],
    [EVENT.AUDIOBRIDGE_SUSPENDED, { audiobridge: 'event', room: 0, suspended: 0 }, { room: 0, feed: 0 }],
    [EVENT.AUDIOBRIDGE_PEER_RESUMED, { audiobridge: 'event', room: 0, resumed: 4 }, { room: 0, feed: 4 }],
    [EVENT.AUDIOBRIDGE_RESUMED, { audiobridge: 'event', room: 0, resumed: 0, participants: [{ id: 4, muted: true }] }, { room: 0, feed: 0, participants: [{ feed: 4, muted: true }] }],
    [EVENT.AUDIOBRIDGE_ANNOUNCEMENT_STARTED, { audiobridge: 'announcement-started', room: 0, file_id: 'a', more: 1 }, { room: 0, file_id: 'a', more: 1 }],
    [EVENT.AUDIOBRIDGE_KICKED_ALL, { audiobridge: 'event', room: 0, kicked_all: 0 }, { room: 0, feed: 0 }],
  ];
  for (const [event, raw, data] of events) {
    const came = nextEvent(handle, event);
    fake.send(pluginEvent(handle, raw));
    assert.deepEqual(await came, data);
  }
  assert.equal(handle.room, null);
});
