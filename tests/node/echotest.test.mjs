import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { connect, EVENT } from 'bifrons';
import { Handle } from 'bifrons/handle';
import EchoTest, { EchoTestHandle } from 'bifrons/plugins/echotest';

import { failure, nextEvent } from './support/expect.mjs';
import { pluginEvent, startFake } from './support/fake.mjs';
import { startJanus } from './support/janus.mjs';
import { offer } from './support/offer.mjs';

test('the descriptor', () => {
  assert.equal(EchoTest.id, 'janus.plugin.echotest');
  assert.equal(EchoTest.Handle, EchoTestHandle);
  assert.ok(EchoTestHandle.prototype instanceof Handle);
  assert.equal(EchoTest.EVENT.ECHOTEST_RESULT, 'echotest_result');
  assert.equal(EchoTest.EVENT.ECHOTEST_SLOWLINK, 'echotest_slowlink');
  assert.equal(EchoTest.EVENT.ECHOTEST_ERROR, 'echotest_error');
});

describe('with a real Janus', () => {
  let janus;
  let connection;
  let echo;
  before(async () => {
    janus = await startJanus();
    connection = await connect(janus.config);
  });
  after(async () => {
    await connection.close();
    await janus.stop();
  });
  const attach = async () => (await connection.create()).attach(EchoTest);

  test('an offer gets an SDP answer', async () => {
    echo = await attach();
    const { result, jsep, ...more } = await echo.start({ audio: true, video: false, jsep: offer() });
    assert.deepEqual([result, jsep.type, more], ['ok', 'answer', {}]);
    assert.match(jsep.sdp, /^v=0/);
  });

  test('reconfigured without an offer', async () => {
    assert.deepEqual(await echo.start({ video: true, bitrate: 128_000 }), { result: 'ok' });
    const { info } = await janus.admin({ janus: 'handle_info', session_id: echo.session.id, handle_id: echo.id });
    assert.deepEqual([info.plugin_specific.video_active, info.plugin_specific.bitrate], [true, 128_000]);
    assert.equal(info.plugin_specific.audio_active, true, 'a missing option stays unchanged');
  });

  test('hung up', async () => {
    const events = [nextEvent(echo, EchoTest.EVENT.ECHOTEST_RESULT), nextEvent(echo, EVENT.HANDLE_HANGUP)];
    await echo.hangup();
    assert.deepEqual(await Promise.all(events), [{ result: 'done' }, { reason: 'Janus API' }]);
  });

  test('every option is taken', async () => {
    const echo = await attach();
    const outcome = await echo.start({
      audio: true, video: true, bitrate: 64_000, record: false, filename: 'a-file', substream: 1, temporal: 1, fallback: 1000,
      audiocodec: 'opus', videocodec: 'vp8', videoprofile: '0', opusred: false, min_delay: -1, max_delay: -1,
      svc: false, spatial_layer: 1, temporal_layer: 1, jsep: offer(),
    });
    assert.equal(outcome.result, 'ok');
  });

  test('a refusal by the plugin', async () => {
    const echo = await attach();
    const error = await failure(echo.start({ audio: 'loud' }), 'plugin_refused', /^413 /);
    assert.deepEqual([error.plugin, error.fault], [EchoTest.ERROR.INVALID_ELEMENT, 'plugin']);
    await failure(echo.start(), 'plugin_refused', /^413 /);
    await failure(echo.start({ substream: 7 }), 'plugin_refused', /^413 /);
  });

  test('an SDP answer without an offer', async () => {
    const echo = await attach();
    await failure(echo.start({ audio: true, jsep: { ...offer(), type: 'answer' } }), 'janus_refused', /^469 /);
  });
});

