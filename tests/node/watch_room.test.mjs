// A room, what is published and what is watched, over handles of a script: the requests, their number, and the events.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';

import { LocalTrack, joinRoom, publish, watch } from 'bifrons/webrtc';

import { Track, Transceivers } from './support/media.mjs';
import { handleOf } from './support/page.mjs';
import { turn } from './support/peer_connection.mjs';

/** A browser that accepts every description; Janus's offers have the mids of their m-lines as their text. */
class Browser extends Transceivers {
  signalingState = 'stable';
  connectionState = 'new';
  localDescription = null;
  remoteDescription = null;
  async setLocalDescription() {
    this.transceivers.forEach((transceiver, index) => (transceiver.mid ??= String(index)));
    this.localDescription = { type: this.remoteDescription?.type === 'offer' ? 'answer' : 'offer', sdp: 'of the page' };
  }

  async setRemoteDescription(description) {
    this.remoteDescription = description;
    if (description.type !== 'offer') return;
    for (const mid of description.sdp.split(' ')) {
      if (!this.transceivers.some((transceiver) => transceiver.mid === mid)) this.addTransceiver('video', { direction: 'recvonly' }).mid = mid;
    }
  }

  async addIceCandidate() {}
}

/** Janus's side of a subscription: m-lines that are used again. */
function subscriberHandle() {
  const lines = [];
  let fails;
  const subscribe = ({ feed, mid }) => {
    const free = lines.find(({ active }) => !active);
    const line = free ?? { mid: String(lines.length) };
    Object.assign(line, { active: true, type: 'video', feed_id: feed, feed_mid: mid, feed_display: 'from Janus' });
    if (!free) lines.push(line);
  };
  const end = ({ feed, mid }) => lines.filter((line) => line.feed_id === feed && (mid === undefined || line.feed_mid === mid)).forEach((line) => (line.active = false));
  const offer = () => ({ jsep: { type: 'offer', sdp: lines.map(({ mid }) => mid).join(' ') }, streams: structuredClone(lines) });
  const handle = handleOf((name, params) => {
    if (fails) throw fails;
    if (name === 'joinSubscriber') params.streams.forEach(subscribe);
    params.unsubscribe?.forEach(end);
    if (name === 'update') params.subscribe?.forEach(subscribe);
    return name === 'joinSubscriber' || name === 'update' ? offer() : {};
  });
  return Object.assign(handle, {
    lines,
    fail: (error) => (fails = error),
    /** Janus ends the subscription to a publisher that is gone. */
    leaves: (feed) => {
      end({ feed });
      handle.emit('videoroom_updated', offer());
    },
  });
}

const publisher = (feed, { display = `name ${feed}`, mids = ['0', '1'], ...more } = {}) => ({
  feed,
  display,
  streams: mids.map((mid) => ({ mid, type: mid === '0' ? 'audio' : 'video', description: mid === '2' ? 'screen' : 'camera', ...more })),
});

beforeEach(() => {
  globalThis.RTCPeerConnection = Browser;
  mock.timers.enable({ apis: ['setTimeout'] });
});
afterEach(() => mock.timers.reset());

async function pass(ms = 100) {
  await turn();
  mock.timers.tick(ms);
  for (let count = 0; count < 5; count += 1) await turn();
}

async function enter(publishers = []) {
  const handle = handleOf((name) => (name === 'joinPublisher' ? { feed: 'me', private_id: 7, publishers } : { jsep: { type: 'answer', sdp: 'of Janus' } }));
  const room = await joinRoom(handle, { room: 1, display: 'Me', pin: 'p' });
  const events = [];
  for (const event of ['joined', 'changed', 'left', 'moderated', 'ended']) room.on(event, (data) => events.push([event, data]));
  return { room, handle, events };
}

async function enterAndWatch(publishers, options) {
  const { room, handle } = await enter(publishers);
  const subscriber = subscriberHandle();
  const watching = watch(room, subscriber, options);
  const events = [];
  for (const event of ['added', 'changed', 'removed']) watching.on(event, ({ feed, mid, display }) => events.push([event, feed, mid, display]));
  for (const event of ['error', 'ended']) watching.on(event, (data) => events.push([event, data]));
  await pass(0);
  return { room, handle, subscriber, watching, events };
}

