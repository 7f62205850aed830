import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { connect, EVENT } from 'bifrons';

import { failure, nextEvent } from './support/expect.mjs';
import { startFake } from './support/fake.mjs';
import { startJanus } from './support/janus.mjs';
import { candidate, offer } from './support/offer.mjs';

const ECHO = 'janus.plugin.echotest';
const ROOMS = 'janus.plugin.videoroom';

let janus;
let connection;
let session;
before(async () => {
  janus = await startJanus();
  connection = await connect(janus.config);
  session = await connection.create();
});
after(async () => {
  await connection.close();
  await janus.stop();
});

describe('message', () => {
  test('a plugin that responds at once', async () => {
    const handle = await session.attach(ROOMS);
    const response = await handle.message({ request: 'list' });
    assert.equal(response.janus, 'success');
    assert.ok(Array.isArray(response.plugindata.data.list));
    await handle.detach();
  });

  test('a plugin that responds with an event', async () => {
    const handle = await session.attach(ECHO);
    const response = await handle.message({ audio: true });
    assert.deepEqual([response.janus, response.sender], ['event', handle.id]);
    assert.equal(response.plugindata.data.result, 'ok');
    await handle.detach();
  });

  test('with an offer, the response contains the SDP answer', async () => {
    const handle = await session.attach(ECHO);
    const response = await handle.message({ audio: true, video: true }, offer());
    assert.equal(response.jsep.type, 'answer');
    await handle.detach();
  });

  test("a plugin's refusal is returned as Janus sends it", async () => {
    const handle = await session.attach(ECHO);
    const response = await handle.message({ audio: 'loud' });
    assert.equal(response.plugindata.data.error_code, 413);
    await handle.detach();
  });

  test('a jsep of an invalid type', async () => {
    const handle = await session.attach(ECHO);
    const error = await failure(handle.message({ audio: true }, { type: 'rollback', sdp: 'v=0' }), 'janus_refused', /^464 /);
    assert.deepEqual([error.request, error.session, error.handle], ['message', session.id, handle.id]);
    await failure(handle.message({ audio: true }, { type: 'offer', sdp: 'nonsense' }), 'janus_refused', /^465 /);
    await handle.detach();
  });

  test('all fields of a jsep go to Janus', async () => {
    const fake = await startFake();
    const own = await connect(fake.config);
    const handle = await (await own.create()).attach(ECHO);
    const jsep = {
      type: 'offer', sdp: 'v=0', trickle: false, rid_order: 'lmh', force_relay: true, e2ee: true, svc: [{ mid: '1', svc: 'L3T3' }],
    };
    await handle.message({ a: { b: [1, null, '\u2028"'] } }, jsep);
    const [{ transaction, ...request }] = fake.received('message');
    assert.match(transaction, /^\d+$/);
    assert.deepEqual(request, {
      janus: 'message', session_id: handle.session.id, handle_id: handle.id, body: { a: { b: [1, null, '\u2028"'] } }, jsep,
    });
    await own.close();
    await fake.stop();
  });

  test('later changes of the caller have no effect', async () => {
    const fake = await startFake();
    const own = await connect(fake.config);
    const handle = await (await own.create()).attach(ECHO);
    const body = { name: 'before' };
    const sent = handle.message(body);
    body.name = 'after';
    await sent;
    assert.equal(fake.received('message')[0].body.name, 'before');
    await own.close();
    await fake.stop();
  });

  test('requests of one turn leave in their order', async () => {
    const fake = await startFake();
    const own = await connect(fake.config);
    const handle = await (await own.create()).attach(ECHO);
    await Promise.all(Array.from({ length: 50 }, (_, n) => handle.message({ n })));
    assert.deepEqual(fake.received('message').map(({ body }) => body.n), Array.from({ length: 50 }, (_, n) => n));
    await own.close();
    await fake.stop();
  });
});

describe('trickle', () => {
  const forms = {
    'one candidate': [[candidate], { candidate }],
    'several': [[[candidate, candidate]], { candidates: [candidate, candidate] }],
    'the last ones': [[[candidate, { candidate: '', sdpMid: '0' }]], { candidates: [candidate, { completed: true }] }],
    'the end, as browsers write it': [[{ candidate: '', sdpMid: '0', sdpMLineIndex: 0 }], { candidate: { completed: true } }],
    'the end, as Janus writes it': [[{ completed: true }], { candidate: { completed: true } }],
    'nothing': [[], { candidate: { completed: true } }],
    'null': [[null], { candidate: { completed: true } }],
  };
  for (const [name, [args, members]] of Object.entries(forms)) {
    test(name, async () => {
      const fake = await startFake();
      const own = await connect(fake.config);
      const handle = await (await own.create()).attach(ECHO);
      assert.equal((await handle.trickle(...args)).janus, 'ack');
      const [{ transaction, session_id, handle_id, janus: verb, ...sent }] = fake.received('trickle');
      assert.deepEqual(sent, members);
      await own.close();
      await fake.stop();
    });
  }

  test('Janus takes them', async () => {
    const handle = await session.attach(ECHO);
    await handle.message({ audio: true, video: true }, offer());
    for (const form of [candidate, [candidate, candidate], undefined]) assert.equal((await handle.trickle(form)).janus, 'ack');
    assert.equal((await handle.trickleComplete()).janus, 'ack');
    await handle.detach();
  });

  test('invalid candidates', async () => {
    const handle = await session.attach(ECHO);
    await failure(handle.trickle('candidate:1'), 'invalid_argument', 'invalid candidate object');
    await failure(handle.trickle([candidate, 'x']), 'invalid_argument', /candidate is no object/);
    await handle.detach();
  });
});

