// An application's own plugin, written for Janode.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { connect, EVENT, Logger } from 'bifrons';
import Handle from 'bifrons/handle';

import { failure, nextEvent, settled } from './support/expect.mjs';
import { pluginEvent, startFake } from './support/fake.mjs';
import { startJanus } from './support/janus.mjs';
import { offer } from './support/offer.mjs';

const ECHO = 'janus.plugin.echotest';
const RESULT = 'mine_result';
const ERROR = 'mine_error';
const PROGRESS = 'mine_progress';

class MineHandle extends Handle {
  constructor(session, id) {
    super(session, id);
    this.hangups = 0;
    this.on(EVENT.HANDLE_HANGUP, () => { this.hangups += 1; });
  }

  handleMessage(message) {
    const { plugindata, transaction } = message;
    const data = plugindata?.data;
    if (!data || data.ignored) return null;
    if (data.broken) throw new RangeError('broken on purpose');
    const event = this._newPluginEvent(message);
    const emit = !this.ownsTransaction(transaction);
    if (data.error) {
      event.event = ERROR;
      event.data = new Error(`${data.error_code} ${data.error}`);
      this.closeTransactionWithError(transaction, event.data);
    } else if (data.progress) {
      event.event = PROGRESS;
      event.data.progress = data.progress;
      this.emit(event.event, event.data);
      return event;
    } else {
      event.event = RESULT;
      event.data.result = data.result;
    }
    this.closeTransactionWithSuccess(transaction, message);
    if (emit) this.emit(event.event, event.data);
    return event;
  }

  async start(body, jsep) {
    const message = await this.message(body, jsep);
    const { event, data } = this._getPluginEvent(message);
    if (event === RESULT) return data;
    throw new Error('unexpected response to start request');
  }
}

const Mine = { id: ECHO, Handle: MineHandle, EVENT: { RESULT, ERROR, PROGRESS } };

describe('with a real Janus', () => {
  let janus;
  let connection;
  let handle;
  before(async () => {
    janus = await startJanus();
    connection = await connect(janus.config);
    handle = await (await connection.create()).attach(Mine);
  });
  after(async () => {
    await connection.close();
    await janus.stop();
  });

  test('a response is returned, not emitted', async () => {
    handle.on(RESULT, () => assert.fail('a response was emitted'));
    assert.deepEqual(await handle.start({ audio: true }), { result: 'ok' });
    handle.removeAllListeners(RESULT);
  });

  test('the response has the jsep', async () => {
    const { result, jsep } = await handle.start({ audio: true }, { ...offer(), e2ee: true });
    assert.deepEqual([result, jsep.type], ['ok', 'answer']);
  });

  test('the plugin\'s refusal rejects with the plugin\'s own error', async () => {
    await assert.rejects(handle.start({ audio: 'loud' }), /^Error: 413 /);
  });

  test('an event without a request is emitted', async () => {
    const done = nextEvent(handle, RESULT);
    await handle.hangup();
    assert.deepEqual(await done, { result: 'done' });
  });
});