test('participants come, change, have another name, talk, are moderated and leave', async () => {
  const { room, handle, events } = await enter([publisher('a')]);
  assert.deepEqual(room.participants.map(({ feed, streams }) => [feed, streams.length]), [['a', 2]]);
  handle.emit('videoroom_publisher_list', { publishers: [publisher('b'), publisher('a', { mids: ['0', '1', '2'] })] });
  handle.emit('videoroom_publisher_joined', { feed: 'c', display: 'No media' });
  handle.emit('videoroom_display', { feed: 'a', display: 'Another' });
  handle.emit('videoroom_talking', { feed: 'b', talking: true });
  handle.emit('videoroom_moderated', { feed: 'a', mid: '0', moderation: 'muted' });
  handle.emit('videoroom_moderated', { feed: 'me', mid: '0', moderation: 'muted' });
  handle.emit('videoroom_unpublished', { feed: 'b' });
  // Janus reports a page that closes twice as unpublished, and then as leaving.
  for (const event of ['videoroom_unpublished', 'videoroom_leaving', 'videoroom_leaving']) handle.emit(event, { feed: 'b' });
  handle.emit('videoroom_kicked', { feed: 'c' });
  const short = events.map(([event, { feed, display, talking, streams }]) => [event, feed, display, talking, streams?.length]);
  assert.deepEqual(short, [
    ['joined', 'b', 'name b', false, 2],
    ['changed', 'a', 'name a', false, 3],
    ['joined', 'c', 'No media', false, 0],
    ['changed', 'a', 'Another', false, 3],
    ['changed', 'b', 'name b', true, 2],
    ['changed', 'a', 'Another', false, 3],
    ['moderated', undefined, undefined, undefined, undefined],
    ['changed', 'b', 'name b', false, 0],
    ['changed', 'b', 'name b', false, 0],
    ['left', 'b', 'name b', false, 0],
    ['left', 'c', 'No media', false, 0],
  ]);
  assert.equal(room.participant('a').streams[0].moderated, true);
});

test('a room that refuses listens to the handle no longer', async () => {
  const handle = handleOf((name) => {
    if (name === 'joinPublisher') throw new Error('426 No such room');
  });
  await assert.rejects(joinRoom(handle, { room: 1 }), /426/);
  assert.equal(handle.listening(), 0);
});

test('this participant is not among the others, and an attendee that publishes keeps its streams', async () => {
  const { room, handle } = await enter();
  handle.emit('videoroom_publisher_list', { publishers: [publisher('me'), publisher('a')] });
  handle.emit('videoroom_publisher_joined', { feed: 'a', display: 'Again' });
  assert.deepEqual(room.participants.map(({ feed, display, streams }) => [feed, display, streams.length]), [['a', 'Again', 2]]);
});

test('a room ends when it is left, when the participant is kicked, and with its handle', async () => {
  for (const end of [
    ({ room }) => room.leave(),
    ({ handle }) => handle.emit('videoroom_leaving', { feed: 'me', reason: 'kicked' }),
    ({ handle }) => handle.emit('videoroom_destroyed', {}),
    ({ handle }) => handle.emit('handle_detached', { reason: 'by_server' }),
  ]) {
    const entered = await enter();
    await end(entered);
    entered.handle.emit('videoroom_publisher_joined', { feed: 'late' });
    assert.deepEqual(entered.events.map(([event]) => event), ['ended']);
    assert.ok(entered.room.signal.aborted);
  }
});

test('tracks are published with their descriptions, later ones by another offer', async () => {
  const { room, handle } = await enter();
  const [camera, screen] = [new LocalTrack(new Track('video')), new LocalTrack(new Track('video'))];
  const publication = await publish(room, [camera], { streams: { other: { description: 'front' } }, bitrate: 500_000 });
  const sender = await publication.send(screen, { description: 'screen' });
  await publication.stop(sender);
  const configured = handle.requests.filter(([name]) => name === 'configure').map(([, { descriptions, bitrate, jsep }]) => [descriptions, bitrate, jsep.type]);
  const front = { mid: '0', description: 'front' };
  assert.deepEqual(configured, [
    [[front], 500_000, 'offer'],
    [[front, { mid: '1', description: 'screen' }], 500_000, 'offer'],
    [[front], 500_000, 'offer'],
  ]);
  assert.equal(publication.senders[0].transceiver.direction, 'sendonly');
  await room.leave();
  assert.equal(publication.peer.state, 'closed');
  assert.equal(camera.track.readyState, 'live');
});

