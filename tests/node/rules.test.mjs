// Rules of the plugins that are easy to get wrong.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { connect, EVENT } from 'bifrons';
import AudioBridge from 'bifrons/plugins/audiobridge';
import EchoTest from 'bifrons/plugins/echotest';
import NoSip from 'bifrons/plugins/nosip';
import RecordPlay from 'bifrons/plugins/recordplay';
import Sip from 'bifrons/plugins/sip';
import Streaming from 'bifrons/plugins/streaming';
import TextRoom from 'bifrons/plugins/textroom';
import VideoCall from 'bifrons/plugins/videocall';
import VideoRoom from 'bifrons/plugins/videoroom';
import VoiceMail from 'bifrons/plugins/voicemail';

import { failure, nextEvent } from './support/expect.mjs';
import { startFake } from './support/fake.mjs';
import { startJanus } from './support/janus.mjs';
import { scripted } from './support/scripted.mjs';

const offer = { type: 'offer', sdp: 'v=0' };
const soon = { timeout_ms: 300 };

describe('with a real Janus', () => {
  let janus;
  let connection;
  const attach = async (plugin) => (await connection.create()).attach(plugin);
  before(async () => {
    janus = await startJanus();
    connection = await connect(janus.config);
  });
  after(async () => {
    await connection.close();
    await janus.stop();
  });

  test('a timeout names the case in which Janus does not respond', async () => {
    const streaming = await attach(Streaming);
    const stopped = streaming.stop({}, soon);
    if (janus.version < 1301) await failure(stopped, 'timeout', /Janus before 1\.3\.1 does not respond to stop while no media are sent/);
    else assert.deepEqual(await stopped, { status: 'idle' });
    const [publisher, subscriber] = [await attach(VideoRoom), await attach(VideoRoom)];
    await publisher.create({ room: 1, dummy_publisher: true });
    const { publishers: [{ feed }] } = await publisher.joinPublisher({ room: 1 });
    await subscriber.joinSubscriber({ room: 1, streams: [{ feed, mid: '0' }] });
    await failure(subscriber.configure({ restart: true }, soon), 'timeout', /not answered an SDP offer with `start`/);
    assert.deepEqual(await subscriber.subscribe({ streams: [{ feed, mid: '1' }] }), { room: 1 }, 'postponed');
    assert.deepEqual(await subscriber.unsubscribe({ streams: [{ feed, mid: 'none' }] }), { room: 1 }, 'no stream to remove');
  });

  test('a request that needs an SDP is refused where Janus responds "ok" and does nothing without one', async () => {
    const publisher = await attach(VideoRoom);
    await publisher.create({ room: 3 });
    await publisher.joinPublisher({ room: 3 });
    const { requests } = connection.stats();
    await failure(publisher.publish(), 'invalid_argument', 'publish needs an SDP (jsep): without one Janus responds "ok" and does nothing');
    await failure(publisher.publish({ bitrate: 1, jsep: null }), 'invalid_argument');
    const chat = await attach(TextRoom);
    await failure(chat.ack(), 'invalid_argument', /^ack needs an SDP/);
    assert.equal(connection.stats().requests, requests + 2, 'one request for the session and one for the handle');
    for (const field of ['update', 'restart']) {
      await failure(publisher.configure({ [field]: true }), 'invalid_argument', new RegExp(`^"${field}" changed nothing`));
    }
    assert.equal((await publisher.configure({ update: false, bitrate: 64_000 })).configured, 'ok');
    const bridge = await attach(AudioBridge);
    await bridge.create({ room: 3 });
    await bridge.join({ room: 3 });
    await failure(bridge.configure({ update: true }), 'invalid_argument', /^"update" changed nothing/);
    assert.equal((await bridge.configure({ generate_offer: true })).jsep.type, 'offer');
    const caller = await attach(VideoCall);
    await caller.register({ username: 'a caller' });
    await failure(caller.set({ restart: true }), 'invalid_argument', /^"restart" changed nothing/);
  });

  test('a subscriber gets no event when its room is destroyed', async () => {
    const [publisher, subscriber] = [await attach(VideoRoom), await attach(VideoRoom)];
    await publisher.create({ room: 2, dummy_publisher: true });
    const { publishers: [{ feed }] } = await publisher.joinPublisher({ room: 2 });
    await subscriber.joinSubscriber({ room: 2, streams: [{ feed, mid: '0' }] });
    const emitted = [];
    for (const event of [EVENT.HANDLE_EVENT, ...Object.values(VideoRoom.EVENT)]) subscriber.on(event, () => emitted.push(event));
    const destroyed = nextEvent(publisher, VideoRoom.EVENT.VIDEOROOM_DESTROYED);
    await (await attach(VideoRoom)).destroy({ room: 2 });
    assert.deepEqual(await destroyed, { room: 2 });
    await subscriber.exists({ room: 2 });
    assert.deepEqual(emitted, []);
  });
});

