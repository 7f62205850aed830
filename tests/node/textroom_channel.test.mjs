// The texts of TextRoom's data channel; tests/demo/chat.mjs uses a real data channel.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { Logger } from 'bifrons';
import { TextRoomChannel } from 'bifrons/plugins/textroom';

import { failure, nextEvent } from './support/expect.mjs';

const { EVENT } = TextRoomChannel;

/** A channel, what Janus receives, and functions that send as Janus; `carrier` has more members of the data channel. */
function open(carrier = {}) {
  const listeners = {};
  const received = [];
  const channel = new TextRoomChannel(Object.assign(carrier, {
    send: (text) => received.push(JSON.parse(text)),
    addEventListener: (type, listener) => { listeners[type] = listener; },
  }));
  const sendText = (data) => listeners.message({ data: typeof data === 'string' ? data : JSON.stringify(data) });
  const respond = (data) => sendText({ transaction: received.at(-1).transaction, ...data });
  const opened = () => {
    carrier.readyState = 'open';
    listeners.open();
  };
  return { channel, received, sendText, respond, opened, close: () => listeners.close() };
}

test('a room is joined: history and one’s own arrival come before the response', async () => {
  const { channel, received, sendText, respond } = open();
  const joined = channel.join({ room: 0, username: 'alice', pin: 'a-pin', display: undefined });
  assert.deepEqual(received, [{ room: 0, username: 'alice', pin: 'a-pin', textroom: 'join', transaction: '1' }]);
  sendText({ textroom: 'message', room: 0, from: 'bob', date: '2024', text: 'before', display: 'Bob' });
  sendText({ textroom: 'join', room: 0, username: 'alice' });
  respond({ textroom: 'success', participants: [{ username: 'bob', display: 'Bob' }] });
  assert.deepEqual(await joined, { participants: [{ username: 'bob', display: 'Bob' }] });
  const [message, join] = await Promise.all([nextEvent(channel, EVENT.TEXTROOM_MESSAGE), nextEvent(channel, EVENT.TEXTROOM_JOIN)]);
  assert.deepEqual(message, { room: 0, from: 'bob', date: '2024', text: 'before', display: 'Bob' });
  assert.deepEqual(join, { room: 0, username: 'alice' });
});

test('responses end the requests with their transactions, whatever their names', async () => {
  const { channel, received, sendText, respond } = open();
  const [first, second] = [channel.exists({ room: 'a' }), channel.exists({ room: 'b' })];
  sendText({ textroom: 'success', transaction: '2', room: 'b', exists: false });
  sendText({ textroom: 'success', transaction: '1', room: 'a', exists: true });
  assert.deepEqual([await first, await second], [{ room: 'a', exists: true }, { room: 'b', exists: false }]);
  const list = channel.listParticipants({ room: 1 });
  respond({ room: 1, participants: [] });
  assert.deepEqual(await list, { room: 1, participants: [] });
  const kick = channel.kick({ room: 1, username: 'bob', secret: 's' });
  respond({ textbridge: 'success' });
  assert.deepEqual(await kick, {});
  const allow = channel.allow({ room: 1, action: 'add', list: ['t'] });
  assert.deepEqual(received.at(-1), { textroom: 'allowed', transaction: '5', room: 1, action: 'add', allowed: ['t'] });
  respond({ textroom: 'success', room: 1, allowed: ['t'] });
  assert.deepEqual(await allow, { room: 1, list: ['t'] });
  const message = channel.message({ room: 1, text: 'psst', tos: ['bob', 'carol'] });
  respond({ textroom: 'success', sent: { bob: true, carol: false } });
  assert.deepEqual(await message, { sent: { bob: true, carol: false } });
  assert.deepEqual(await channel.message({ room: 1, text: 'no response, please', ack: false }), {});
});

test('every verb', async () => {
  const verbs = { join: 'join', leave: 'leave', message: 'message', list: 'list', listParticipants: 'listparticipants', exists: 'exists', create: 'create', edit: 'edit', destroy: 'destroy', allow: 'allowed', kick: 'kick', announcement: 'announcement' };
  const { channel, received, respond } = open();
  for (const [method, verb] of Object.entries(verbs)) {
    const done = channel[method]();
    assert.equal(received.at(-1).textroom, verb);
    respond({ textroom: 'success' });
    assert.deepEqual(await done, {});
  }
});