test('a refused publication ends its peer', async () => {
  const refusal = new Error('432 the room is full');
  const handle = handleOf((name) => {
    if (name === 'configure') throw refusal;
    return { feed: 'me' };
  });
  const room = await joinRoom(handle, { room: 1 });
  await assert.rejects(publish(room, [new LocalTrack(new Track('video'))]), refusal);
  assert.equal(handle.count('hangup'), 1);
});

test('a hundred publishers are one request and one answer', async () => {
  const { subscriber, watching } = await enterAndWatch(Array.from({ length: 100 }, (_, feed) => publisher(feed)));
  assert.deepEqual([subscriber.count('joinSubscriber'), subscriber.count('start'), subscriber.count('update')], [1, 1, 0]);
  assert.equal(watching.streams.length, 200);
  const [[, { room, private_id, pin }]] = subscriber.requests;
  assert.deepEqual([room, private_id, pin], [1, 7, 'p']);
});

test('changes within 100 ms are one request', async () => {
  const { handle, subscriber, events } = await enterAndWatch([publisher('a')]);
  for (let feed = 0; feed < 50; feed += 1) handle.emit('videoroom_publisher_list', { publishers: [publisher(feed, { mids: ['1'] })] });
  handle.emit('videoroom_publisher_list', { publishers: [publisher('a', { mids: ['0'] })] });
  await pass(99);
  assert.equal(subscriber.count('update'), 0);
  await pass(1);
  assert.equal(subscriber.count('update'), 1);
  const [, { subscribe, unsubscribe }] = subscriber.requests.find(([name]) => name === 'update');
  assert.deepEqual([subscribe.length, unsubscribe], [50, [{ feed: 'a', mid: '1' }]]);
  assert.equal(events.filter(([event]) => event === 'added').length, 52);
});

test('a publisher that is reported again is not subscribed to again', async () => {
  const { handle, subscriber, events } = await enterAndWatch([publisher('a')]);
  for (let count = 0; count < 3; count += 1) {
    handle.emit('videoroom_publisher_list', { publishers: [publisher('a')] });
    await pass();
  }
  assert.deepEqual([subscriber.count('joinSubscriber'), subscriber.count('update')], [1, 0]);
  assert.equal(events.length, 2);
});

test('a participant that leaves is gone at once, and its m-lines serve the next one', async () => {
  const { handle, subscriber, watching, events } = await enterAndWatch([publisher('a')]);
  events.length = 0;
  handle.emit('videoroom_unpublished', { feed: 'a' });
  handle.emit('videoroom_leaving', { feed: 'a' });
  assert.deepEqual(events, [['removed', 'a', '0', 'name a'], ['removed', 'a', '1', 'name a']]);
  subscriber.leaves('a');
  await pass();
  assert.equal(subscriber.count('update'), 0, 'Janus ends the subscription itself');
  handle.emit('videoroom_publisher_list', { publishers: [publisher('b')] });
  await pass();
  assert.deepEqual(watching.streams.map(({ id, feed }) => [id, feed]), [['0', 'b'], ['1', 'b']]);
  assert.equal(subscriber.lines.length, 2);
});

test('an m-line that has another stream is another one', async () => {
  const { handle, subscriber, watching, events } = await enterAndWatch([publisher('a', { mids: ['1'] })]);
  handle.emit('videoroom_publisher_list', { publishers: [publisher('b', { mids: ['1'] })] });
  await pass();
  events.length = 0;
  const [first, second] = subscriber.lines;
  subscriber.emit('videoroom_updated', { streams: [{ ...first, feed_id: 'b' }, { ...second, active: false }] });
  await pass(0);
  assert.deepEqual(watching.streams.map(({ id, feed }) => [id, feed]), [['0', 'b']]);
  assert.deepEqual(events.map(([event, feed]) => [event, feed]), [['removed', 'a'], ['removed', 'b'], ['added', 'b']]);
});

test('a name follows its participant; a stream that is stopped is removed', async () => {
  const { handle, events, watching } = await enterAndWatch([publisher('a')]);
  events.length = 0;
  handle.emit('videoroom_display', { feed: 'a', display: 'Another' });
  handle.emit('videoroom_talking', { feed: 'a', talking: true });
  handle.emit('videoroom_moderated', { feed: 'a', mid: '1', moderation: 'muted' });
  assert.deepEqual(events, [['changed', 'a', '0', 'Another'], ['changed', 'a', '1', 'Another'], ['changed', 'a', '1', 'Another']]);
  assert.deepEqual(watching.streams.map(({ moderated }) => moderated), [false, true]);
  handle.emit('videoroom_publisher_list', { publishers: [publisher('a', { display: 'Another', disabled: true })] });
  assert.deepEqual(watching.streams, []);
});

