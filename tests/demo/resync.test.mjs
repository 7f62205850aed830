// A member checks the participants after an outage; with handles whose events the test controls.
import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { test } from 'node:test';
import { Member } from '../../examples/videoroom/server/member.js';

const CLARA = { feed: 2, display: 'Clara', publisher: false };

/** A member alone in the room, its publisher handle, and the messages that the page received. */
async function joined(listed) {
  const handle = Object.assign(new EventEmitter(), {
    lists: 0,
    joinPublisher: async () => ({ feed: 1 }),
    async listParticipants() {
      this.lists += 1;
      return { participants: [{ feed: 1, display: 'Anna', publisher: false }, ...listed(handle)] };
    },
  });
  const handles = [handle, new EventEmitter()];
  const messages = [];
  const member = new Member({ attach: async () => handles.shift() }, { id: 7 }, (message) => messages.push(message));
  await member.join('Anna');
  return { member, handle, ended: () => messages.filter(({ type }) => type === 'ended') };
}

test('a participant whose event arrives after the list was not missed', async () => {
  const { member, handle, ended } = await joined((handle) => {
    if (handle.lists === 1) setImmediate(() => handle.emit('videoroom_publisher_joined', CLARA));
    return [CLARA];
  });
  await member.resync();
  assert.equal(handle.lists, 2);
  assert.deepEqual(ended(), []);
});

test('a participant without an event was missed', async () => {
  const { member, ended } = await joined(() => [CLARA]);
  await member.resync();
  assert.equal(ended().length, 1);
  assert.equal(ended()[0].lost, true);
});
