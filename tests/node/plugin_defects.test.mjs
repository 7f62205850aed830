// The defects of Janode's plugins that are not copied, by their numbers in its inventory; those that a
// plugin's own test shows stand there.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { connect } from 'bifrons';
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
import { startJanus } from './support/janus.mjs';
import { scripted } from './support/scripted.mjs';

const takenBy = ({ sdp }) => ({ type: 'answer', sdp: sdp.replaceAll('a=setup:actpass', 'a=setup:active').replaceAll('a=sendonly', 'a=recvonly') });

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

  test('D4: VideoRoom configure repeats `restart`', async () => {
    const [publisher, subscriber] = [await attach(VideoRoom), await attach(VideoRoom)];
    await publisher.create({ room: 4, dummy_publisher: true });
    const { publishers: [{ feed }] } = await publisher.joinPublisher({ room: 4 });
    const { jsep } = await subscriber.joinSubscriber({ room: 4, streams: [{ feed, mid: '0' }] });
    await subscriber.start({ jsep: takenBy(jsep) });
    const restarted = await subscriber.configure({ restart: true });
    assert.deepEqual([restarted.restart, restarted.configured, restarted.jsep.type], [true, 'ok', 'offer']);
  });

  test('D17: Streaming start without a jsep resumes paused streams', async () => {
    const handle = await attach(Streaming);
    const source = { port: 0, pt: 111, rtpmap: 'opus/48000/2' };
    await handle.createRtpMountpoint({ id: 17, audio: source });
    const { jsep } = await handle.watch({ id: 17 });
    await handle.start({ jsep: takenBy(jsep) });
    await handle.pause();
    assert.deepEqual(await handle.start(), { status: 'starting', id: 17 });
    await handle.pause();
    assert.deepEqual(await handle.start({ jsep: null, e2ee: true }), { status: 'starting', id: 17 });
  });

  test('D19: Streaming configure chooses streams by mid', async () => {
    const handle = await attach(Streaming);
    await handle.createRtpMountpoint({ id: 19, media: [{ type: 'audio', mid: 'a', port: 0, pt: 111, codec: 'opus' }] });
    await handle.watch({ id: 19 });
    assert.deepEqual(await handle.configure({ mid: 'a', send: false }), {});
  });

  test('D35: results have the fields of their types', async () => {
    const [room, bridge] = [await attach(VideoRoom), await attach(AudioBridge)];
    for (const handle of [room, bridge]) {
      await handle.create({ room: 35 });
      const { room, record, recording } = await handle.enableRecording({ room: 35, record: false });
      assert.deepEqual([room, record, recording], [35, false, undefined]);
      assert.deepEqual(await handle.destroy({ room: 35, permanent: false }), { room: 35, permanent: false });
    }
  });

  test('D36: both spellings of a method are the same', async () => {
    const room = await attach(VideoRoom);
    await room.create({ room: 36 });
    for (const method of ['enable_recording', 'enableRecording']) {
      assert.deepEqual(await room[method]({ room: 36, record: false }), { room: 36, record: false });
    }
    const sip = await attach(Sip);
    for (const method of ['sip_hangup', 'sipHangup']) await failure(sip[method]({}, { timeout_ms: 100 }), 'timeout');
    // Janode never emits two other misspelt events, `audiobrige_recording` and `declining`.
    const texts = [AudioBridge, Sip].flatMap(({ EVENT }) => Object.values(EVENT));
    assert.deepEqual(texts.filter((text) => !/^(audiobridge|sip)_/.test(text)), []);
  });
});

test('D15: Streaming sends all options of a source, also ports that are 0', async (t) => {
  const stream = { id: 0, audio_port: 5002, audio_rtcp_port: 5003 };
  const { handle, request } = await scripted(t, Streaming, () => ({ streaming: 'created', created: 'a', permanent: false, stream }));
  const made = await handle.createRtpMountpoint({
    id: 0,
    audio: { port: 5002, rtcpport: 5003, mcast: '239.0.0.1', pt: 111, rtpmap: 'opus/48000/2', skew: true },
    video: { port: 0, rtcpport: 0, port2: 0, port3: 0, fmtp: 'a', buffer: true },
    data: { port: 0, buffer: false },
  });
  assert.deepEqual([made.id, made.audio_port, made.audio_rtcp_port], [0, 5002, 5003]);
  assert.deepEqual(request().body, {
    request: 'create', type: 'rtp', id: 0, audio: true, video: true, data: true,
    audioport: 5002, audiortcpport: 5003, audiomcast: '239.0.0.1', audiopt: 111, audiortpmap: 'opus/48000/2', audioskew: true,
    videoport: 0, videortcpport: 0, videoport2: 0, videoport3: 0, videosimulcast: true, videofmtp: 'a', videobufferkf: true,
    dataport: 0, databuffermsg: false,
  });
});

test('D19: a refused Streaming configure is a refusal', async (t) => {
  const { handle, request } = await scripted(t, Streaming, () => ({ streaming: 'event', error_code: 454, error: 'audio should be a string' }));
  const { plugin } = await failure(handle.configure({ audio: false }), 'plugin_refused', /^454 /);
  assert.equal(plugin, Streaming.ERROR.INVALID_ELEMENT);
  assert.deepEqual(request().body, { request: 'configure', audio: false });
});