test('refusals, timeouts, signals, a closed channel', async () => {
  const { channel, respond, close } = open();
  const refused = channel.leave({ room: 1 });
  respond({ textroom: 'error', error_code: 422, error: 'Not in room' });
  assert.equal((await failure(refused, 'plugin_refused', '422 Not in room')).plugin, 422);
  const late = await failure(channel.list({}, { timeout_ms: 5 }), 'timeout');
  assert.deepEqual([late.request, late.fault], ['list', 'network']);
  const controller = new AbortController();
  const given = channel.list({}, { signal: controller.signal });
  controller.abort(new Error('enough'));
  assert.match((await failure(given, 'cancelled')).cause.message, /enough/);
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
    const { channel, received, respond, opened } = open({ readyState: 'connecting' });
    const joined = channel.join({ room: 1, username: 'alice' });
    const message = channel.message({ room: 1, text: 'hello', ack: false });
    assert.deepEqual(received, []);
    opened();
    assert.deepEqual(received.map(({ textroom }) => textroom), ['join', 'message']);
    assert.deepEqual(await message, {});
    respond({ textroom: 'success', transaction: '1', participants: [] });
    assert.deepEqual(await joined, { participants: [] });
    channel.list().catch(() => {});
    assert.equal(received.length, 3, 'later ones leave at once');
  });

  test('a cancelled request is not sent', async () => {
    const { channel, received, opened } = open({ readyState: 'connecting' });
    const controller = new AbortController();
    const given = channel.list({}, { signal: controller.signal });
    const late = await failure(channel.list({}, { timeout_ms: 5 }), 'timeout', /not sent, because the data channel did not open/);
    assert.equal(late.sent, false);
    controller.abort(new Error('enough'));
    assert.match((await failure(given, 'cancelled')).cause.message, /enough/);
    opened();
    assert.deepEqual(received, []);
  });

  test('the end of the channel ends waiting requests unsent', async () => {
    const { channel, close } = open({ readyState: 'connecting' });
    const waiting = channel.list();
    close();
    const error = await failure(waiting, 'connection_lost', /closed before it opened/);
    assert.deepEqual([error.sent, error.request], [false, 'list']);
  });
});

test('a label on which Janus does not respond is warned of', () => {
  const warnings = [];
  Logger.setSink((level, [text]) => warnings.push([level, text]));
  for (const label of ['JanusDataChannel', undefined, 'chat']) open({ label });
  Logger.setSink();
  assert.equal(warnings.length, 1);
  assert.match(warnings[0].join(), /^warning,.*"chat".*createDataChannel\('JanusDataChannel'\)/);
});

test('events, and unknown texts', async () => {
  const { channel, sendText } = open();
  const events = [
    [EVENT.TEXTROOM_ANNOUNCEMENT, { textroom: 'announcement', room: 1, text: 'a', more: 1 }, { room: 1, text: 'a', more: 1 }],
    [EVENT.TEXTROOM_LEAVE, { textroom: 'leave', room: 1, username: 'bob' }, { room: 1, username: 'bob' }],
    [EVENT.TEXTROOM_KICKED, { textroom: 'kicked', room: 1, username: 'bob' }, { room: 1, username: 'bob' }],
    [EVENT.TEXTROOM_DESTROYED, { textroom: 'destroyed', room: 1 }, { room: 1 }],
    [EVENT.TEXTROOM_OTHER, { textroom: 'new', room: 1 }, { textroom: 'new', room: 1 }],
    [EVENT.TEXTROOM_OTHER, { textroom: 'success', transaction: 'unknown' }, { textroom: 'success', transaction: 'unknown' }],
    [EVENT.TEXTROOM_OTHER, 'no JSON', 'no JSON'],
    [EVENT.TEXTROOM_OTHER, '[1]', '[1]'],
  ];
  for (const [event, text, data] of events) {
    const came = nextEvent(channel, event);
    sendText(text);
    assert.deepEqual(await came, data);
  }
  const failed = nextEvent(channel, EVENT.TEXTROOM_ERROR);
  channel.receive('{"textroom":"error","error_code":413,"error":"Missing"}');
  assert.equal((await failed).plugin, 413);
});
