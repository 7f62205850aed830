// The cases that decided the form of the definitions, as the generated JavaScript reads and writes them.
// With --measure it also measures their cost, compared with a table that is applied at run time.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'bifrons-hard-cases-'));
after(() => rmSync(folder, { recursive: true }));
cpSync(join(root, 'pkg-template/lib'), join(folder, 'lib'), { recursive: true });
writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
// The tests do not use the engine.
writeFileSync(join(folder, 'lib/engine.js'), 'export const newCore = () => {}, loadEngine = () => {}, unreadableMember = () => {};');
const definitions = join(root, 'codegen/tests/hard_cases');
execFileSync('cargo', ['run', '--quiet', '--package', 'bifrons-codegen', '--', '--from', definitions, '--to', folder], { cwd: root });
const { VideoRoomHandle } = await import(join(folder, 'plugins/videoroom.js'));
const { SipHandle } = await import(join(folder, 'plugins/sip.js'));

/** A handle whose connection responds with `data`; `sent` are the requests. */
function handleOf(Class, ...responses) {
  const sent = [];
  const connection = {
    _log: { write() {}, end() {}, now: () => 0 },
    _countRefusal() {},
    _ask(command, options, pending) {
      command({ message: (_, members) => sent.push({ ...JSON.parse(`{${members}}`), options, responses: pending?.responses }) });
      return Promise.resolve({ plugindata: { data: responses.shift() } });
    },
  };
  return { handle: new Class({ connection }, 1), sent };
}

const publisher = (id) => ({
  id,
  display: `participant ${id}`,
  audio_codec: 'opus',
  video_codec: 'vp8',
  streams: [
    { type: 'audio', mindex: 0, mid: '0', codec: 'opus' },
    { type: 'video', mindex: 1, mid: '1', codec: 'vp8' },
  ],
});
const joined = { videoroom: 'joined', room: 1234, id: 7, private_id: 9, publishers: Array.from({ length: 20 }, (_, i) => publisher(i)) };

test('joinPublisher: the result contains the display name', async () => {
  const { handle, sent } = handleOf(VideoRoomHandle, { ...joined, publishers: [publisher(8)], constructor: 'a field' });
  const result = await handle.joinPublisher({ room: 1234, feed: 7, display: 'me', pin: null, newer: 1 });
  assert.deepEqual(sent[0].body, { request: 'join', ptype: 'publisher', room: 1234, id: 7, display: 'me', newer: 1 });
  assert.equal(result.feed, 7);
  assert.equal(result.display, 'me');
  assert.equal(result.constructor, 'a field');
  assert.deepEqual(Object.keys(result.publishers[0]).sort(), ['audiocodec', 'display', 'feed', 'streams', 'videocodec']);
});

test('configure: milliseconds become microseconds, and the request is unchanged', async () => {
  const { handle, sent } = handleOf(
    VideoRoomHandle,
    { videoroom: 'event', room: 1, configured: 'ok' },
    { videoroom: 'event', error_code: 437, error: 'Invalid SDP' },
  );
  await handle.configure({ sc_substream_layer: 0, sc_substream_fallback_ms: 250 });
  assert.deepEqual(sent[0].body, { request: 'configure', substream: 0, fallback: 250_000 });
  let hungUp = 0;
  handle.hangup = async () => hungUp++;
  await assert.rejects(handle.configure({ jsep: { type: 'offer', sdp: '' } }), { code: 'plugin_refused', plugin: 437 });
  assert.equal(hungUp, 1);
});

test('Janus’s own names are accepted, in Janus’s units; the package’s name wins', async () => {
  const { handle, sent } = handleOf(VideoRoomHandle, joined, joined, { videoroom: 'event', configured: 'ok' });
  await handle.joinPublisher({ room: 1234, id: 5 });
  await handle.joinPublisher({ room: 1234, id: 5, feed: 6 });
  await handle.configure({ fallback: 250_000 });
  assert.deepEqual(sent.map(({ body }) => body.id ?? body.fallback), [5, 6, 250_000]);
});

