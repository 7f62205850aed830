// Events of handles without a reader: the engine holds them, drops what may go, and ends a handle that overflows.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { connect, EVENT, Logger } from 'bifrons';
import AudioBridge from 'bifrons/plugins/audiobridge';
import Sip from 'bifrons/plugins/sip';
import VideoRoom from 'bifrons/plugins/videoroom';

import { failure, nextEvent, settled } from './support/expect.mjs';
import { pluginEvent, startFake } from './support/fake.mjs';

const PLUGIN = 'janus.plugin.fake';

/** A session with a fake server; `more` goes into the configuration. */
async function begin(t, more = {}, respond = undefined) {
  const fake = await startFake(respond);
  const connection = await connect({ ...fake.config, ...more });
  t.after(async () => {
    await connection.close();
    await fake.stop();
  });
  const session = await connection.create();
  return { fake, connection, session, readAll: () => connection.ping() };
}

const core = (handle, janus, more = {}) => ({ janus, session_id: handle.session.id, sender: handle.id, ...more });

/** The events that a listener of all of them gets, in order: their data by `show`, or their names. */
async function read(handle, names, show = () => undefined) {
  const seen = [];
  for (const name of names) handle.on(name, (data) => seen.push(show(name, data) ?? name));
  await settled();
  return seen;
}

describe('above the bound of a handle', () => {
  test('media events are dropped, the oldest first, and a `videoroom_leaving` before them stays', async (t) => {
    const { fake, connection, session, readAll } = await begin(t);
    const handle = await session.attach(VideoRoom);
    fake.send(pluginEvent(handle, { videoroom: 'event', room: 1, leaving: 5 }));
    for (let mid = 0; mid < 1030; mid += 1) fake.send(core(handle, 'media', { mid: String(mid), receiving: true }));
    await readAll();
    const seen = await read(handle, ['videoroom_leaving', EVENT.HANDLE_MEDIA, EVENT.HANDLE_MISSED], (_, { feed, mid, count }) => feed ?? mid ?? -count);
    assert.deepEqual([seen.slice(0, 3), seen.at(-1), seen.length], [[5, -8, '8'], '1029', 1024]);
    assert.equal(connection.stats().dropped, 8);
  });

  test('only the plugin\'s droppable events are dropped', async (t) => {
    const { fake, session, readAll } = await begin(t, { max_events: 4 });
    const cases = [
      [VideoRoom, 'videoroom_', (data) => ({ videoroom: 'talking', room: 1, id: 7, ...data }), { videoroom: 'event', room: 1, leaving: 5 }],
      [AudioBridge, 'audiobridge_peer_', (data) => ({ audiobridge: 'talking', room: 1, id: 7, ...data }), { audiobridge: 'event', room: 1, leaving: 5 }],
    ];
    for (const [plugin, name, talking, leaving] of cases) {
      const handle = await session.attach(plugin);
      fake.send(pluginEvent(handle, leaving));
      fake.send(pluginEvent(handle, talking({ n: 0 }), { jsep: { type: 'offer', sdp: 'v=0' } }));
      for (let n = 1; n < 6; n += 1) fake.send(pluginEvent(handle, talking({ n })));
      fake.send(pluginEvent(handle, leaving));
      await readAll();
      const seen = [];
      for await (const { event, data } of handle) {
        seen.push(event === EVENT.HANDLE_MISSED ? -data.count : event);
        if (event === `${name}leaving` && seen.length > 1) break;
      }
      assert.deepEqual(seen.slice(1, -1), [`${name}talking`, -5], `${name}: all but the one with an SDP`);
    }
  });

  test('an unknown plugin and a plugin without such events lose nothing', async (t) => {
    const { fake, session, readAll } = await begin(t, { max_events: 4 });
    for (const plugin of [PLUGIN, Sip]) {
      const handle = await session.attach(plugin);
      for (let n = 0; n < 16; n += 1) fake.send(pluginEvent(handle, { n }));
      await readAll();
      const seen = await read(handle, [EVENT.HANDLE_EVENT, EVENT.HANDLE_MISSED], (_, { data }) => data?.n);
      assert.deepEqual(seen, Array.from({ length: 16 }, (_, n) => n));
    }
  });

  test('at four times the bound the handle ends with `overflow`; other handles continue', async (t) => {
    const { fake, session, readAll } = await begin(t, { max_events: 4 });
    const [handle, other] = [await session.attach(PLUGIN), await session.attach(PLUGIN)];
    const came = [];
    other.on(EVENT.HANDLE_EVENT, ({ data }) => came.push(data.n));
    for (let n = 0; n < 17; n += 1) {
      fake.send(pluginEvent(handle, { n }));
      fake.send(pluginEvent(other, { n }));
    }
    await readAll();
    assert.deepEqual(came, Array.from({ length: 17 }, (_, n) => n));
    await failure(handle.message({}), 'handle_detached', /overflow|too many|not read/);
    assert.deepEqual(fake.received('detach').map(({ handle_id }) => handle_id), [handle.id]);
    const seen = await read(handle, [EVENT.HANDLE_EVENT, EVENT.HANDLE_DETACHED], (_, { data, reason }) => reason ?? data.n);
    assert.deepEqual(seen, [...Array.from({ length: 17 }, (_, n) => n), 'overflow']);
  });

  test('the same for a loop that is slower than its events', async (t) => {
    const { fake, session, readAll } = await begin(t, { max_events: 4 });
    const handle = await session.attach(PLUGIN);
    const seen = [];
    fake.send(pluginEvent(handle, { n: 0 }));
    for await (const { event, data } of handle) {
      seen.push(data.data?.n ?? data.mid ?? data.count ?? event);
      if (seen.length === 1) {
        for (let mid = 0; mid < 10; mid += 1) fake.send(core(handle, 'media', { mid: String(mid) }));
        await readAll();
      }
      if (data.mid === '9') break;
    }
    assert.deepEqual(seen, [0, 7, '7', '8', '9']);
  });
});

