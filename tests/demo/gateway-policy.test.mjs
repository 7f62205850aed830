// The policy of the gateway's example in Node.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createPolicy } from '../../examples/gateway/node/policy.js';

const users = { nameOf: (subject) => ({ a: 'Anna', b: 'Ben' })[subject] };
const decide = createPolicy(users, 'the invitation');
const ofGuest = (more) => ({ subject: 'b', roles: ['guest'], plugin: 'videoroom', request: 'join', body: { ptype: 'publisher', display: 'Anna' }, ...more });

test('a guest needs the invitation, by each way into the room', async () => {
  for (const request of ['join', 'joinandconfigure']) {
    for (const app of [undefined, null, 'the invitation', { invitation: 'another' }, []]) {
      assert.match((await decide(ofGuest({ request, app }))).refuse, /not invited/);
    }
    const { change } = await decide(ofGuest({ request, app: { invitation: 'the invitation' } }));
    assert.deepEqual(change, { ptype: 'publisher', display: 'Ben' });
  }
});

test('a host needs none, and no participant has another name', async () => {
  assert.equal((await decide(ofGuest({ subject: 'a', roles: ['host'] }))).change.display, 'Anna');
  assert.equal((await decide(ofGuest({ request: 'configure' }))).change.display, 'Ben');
  assert.equal((await decide(ofGuest({ subject: 'unknown', app: { invitation: 'the invitation' } }))).change.display, 'Guest');
});

test('all else is for the roles to decide', async () => {
  assert.equal(await decide(ofGuest({ body: { ptype: 'subscriber' } })), 'allow');
  assert.equal(await decide(ofGuest({ plugin: 'echotest', request: 'start' })), 'allow');
});