test('hangup', async () => {
  const handle = await session.attach(ECHO);
  // Since Janus 1.2.2 it reaches no plugin without a PeerConnection.
  const done = janus.version < 1202 ? nextEvent(handle, EVENT.HANDLE_EVENT) : { data: { result: 'done' } };
  assert.equal((await handle.hangup()).janus, 'success');
  assert.equal((await done).data.result, 'done');
  await handle.detach();
});

describe('detach', () => {
  test('ends the handle', async () => {
    const handle = await session.attach(ECHO);
    const emitted = nextEvent(handle, EVENT.HANDLE_DETACHED);
    const before = connection.stats().requests;
    assert.equal(handle.detached, undefined);
    assert.deepEqual(await Promise.all([handle.detach(), handle.detach()]), [undefined, undefined]);
    assert.deepEqual(await emitted, { id: handle.id, reason: 'detached' });
    await handle.detach();
    assert.equal(connection.stats().requests, before + 1);
    assert.equal(handle.detached, 'detached');
    await failure(handle.message({}), 'handle_detached', 'the handle has ended: this side detached the handle');
    await failure(handle.sendRequest({ janus: 'hangup' }), 'handle_detached');
    assert.deepEqual(handle.eventNames(), []);
  });

  test('may be caused by Janus', async () => {
    const handle = await session.attach(ECHO);
    const emitted = nextEvent(handle, EVENT.HANDLE_DETACHED);
    await janus.admin({ janus: 'detach_handle', session_id: session.id, handle_id: handle.id });
    assert.deepEqual(await emitted, { id: handle.id, reason: 'by_server' });
  });

  test('pending requests reject', async () => {
    const fake = await startFake(({ janus: verb }) => (verb === 'message' ? null : undefined));
    const own = await connect(fake.config);
    const handle = await (await own.create()).attach(ECHO);
    const pending = failure(handle.message({}), 'handle_detached');
    await handle.detach();
    await pending;
    await own.close();
    await fake.stop();
  });
});

describe('sendRequest', () => {
  test('sends a request of the handle', async () => {
    const handle = await session.attach(ECHO);
    const response = await handle.sendRequest({ janus: 'message', body: { audio: true } });
    assert.equal(response.plugindata.data.result, 'ok');
    assert.equal((await handle.sendRequest({ janus: 'trickle', candidate })).janus, 'ack');
    assert.match((await handle.sendRequest({ janus: 'detach' })).janus, /^(success|detached)$/);
    await handle.detach();
  });

  test('decorateRequest gives the transaction beforehand, and a number is a timeout', async () => {
    const fake = await startFake(({ janus: verb }) => (verb === 'message' ? null : undefined));
    const own = await connect(fake.config);
    const handle = await (await own.create()).attach(ECHO);
    const request = { janus: 'message', body: {} };
    assert.equal(handle.decorateRequest(request), request);
    assert.match(request.transaction, /^\d+$/);
    assert.equal(request.handle_id, handle.id);
    const error = await failure(handle.sendRequest(request, 20), 'timeout');
    assert.deepEqual([error.transaction, error.sent], [request.transaction, true]);
    assert.ok(error.elapsed_ms >= 20);
    assert.equal(fake.received('message')[0].transaction, request.transaction);
    await own.close();
    await fake.stop();
  });

  test('decorateRequest keeps what is there', async () => {
    const handle = await session.attach(ECHO);
    const request = handle.decorateRequest({ janus: 'message', transaction: 'mine', body: { audio: true } });
    assert.equal(request.transaction, 'mine');
    assert.equal((await handle.sendRequest(request)).transaction, 'mine');
    await handle.detach();
  });

  test('a transaction that is in use rejects, and the first one goes on', async () => {
    const handle = await session.attach(ECHO);
    const request = { janus: 'message', transaction: 'twice', body: { audio: true } };
    const first = handle.sendRequest(request);
    await failure(handle.sendRequest(request), 'duplicate_transaction');
    assert.equal((await first).transaction, 'twice');
    assert.equal((await handle.sendRequest(request)).transaction, 'twice', 'the transaction is free again');
    await handle.detach();
  });
});

test('the core\'s events', async () => {
  const fake = await startFake();
  const own = await connect(fake.config);
  const handle = await (await own.create()).attach(ECHO);
  const emitted = [
    [EVENT.HANDLE_WEBRTCUP, { janus: 'webrtcup' }, {}],
    [EVENT.HANDLE_ICE_FAILED, { janus: 'ice-failed' }, {}],
    [EVENT.HANDLE_HANGUP, { janus: 'hangup', reason: 'DTLS alert', more: 1 }, { reason: 'DTLS alert' }],
    [EVENT.HANDLE_MEDIA, { janus: 'media', mid: '0', type: 'audio', receiving: true }, { type: 'audio', receiving: true, mid: '0' }],
    [EVENT.HANDLE_MEDIA, { janus: 'media', mid: '1', type: 'video', receiving: false, substream: 2, seconds: 1 }, { type: 'video', receiving: false, mid: '1', substream: 2, seconds: 1 }],
    [EVENT.HANDLE_SLOWLINK, { janus: 'slowlink', mid: '0', media: 'audio', uplink: true, lost: 5 }, { uplink: true, mid: '0', media: 'audio', lost: 5 }],
    [EVENT.HANDLE_TRICKLE, { janus: 'trickle', candidate }, candidate],
    [EVENT.HANDLE_TRICKLE, { janus: 'trickle', candidate: { completed: true } }, { completed: true }],
  ];
  for (const [event, message, data] of emitted) {
    const came = nextEvent(handle, event);
    fake.send({ session_id: handle.session.id, sender: handle.id, ...message });
    assert.deepEqual(await came, data);
  }
  await own.close();
  await fake.stop();
});