test('handles that are not read do not stop the others, below the bound of the connection', async (t) => {
  const { fake, connection, session, readAll } = await begin(t);
  const read = await session.attach(PLUGIN);
  let came = 0;
  read.on(EVENT.HANDLE_EVENT, () => { came += 1; });
  for (let unread = 0; unread < 5; unread += 1) {
    const handle = await session.attach(PLUGIN);
    for (let n = 0; n < 3000; n += 1) fake.send(core(handle, 'slowlink', { mid: '0' }));
    fake.send(pluginEvent(read, {}));
  }
  await readAll();
  assert.deepEqual([came, connection.stats().reading_stops], [5, 0]);
});

test('the bound of the connection stops reading for a moment; the connection goes on', async (t) => {
  const { fake, connection, session, readAll } = await begin(t, { max_held_events: 10 });
  const handle = await session.attach(PLUGIN);
  for (let n = 0; n < 12; n += 1) fake.send(pluginEvent(handle, { n }));
  await readAll();
  assert.equal(connection.stats().reading_stops, 1);
});

test('invalid bounds are refused', async () => {
  const address = { url: 'ws://127.0.0.1:1' };
  for (const name of ['max_events', 'max_held_events']) {
    await failure(connect({ address, [name]: 0 }), 'invalid_config', new RegExp(name));
    for (const bound of [-1, '5', NaN, Infinity]) {
      await failure(connect({ address, [name]: bound }), 'invalid_config', `invalid configuration, "${name}" must be a number from 0 on, not Infinity`);
    }
  }
});