test('ids are texts where the server has text ids', async (t) => {
  const janus = await startJanus('--string-ids');
  const connection = await connect(janus.config);
  t.after(async () => {
    await connection.close();
    await janus.stop();
  });
  const attach = async (plugin) => (await connection.create()).attach(plugin);
  const room = '007';
  const [alice, bob] = [await attach(VideoRoom), await attach(VideoRoom)];
  await alice.create({ room, notify_joining: true, secret: 's' });
  assert.equal((await alice.joinPublisher({ room, feed: 'alice' })).feed, 'alice');
  await bob.joinPublisher({ room, feed: 'bob' });
  const leaving = nextEvent(bob, VideoRoom.EVENT.VIDEOROOM_LEAVING);
  assert.deepEqual(await alice.leave(), { room, feed: 'alice' });
  assert.deepEqual(await leaving, { room, feed: 'alice' });

  const [carol, dave] = [await attach(AudioBridge), await attach(AudioBridge)];
  await carol.create({ room, secret: 's' });
  assert.equal((await carol.join({ room, feed: 'carol' })).feed, 'carol');
  assert.deepEqual((await dave.join({ room, feed: 'dave' })).participants.map(({ feed }) => feed), ['carol']);
  const kicked = nextEvent(dave, AudioBridge.EVENT.AUDIOBRIDGE_KICKED);
  assert.deepEqual(await carol.kick({ room, feed: 'dave', secret: 's' }), { room, feed: 'dave' });
  assert.deepEqual(await kicked, { room, feed: 'dave' });

  const streaming = await attach(Streaming);
  await streaming.createRtpMountpoint({ id: room, media: [{ type: 'audio', mid: '0', port: 0, pt: 111, codec: 'opus' }] });
  assert.equal((await streaming.watch({ id: room })).id, room);
  assert.deepEqual(await (await attach(TextRoom)).create({ room }), { room, permanent: false });
  await failure(alice.exists({ room: 7 }), 'plugin_refused', /^430 /);
});

test('the event may come before its ack', async (t) => {
  const fake = await startFake(({ janus, handle_id: sender, transaction, body }) => janus !== 'message' ? undefined : [
    { janus: 'event', sender, transaction, plugindata: { plugin: 'p', data: body.request === 'call' ? { sip: 'event', result: { event: 'accepted' } } : { videoroom: 'joined', room: 1, id: 2 } } },
    { janus: 'ack' },
  ]);
  const connection = await connect(fake.config);
  t.after(async () => {
    await connection.close();
    await fake.stop();
  });
  const session = await connection.create();
  assert.deepEqual(await (await session.attach(VideoRoom)).joinPublisher({ room: 1 }), { room: 1, feed: 2 });
  assert.deepEqual(await (await session.attach(Sip)).call({ uri: 'sip:a@b', jsep: offer }), {});
  assert.equal(connection.stats().protocol_violations, 0);
});

