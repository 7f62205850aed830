// Fields and options that this version does not know, and Janus's own names of known ones.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';

import { connect, Logger } from 'bifrons';
import AudioBridge from 'bifrons/plugins/audiobridge';
import EchoTest from 'bifrons/plugins/echotest';
import Lua from 'bifrons/plugins/lua';
import Sip from 'bifrons/plugins/sip';
import Streaming from 'bifrons/plugins/streaming';
import { TextRoomChannel } from 'bifrons/plugins/textroom';
import VideoRoom from 'bifrons/plugins/videoroom';

import { failure, nextEvent } from './support/expect.mjs';
import { pluginEvent, startFake } from './support/fake.mjs';

let fake;
let connection;
let session;
let data;
let warnings;
before(async () => {
  const respond = ({ janus, handle_id }) => (janus === 'message' ? { janus: 'event', sender: handle_id, plugindata: { plugin: 'janus.plugin.fake', data } } : undefined);
  fake = await startFake(respond);
  connection = await connect(fake.config);
  session = await connection.create();
  Logger.setSink((level, [text]) => level === 'warning' && warnings.push(text));
});
beforeEach(() => {
  warnings = [];
});
after(async () => {
  Logger.setSink();
  await connection.close();
  await fake.stop();
});

const lastBody = () => fake.received('message').at(-1).body;

describe('what Janus sends', () => {
  test('known fields only: there is no `extra`', async () => {
    const handle = await session.attach(EchoTest);
    data = { echotest: 'event', result: 'ok' };
    const result = await handle.start();
    assert.deepEqual(result, { result: 'ok' });
    assert.equal('extra' in result, false);
  });

  test('an unknown field stays where it is, and is in `extra`, which is not enumerable', async () => {
    const handle = await session.attach(EchoTest);
    data = { echotest: 'event', result: 'ok', newer: [1], newest: null };
    const result = await handle.start();
    assert.deepEqual(result, { result: 'ok', newer: [1], newest: null });
    assert.deepEqual(result.extra, { newer: [1], newest: null });
    assert.deepEqual(JSON.parse(JSON.stringify(result)), { result: 'ok', newer: [1], newest: null });
    assert.deepEqual(structuredClone(result), { result: 'ok', newer: [1], newest: null });
  });

  test('in events, and in objects and lists inside', async () => {
    const handle = await session.attach(VideoRoom);
    const event = nextEvent(handle, 'videoroom_publisher_list');
    const stream = { type: 'audio', mindex: 0, mid: '0', newer: 3 };
    fake.send(pluginEvent(handle, { videoroom: 'event', room: 1, newer: 1, publishers: [{ id: 7, audio_codec: 'opus', newer: 2, streams: [stream] }, { id: 8 }] }));
    const { extra, publishers } = await event;
    assert.deepEqual([extra, publishers[0].extra, publishers[0].streams[0].extra], [{ newer: 1 }, { newer: 2 }, { newer: 3 }]);
    assert.deepEqual(publishers[1], { feed: 8 });
    assert.equal(publishers[1].extra, undefined);
  });

  test('fields with Janus’s other names and fields of the envelope are known', async () => {
    const handle = await session.attach(VideoRoom);
    data = { videoroom: 'joined', room: 1, id: 7, private_id: 3, publishers: [], attendees: [{ id: 9, display: 'x' }] };
    const joined = await handle.joinPublisher({ room: 1, display: 'me' });
    assert.equal(joined.extra, undefined);
    assert.equal(joined.attendees[0].extra, undefined);
  });

  test('a field that is called `extra`', async () => {
    const handle = await session.attach(EchoTest);
    data = { echotest: 'event', result: 'ok', extra: 5 };
    const result = await handle.start();
    assert.deepEqual(result.extra, { extra: 5 });
    assert.deepEqual(Object.keys(result), ['result']);
  });

  test('results and events that the package changes keep it', async () => {
    const room = await session.attach(VideoRoom);
    const talking = nextEvent(room, 'videoroom_talking');
    fake.send(pluginEvent(room, { videoroom: 'talking', room: 1, id: 7, newer: 1 }));
    assert.deepEqual([(await talking).talking, (await talking).extra], [true, { newer: 1 }]);
    const forwarders = [{ stream_id: 3, type: 'audio', host: '::1', port: 5000, newer: 2 }];
    data = { videoroom: 'rtp_forward', room: 1, publisher_id: 7, forwarders, newer: 1 };
    const forwarded = await room.startForward({ room: 1, feed: 7, host: '::1', streams: [] });
    assert.deepEqual(forwarded, { room: 1, feed: 7, newer: 1, forwarders: [{ host: '::1', audio_stream: 3, audio_port: 5000, newer: 2 }] });
    assert.deepEqual([forwarded.extra, forwarded.forwarders[0].extra], [{ newer: 1 }, { newer: 2 }]);
    data = { videoroom: 'event', room: 1, left: 'ok', newer: 1 };
    assert.deepEqual((await room.leave()).extra, { newer: 1 });

    const bridge = await session.attach(AudioBridge);
    const one = nextEvent(bridge, 'audiobridge_peer_configured');
    fake.send(pluginEvent(bridge, { audiobridge: 'event', room: 1, newer: 1, participants: [{ id: 5, muted: true, newest: 2 }] }));
    assert.deepEqual(await one, { room: 1, newer: 1, feed: 5, muted: true, newest: 2 });
    assert.deepEqual((await one).extra, { newer: 1, newest: 2 });

    const streaming = await session.attach(Streaming);
    data = { streaming: 'event', result: { status: 'preparing', newer: 1 } };
    const watched = await streaming.watch({ id: 3 });
    assert.deepEqual([watched, watched.extra], [{ id: 3, status: 'preparing', newer: 1 }, { newer: 1 }]);

    const sip = await session.attach(Sip);
    data = { sip: 'event', call_id: 'c', result: { event: 'accepted', username: 'sip:a@b', newer: 1 } };
    assert.deepEqual((await sip.call({ uri: 'sip:a@b', jsep: { type: 'offer', sdp: '' } })).extra, { newer: 1 });
  });

  test('a script’s fields are all its own', async () => {
    const handle = await session.attach(Lua);
    data = { anything: 1 };
    const result = await handle.ask({ whatever: 2 });
    assert.deepEqual([result.anything, result.extra, warnings], [1, undefined, []]);
  });
});

