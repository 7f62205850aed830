import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Participants } from '../../examples/videoroom/server/participants.js';

const streams = [
  { mid: '0', type: 'audio', description: 'microphone' },
  { mid: '1', type: 'video', description: 'camera', moderated: true },
];
const anna = { feed: 7, display: 'Anna', streams };

test('a publisher has its streams, and a moderated stream is muted', () => {
  const participants = new Participants();
  participants.update(anna);
  assert.deepEqual(participants.list(), [
    { feed: 7, display: 'Anna', talking: false, streams: [{ source: 'microphone', muted: false }, { source: 'camera', muted: true }] },
  ]);
  assert.deepEqual(participants.streams(), [{ feed: 7, mid: '0' }, { feed: 7, mid: '1' }]);
});

test('a repeated event changes nothing', () => {
  const participants = new Participants();
  participants.update(anna);
  participants.arrive({ feed: 7, display: 'Anna' });
  assert.equal(participants.list()[0].streams.length, 2);
  participants.stop(7);
  participants.stop(7);
  assert.deepEqual(participants.list(), [{ feed: 7, display: 'Anna', talking: false, streams: [] }]);
  participants.leave(7);
  participants.leave(7);
  participants.stop(7);
  participants.talk(7, true);
  participants.mute(7, '0', true);
  assert.deepEqual(participants.list(), []);
});

test('a disabled stream is not listed; a stream of another client has its source by type', () => {
  const participants = new Participants();
  participants.update({ feed: 1, display: 'B', streams: [{ mid: '0', type: 'video', disabled: true }, { mid: '1', type: 'audio', description: '<b>' }] });
  assert.deepEqual(participants.list()[0].streams, [{ source: 'microphone', muted: false }]);
});

test('a talking participant stays talking when its streams change, until it stops', () => {
  const participants = new Participants();
  participants.update(anna);
  participants.talk(7, true);
  participants.update({ ...anna, streams: streams.slice(0, 1) });
  assert.equal(participants.list()[0].talking, true);
  participants.talk(7, false);
  assert.equal(participants.list()[0].talking, false);
});

test('the differences from a list of participants are returned', () => {
  const participants = new Participants();
  participants.update(anna);
  participants.arrive({ feed: 8, display: 'Ben' });
  const [publishes, watches] = [{ feed: 7, publisher: true }, { feed: 8, publisher: false }];
  assert.deepEqual(participants.differences([watches, publishes]), []);
  assert.deepEqual(participants.differences([publishes]), [8]);
  assert.deepEqual(participants.differences([publishes, { ...watches, feed: 9 }]), [9, 8]);
  assert.deepEqual(participants.differences([publishes, { ...watches, publisher: true }]), [8]);
  assert.deepEqual(participants.differences([{ feed: 9, publisher: false }, watches, publishes]), [9]);
});