describe('VideoRoom', () => {
  const { EVENT: EVENTS } = VideoRoom;

  test('`leaving` and `unpublished` are "ok" for the handle itself, else the feed', async (t) => {
    const { handle, sendEvent } = await scripted(t, VideoRoom, ({ request }) => ({
      join: { videoroom: 'joined', room: 1, id: 5 },
      unpublish: { videoroom: 'event', room: 1, unpublished: 'ok' },
      leave: { videoroom: 'event', room: 1, leaving: 'ok' },
    })[request]);
    await handle.joinPublisher({ room: 1 });
    assert.deepEqual(await handle.unpublish(), { room: 1, feed: 5 });
    for (const [event, member] of [[EVENTS.VIDEOROOM_LEAVING, 'leaving'], [EVENTS.VIDEOROOM_UNPUBLISHED, 'unpublished']]) {
      for (const [who, feed] of [['ok', 5], [7, 7], ['seven', 'seven']]) {
        const emitted = nextEvent(handle, event);
        sendEvent({ videoroom: 'event', room: 1, [member]: who });
        assert.deepEqual(await emitted, { room: 1, feed });
      }
    }
    const out = nextEvent(handle, EVENTS.VIDEOROOM_LEAVING);
    sendEvent({ videoroom: 'event', room: 1, leaving: 'ok', reason: 'kicked' });
    assert.deepEqual(await out, { room: 1, feed: 5, reason: 'kicked' });
    assert.deepEqual(await handle.leave(), { room: 1, feed: 5 });
    assert.equal(handle.feed, null);
  });

  test('an offer comes as an event', async (t) => {
    const { handle, sendEvent } = await scripted(t, VideoRoom, () => []);
    const emitted = nextEvent(handle, EVENTS.VIDEOROOM_UPDATED);
    sendEvent({ videoroom: 'updated', room: 1, streams: [{ mid: '0', active: false }], jsep: { ...offer, e2ee: true } });
    assert.deepEqual(await emitted, { room: 1, streams: [{ mid: '0', active: false }], jsep: { ...offer, e2ee: true }, e2ee: true });
  });

  test('a switch may bring an offer after its response', async (t) => {
    const streams = [{ mid: '0', active: true }];
    const { handle } = await scripted(t, VideoRoom, () => [
      { videoroom: 'event', room: 1, switched: 'ok', changes: 1, streams },
      { videoroom: 'updated', room: 1, streams, jsep: offer },
    ]);
    const emitted = nextEvent(handle, EVENTS.VIDEOROOM_UPDATED);
    const wanted = [{ feed: 7, mid: '0', sub_mid: '0' }];
    assert.deepEqual(await handle.switch({ streams: wanted }), { room: 1, switched: 'ok', changes: 1, streams });
    assert.deepEqual(await emitted, { room: 1, streams, jsep: offer });
    assert.equal(handle.session.connection.stats().protocol_violations, 0);
  });
});

describe('`error_code` 0 is a refusal, as a response and as an event', () => {
  const uses = [
    [AudioBridge, 'leave'], [EchoTest, 'start'], [NoSip, 'hangupCall'], [RecordPlay, 'stop'], [Sip, 'reset'], [Streaming, 'pause'],
    [TextRoom, 'setup'], [VideoCall, 'list'], [VideoRoom, 'leave'], [VoiceMail, 'stop'],
  ];
  for (const [plugin, method] of uses) {
    const name = plugin.id.split('.').at(-1);
    test(name, async (t) => {
      const refusal = { [name]: 'event', error_code: 0, error: 'Wrong state' };
      const { handle, sendEvent } = await scripted(t, plugin, () => refusal);
      const { plugin: code } = await failure(handle[method](), 'plugin_refused', '0 Wrong state');
      const emitted = nextEvent(handle, `${name}_error`);
      sendEvent(refusal);
      assert.deepEqual([code, (await emitted).plugin, (await emitted).message], [0, 0, '0 Wrong state']);
    });
  }
});
