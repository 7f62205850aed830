// The events of handles, as the application gets them.
import assert from 'node:assert/strict';
import events from 'node:events';
import { after, before, describe, test } from 'node:test';

import { connect, EVENT } from 'bifrons';
import { Handle } from 'bifrons/handle';

import { failure, nextEvent, settled, within } from './support/expect.mjs';
import { pluginEvent, startFake } from './support/fake.mjs';

const PLUGIN = 'janus.plugin.fake';

let fake;
let connection;
let session;
before(async () => {
  fake = await startFake();
  connection = await connect(fake.config);
  session = await connection.create();
});
after(async () => {
  await connection.close();
  await fake.stop();
});

/** Waits until all messages of the server so far have been read. */
const readAll = () => connection.ping();

describe('events wait for the first listener', () => {
  test('in their order, of every kind', async () => {
    const handle = await session.attach(PLUGIN);
    fake.send(pluginEvent(handle, { n: 1 }));
    fake.send({ janus: 'webrtcup', session_id: session.id, sender: handle.id });
    fake.send(pluginEvent(handle, { n: 2 }));
    await readAll();
    const order = [];
    handle.on(EVENT.HANDLE_EVENT, ({ data }) => order.push(data.n));
    handle.prependListener(EVENT.HANDLE_WEBRTCUP, () => order.push('up'));
    assert.deepEqual(order, [], 'the code that listens goes on first');
    fake.send(pluginEvent(handle, { n: 3 }));
    await readAll();
    assert.deepEqual(order, [1, 'up', 2, 3]);
  });

  test('and then come in the order of the messages, whatever is between them', async () => {
    const handle = await session.attach(PLUGIN);
    const order = [];
    handle.on(EVENT.HANDLE_EVENT, ({ data }) => {
      order.push(data.n);
      // What a listener does has its effect before the next event.
      if (data.n === 3) handle.off(EVENT.HANDLE_WEBRTCUP, up);
    });
    const up = () => order.push('up');
    handle.on(EVENT.HANDLE_WEBRTCUP, up);
    await readAll();
    const { events } = connection.stats();
    for (const message of [1, 'up', 2, 3, 'up', 4]) {
      fake.send(message === 'up' ? { janus: 'webrtcup', session_id: session.id, sender: handle.id } : pluginEvent(handle, { n: message }));
    }
    fake.send({ janus: 'detached', session_id: session.id, sender: handle.id });
    fake.send(pluginEvent(handle, { n: 5 }));
    await readAll();
    assert.deepEqual(order, [1, 'up', 2, 3, 4]);
    assert.equal(connection.stats().events - events, 7, 'with the end; the last one is late');
  });

  test('that come in one piece with the response to attach', async () => {
    const own = await startFake(({ janus, session_id }) => janus !== 'attach' ? undefined : [
      { janus: 'success', data: { id: 5 } },
      { janus: 'event', session_id, sender: 5, plugindata: { plugin: PLUGIN, data: { early: true } } },
    ]);
    const other = await connect(own.config);
    const handle = await (await other.create()).attach(PLUGIN);
    assert.deepEqual((await nextEvent(handle, EVENT.HANDLE_EVENT)).data, { early: true });
    await other.close();
    await own.stop();
  });

  test('even the end', async () => {
    const handle = await session.attach(PLUGIN);
    fake.send(pluginEvent(handle, { last: true }));
    fake.send({ janus: 'detached', session_id: session.id, sender: handle.id });
    await readAll();
    const order = [];
    handle.once(EVENT.HANDLE_DETACHED, ({ reason }) => order.push(reason));
    handle.on(EVENT.HANDLE_EVENT, () => order.push('event'));
    await settled();
    assert.deepEqual(order, ['event', 'by_server']);
    assert.deepEqual(handle.eventNames(), []);
  });
});

describe('for await', () => {
  test('gives the events until the handle ends', async () => {
    const handle = await session.attach(PLUGIN);
    fake.send(pluginEvent(handle, { n: 1 }));
    const seen = [];
    const reading = (async () => {
      for await (const { event, data } of handle) {
        seen.push(event === EVENT.HANDLE_EVENT ? data.data.n : event);
        if (seen.length === 1) fake.send(pluginEvent(handle, { n: 2 }));
        if (seen.length === 2) handle.detach();
      }
    })();
    await within(reading, 'the end of the loop');
    assert.deepEqual(seen, [1, 2, EVENT.HANDLE_DETACHED]);
  });

  test('of a handle that ended before', async () => {
    const handle = await session.attach(PLUGIN);
    fake.send(pluginEvent(handle, { n: 1 }));
    await handle.detach();
    const seen = [];
    for await (const { event } of handle) seen.push(event);
    assert.deepEqual(seen, [EVENT.HANDLE_EVENT, EVENT.HANDLE_DETACHED]);
  });

  test('that is left loses nothing for the next one', async () => {
    const handle = await session.attach(PLUGIN);
    for (const n of [1, 2, 3]) fake.send(pluginEvent(handle, { n }));
    await readAll();
    const seen = [];
    for await (const { data } of handle) {
      seen.push(data.data.n);
      break;
    }
    fake.send(pluginEvent(handle, { n: 4 }));
    await readAll();
    for await (const { data } of handle) {
      seen.push(data.data.n);
      if (seen.length === 4) break;
    }
    assert.deepEqual(seen, [1, 2, 3, 4]);
    await handle.detach();
  });

  test('listeners get them, too', async () => {
    const handle = await session.attach(PLUGIN);
    const listened = [];
    handle.on(EVENT.HANDLE_EVENT, ({ data }) => listened.push(data.n));
    await settled();
    for (const n of [1, 2]) fake.send(pluginEvent(handle, { n }));
    const seen = [];
    for await (const { data } of handle) {
      seen.push(data.data?.n);
      if (seen.length === 2) break;
    }
    fake.send(pluginEvent(handle, { n: 3 }));
    await readAll();
    assert.deepEqual([seen, listened], [[1, 2], [1, 2, 3]]);
    await handle.detach();
  });

  test('two at a time are refused', async () => {
    const handle = await session.attach(PLUGIN);
    const first = handle[Symbol.asyncIterator]();
    const waiting = first.next();
    await failure(handle[Symbol.asyncIterator]().next(), 'invalid_argument', /iterated already/);
    await handle.detach();
    assert.equal((await waiting).value.event, EVENT.HANDLE_DETACHED);
  });

  test('a slow reader loses nothing and gets the loss of the connection as an event', async () => {
    const own = await startFake();
    const other = await connect(own.config);
    const handle = await (await other.create()).attach(PLUGIN);
    const reader = handle[Symbol.asyncIterator]();
    const next = reader.next();
    for (const n of [1, 2, 3]) own.send(pluginEvent(handle, { n }));
    await next;
    await other.ping();
    own.socket.terminate();
    await nextEvent(other, EVENT.CONNECTION_ERROR);
    const rest = [];
    for await (const { event } of { [Symbol.asyncIterator]: () => reader }) rest.push(event);
    assert.deepEqual(rest, [EVENT.HANDLE_EVENT, EVENT.HANDLE_EVENT, EVENT.HANDLE_DETACHED]);
    await own.stop();
  });
});