describe('with a scripted server', () => {
  let fake;
  let connection;
  let handle;
  /** The responses to the next message, one after the other; a function gets the request. */
  let script = [];
  before(async () => {
    fake = await startFake(({ janus, transaction, handle_id }) => {
      if (janus !== 'message') return undefined;
      const event = (data) => ({ janus: 'event', sender: handle_id, transaction, plugindata: { plugin: ECHO, data } });
      return [{ janus: 'ack' }, ...script.map((data) => (data.janus ? data : event(data)))];
    });
    connection = await connect(fake.config);
    handle = await (await connection.create()).attach(Mine);
  });
  after(async () => {
    await connection.close();
    await fake.stop();
  });

  test('provisional events come before the response', async () => {
    const order = [];
    handle.on(PROGRESS, ({ progress }) => order.push(progress));
    script = [{ progress: 'calling' }, { progress: 'ringing' }, { result: 'accepted' }];
    order.push((await handle.start({})).result);
    assert.deepEqual(order, ['calling', 'ringing', 'accepted']);
    handle.removeAllListeners(PROGRESS);
  });

  test('the first request reads the handle: the held events come first, in their order', async () => {
    const late = await handle.session.attach(Mine);
    const order = [];
    const seen = (entry) => order.push(entry);
    late.handleMessage = function (message) {
      seen(message.plugindata.data.result ?? message.plugindata.data.progress);
      return MineHandle.prototype.handleMessage.call(this, message);
    };
    for (const progress of ['one', 'two']) fake.send(pluginEvent(late, { progress }));
    await connection.ping();
    assert.deepEqual(order, [], 'the handle is unread');
    script = [{ progress: 'calling' }, { result: 'accepted' }];
    await late.start({});
    assert.deepEqual(order, ['one', 'two', 'calling', 'accepted']);
    await late.detach();
  });

  test('the same for events that the class itself listens to', async () => {
    const quiet = await handle.session.attach(Mine);
    fake.send({ janus: 'hangup', session_id: quiet.session.id, sender: quiet.id });
    await connection.ping();
    assert.equal(quiet.hangups, 0, 'the handle is unread');
    await quiet.trickle();
    assert.equal(quiet.hangups, 1);
    fake.send({ janus: 'hangup', session_id: quiet.session.id, sender: quiet.id });
    await connection.ping();
    assert.equal(quiet.hangups, 2);
    await quiet.detach();
  });

  test('a handle that ends unread passes its events to its class, and those without a listener to its application', async () => {
    const unread = await handle.session.attach(Mine);
    fake.send({ janus: 'hangup', session_id: unread.session.id, sender: unread.id });
    fake.send(pluginEvent(unread, { progress: 'last' }));
    await unread.detach();
    assert.equal(unread.hangups, 1);
    const read = [];
    for await (const { event } of unread) read.push(event);
    assert.deepEqual([read, unread.hangups], [[PROGRESS, EVENT.HANDLE_DETACHED], 1]);
  });

  test('a response that overtakes its ack', async () => {
    const own = await startFake(({ janus, transaction, handle_id }) => janus !== 'message' ? undefined : [
      { janus: 'event', sender: handle_id, transaction, plugindata: { plugin: ECHO, data: { result: 'ok' } } }, { janus: 'ack' },
    ]);
    const other = await connect(own.config);
    const mine = await (await other.create()).attach(Mine);
    assert.deepEqual(await mine.start({}), { result: 'ok' });
    assert.equal(other.stats().protocol_violations, 0);
    await other.close();
    await own.stop();
  });

  test('a direct response is passed to the plugin, too', async () => {
    script = [];
    const own = await startFake(({ janus }) => janus !== 'message' ? undefined : { janus: 'success', plugindata: { plugin: ECHO, data: { result: 'at once' } } });
    const other = await connect(own.config);
    const mine = await (await other.create()).attach(Mine);
    assert.deepEqual(await mine.start({}), { result: 'at once' });
    await other.close();
    await own.stop();
  });

  test('an event that the plugin does not recognise', async () => {
    script = [{ ignored: true }];
    await failure(handle.start({}), 'unexpected_response', 'unmanaged event');
    const raw = nextEvent(handle, EVENT.HANDLE_EVENT);
    fake.send(pluginEvent(handle, { ignored: true, more: 1 }));
    assert.deepEqual(await raw, { data: { ignored: true, more: 1 } });
  });

  test('a handleMessage that throws fails its request and nothing else', async () => {
    script = [{ broken: true }];
    await assert.rejects(handle.start({}), { name: 'RangeError', message: 'broken on purpose' });
    fake.send(pluginEvent(handle, { broken: true }));
    script = [{ result: 'fine' }];
    assert.deepEqual(await handle.start({}), { result: 'fine' });
  });

  test('the handle of a transaction', async () => {
    const other = await handle.session.attach(Mine);
    script = [];
    const request = handle.decorateRequest({ janus: 'message', body: {} });
    assert.equal(handle.ownsTransaction(request.transaction), false, 'not sent yet');
    const open = handle.sendRequest(request);
    await settled();
    assert.equal(handle.ownsTransaction(request.transaction), true);
    assert.equal(other.ownsTransaction(request.transaction), false);
    other.closeTransactionWithSuccess(request.transaction, 'of another');
    other.closeTransactionWithError(request.transaction, new Error('of another'));
    handle.closeTransactionWithSuccess('unknown', 'nothing');
    handle.closeTransactionWithSuccess(undefined, 'nothing');
    handle.closeTransactionWithSuccess(request.transaction, 'mine');
    handle.closeTransactionWithError(request.transaction, new Error('too late'));
    assert.equal(await open, 'mine');
    assert.equal(handle.ownsTransaction(request.transaction), false);
    await other.detach();
  });

  test('a late response is an event', async () => {
    script = [];
    const request = handle.decorateRequest({ janus: 'message', body: {} });
    await failure(handle.sendRequest(request, 10), 'timeout');
    const late = nextEvent(handle, RESULT);
    fake.send(pluginEvent(handle, { result: 'late' }, { transaction: request.transaction }));
    assert.deepEqual(await late, { result: 'late' });
  });

  test('helpers', () => {
    const message = { janus: 'event', jsep: { type: 'answer', sdp: 'v=0', e2ee: true } };
    assert.deepEqual(handle._getPluginEvent(message), {});
    const event = handle._newPluginEvent(message);
    assert.deepEqual(event, { event: null, data: { jsep: message.jsep, e2ee: true } });
    assert.equal(handle._getPluginEvent(message), event);
    assert.deepEqual(Object.keys(message), ['janus', 'jsep']);
    assert.equal(new Handle(handle.session, 1).handleMessage(message), null);
  });
});

test("a method that only Janode calls is warned of, once for each class", async () => {
  class OfJanode extends Handle {
    _handleMessage() {}
  }
  const fake = await startFake();
  const connection = await connect(fake.config);
  const session = await connection.create();
  const warnings = [];
  Logger.setSink((level, [text]) => warnings.push([level, text]));
  for (const Class of [OfJanode, OfJanode, MineHandle]) await session.attach({ id: ECHO, Handle: Class });
  Logger.setSink();
  assert.equal(warnings.length, 1);
  assert.match(warnings[0].join(), /^warning,.*_handleMessage of OfJanode is never called: override handleMessage/);
  await connection.close();
  await fake.stop();
});