describe('the application reads a handle by', () => {
  const ways = {
    on: (handle, listener) => handle.on('anything', listener),
    once: (handle, listener) => handle.once('anything', listener),
    addListener: (handle, listener) => handle.addListener('anything', listener),
    prependListener: (handle, listener) => handle.prependListener('anything', listener),
    prependOnceListener: (handle, listener) => handle.prependOnceListener('anything', listener),
  };
  for (const [name, way] of Object.entries(ways)) {
    test(`${name}: events without a listener are lost from then on`, async (t) => {
      const { fake, session, readAll } = await begin(t);
      const handle = await session.attach(PLUGIN);
      fake.send(pluginEvent(handle, { n: 1 }));
      await readAll();
      way(handle, () => {});
      await settled();
      const seen = await read(handle, [EVENT.HANDLE_EVENT], (_, { data }) => data.n);
      fake.send(pluginEvent(handle, { n: 2 }));
      await readAll();
      assert.deepEqual(seen, [2]);
    });
  }

  test('no request of a plain handle, no listener of listeners, and no removal does', async (t) => {
    const { fake, session, readAll } = await begin(t);
    const handle = await session.attach(VideoRoom);
    fake.send(core(handle, 'webrtcup'));
    await handle.trickle();
    await handle.message({}).catch(() => {});
    handle.on('newListener', () => {}).on('removeListener', () => {}).removeAllListeners();
    await readAll();
    assert.deepEqual(await read(handle, [EVENT.HANDLE_WEBRTCUP]), [EVENT.HANDLE_WEBRTCUP]);
  });

  test('a loop does, and after it a listener, without a gap', async (t) => {
    const { fake, session, readAll } = await begin(t);
    const handle = await session.attach(PLUGIN);
    for (const n of [1, 2, 3]) fake.send(pluginEvent(handle, { n }));
    await readAll();
    for await (const { data } of handle) {
      assert.equal(data.data.n, 1);
      break;
    }
    fake.send(pluginEvent(handle, { n: 4 }));
    await readAll();
    assert.deepEqual(await read(handle, [EVENT.HANDLE_EVENT], (_, { data }) => data.n), [2, 3, 4]);
  });
});

test('an event that ends no request keeps its place among those that are held', async (t) => {
  const result = (event, more) => ({ janus: 'event', plugindata: { plugin: Sip.id, data: { call_id: 'c', result: { event, ...more } } } });
  const { session, readAll } = await begin(t, {}, ({ janus, session_id, handle_id: sender, transaction }) => janus !== 'message' ? undefined : [
    { janus: 'ack' },
    ...['calling', 'ringing'].map((event) => ({ ...result(event), sender, transaction })),
    { janus: 'webrtcup', session_id, sender, transaction: undefined },
    { ...result('accepted', { username: 'sip:b@c' }), sender, transaction },
    { ...result('info', { type: 'a/b', content: 'c' }), sender, transaction: undefined },
  ]);
  const handle = await session.attach(Sip);
  await handle.call({ uri: 'sip:b@c', jsep: { type: 'offer', sdp: 'v=0' } });
  await readAll();
  const order = ['sip_calling', 'sip_ringing', EVENT.HANDLE_WEBRTCUP, 'sip_info'];
  assert.deepEqual(await read(handle, [...order].reverse()), order);
});

test('the id of a handle that was attached again is known before it is read', async (t) => {
  let ended = false;
  const { fake, session, readAll } = await begin(t, { reconnect: { rebuild: true } }, ({ janus }) => {
    if (janus !== 'keepalive' && janus !== 'claim') return undefined;
    return ended ? { janus: 'error', error: { code: 458, reason: 'No such session' } } : undefined;
  });
  const handle = await session.attach(VideoRoom);
  handle.feed = 5;
  const before = handle.id;
  ended = true;
  Logger.setLevel('none');
  const resumed = nextEvent(session.connection, EVENT.CONNECTION_RESUMED);
  fake.socket.terminate();
  await resumed;
  await readAll();
  Logger.setLevel('info');
  assert.notEqual(handle.id, before);
  assert.equal(handle.feed, null);
  assert.deepEqual((await nextEvent(handle, EVENT.HANDLE_REBUILT)).id, handle.id);
});