describe('D33: an id that is 0, and one that is empty, stays', () => {
  for (const id of [0, '']) {
    test(`VideoRoom, ${JSON.stringify(id)}`, async (t) => {
      const publisher = { id, display: '' };
      const { handle, request, sendEvent } = await scripted(t, VideoRoom, ({ request }) => ({
        join: { videoroom: 'joined', room: id, id, publishers: [publisher] },
        switch: { videoroom: 'event', room: id, switched: 'ok' },
        leave: { videoroom: 'event', room: id, leaving: 'ok' },
        kick: { videoroom: 'success' },
      })[request]);
      const { feed, publishers } = await handle.joinPublisher({ room: id, feed: id, display: '' });
      assert.deepEqual([feed, publishers, handle.room, handle.feed], [id, [{ feed: id, display: '' }], id, id]);
      assert.deepEqual(request().body, { request: 'join', ptype: 'publisher', room: id, id, display: '' });
      assert.deepEqual(await handle.kick({ room: id, feed: id }), { room: id, feed: id });
      const switched = await handle.switch({ to_feed: id });
      assert.deepEqual([switched.from_feed, switched.to_feed, handle.feed], [id, id, id]);
      for (const [event, member] of [['VIDEOROOM_UNPUBLISHED', 'unpublished'], ['VIDEOROOM_LEAVING', 'leaving'], ['VIDEOROOM_KICKED', 'kicked']]) {
        const emitted = nextEvent(handle, VideoRoom.EVENT[event]);
        sendEvent({ videoroom: 'event', room: id, [member]: id });
        assert.deepEqual(await emitted, { room: id, feed: id });
      }
      assert.deepEqual(await handle.leave(), { room: id, feed: id });
    });

    test(`AudioBridge, ${JSON.stringify(id)}`, async (t) => {
      const { handle, request } = await scripted(t, AudioBridge, ({ request }) => ({
        join: { audiobridge: 'joined', room: id, id, participants: [{ id }] },
        configure: { audiobridge: 'event', result: 'ok' },
        mute: { audiobridge: 'success' },
      })[request]);
      assert.deepEqual(await handle.join({ room: id, feed: id }), { room: id, feed: id, participants: [{ feed: id }] });
      assert.deepEqual(await handle.configure({ muted: false }), { room: id, feed: id, muted: false });
      assert.deepEqual(await handle.mute({ room: id, feed: id }), { room: id, feed: id });
      assert.deepEqual(request().body, { request: 'mute', room: id, id });
    });

    test(`Streaming, ${JSON.stringify(id)}`, async (t) => {
      const { handle, request, sendEvent } = await scripted(t, Streaming, ({ request }) => (
        request === 'destroy' ? { streaming: 'destroyed', destroyed: id } : { streaming: 'event', result: { status: 'preparing' } }
      ));
      assert.deepEqual(await handle.watch({ id }), { status: 'preparing', id });
      assert.deepEqual([request().body, handle.mp], [{ request: 'watch', id }, id]);
      const emitted = nextEvent(handle, Streaming.EVENT.STREAMING_STATUS);
      sendEvent({ streaming: 'event', result: { status: 'stopped' } });
      assert.deepEqual(await emitted, { status: 'stopped', id });
      assert.deepEqual(await handle.destroyMountpoint({ id }), { id });
    });

    test(`TextRoom, ${JSON.stringify(id)}`, async (t) => {
      const { handle, request } = await scripted(t, TextRoom, () => ({ textroom: 'success', room: id, exists: false }));
      assert.deepEqual(await handle.exists({ room: id }), { room: id, exists: false });
      assert.deepEqual(request().body, { request: 'exists', room: id });
    });
  }
});

describe('D34: the caller\'s objects are not changed, and the jsep is sent with all its members', () => {
  const frozen = (type) => Object.freeze({ type, sdp: 'v=0' });
  const uses = [
    [AudioBridge, 'join', 'offer', { room: 1 }], [AudioBridge, 'configure', 'offer', {}],
    [EchoTest, 'start', 'offer', {}],
    [NoSip, 'generate', 'offer', {}],
    [RecordPlay, 'record', 'offer', { name: 'a' }], [RecordPlay, 'start', 'answer', {}],
    [Sip, 'call', 'offer', { uri: 'sip:a@b' }], [Sip, 'accept', 'answer', {}],
    [Streaming, 'watch', 'offer', { id: 1 }], [Streaming, 'start', 'answer', {}],
    [TextRoom, 'ack', 'answer', {}],
    [VideoCall, 'call', 'offer', { username: 'a' }], [VideoCall, 'accept', 'answer', {}],
    [VideoRoom, 'joinConfigurePublisher', 'offer', { room: 1 }], [VideoRoom, 'configure', 'offer', {}],
    [VideoRoom, 'publish', 'offer', {}], [VideoRoom, 'start', 'answer', {}],
    [VoiceMail, 'record', 'offer', {}],
  ];
  for (const [plugin, method, type, params] of uses) {
    test(`${plugin.id.split('.').at(-1)}.${method}`, async (t) => {
      const { handle, request } = await scripted(t, plugin, () => ({ error_code: 499, error: 'no' }));
      const given = Object.freeze({ ...params, jsep: frozen(type), e2ee: true });
      await failure(handle[method](given), 'plugin_refused', '499 no');
      const { jsep, body } = request();
      assert.deepEqual([jsep, body.jsep, body.e2ee], [{ type, sdp: 'v=0', e2ee: true }, undefined, undefined]);
    });
  }
});
