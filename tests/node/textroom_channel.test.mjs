// What goes over TextRoom's data channel, as texts; tests/demo/chat.mjs has a real one.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { Logger } from 'bifrons';
import { TextRoomChannel } from 'bifrons/plugins/textroom';

import { failure, heard } from './support/expect.mjs';

const { EVENT } = TextRoomChannel;

/** A channel, and what Janus gets and says; `carrier` is what else the data channel has. */
function open(carrier = {}) {
  const listeners = {};
  const asked = [];
  const channel = new TextRoomChannel(Object.assign(carrier, {
    send: (text) => asked.push(JSON.parse(text)),
    addEventListener: (type, listener) => { listeners[type] = listener; },
  }));
  const say = (data) => listeners.message({ data: typeof data === 'string' ? data : JSON.stringify(data) });
  const answer = (data) => say({ transaction: asked.at(-1).transaction, ...data });
  const opened = () => {
    carrier.readyState = 'open';
    listeners.open();
  };
  return { channel, asked, say, answer, opened, close: () => listeners.close() };
}

test('a room is joined: history and one’s own arrival come before the answer', async () => {
  const { channel, asked, say, answer } = open();
  const joined = channel.join({ room: 0, username: 'alice', pin: 'a-pin', display: undefined });
  assert.deepEqual(asked, [{ room: 0, username: 'alice', pin: 'a-pin', textroom: 'join', transaction: '1' }]);
  say({ textroom: 'message', room: 0, from: 'bob', date: '2024', text: 'before', display: 'Bob' });
  say({ textroom: 'join', room: 0, username: 'alice' });
  answer({ textroom: 'success', participants: [{ username: 'bob', display: 'Bob' }] });
  assert.deepEqual(await joined, { participants: [{ username: 'bob', display: 'Bob' }] });
  const [said, came] = await Promise.all([heard(channel, EVENT.TEXTROOM_MESSAGE), heard(channel, EVENT.TEXTROOM_JOIN)]);
  assert.deepEqual(said, { room: 0, from: 'bob', date: '2024', text: 'before', display: 'Bob' });
  assert.deepEqual(came, { room: 0, username: 'alice' });
});

test('answers end the requests that they belong to, whatever they are called', async () => {
  const { channel, asked, say, answer } = open();
  const [first, second] = [channel.exists({ room: 'a' }), channel.exists({ room: 'b' })];
  say({ textroom: 'success', transaction: '2', room: 'b', exists: false });
  say({ textroom: 'success', transaction: '1', room: 'a', exists: true });
  assert.deepEqual([await first, await second], [{ room: 'a', exists: true }, { room: 'b', exists: false }]);
  const list = channel.listParticipants({ room: 1 });
  answer({ room: 1, participants: [] });
  assert.deepEqual(await list, { room: 1, participants: [] });
  const kick = channel.kick({ room: 1, username: 'bob', secret: 's' });
  answer({ textbridge: 'success' });
  assert.deepEqual(await kick, {});
  const allow = channel.allow({ room: 1, action: 'add', list: ['t'] });
  assert.deepEqual(asked.at(-1), { textroom: 'allowed', transaction: '5', room: 1, action: 'add', allowed: ['t'] });
  answer({ textroom: 'success', room: 1, allowed: ['t'] });
  assert.deepEqual(await allow, { room: 1, list: ['t'] });
  const message = channel.message({ room: 1, text: 'psst', tos: ['bob', 'carol'] });
  answer({ textroom: 'success', sent: { bob: true, carol: false } });
  assert.deepEqual(await message, { sent: { bob: true, carol: false } });
  assert.deepEqual(await channel.message({ room: 1, text: 'no answer, please', ack: false }), {});
});

test('every verb', async () => {
  const verbs = { join: 'join', leave: 'leave', message: 'message', list: 'list', listParticipants: 'listparticipants', exists: 'exists', create: 'create', edit: 'edit', destroy: 'destroy', allow: 'allowed', kick: 'kick', announcement: 'announcement' };
  const { channel, asked, answer } = open();
  for (const [method, verb] of Object.entries(verbs)) {
    const done = channel[method]();
    assert.equal(asked.at(-1).textroom, verb);
    answer({ textroom: 'success' });
    assert.deepEqual(await done, {});
  }
});

