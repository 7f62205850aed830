// VideoRoom through the package: Janode's names, without Janode's defects.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { connect } from 'bifrons';
import VideoRoom from 'bifrons/plugins/videoroom';

import { eventually, failure, nextEvent } from './support/expect.mjs';
import { startJanus } from './support/janus.mjs';
import { offer } from './support/offer.mjs';

const { EVENT } = VideoRoom;
const room = 4711;
const secret = 'the secret of the room';
let janus;
let connection;
let manager;
before(async () => {
  janus = await startJanus();
  connection = await connect(janus.config);
  manager = await attach();
  const options = { room, secret, max_publishers: 3, notify_joining: true, dummy_publisher: true, talking_events: true };
  assert.deepEqual(await manager.create(options), { room, permanent: false });
});
after(async () => {
  await connection.close();
  await janus.stop();
});
const attach = async () => (await connection.create()).attach(VideoRoom);

test('the events have Janode’s names', () => {
  assert.equal(EVENT.VIDEOROOM_TALKING, 'videoroom_talking');
  assert.equal(EVENT.VIDEOROOM_PUB_LIST, 'videoroom_publisher_list');
  assert.equal(EVENT.VIDEOROOM_PUB_PEER_JOINED, 'videoroom_publisher_joined');
  assert.equal(EVENT.VIDEOROOM_SC_TEMPORAL_LAYERS, 'videoroom_sc_temporal_layers');
  assert.equal(EVENT.VIDEOROOM_RECORDING_ENABLED_STATE, 'videoroom_recording_enabled_state');
});

test('management', async () => {
  assert.deepEqual(await manager.exists({ room }), { room, exists: true });
  assert.ok((await manager.list()).list.some((entry) => entry.room === room));
  const tokens = { room, secret, list: ['a'] };
  assert.deepEqual(await manager.allow({ ...tokens, action: 'add' }), { room, list: ['a'] });
  assert.deepEqual(await manager.allow({ room, secret, action: 'disable' }), { room }, 'D3: no list is no refusal');
  assert.deepEqual(await manager.enable_recording({ room, secret, record: false }), { record: false, room });
  assert.equal((await manager.edit({ room, secret, new_description: 'another' })).room, room);
  const refused = await failure(manager.allow({ room, action: 'disable', secret: 'no' }), 'plugin_refused', /^433 /);
  assert.equal(refused.plugin, VideoRoom.ERROR.UNAUTHORIZED);
});

test('publishers', async () => {
  const [alice, bob] = [await attach(), await attach()];
  const joined = await alice.joinPublisher({ room, feed: 1, display: 'Alice' });
  assert.deepEqual([joined.room, joined.feed, joined.display, joined.publishers.length], [room, 1, 'Alice', 1]);
  assert.ok(joined.publishers[0].feed > 0 && joined.publishers[0].id === undefined);
  assert.deepEqual([alice.room, alice.feed], [room, 1]);

  const peer = nextEvent(alice, EVENT.VIDEOROOM_PUB_PEER_JOINED);
  await bob.joinPublisher({ room, feed: 2, display: 'Bob' });
  assert.deepEqual(await peer, { room, feed: 2, display: 'Bob' });

  const published = await alice.publish({ jsep: offer(), bitrate: 128_000 });
  assert.deepEqual([published.configured, published.feed, published.jsep.type], ['ok', 1, 'answer']);
  const renamed = nextEvent(bob, EVENT.VIDEOROOM_DISPLAY);
  assert.deepEqual(await alice.configure({ display: 'Alicia' }), { room, configured: 'ok', feed: 1, display: 'Alicia' });
  assert.deepEqual(await renamed, { feed: 1, display: 'Alicia' });

  const streams = [{ mid: '0', port: 50_004 }];
  const { forwarders } = await alice.startForward({ room, feed: 1, host: '127.0.0.1', streams, secret });
  assert.equal(forwarders[0].audio_port, 50_004);
  const stopped = await alice.stopForward({ room, feed: 1, stream: forwarders[0].audio_stream, secret });
  assert.deepEqual(stopped, { room, feed: 1, stream: forwarders[0].audio_stream });

  const [kicked, own] = [nextEvent(bob, EVENT.VIDEOROOM_KICKED), nextEvent(alice, EVENT.VIDEOROOM_LEAVING)];
  assert.deepEqual(await bob.kick({ room, feed: 1, secret }), { room, feed: 1 });
  const who = janus.version < 1300 ? {} : { display: 'Alicia' };
  assert.deepEqual(await kicked, { room, feed: 1, ...who }, 'D2: kicked, though the kicked one had a name');
  assert.deepEqual(await own, { room, feed: 1, reason: 'kicked' });
  assert.deepEqual(await bob.leave(), { room, feed: 2 });
});

test('publishers between servers', async () => {
  const streams = [{ mid: '0', mindex: 0, type: 'audio', codec: 'opus' }];
  const srtp = janus.version < 1300 ? {} : { srtp_suite: 80, srtp_crypto: 'a'.repeat(40) };
  const added = await manager.addRemotePublisher({ room, secret, feed: 5, streams, ...srtp });
  assert.deepEqual([added.room, added.feed, added.port > 0], [room, 5, true]);
  // Janus 1.1.2 responds before the publisher can be found.
  const update = () => manager.updateRemotePublisher({ room, secret, feed: 5, streams, ...srtp }).then(() => true, ({ plugin }) => plugin !== 428);
  await eventually('the publisher is found', update, Boolean);
  assert.deepEqual(await manager.removeRemotePublisher({ room, secret, feed: 5 }), { room, feed: 5 });

  const publisher = await attach();
  await publisher.joinConfigurePublisher({ room, feed: 6, jsep: offer() });
  const there = { room, secret, feed: 6, remote_id: 'there' };
  assert.equal((await publisher.publishRemotely({ ...there, host: '127.0.0.1', port: 50_012 })).remote_id, 'there');
  assert.equal((await publisher.listRemotes({ room, secret, feed: 6 })).list[0].remote_id, 'there');
  assert.equal((await publisher.unpublishRemotely(there)).remote_id, 'there');
  await publisher.detach();
});

test('subscribers', async () => {
  const [publisher, subscriber] = [await attach(), await attach()];
  const { publishers } = await publisher.joinPublisher({ room });
  const [{ feed, streams }] = publishers;
  const one = { feed, mid: streams[0].mid };
  const attached = await subscriber.joinListener({ room, streams: [one] });
  assert.deepEqual([attached.room, attached.jsep.type, attached.streams[0].feed_id], [room, 'offer', feed]);
  const changed = { mid: attached.streams[0].mid, send: false };
  assert.equal((await subscriber.configure({ streams: [changed], audio: true })).configured, 'ok');
  await failure(subscriber.joinSubscriber({ room, feed }), 'plugin_refused');
});

test('ids that are texts, and 0, are sent as they are', async () => {
  await failure(manager.exists({ room: 'lobby' }), 'plugin_refused', /^430 /);
  assert.deepEqual(await manager.exists({ room: 0 }), { room: 0, exists: false });
});