test('fields without a definition are in `extra`, also in lists; those with one are not', async () => {
  const { handle } = handleOf(VideoRoomHandle, { ...joined, publishers: [{ ...publisher(8), newer: 1 }, publisher(9)], newest: 2 });
  const { extra, publishers } = await handle.joinPublisher({ room: 1234 });
  assert.deepEqual([extra, publishers[0].extra, publishers[1].extra], [{ newest: 2 }, { newer: 1 }, undefined]);
});

test('startForward: names that depend on the type', async () => {
  const forwarders = [{ stream_id: 3, type: 'audio', host: '::1', port: 5000, ssrc: 1 }];
  const { handle } = handleOf(VideoRoomHandle, { videoroom: 'rtp_forward', room: 1, publisher_id: 7, forwarders });
  const result = await handle.startForward({ room: 1, feed: 7, host: '::1', streams: [] });
  assert.deepEqual(result, { room: 1, feed: 7, forwarders: [{ host: '::1', audio_stream: 3, audio_port: 5000, ssrc: 1 }] });
});

test('events: kicked before display, one’s own leaving', () => {
  const { handle } = handleOf(VideoRoomHandle);
  handle.feed = 7;
  const described = (data) => handle._describe({ plugindata: { data: { videoroom: 'event', room: 0, ...data } } });
  assert.deepEqual(described({ kicked: 8, display: 'Bob' }), ['videoroom_kicked', { room: 0, feed: 8, display: 'Bob' }]);
  assert.deepEqual(described({ leaving: 'ok', reason: 'kicked' }), ['videoroom_leaving', { room: 0, feed: 7, reason: 'kicked' }]);
  assert.deepEqual(described({ leaving: 0 }), ['videoroom_leaving', { room: 0, feed: 0 }]);
});

test('call: provisional events, and a failure by hangup', async () => {
  const progress = (event, more) => ({ sip: 'event', call_id: 'c', result: { event, ...more } });
  const { handle, sent } = handleOf(SipHandle, progress('accepted'), progress('hangup', { code: 486, reason: 'Busy Here' }));
  const jsep = { type: 'offer', sdp: 'v=0' };
  assert.equal((await handle.call({ uri: 'sip:bob@example.org', jsep })).result.event, 'accepted');
  assert.deepEqual(sent[0].responses, ['sip_accepted', 'sip_hangup']);
  assert.equal(sent[0].options.timeout_ms, 120_000);
  await assert.rejects(handle.call({ uri: 'sip:bob@example.org', jsep }), { plugin: 486 });
});

if (process.argv.includes('--measure')) {
  const { handle } = handleOf(VideoRoomHandle);
  const small = { videoroom: 'event', room: 1234, leaving: 8 };
  const messages = [small, joined].map((data) => JSON.stringify({ plugindata: { data } }));
  const tables = new Map([['id', 'feed'], ['audio_codec', 'audiocodec'], ['video_codec', 'videocodec'], ['leaving', 'feed']]);
  const byTable = (value) => {
    if (Array.isArray(value)) return value.map(byTable);
    if (value === null || typeof value !== 'object') return value;
    const out = {};
    for (const key of Object.keys(value)) out[tables.get(key) ?? key] = byTable(value[key]);
    return out;
  };
  const cost = (work) => {
    const times = Array.from({ length: 5 }, () => {
      const begun = process.hrtime.bigint();
      for (let i = 0; i < 20_000; i++) work();
      return Number(process.hrtime.bigint() - begun) / 20_000_000;
    });
    return times.sort((a, b) => a - b)[2].toFixed(2);
  };
  for (const text of messages) {
    const message = JSON.parse(text);
    console.log(`${text.length} bytes: JSON.parse ${cost(() => JSON.parse(text))} µs, generated ${cost(() => handle._describe(message))} µs, table ${cost(() => byTable(message.plugindata.data))} µs`);
  }
  for (const name of ['videoroom', 'sip']) {
    console.log(`${name}.js: ${readFileSync(join(folder, 'plugins', `${name}.js`)).length} bytes, written by hand: ${readFileSync(join(definitions, `${name}.rs`), 'utf8').split('\n').length} lines and ${readFileSync(join(definitions, `${name}.adapt.js`), 'utf8').split('\n').length} of adaptors`);
  }
}