test('refusals, timeouts, signals, a closed channel', async () => {
  const { channel, answer, close } = open();
  const refused = channel.leave({ room: 1 });
  answer({ textroom: 'error', error_code: 422, error: 'Not in room' });
  assert.equal((await failure(refused, 'plugin_refused', '422 Not in room')).plugin, 422);
  const late = await failure(channel.list({}, { timeout_ms: 5 }), 'timeout');
  assert.deepEqual([late.request, late.fault], ['list', 'network']);
  const controller = new AbortController();
  const given = channel.list({}, { signal: controller.signal });
  controller.abort(new Error('enough'));
  await assert.rejects(given, /enough/);
  const open_still = channel.list();
  close();
  await failure(open_still, 'response_lost');
  await failure(channel.message({ room: 1, text: 'x'.repeat(65_535) }), 'message_too_large');
  const mute = new TextRoomChannel({ send: () => { throw new Error('not open'); } });
  await failure(mute.list(), 'connection_lost', /not open/);
  assert.throws(() => new TextRoomChannel({}), { code: 'invalid_argument' });
});

describe('before the data channel is open', () => {
  test('requests wait, in their order', async () => {
    const { channel, asked, answer, opened } = open({ readyState: 'connecting' });
    const joined = channel.join({ room: 1, username: 'alice' });
    const said = channel.message({ room: 1, text: 'hello', ack: false });
    assert.deepEqual(asked, []);
    opened();
    assert.deepEqual(asked.map(({ textroom }) => textroom), ['join', 'message']);
    assert.deepEqual(await said, {});
    answer({ textroom: 'success', transaction: '1', participants: [] });
    assert.deepEqual(await joined, { participants: [] });
    channel.list().catch(() => {});
    assert.equal(asked.length, 3, 'later ones leave at once');
  });

  test('a request that was given up is not sent', async () => {
    const { channel, asked, opened } = open({ readyState: 'connecting' });
    const controller = new AbortController();
    const given = channel.list({}, { signal: controller.signal });
    const late = await failure(channel.list({}, { timeout_ms: 5 }), 'timeout', /not sent, because the data channel did not open/);
    assert.equal(late.sent, false);
    controller.abort(new Error('enough'));
    await assert.rejects(given, /enough/);
    opened();
    assert.deepEqual(asked, []);
  });

  test('its end ends them, unsent', async () => {
    const { channel, close } = open({ readyState: 'connecting' });
    const waiting = channel.list();
    close();
    const error = await failure(waiting, 'connection_lost', /closed before it opened/);
    assert.deepEqual([error.sent, error.request], [false, 'list']);
  });
});

test('a label on which Janus does not answer is warned of', () => {
  const warnings = [];
  Logger.setSink((level, [text]) => warnings.push([level, text]));
  for (const label of ['JanusDataChannel', undefined, 'chat']) open({ label });
  Logger.setSink();
  assert.equal(warnings.length, 1);
  assert.match(warnings[0].join(), /^warning,.*"chat".*createDataChannel\('JanusDataChannel'\)/);
});

test('what is told unasked, and what nobody knows', async () => {
  const { channel, say } = open();
  const told = [
    [EVENT.TEXTROOM_ANNOUNCEMENT, { textroom: 'announcement', room: 1, text: 'a', more: 1 }, { room: 1, text: 'a', more: 1 }],
    [EVENT.TEXTROOM_LEAVE, { textroom: 'leave', room: 1, username: 'bob' }, { room: 1, username: 'bob' }],
    [EVENT.TEXTROOM_KICKED, { textroom: 'kicked', room: 1, username: 'bob' }, { room: 1, username: 'bob' }],
    [EVENT.TEXTROOM_DESTROYED, { textroom: 'destroyed', room: 1 }, { room: 1 }],
    [EVENT.TEXTROOM_OTHER, { textroom: 'new', room: 1 }, { textroom: 'new', room: 1 }],
    [EVENT.TEXTROOM_OTHER, { textroom: 'success', transaction: 'nobody’s' }, { textroom: 'success', transaction: 'nobody’s' }],
    [EVENT.TEXTROOM_OTHER, 'no JSON', 'no JSON'],
    [EVENT.TEXTROOM_OTHER, '[1]', '[1]'],
  ];
  for (const [event, text, data] of told) {
    const came = heard(channel, event);
    say(text);
    assert.deepEqual(await came, data);
  }
  const failed = heard(channel, EVENT.TEXTROOM_ERROR);
  channel.receive('{"textroom":"error","error_code":413,"error":"Missing"}');
  assert.equal((await failed).plugin, 413);
});
