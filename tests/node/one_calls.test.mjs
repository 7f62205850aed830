// AudioBridge, Streaming, Record&Play and EchoTest of a page in one call each: the requests, what their objects have, the end.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { joinAudioBridge, playMountpoint, playRecording, recordTracks, startEcho } from 'bifrons/webrtc';

import { settled } from './support/expect.mjs';
import { handleOf, installPage, jsep, localTrack } from './support/page.mjs';

beforeEach(installPage);

/** A handle whose responses are those of this table, each with an answer or an offer. */
const responding = (table) => handleOf((name, params) => {
  const response = typeof table[name] === 'function' ? table[name](params) : table[name];
  if (response instanceof Error) throw response;
  return response ?? {};
});

const refusal = new Error('485 no such room');

test('an echo has the received tracks, the first ones, too', async () => {
  const { stream, senders, peer } = await startEcho(responding({ start: { jsep: jsep('answer') } }), [localTrack()]);
  assert.deepEqual([stream.tracks.map(({ kind }) => kind), senders.length], [['audio'], 1]);
  peer.close();
});

async function audioRoom({ tracks = [localTrack()], ...params } = {}) {
  const handle = responding({
    join: { feed: 'me', participants: [{ feed: 1, display: 'Ben', setup: true, muted: false }], jsep: jsep('answer') },
    configure: { jsep: jsep('answer') },
  });
  const room = await joinAudioBridge(handle, { room: 9, display: 'Anna', ...params }, tracks);
  const events = [];
  for (const event of ['joined', 'changed', 'left', 'muted', 'room_muted', 'ended']) room.on(event, (data) => events.push([event, data.feed ?? data]));
  return { handle, room, events };
}

test('an AudioBridge room is joined with the offer, and renegotiated by configure', async () => {
  const { handle, room } = await audioRoom();
  const [[name, { jsep: offer, ...params }]] = handle.requests;
  assert.deepEqual([name, params, offer.type], ['join', { room: 9, display: 'Anna' }, 'offer']);
  assert.deepEqual([room.id, room.feed, room.senders.length, room.stream.tracks.length], [9, 'me', 1, 1]);
  assert.deepEqual(room.participants, [{ feed: 1, display: 'Ben', muted: false, setup: true, talking: false, suspended: false, spatial_position: undefined }]);
  await room.peer.negotiate();
  assert.deepEqual(handle.names(), ['join', 'configure']);
  room.peer.close();
});

test('without a track an AudioBridge room is only heard', async () => {
  const { room } = await audioRoom({ tracks: [] });
  assert.equal(room.peer.connection.transceivers[0].direction, 'recvonly');
  room.peer.close();
});

test('the participants of an AudioBridge room come, change and go', async () => {
  const { handle, room, events } = await audioRoom();
  handle.emit('audiobridge_peer_joined', { room: 9, feed: 2, display: 'Clara', muted: false, setup: false });
  handle.emit('audiobridge_configured', { room: 9, participants: [{ feed: 1, muted: true }, { feed: 2, muted: false, setup: true }] });
  handle.emit('audiobridge_peer_talking', { feed: 2, talking: true });
  handle.emit('audiobridge_peer_suspended', { feed: 1 });
  assert.deepEqual(room.participants.map(({ feed, muted, setup, talking, suspended }) => [feed, muted, setup, talking, suspended]), [[1, true, false, false, true], [2, false, true, true, false]]);
  handle.emit('audiobridge_peer_resumed', { feed: 1 });
  handle.emit('audiobridge_peer_leaving', { feed: 1 });
  handle.emit('audiobridge_peer_kicked', { feed: 2 });
  handle.emit('audiobridge_peer_talking', { feed: 2, talking: false });
  assert.deepEqual(events, [['joined', 2], ['changed', 1], ['changed', 2], ['changed', 2], ['changed', 1], ['changed', 1], ['left', 1], ['left', 2]]);
  assert.deepEqual(room.participants, []);
  room.peer.close();
});

test('a participant of an AudioBridge room learns that it or the room was muted', async () => {
  const { handle, room, events } = await audioRoom();
  handle.emit('audiobridge_configured', { room: 9, feed: 'me', muted: true });
  handle.emit('audiobridge_configured', { room: 9, feed: 'me', muted: true, display: 'Anne' });
  handle.emit('audiobridge_room_muted', { muted: true });
  assert.deepEqual([events, room.muted, room.participants.length], [[['muted', { muted: true }], ['room_muted', { muted: true }]], true, 1]);
  room.peer.close();
});

