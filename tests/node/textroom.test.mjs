import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { connect } from 'bifrons';
import TextRoom from 'bifrons/plugins/textroom';

import { failure, nextEvent } from './support/expect.mjs';
import { pluginEvent, startFake } from './support/fake.mjs';
import { startJanus } from './support/janus.mjs';

const secret = 'a-room-secret';

describe('with a real Janus', () => {
  let janus;
  let connection;
  let handle;
  before(async () => {
    janus = await startJanus();
    connection = await connect(janus.config);
    handle = await (await connection.create()).attach(TextRoom);
  });
  after(async () => {
    await connection.close();
    await janus.stop();
  });

  test('rooms', async () => {
    assert.deepEqual(await handle.create({ room: 55, secret, allowed: ['a'] }), { room: 55, permanent: false });
    assert.deepEqual(await handle.exists({ room: 55 }), { room: 55, exists: true });
    assert.ok((await handle.list()).list.some(({ room }) => room === 55));
    assert.deepEqual(await handle.listParticipants({ room: 55 }), { room: 55, participants: [] });
    assert.deepEqual(await handle.allow({ room: 55, secret, action: 'remove', list: ['a'] }), { room: 55, list: [] });
    assert.deepEqual(await handle.edit({ room: 55, secret, new_description: 'Another' }), { room: 55, permanent: false });
    assert.deepEqual(await handle.announcement({ room: 55, secret, text: 'Hello' }), { room: 55 });
    assert.deepEqual(await handle.destroy({ room: 55, secret }), { room: 55, permanent: false });
  });

  test('D5: a refusal keeps its number', async () => {
    const error = await failure(handle.destroy({ room: 4321 }), 'plugin_refused', /^417 /);
    assert.equal(error.plugin, TextRoom.ERROR.NO_SUCH_ROOM);
  });

  test('the offer and its SDP answer, in the form that Janode accepts', async () => {
    const { jsep } = await handle.setup();
    assert.equal(jsep.type, 'offer');
    const sdp = jsep.sdp.replace('a=setup:actpass', 'a=setup:active');
    assert.deepEqual(await handle.ack({ type: 'answer', sdp }), { result: 'ok' });
    await failure(handle.setup(), 'plugin_refused', /^416 /);
    const restarted = await handle.restart();
    assert.equal(restarted.jsep.type, 'offer');
    await handle.ack({ jsep: { type: 'answer', sdp: restarted.jsep.sdp.replace('a=setup:actpass', 'a=setup:active') } });
  });
});

test('a kick, as older servers respond to it, and an error event', async (t) => {
  const fake = await startFake(({ janus }) => janus !== 'message' ? undefined : { janus: 'success', plugindata: { plugin: TextRoom.id, data: { textbridge: 'success' } } });
  t.after(() => fake.stop());
  const connection = await connect(fake.config);
  t.after(() => connection.close());
  const handle = await (await connection.create()).attach(TextRoom);
  const done = await handle.kick({ room: 0, username: 'bob', secret });
  assert.deepEqual([done.room, done.username], [0, 'bob']);
  const came = nextEvent(handle, TextRoom.EVENT.TEXTROOM_ERROR);
  fake.send(pluginEvent(handle, { textroom: 'error', error_code: 413, error: 'Missing' }));
  assert.equal((await came).plugin, TextRoom.ERROR.MISSING_ELEMENT);
});