test('a stream that the room has lost for a moment is there again', async () => {
  const { handle, subscriber, events } = await enterAndWatch([publisher('a')]);
  events.length = 0;
  handle.emit('videoroom_publisher_list', { publishers: [publisher('a', { mids: ['0'] })] });
  handle.emit('videoroom_publisher_list', { publishers: [publisher('a')] });
  await pass();
  assert.deepEqual(events, [['removed', 'a', '1', 'name a'], ['added', 'a', '1', 'name a']]);
  assert.equal(subscriber.count('update'), 0);
});

test('only what is wanted is subscribed to', async () => {
  const { subscriber } = await enterAndWatch([publisher('a'), publisher('b', { mids: ['0', '1', '2'] })], { wants: (_, { source }) => source === 'screen' });
  assert.deepEqual(subscriber.requests[0][1].streams, [{ feed: 'b', mid: '2' }]);
});

test('a request that fails is reported and made again, by what the room then has', async () => {
  const { room, handle } = await enter([publisher('a'), publisher('gone')]);
  const subscriber = subscriberHandle();
  const refusal = new Error('428 no such feed');
  subscriber.fail(refusal);
  const watching = watch(room, subscriber);
  const errors = [];
  watching.on('error', (error) => errors.push(error));
  await pass(0);
  handle.emit('videoroom_leaving', { feed: 'gone' });
  subscriber.fail(undefined);
  await pass(499);
  assert.equal(subscriber.count('joinSubscriber'), 1);
  await pass(1);
  assert.deepEqual(errors, [refusal]);
  assert.deepEqual(subscriber.requests.filter(([name]) => name === 'joinSubscriber').map(([, { streams }]) => streams.length), [4, 2]);
  assert.equal(watching.streams.length, 2);
});

test('choices within 100 ms are one request, and a layer that does not come is requested again', async () => {
  const { subscriber, watching } = await enterAndWatch([publisher('a'), publisher('b')]);
  const [first, second] = watching.streams;
  watching.prefer(first, { substream: 2 });
  watching.prefer(first, { substream: 0 });
  watching.prefer(second, { send: false });
  await pass();
  const configured = () => subscriber.requests.filter(([name]) => name === 'configure').map(([, { streams }]) => streams);
  assert.deepEqual(configured(), [[{ mid: '0', substream: 0 }, { mid: '1', send: false }]]);
  await pass(1000);
  assert.deepEqual(configured().length, 2);
  subscriber.emit('videoroom_sc_substream_layer', { mid: '0', sc_substream_layer: 0 });
  await pass(60_000);
  assert.deepEqual(configured().length, 2);
  watching.prefer(first, { substream: 1 });
  for (const ms of [100, 1000, 2000, 4000, 60_000]) await pass(ms);
  assert.deepEqual(configured().length, 6, 'it is requested again three times');
});

test('the end of the subscription ends what is watched, and nothing else', async () => {
  const { room, handle, subscriber, watching, events } = await enterAndWatch([publisher('a')]);
  events.length = 0;
  subscriber.emit('handle_hangup', { reason: 'DTLS alert' });
  assert.deepEqual(events, [['removed', 'a', '0', 'name a'], ['removed', 'a', '1', 'name a'], ['ended', { reason: 'Janus hung up: DTLS alert' }]]);
  handle.emit('videoroom_publisher_list', { publishers: [publisher('b')] });
  await pass(60_000);
  assert.deepEqual([subscriber.count('update'), room.signal.aborted, watching.streams], [0, false, []]);
  const left = await enterAndWatch([publisher('a')]);
  await left.room.leave();
  assert.equal(left.subscriber.count('hangup'), 1);
});

test('a handle that Janus has as a subscriber already watches nothing', async () => {
  const { room } = await enter([publisher('a')]);
  const subscriber = subscriberHandle();
  const refusal = Object.assign(new Error('425 Already in as a subscriber on this handle'), { plugin: 425 });
  subscriber.fail(refusal);
  const watching = watch(room, subscriber);
  const events = [];
  for (const event of ['error', 'ended']) watching.on(event, (data) => events.push(data));
  await pass(60_000);
  assert.deepEqual([events, subscriber.count('joinSubscriber')], [[refusal, { reason: 'closed by this side' }], 1]);
});