test('an AudioBridge room ends by leaving, kicking, destruction and the end of the peer', async () => {
  const causes = {
    'closed by this side': ({ room }) => room.leave(),
    kicked: ({ handle }) => handle.emit('audiobridge_kicked', { feed: 'me' }),
    'the room was destroyed': ({ handle }) => handle.emit('audiobridge_destroyed'),
    'Janus hung up: DTLS alert': ({ handle }) => handle.emit('handle_hangup', { reason: 'DTLS alert' }),
  };
  for (const [reason, cause] of Object.entries(causes)) {
    const opened = await audioRoom();
    await cause(opened);
    assert.deepEqual([opened.events, opened.room.peer.state], [[['ended', { reason }]], 'closed']);
    opened.handle.hangsUp();
    assert.equal(opened.handle.listening(), 0);
    await opened.room.leave();
    assert.deepEqual(opened.handle.names().slice(1), reason === 'closed by this side' ? ['leave', 'hangup'] : []);
  }
  const all = await audioRoom();
  all.handle.emit('audiobridge_kicked_all', { feed: 'me' });
  assert.deepEqual(all.events, [['ended', { reason: 'kicked' }]]);
});

test('an AudioBridge room that refuses leaves no peer', async () => {
  const handle = responding({ join: refusal });
  await assert.rejects(joinAudioBridge(handle, { room: 9 }, [localTrack()]), refusal);
  handle.hangsUp();
  assert.deepEqual([handle.names(), handle.listening()], [['join', 'hangup'], 0]);
});

test('a mountpoint is watched and answered, paused, resumed and switched', async () => {
  const handle = responding({ watch: { jsep: jsep('offer') } });
  const playback = await playMountpoint(handle, { id: 5, pin: 'p', media: ['0'] });
  await playback.pause();
  await playback.resume();
  await playback.switchTo({ id: 6 });
  assert.deepEqual(handle.requests.map(([name, params]) => [name, params?.jsep?.type ?? params]), [
    ['watch', { id: 5, pin: 'p', media: ['0'] }],
    ['start', 'answer'],
    ['pause', undefined],
    ['start', {}],
    ['switch', { id: 6 }],
  ]);
  assert.deepEqual([playback.id, playback.stream.tracks.length], [6, 1]);
  handle.emit('handle_ice_failed');
  await settled();
  const [watched, answered] = handle.requests.slice(-2);
  assert.deepEqual([watched, answered[0], answered[1].jsep.type], [['watch', { id: 6, pin: undefined, restart: true }], 'start', 'answer']);
  playback.close();
  assert.equal(handle.names().at(-1), 'hangup');
});

test('a playback ends with its mountpoint, and not with the handle’s former one', async () => {
  const handle = responding({ watch: { jsep: jsep('offer') } });
  const ends = [];
  const beginning = playMountpoint(handle, { id: 5 });
  handle.emit('streaming_status', { status: 'stopped' });
  const playback = await beginning;
  playback.peer.on('state', ({ reason }) => ends.push(reason));
  handle.emit('streaming_status', { status: 'started' });
  assert.deepEqual(ends, []);
  handle.emit('streaming_status', { status: 'stopped' });
  handle.hangsUp();
  assert.deepEqual([ends, handle.listening()], [['the mountpoint has ended: stopped'], 0]);
  const refused = responding({ watch: refusal });
  await assert.rejects(playMountpoint(refused, { id: 5 }), refusal);
  assert.deepEqual([refused.names(), refused.listening()], [['watch'], 0]);
});

test('a recording: what it sends, a renegotiation, pauses, and an end when the files are complete', async () => {
  const handle = responding({ record: { id: 77, jsep: jsep('answer') } });
  const recording = await recordTracks(handle, { name: 'a greeting' }, [localTrack()], { streams: { other: { bitrate: 32_000 } } });
  assert.deepEqual([recording.id, recording.senders[0].transceiver.direction], [77, 'sendonly']);
  assert.deepEqual(recording.senders[0].sender.getParameters().encodings, [{ maxBitrate: 32_000 }]);
  await recording.peer.negotiate();
  await recording.pause();
  await recording.resume();
  let stopped = false;
  const stopping = recording.stop().then(() => (stopped = true));
  await settled();
  assert.equal(stopped, false);
  handle.emit('handle_hangup', { reason: 'Close PC' });
  await stopping;
  await recording.stop();
  assert.deepEqual(handle.requests.map(([name, { name: title, update } = {}]) => [name, title, update]), [
    ['record', 'a greeting', undefined],
    ['record', 'a greeting', true],
    ['pause', undefined, undefined],
    ['resume', undefined, undefined],
    ['stop', undefined, undefined],
  ]);
});

test('a recording is played to its end', async () => {
  const handle = responding({ play: { jsep: jsep('offer') } });
  const playing = playRecording(handle, { id: 77 });
  handle.emit('recordplay_done');
  const { id, peer, stream } = await playing;
  assert.deepEqual([id, stream.tracks.length, peer.state, handle.names()], [77, 1, 'new', ['play', 'start']]);
  handle.emit('handle_ice_failed');
  await settled();
  assert.deepEqual(handle.requests.at(-2), ['play', { id: 77, restart: true }]);
  let reason;
  peer.on('state', (change) => ({ reason } = change));
  handle.emit('recordplay_done');
  handle.hangsUp();
  assert.deepEqual([reason, handle.listening()], ['the recording has ended', 0]);
  const refused = responding({ play: refusal });
  await assert.rejects(playRecording(refused, { id: 1 }), refusal);
  assert.deepEqual([refused.names(), refused.listening()], [['play'], 0]);
});

