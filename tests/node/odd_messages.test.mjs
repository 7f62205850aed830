// Responses and events whose form differs from the types: no member is lost.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import Bifrons from 'bifrons';
import AudioBridge from 'bifrons/plugins/audiobridge';
import RecordPlay from 'bifrons/plugins/recordplay';
import Streaming from 'bifrons/plugins/streaming';
import TextRoom from 'bifrons/plugins/textroom';
import VideoRoom from 'bifrons/plugins/videoroom';

import { failure, nextEvent } from './support/expect.mjs';
import { pluginEvent, startFake } from './support/fake.mjs';
import { scripted } from './support/scripted.mjs';

const offer = { type: 'offer', sdp: 'v=0' };

test('a number becomes a boolean: in a result, in an event and in a list', async (t) => {
  const { handle, sendEvent } = await scripted(t, RecordPlay, ({ request }) =>
    request === 'stop'
      ? { recordplay: 'event', result: { status: 'stopped', id: 7, is_private: 1 } }
      : { recordplay: 'list', list: [{ id: 7, audio: 1, video: 0, data: true }] },
  );
  assert.deepEqual(await handle.stop(), { id: 7, status: 'stopped', is_private: true });
  const done = nextEvent(handle, RecordPlay.EVENT.RECORDPLAY_DONE);
  sendEvent({ recordplay: 'event', result: { status: 'done', id: 7, is_private: 0 } });
  assert.deepEqual(await done, { id: 7, is_private: false });
  assert.deepEqual((await handle.listRecordings()).list, [{ id: 7, audio: true, video: false, data: true }]);
  assert.equal(handle.session.connection.stats().raw_fields, 0);
});

test('lists and objects of another type are passed on and counted', async (t) => {
  const { handle } = await scripted(t, VideoRoom, ({ request }) =>
    request === 'join'
      ? { videoroom: 'joined', room: 1, id: 7, publishers: 'none', attendees: [null, 'odd', { id: 8 }] }
      : { videoroom: 'forwarders', room: 1, publishers: [{ publisher_id: 7, forwarders: 'none' }, 5] },
  );
  const joined = await handle.joinPublisher({ room: 1 });
  assert.deepEqual([joined.publishers, joined.attendees], ['none', [null, 'odd', { feed: 8 }]]);
  assert.equal(handle.session.connection.stats().raw_fields, 2);
  const { forwarders } = await handle.listForward({ room: 1, secret: 's' });
  assert.deepEqual(forwarders, [{ feed: 7, forwarders: 'none' }, 5]);
  assert.equal(handle.session.connection.stats().raw_fields, 4);
});

test('a response after the timeout has a name and its offer', async (t) => {
  const fake = await startFake(({ janus }) => (janus === 'message' ? null : undefined));
  const connection = await Bifrons.connect(fake.config);
  t.after(() => connection.close().then(() => fake.stop()));
  const session = await connection.create();
  const late = async (plugin, request, event, data) => {
    const handle = await session.attach(plugin);
    await failure(request(handle), 'timeout');
    const emitted = nextEvent(handle, plugin.EVENT[event]);
    fake.send(pluginEvent(handle, data, { transaction: fake.received('message').at(-1).transaction, jsep: offer }));
    return await emitted;
  };
  const soon = { timeout_ms: 20 };
  const join = (room) => room.joinSubscriber({ room: 1, streams: [{ feed: 7 }] }, soon);
  const attached = { videoroom: 'attached', room: 1, streams: [] };
  assert.deepEqual(await late(VideoRoom, join, 'VIDEOROOM_SUBSCRIBED', attached), { room: 1, streams: [], jsep: offer });
  const joined = { audiobridge: 'joined', room: 1, id: 7, participants: [] };
  const joinBridge = (room) => room.join({ room: 1 }, soon);
  assert.deepEqual(await late(AudioBridge, joinBridge, 'AUDIOBRIDGE_JOINED', joined), { room: 1, feed: 7, participants: [], jsep: offer });
  const play = (recorder) => recorder.play({ id: 7 }, soon);
  const preparing = { recordplay: 'event', result: { status: 'preparing', id: 7 } };
  assert.deepEqual(await late(RecordPlay, play, 'RECORDPLAY_STATUS', preparing), { status: 'preparing', id: 7, jsep: offer });
  const configure = (stream) => stream.configure({ restart: true }, soon);
  const configured = { streaming: 'event', result: { event: 'configured' } };
  assert.deepEqual(await late(Streaming, configure, 'STREAMING_CONFIGURED', configured), { jsep: offer });
  const setup = (chat) => chat.setup({}, soon);
  assert.deepEqual(await late(TextRoom, setup, 'TEXTROOM_RESULT', { textroom: 'event', result: 'ok' }), { result: 'ok', jsep: offer });
});

test('an unknown event has its SDP and its transaction', async (t) => {
  const { handle, sendEvent } = await scripted(t, VideoRoom, () => [{ videoroom: 'joined', room: 1, id: 7 }, { videoroom: 'new', jsep: offer }]);
  const emitted = nextEvent(handle, Bifrons.EVENT.HANDLE_EVENT);
  await handle.joinPublisher({ room: 1 });
  const { data, jsep, transaction } = await emitted;
  assert.deepEqual([data, jsep, typeof transaction], [{ videoroom: 'new' }, offer, 'string']);
  const second = nextEvent(handle, Bifrons.EVENT.HANDLE_EVENT);
  sendEvent({ videoroom: 'newer' });
  assert.deepEqual(await second, { data: { videoroom: 'newer' } });
});