describe('what the application sends', () => {
  test('an unknown field is sent, and logged once with the most similar name', async () => {
    const handle = await session.attach(VideoRoom);
    data = { videoroom: 'created', room: 1 };
    for (let i = 0; i < 2; i++) await handle.create({ room: 1, max_publisers: 3, description: 'd' });
    assert.deepEqual(lastBody(), { request: 'create', room: 1, max_publisers: 3, description: 'd' });
    assert.equal(warnings.length, 1);
    assert.match(warnings[0], /"create" has no field "max_publisers", .* did you mean "max_publishers"\?$/);
    data = { videoroom: 'edited', room: 1 };
    await handle.edit({ room: 1, max_publisers: 3 });
    assert.equal(warnings.length, 2, 'of another request');
    await handle.edit({ room: 1, nothing_like_it: 3 });
    assert.match(warnings[2], /has no field "nothing_like_it", which is sent to Janus all the same$/);
  });

  test('a field without a value is not sent and not logged', async () => {
    const handle = await session.attach(VideoRoom);
    data = { videoroom: 'created', room: 1 };
    await handle.create({ room: 1, unheard_of: undefined, unheard: null });
    assert.deepEqual([lastBody(), warnings], [{ request: 'create', room: 1 }, []]);
  });

  test('fields of objects in lists', async () => {
    const handle = await session.attach(VideoRoom);
    data = { videoroom: 'attached', room: 1, streams: [] };
    await handle.joinSubscriber({ room: 1, streams: [{ feed: 7, mdi: '0' }, { feed: 8, mdi: '0' }, null] });
    assert.deepEqual(warnings.map((text) => text.match(/no field (.*)$/)[1]), ['"streams.mdi", which is sent to Janus all the same: did you mean "streams.mid"?']);
  });

  test('a short name that differs in more than one letter is not similar', async () => {
    const handle = await session.attach(VideoRoom);
    data = { videoroom: 'event', room: 1, configured: 'ok' };
    await handle.configure({ feed: 7 });
    assert.match(warnings[0], /has no field "feed", which is sent to Janus all the same$/);
  });

  test('no more than 32 fields of a request are logged', async () => {
    const handle = await session.attach(VideoRoom);
    data = { videoroom: 'success' };
    for (let i = 0; i < 40; i++) await handle.kick({ room: 1, feed: 2, [`${'x'.repeat(1000)}${i}`]: 1 });
    assert.equal(warnings.length, 32);
    assert.ok(warnings.every((text) => text.length < 300));
  });

  test('Janus’s own name is accepted where the package has another one, which wins', async () => {
    const handle = await session.attach(VideoRoom);
    data = { videoroom: 'created', room: 1 };
    await handle.create({ room: 1, publishers: 12 });
    assert.deepEqual(lastBody(), { request: 'create', room: 1, publishers: 12 });
    await handle.create({ room: 1, publishers: 12, max_publishers: 6 });
    assert.equal(lastBody().publishers, 6);
    data = { videoroom: 'joined', room: 1, id: 5, publishers: [] };
    await handle.joinPublisher({ room: 1, id: 5 });
    assert.deepEqual(lastBody(), { request: 'join', ptype: 'publisher', room: 1, id: 5 });
    data = { videoroom: 'event', room: 1, configured: 'ok' };
    await handle.configure({ fallback: 250_000 });
    assert.equal(lastBody().fallback, 250_000, 'in Janus’s unit');
    assert.deepEqual(warnings, []);
  });

  test('Janus’s name is not accepted where the package has it for another field', async () => {
    const handle = await session.attach(Streaming);
    data = { streaming: 'event', result: { status: 'preparing' } };
    await handle.watch({ id: 1, audio: true });
    assert.deepEqual([lastBody().offer_audio, lastBody().audio], [true, undefined]);
  });

  test('over a data channel', async () => {
    const sent = [];
    const channel = new TextRoomChannel({ send: (text) => sent.push(JSON.parse(text)) });
    void channel.message({ room: 1, text: 'hello', tos: ['a'], akc: false }, { timeout_ms: 0 });
    assert.equal(sent[0].akc, false);
    assert.match(warnings[0], /"message" has no field "akc", .* did you mean "ack"\?$/);
  });
});

