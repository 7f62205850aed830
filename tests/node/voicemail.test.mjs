import assert from 'node:assert/strict';
import { test } from 'node:test';

import { connect } from 'bifrons';
import VoiceMail from 'bifrons/plugins/voicemail';

import { failure, nextEvent } from './support/expect.mjs';
import { pluginEvent, startFake } from './support/fake.mjs';
import { startJanus } from './support/janus.mjs';
import { offer } from './support/offer.mjs';

test('a message is recorded', async (t) => {
  const janus = await startJanus();
  const connection = await connect(janus.config);
  t.after(async () => {
    await connection.close();
    await janus.stop();
  });
  const attached = (await connection.create()).attach(VoiceMail);
  if (janus.version >= 1103) {
    await failure(attached, 'janus_refused', /^460 /);
    return;
  }
  const handle = await attached;
  const { jsep, ...begun } = await handle.record({ jsep: offer() });
  assert.deepEqual([jsep.type, begun], ['answer', { status: 'starting' }]);
  const twice = await failure(handle.record({ jsep: offer() }), 'plugin_refused', /^465 /);
  assert.equal(twice.plugin, VoiceMail.ERROR.ALREADY_RECORDING);
  await failure(handle.update({ jsep: offer() }), 'plugin_refused', /^468 /);
  const { status, recording } = await handle.stop();
  assert.equal(status, 'done');
  assert.match(recording, /^\/voicemail\/.*\.opus$/);
});

test('the events while media flow', async (t) => {
  const fake = await startFake();
  t.after(() => fake.stop());
  const connection = await connect(fake.config);
  t.after(() => connection.close());
  const handle = await (await connection.create()).attach(VoiceMail);
  const { EVENT } = VoiceMail;
  assert.equal(EVENT.VOICEMAIL_STATUS, 'voicemail_status');
  for (const raw of [{ status: 'started' }, { status: 'done', recording: '/a.opus', more: 1 }]) {
    const came = nextEvent(handle, EVENT.VOICEMAIL_STATUS);
    fake.send(pluginEvent(handle, { voicemail: 'event', ...raw }));
    assert.deepEqual(await came, raw);
  }
  const failed = nextEvent(handle, EVENT.VOICEMAIL_ERROR);
  fake.send(pluginEvent(handle, { voicemail: 'event', error_code: 466, error: 'No room' }));
  assert.equal((await failed).plugin, VoiceMail.ERROR.IO_ERROR);
});