describe('with a scripted server', () => {
  let fake;
  let connection;
  let echo;
  let response;
  before(async () => {
    fake = await startFake(({ janus, transaction, handle_id }) => janus !== 'message' ? undefined : [
      { janus: 'ack' }, { janus: 'event', sender: handle_id, transaction, ...response },
    ]);
    connection = await connect(fake.config);
    echo = await (await connection.create()).attach(EchoTest);
  });
  after(async () => {
    await connection.close();
    await fake.stop();
  });
  const respondWith = (data, more) => { response = { plugindata: { plugin: EchoTest.id, data: { echotest: 'event', ...data } }, ...more }; };

  test('the sent request', async () => {
    respondWith({ result: 'ok' });
    await echo.start({ audio: true, filename: null, videocodec: undefined });
    await echo.start({ audio: true, jsep: { type: 'offer', sdp: 'v=0' }, e2ee: true });
    const [bare, full] = fake.received('message');
    assert.deepEqual([bare.body, bare.jsep], [{ audio: true }, undefined]);
    assert.deepEqual(full.body, { audio: true, video: false, bitrate: 0, record: false });
    assert.deepEqual(full.jsep, { type: 'offer', sdp: 'v=0', e2ee: true });
  });

  test('the caller\'s objects stay as they are', async () => {
    respondWith({ result: 'ok' });
    await echo.start(Object.freeze({ audio: true, jsep: Object.freeze({ type: 'offer', sdp: 'v=0' }), e2ee: true }));
  });

  test('e2ee is returned', async () => {
    const jsep = { type: 'answer', sdp: 'v=0', e2ee: true };
    respondWith({ result: 'ok' }, { jsep });
    assert.deepEqual(await echo.start({ audio: true }), { result: 'ok', jsep, e2ee: true });
  });

  test('a response of another kind', async () => {
    respondWith({ event: 'slow_link', media: 'audio' });
    await failure(echo.start({ audio: true }), 'unexpected_response', 'unexpected response to start request');
  });

  const { ECHOTEST_SLOWLINK, ECHOTEST_LAYERS, ECHOTEST_RESULT } = EchoTest.EVENT;
  const events = [
    [ECHOTEST_SLOWLINK, { event: 'slow_link', media: 'video', 'current-bitrate': 64_000 }, { media: 'video', bitrate: 64_000 }],
    [ECHOTEST_SLOWLINK, { event: 'slow_link', media: 'video', 'current-bitrate': 0 }, { media: 'video', bitrate: 0 }],
    [ECHOTEST_SLOWLINK, { event: 'slow_link', media: 'audio' }, { media: 'audio' }],
    [ECHOTEST_LAYERS, { videocodec: 'vp8', substream: 0 }, { videocodec: 'vp8', substream: 0 }],
    [ECHOTEST_LAYERS, { videocodec: 'vp8', temporal: 2, tot_temporal_layers: 3 }, { videocodec: 'vp8', temporal: 2, tot_temporal_layers: 3 }],
    [ECHOTEST_LAYERS, { videocodec: 'vp9', spatial_layer: 1 }, { videocodec: 'vp9', spatial_layer: 1 }],
    [ECHOTEST_RESULT, { result: 'done', 'a-new-field': [1] }, { result: 'done', 'a-new-field': [1] }],
  ];
  for (const [event, raw, data] of events) {
    test(`${event} ${JSON.stringify(raw)}`, async () => {
      const came = nextEvent(echo, event);
      fake.send(pluginEvent(echo, { echotest: 'event', ...raw }));
      assert.deepEqual(await came, data);
    });
  }

  test('an error without a request', async () => {
    const came = nextEvent(echo, EchoTest.EVENT.ECHOTEST_ERROR);
    fake.send(pluginEvent(echo, { echotest: 'event', error_code: 413, error: 'Invalid' }));
    const error = await came;
    assert.deepEqual([error.code, error.plugin, error.message], ['plugin_refused', 413, '413 Invalid']);
  });

  test('an event of an unknown kind', async () => {
    const came = nextEvent(echo, EVENT.HANDLE_EVENT);
    fake.send(pluginEvent(echo, { echotest: 'event', something: 'new' }));
    assert.deepEqual(await came, { data: { echotest: 'event', something: 'new' } });
  });
});
