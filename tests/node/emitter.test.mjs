// The emitter behaves as Node's: one table, run on both.
import assert from 'node:assert/strict';
import events, { EventEmitter } from 'node:events';
import { after, before, describe, test } from 'node:test';

import { connect } from 'bifrons';

import { pluginEvent, startFake } from './support/fake.mjs';

let fake;
let connection;
let Ours;
before(async () => {
  fake = await startFake();
  connection = await connect(fake.config);
  Ours = Object.getPrototypeOf(Object.getPrototypeOf(await connection.create())).constructor;
});
after(async () => {
  await connection.close();
  await fake.stop();
});

/** Listeners that write their names down. */
function writers() {
  const written = [];
  const writer = (name) => (...args) => void written.push([name, ...args].join(' '));
  return { written, a: writer('a'), b: writer('b'), c: writer('c') };
}

/** Each acts on an emitter and returns what is to be the same for both. */
const table = {
  'listeners are called in order, with the arguments and the emitter as this'(emitter) {
    const seen = [];
    emitter.on('x', function listener(...args) { seen.push(1, this === emitter, ...args); });
    emitter.prependListener('x', () => seen.push(0));
    return [emitter.emit('x', 'one', 'two'), seen, emitter.emit('y')];
  },
  'every method that adds or removes returns the emitter'(emitter) {
    const { a } = writers();
    const methods = ['on', 'once', 'addListener', 'prependListener', 'prependOnceListener', 'off', 'removeListener'];
    return methods.map((method) => emitter[method]('x', a) === emitter).concat(emitter.removeAllListeners() === emitter);
  },
  'once(f) and on(f) are entries of their own'(emitter) {
    const { a, written } = writers();
    emitter.once('x', a).on('x', a);
    emitter.emit('x', 1);
    emitter.emit('x', 2);
    return [written, emitter.listenerCount('x')];
  },
  'on(f) and once(f) are entries of their own'(emitter) {
    const { a, written } = writers();
    emitter.on('x', a).once('x', a);
    emitter.emit('x', 1);
    emitter.emit('x', 2);
    return [written, emitter.listenerCount('x')];
  },
  'off removes the entry that was added last'(emitter) {
    const { a, b, written } = writers();
    emitter.on('x', a).on('x', b).on('x', a).off('x', a);
    emitter.emit('x');
    return written;
  },
  'off removes what once added'(emitter) {
    const { a, written } = writers();
    emitter.once('x', a).off('x', a);
    return [emitter.emit('x'), written];
  },
  'a nested emit does not call a once listener again'(emitter) {
    let calls = 0;
    emitter.on('x', (depth) => depth < 3 && emitter.emit('x', depth + 1));
    emitter.once('x', () => (calls += 1));
    emitter.emit('x', 0);
    return calls;
  },
  'a once listener is removed before it is called'(emitter) {
    const counts = [];
    emitter.once('x', () => counts.push(emitter.listenerCount('x')));
    emitter.emit('x');
    return counts;
  },
  'a listener added while an event is emitted gets the next one'(emitter) {
    const { a, written } = writers();
    emitter.once('x', () => emitter.on('x', a));
    emitter.emit('x', 1);
    emitter.emit('x', 2);
    return written;
  },
  'a listener removed while an event is emitted is still called'(emitter) {
    const { a, written } = writers();
    emitter.on('x', () => emitter.off('x', a)).on('x', a);
    emitter.emit('x', 1);
    emitter.emit('x', 2);
    return written;
  },
  'listeners are the functions that were added'(emitter) {
    const { a, b } = writers();
    emitter.on('x', a).once('x', b);
    const [first, second] = emitter.listeners('x');
    return [first === a, second === b, emitter.listeners('y')];
  },
  'rawListeners has what removes a once listener'(emitter) {
    const { a, b, written } = writers();
    emitter.on('x', a).once('x', b);
    const [first, second] = emitter.rawListeners('x');
    const emitted = [first === a, second === b, second.listener === b, emitter.rawListeners('y')];
    second('raw');
    return [emitted, written, emitter.listenerCount('x')];
  },
  'off takes what rawListeners gave'(emitter) {
    const { a } = writers();
    emitter.once('x', a);
    emitter.off('x', emitter.rawListeners('x')[0]);
    return emitter.listenerCount('x');
  },
  'lists that were given do not change'(emitter) {
    const { a, b } = writers();
    emitter.on('x', a);
    const [listeners, raw] = [emitter.listeners('x'), emitter.rawListeners('x')];
    emitter.on('x', b);
    return [listeners.length, raw.length];
  },
  'newListener comes before the listener is there'(emitter) {
    const emitted = [];
    const { a, b } = writers();
    emitter.on('newListener', (event, listener) => emitted.push([event, listener === a || listener === b, emitter.listenerCount(event)]));
    emitter.on('x', a).once('y', b).prependOnceListener('y', a).on('newListener', a);
    return emitted;
  },
  'newListener may add a listener before the one that comes'(emitter) {
    const { a, b, written } = writers();
    emitter.once('newListener', (event) => emitter.on(event, b));
    emitter.on('x', a).emit('x');
    return written;
  },
  'removeListener is emitted after the removal'(emitter) {
    const emitted = [];
    const { a, b, c } = writers();
    // Node gives what it called itself, if a once listener is one of several.
    const added = (listener) => [a, b, c].indexOf(listener.listener ?? listener);
    emitter.on('removeListener', (event, listener) => emitted.push([event, added(listener), emitter.listenerCount(event)]));
    emitter.on('x', a).once('x', b).on('x', c).off('x', a).off('x', a).emit('x');
    emitter.removeAllListeners('x').removeAllListeners('x');
    return emitted;
  },
  'removeAllListeners emits the last listener first, and removes the listeners of removeListener last'(emitter) {
    const emitted = [];
    const { a, b, c } = writers();
    emitter.on('removeListener', (event, listener) => emitted.push([event, [a, b, c].indexOf(listener)]));
    emitter.on('x', a).on('x', b).on('y', c);
    emitter.removeAllListeners();
    return [emitted, emitter.eventNames()];
  },
  'several listeners of removeListener'(emitter) {
    const emitted = [];
    const { a } = writers();
    emitter.on('removeListener', (event) => emitted.push(`1 ${event}`)).on('removeListener', (event) => emitted.push(`2 ${event}`));
    emitter.on('x', a).removeAllListeners();
    return emitted;
  },
  'names are those of events with listeners, symbols too'(emitter) {
    const { a } = writers();
    const symbol = Symbol('s');
    emitter.on('x', a).on(symbol, a).on('y', a).off('y', a);
    return emitter.eventNames().map((name) => (name === symbol ? 'symbol' : name));
  },
  'listenerCount of one listener'(emitter) {
    const { a, b } = writers();
    emitter.on('x', a).once('x', a).on('x', b);
    return ['x', 'y'].flatMap((event) => [emitter.listenerCount(event), emitter.listenerCount(event, a), emitter.listenerCount(event, b)]);
  },
  'a name like a member of every object is a name'(emitter) {
    const { a, written } = writers();
    for (const name of ['__proto__', 'constructor', 'toString']) emitter.on(name, a).emit(name, name);
    return [written, emitter.eventNames()];
  },
  'a value that is no function is refused'(emitter) {
    const methods = ['on', 'once', 'addListener', 'prependListener', 'prependOnceListener', 'off', 'removeListener'];
    return methods.flatMap((method) => [undefined, null, 'text', {}].map((wrong) => {
      try {
        emitter[method]('x', wrong);
      } catch (error) {
        return error instanceof TypeError;
      }
      return 'accepted';
    }));
  },
  async 'events.once'(emitter) {
    const waiting = events.once(emitter, 'x');
    emitter.emit('x', 1, 2);
    return [await waiting, emitter.eventNames()];
  },
  async 'events.once, aborted'(emitter) {
    const controller = new AbortController();
    const waiting = events.once(emitter, 'x', { signal: controller.signal });
    controller.abort();
    return [await waiting.catch(({ name }) => name), emitter.eventNames()];
  },
  async 'events.on'(emitter) {
    const controller = new AbortController();
    const iterator = events.on(emitter, 'x', { signal: controller.signal });
    emitter.emit('x', 1);
    emitter.emit('x', 2);
    const seen = [(await iterator.next()).value, (await iterator.next()).value];
    controller.abort();
    return [seen, await iterator.next().catch(({ name }) => name), emitter.eventNames()];
  },
  'events.getEventListeners'(emitter) {
    const { a, b } = writers();
    emitter.on('x', a).once('x', b);
    return events.getEventListeners(emitter, 'x').map((listener) => listener === a || listener === b);
  },
};

