import assert from 'node:assert/strict';
import { test } from 'node:test';

import { connect } from 'bifrons';
import NoSip from 'bifrons/plugins/nosip';

import { failure, nextEvent } from './support/expect.mjs';
import { pluginEvent, startFake } from './support/fake.mjs';
import { startJanus } from './support/janus.mjs';
import { offer } from './support/offer.mjs';

const { EVENT, ERROR } = NoSip;

test('two sides agree on plain RTP', async (t) => {
  const janus = await startJanus();
  const connection = await connect(janus.config);
  t.after(async () => {
    await connection.close();
    await janus.stop();
  });
  const attach = async () => (await connection.create()).attach(NoSip);
  const [caller, callee] = [await attach(), await attach()];
  const { type, sdp, ...more } = await caller.generate({ jsep: offer(), info: 'mine' });
  assert.deepEqual([type, Object.keys(more)], ['offer', janus.version < 1400 ? [] : ['unique_id']]);
  assert.match(sdp, /^m=audio \d+ RTP\/AVP/m);
  const { jsep } = await callee.process({ type, sdp });
  assert.equal(jsep.type, 'offer');
  const answer = { type: 'answer', sdp: jsep.sdp.replaceAll('a=setup:actpass', 'a=setup:active') };
  const generated = await callee.generate({ jsep: answer });
  assert.equal(generated.type, 'answer');
  assert.equal((await caller.process(generated)).jsep.type, 'answer');
  const filename = `${janus.folder}/call`;
  assert.deepEqual(await caller.recording({ action: 'start', audio: true, filename }), {});
  assert.deepEqual(await caller.recording({ action: 'stop', audio: true }), {});
  assert.deepEqual(await caller.hangupCall(), {});
  const error = await failure((await attach()).generate(), 'plugin_refused', /^446 /);
  assert.equal(error.plugin, ERROR.MISSING_SDP);
  assert.doesNotMatch(error.message, /newer/);
  if (janus.version >= 1400) return;
  // A refusal of a request that is newer than the server names both versions.
  for (const [request, since] of [['keyframe', '1.3.1'], ['listForward', '1.4.0']]) {
    const refused = await failure(caller[request](), 'plugin_refused', new RegExp(`: it needs Janus ${since} or newer, and the server is Janus 1\\.1\\.2$`));
    assert.equal(refused.plugin, ERROR.INVALID_REQUEST);
  }
});

test('requests of newer servers', async (t) => {
  const results = {
    rtp_forward: { event: 'rtp_forward', unique_id: 'a', forwarders: [{ stream_id: 0, host: '127.0.0.1', port: 9 }] },
    stop_rtp_forward: { event: 'stop_rtp_forward', stream_id: 0 },
    listforwarders: { event: 'forwarders', rtp_forwarders: [{ stream_id: 0 }] },
    keyframe: { event: 'keyframesent' },
  };
  const fake = await startFake(({ janus, handle_id: sender, transaction, body }) => janus !== 'message' ? undefined : [
    { janus: 'ack' },
    { janus: 'event', sender, transaction, plugindata: { plugin: NoSip.id, data: { nosip: 'event', result: results[body.request] } } },
  ]);
  t.after(() => fake.stop());
  const connection = await connect(fake.config);
  t.after(() => connection.close());
  const handle = await (await connection.create()).attach(NoSip);
  const begun = await handle.startForward({ streams: [{ type: 'audio', host: '127.0.0.1', port: 9, srtp_crypto: 'a-key' }] });
  assert.deepEqual(begun, { unique_id: 'a', forwarders: [{ stream: 0, host: '127.0.0.1', port: 9 }] });
  assert.equal(fake.received('message')[0].body.streams[0].srtp_crypto, 'a-key');
  assert.deepEqual(await handle.listForward(), { forwarders: [{ stream: 0 }] });
  assert.deepEqual(await handle.stopForward({ stream: 0 }), { stream: 0 });
  assert.equal(fake.received('message').at(-1).body.stream_id, 0);
  assert.deepEqual(await handle.keyframe({ user: true }), {});
  const failed = nextEvent(handle, EVENT.NOSIP_ERROR);
  fake.send(pluginEvent(handle, { nosip: 'event', error_code: 450, error: 'Too strict' }));
  assert.equal((await failed).plugin, ERROR.TOO_STRICT);
});
