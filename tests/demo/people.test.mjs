import assert from 'node:assert/strict';
import { test } from 'node:test';
import { People } from '../../examples/videoroom/server/people.js';

const streams = [
  { mid: '0', type: 'audio', description: 'microphone' },
  { mid: '1', type: 'video', description: 'camera', moderated: true },
];
const anna = { feed: 7, display: 'Anna', streams };

test('a publisher is shown by what it sends, and what is moderated as muted', () => {
  const people = new People();
  people.update(anna);
  assert.deepEqual(people.list(), [
    { feed: 7, display: 'Anna', talking: false, streams: [{ source: 'microphone', muted: false }, { source: 'camera', muted: true }] },
  ]);
  assert.deepEqual(people.streams(), [{ feed: 7, mid: '0' }, { feed: 7, mid: '1' }]);
});

test('what is told twice changes nothing', () => {
  const people = new People();
  people.update(anna);
  people.arrive({ feed: 7, display: 'Anna' });
  assert.equal(people.list()[0].streams.length, 2);
  people.stop(7);
  people.stop(7);
  assert.deepEqual(people.list(), [{ feed: 7, display: 'Anna', talking: false, streams: [] }]);
  people.leave(7);
  people.leave(7);
  people.stop(7);
  people.talk(7, true);
  people.mute(7, '0', true);
  assert.deepEqual(people.list(), []);
});

test('a stream that is off is not there; one of another client is taken by its type', () => {
  const people = new People();
  people.update({ feed: 1, display: 'B', streams: [{ mid: '0', type: 'video', disabled: true }, { mid: '1', type: 'audio', description: '<b>' }] });
  assert.deepEqual(people.list()[0].streams, [{ source: 'microphone', muted: false }]);
});

test('who talks goes on talking when its streams change, until it stops', () => {
  const people = new People();
  people.update(anna);
  people.talk(7, true);
  people.update({ ...anna, streams: streams.slice(0, 1) });
  assert.equal(people.list()[0].talking, true);
  people.talk(7, false);
  assert.equal(people.list()[0].talking, false);
});

test('a list of participants says the same, or it tells of whom it does not', () => {
  const people = new People();
  people.update(anna);
  people.arrive({ feed: 8, display: 'Ben' });
  const [publishes, watches] = [{ feed: 7, publisher: true }, { feed: 8, publisher: false }];
  assert.deepEqual(people.unlike([watches, publishes]), []);
  assert.deepEqual(people.unlike([publishes]), [8]);
  assert.deepEqual(people.unlike([publishes, { ...watches, feed: 9 }]), [9, 8]);
  assert.deepEqual(people.unlike([publishes, { ...watches, publisher: true }]), [8]);
  assert.deepEqual(people.unlike([{ feed: 9, publisher: false }, watches, publishes]), [9]);
});