describe('the emitter', () => {
  test('events.once and events.on take it', async () => {
    const handle = await session.attach(PLUGIN);
    fake.send(pluginEvent(handle, { n: 1 }));
    const [{ data }] = await within(events.once(handle, EVENT.HANDLE_EVENT), 'events.once');
    assert.equal(data.n, 1);
    const stream = events.on(handle, EVENT.HANDLE_EVENT);
    fake.send(pluginEvent(handle, { n: 2 }));
    const { value: [second] } = await within(stream.next(), 'events.on');
    assert.equal(second.data.n, 2);
    await stream.return();
    assert.equal(handle.listenerCount(EVENT.HANDLE_EVENT), 0);
    await handle.detach();
  });

  test('a listener that throws affects nothing else', async () => {
    const handle = await session.attach(PLUGIN);
    const uncaught = [];
    const before = process.listeners('uncaughtException');
    process.removeAllListeners('uncaughtException');
    process.on('uncaughtException', (error) => uncaught.push(error.message));
    const seen = [];
    handle.on(EVENT.HANDLE_EVENT, () => { throw new Error('thrown by a listener'); });
    handle.on(EVENT.HANDLE_EVENT, ({ data }) => seen.push(data.n));
    fake.send(pluginEvent(handle, { n: 1 }));
    fake.send(pluginEvent(handle, { n: 2 }));
    await readAll();
    await settled();
    process.removeAllListeners('uncaughtException');
    for (const listener of before) process.on('uncaughtException', listener);
    assert.deepEqual(seen, [1, 2]);
    assert.deepEqual(uncaught, ['thrown by a listener', 'thrown by a listener']);
    await handle.detach();
  });

  test('has the methods of Node\'s', () => {
    const emitter = new Handle(session, 1);
    const seen = [];
    const listener = (...args) => seen.push(args);
    assert.equal(emitter.on('a', listener), emitter);
    emitter.addListener('a', listener).once('b', listener).prependListener('b', listener).prependOnceListener('b', listener);
    assert.deepEqual(emitter.eventNames(), ['a', 'b']);
    assert.deepEqual([emitter.listenerCount('a'), emitter.listenerCount('b'), emitter.listenerCount('c')], [2, 3, 0]);
    assert.deepEqual(emitter.listeners('a'), [listener, listener]);
    emitter.off('a', listener).removeListener('a', listener).off('c', listener);
    assert.equal(emitter.listenerCount('a'), 0);
    assert.equal(emitter.removeAllListeners('b').listenerCount('b'), 0);
    assert.equal(emitter.setMaxListeners(5), emitter);
    assert.equal(emitter.getMaxListeners(), Infinity);
    assert.throws(() => emitter.on('a', 'no function'), TypeError);
    assert.equal(connection.emit('unknown'), false);
    const error = new Error('without a listener');
    assert.equal(connection.emit('error', error), false);
  });

  test('once is once, also when the event comes again from within', () => {
    let calls = 0;
    connection.once('again', () => { calls += 1; connection.emit('again'); });
    connection.emit('again');
    assert.equal(calls, 1);
  });
});

describe('a handle by name', () => {
  test('does asynchronous requests and emits its events', async () => {
    const own = await startFake(({ janus, transaction, handle_id }) => janus !== 'message' ? undefined : [
      { janus: 'ack' }, { janus: 'event', sender: handle_id, transaction, plugindata: { plugin: PLUGIN, data: { done: true } } },
    ]);
    const other = await connect(own.config);
    const handle = await (await other.create()).attach(PLUGIN);
    assert.deepEqual((await handle.message({})).plugindata.data, { done: true });
    const came = nextEvent(handle, EVENT.HANDLE_EVENT);
    const jsep = { type: 'offer', sdp: 'v=0' };
    own.send(pluginEvent(handle, { n: 1 }, { jsep }));
    assert.deepEqual(await came, { data: { n: 1 }, jsep });
    await other.close();
    await own.stop();
  });
});
