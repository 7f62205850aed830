// Whom a member of the conference looks for after a gap; with handles that say when Janus tells of what.
import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { test } from 'node:test';
import { Member } from '../../examples/videoroom/server/member.js';

const CLARA = { feed: 2, display: 'Clara', publisher: false };

/** A member that is alone in the room, the handle that Janus speaks to, and what the page has heard. */
async function joined(listed) {
  const handle = Object.assign(new EventEmitter(), {
    looks: 0,
    joinPublisher: async () => ({ feed: 1 }),
    async listParticipants() {
      this.looks += 1;
      return { participants: [{ feed: 1, display: 'Anna', publisher: false }, ...listed(handle)] };
    },
  });
  const handles = [handle, new EventEmitter()];
  const heard = [];
  const member = new Member({ attach: async () => handles.shift() }, { id: 7 }, (message) => heard.push(message));
  await member.join('Anna');
  return { member, handle, ended: () => heard.filter(({ type }) => type === 'ended') };
}

test('who is listed before Janus tells of it was not missed', async () => {
  const { member, handle, ended } = await joined((handle) => {
    if (handle.looks === 1) setImmediate(() => handle.emit('videoroom_publisher_joined', CLARA));
    return [CLARA];
  });
  await member.lookAgain();
  assert.equal(handle.looks, 2);
  assert.deepEqual(ended(), []);
});

test('who stays untold of was missed', async () => {
  const { member, ended } = await joined(() => [CLARA]);
  await member.lookAgain();
  assert.equal(ended().length, 1);
  assert.equal(ended()[0].lost, true);
});