describe('a configuration', () => {
  const address = { url: 'ws://127.0.0.1:1' };
  const wrong = {
    reconect: [{ address, reconect: true }, '"reconect": did you mean "reconnect"?'],
    request_timeout: [{ address, request_timeout: 5 }, '"request_timeout": did you mean "request_timeout_ms"?'],
    'address.api_secret': [{ address: { ...address, api_secret: 's' } }, '"address.api_secret": did you mean "address.apisecret"?'],
    'the second address': [{ address: [address, { ...address, Token: 's' }] }, '"address.Token": did you mean "address.token"?'],
    'reconnect.within_sec': [{ address, reconnect: { within_sec: 5 } }, '"reconnect.within_sec": did you mean "reconnect.within_secs"?'],
    'a name like no other': [{ address, reconnect: { jitter: 5 } }, '"reconnect.jitter": expected one of within_secs, rebuild'],
  };
  for (const [name, [config, text]] of Object.entries(wrong)) {
    test(name, async () => {
      await failure(Promise.resolve().then(() => connect(config)), 'invalid_config', `invalid configuration, unknown parameter ${text}`);
    });
  }

  test('another entry of a list may have options of another version', async () => {
    const list = [{ server_key: 'other', address, later: 1 }, { ...fake.config, server_key: 'this' }];
    await (await connect(list, 'this')).close();
  });
});