describe('as in Node', () => {
  for (const [name, act] of Object.entries(table)) {
    test(name, async () => assert.deepEqual(await act(new Ours()), await act(new EventEmitter())));
  }
});

describe('a signal removes a listener', () => {
  for (const method of ['on', 'once', 'addListener', 'prependListener', 'prependOnceListener']) {
    test(method, () => {
      const emitter = new Ours();
      const controller = new AbortController();
      const { a, b, written } = writers();
      const removed = [];
      emitter.on('removeListener', (event, listener) => removed.push(event, listener === a));
      emitter.on('x', b)[method]('x', a, { signal: controller.signal });
      controller.abort();
      emitter.emit('x');
      assert.deepEqual([written, removed], [['b'], ['x', true]]);
      emitter[method]('x', a, { signal: controller.signal });
      assert.equal(emitter.listenerCount('x'), 1, 'one that has aborted adds none');
    });
  }

  test('the signal is forgotten with its listener', () => {
    const { signal } = new AbortController();
    const emitter = new Ours();
    const { a, b, c } = writers();
    emitter.on('x', a, { signal }).once('x', b, { signal }).on('x', c, { signal });
    assert.equal(events.getEventListeners(signal, 'abort').length, 1);
    emitter.off('x', a).emit('x');
    emitter.removeAllListeners();
    assert.equal(events.getEventListeners(signal, 'abort').length, 0);
  });
});

test('a listener of listeners does not end the wait of events', async () => {
  const session = await connection.create();
  const handle = await session.attach('janus.plugin.fake');
  handle.on('newListener', () => {}).on('removeListener', () => {});
  fake.send(pluginEvent(handle, { n: 1 }));
  await connection.ping();
  const [{ data }] = await events.once(handle, 'handle_event');
  assert.deepEqual(data, { n: 1 });
});
