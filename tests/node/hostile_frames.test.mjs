// Random frames, configurations and arguments: nothing is uncaught, each request has one outcome.
// HOSTILE_SECONDS=600 tests for longer; SEED=N repeats one run.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { connect, EVENT, JanusError, Logger } from 'bifrons';
import AudioBridge from 'bifrons/plugins/audiobridge';
import EchoTest from 'bifrons/plugins/echotest';
import Sip from 'bifrons/plugins/sip';
import Streaming from 'bifrons/plugins/streaming';
import TextRoom from 'bifrons/plugins/textroom';
import VideoCall from 'bifrons/plugins/videocall';
import VideoRoom from 'bifrons/plugins/videoroom';

import { chanceOf, seeds } from './support/chance.mjs';
import { settled, within } from './support/expect.mjs';

const PLUGINS = [AudioBridge, EchoTest, Sip, Streaming, TextRoom, VideoCall, VideoRoom];
const KINDS = ['event', 'ack', 'success', 'error', 'webrtcup', 'media', 'slowlink', 'hangup', 'detached', 'trickle', 'timeout', 'keepalive', 'server_info', 'pong', 'x'];
const NAMES = ['event', 'joined', 'attached', 'updated', 'registered', 'incomingcall', 'accepted', 'hangup', 'success', 'slow_link', 'talking', 'destroyed'];

const uncaught = [];
const note = (error) => uncaught.push(error);
before(() => {
  Logger.setLevel('none');
  process.on('uncaughtException', note);
  process.on('unhandledRejection', note);
});
after(() => {
  process.off('uncaughtException', note);
  process.off('unhandledRejection', note);
});

/** A Janus in this process, which responds to the requests that it must, and sends the messages of `more` besides. */
function serverOf({ below }) {
  const server = { requests: [], ids: [], callbacks: undefined };
  server.transport = (url, callbacks) => {
    server.callbacks = callbacks;
    callbacks.opened();
    const send = (text) => {
      const request = JSON.parse(text);
      server.requests.push(request);
      const { janus, transaction } = request;
      const respond = (message) => callbacks.message(JSON.stringify({ transaction, session_id: request.session_id, ...message }));
      if (janus === 'create' || janus === 'attach') {
        server.ids.push(1000 + server.ids.length);
        respond({ janus: 'success', data: { id: server.ids.at(-1) } });
      } else if (janus === 'info') respond({ janus: 'server_info', 'session-timeout': 60 });
      else if (janus === 'destroy' || janus === 'detach') respond({ janus: 'success' });
      else if (below(4) === 0) respond({ janus: 'ack' });
    };
    return { send, close: () => {} };
  };
  return server;
}

/** A frame: mostly of the right shape, with members of any type. */
function frameOf({ below, pick, json }, { requests, ids }) {
  if (below(20) === 0) return pick(['', '{', 'null', '[]', '"x"', '7', '{}', '{"janus":', '\u0000', '[{"janus":"event"}]']);
  const request = pick(requests);
  const odd = (value) => (below(12) === 0 ? json() : value);
  const of = (handle) => (below(10) === 0 ? below(3000) : handle);
  const data = below(3) === 0 ? json() : {
    [pick(['videoroom', 'audiobridge', 'echotest', 'sip', 'streaming', 'textroom', 'videocall'])]: odd(pick(NAMES)),
    result: odd({ event: odd(pick(NAMES)), list: json(), username: json() }),
    [pick(['error_code', 'error', 'room', 'publishers', 'participants', 'list', 'streams', 'leaving', 'configured'])]: json(),
    [pick(['id', 'private_id', 'description', 'audio-level-dBov-avg', 'reason', 'code', 'attendees'])]: json(),
  };
  const message = { janus: odd(pick(KINDS)), transaction: odd(request?.transaction), session_id: odd(of(ids[0])), sender: odd(of(pick(ids))) };
  if (below(2) === 0) message.plugindata = odd({ plugin: odd('janus.plugin.x'), data: odd(data) });
  if (below(3) === 0) message.jsep = odd({ type: odd(pick(['offer', 'answer', 'x'])), sdp: odd(pick(['v=0\r\n', '', 'x'])), trickle: odd(true) });
  if (below(3) === 0) message.candidate = odd(pick([{ completed: true }, { candidate: json(), sdpMid: json(), sdpMLineIndex: json() }]));
  if (below(3) === 0) message.error = odd({ code: json(), reason: json() });
  if (below(5) === 0) message.data = odd({ id: json() });
  for (const name of ['type', 'receiving', 'uplink', 'lost', 'reason', '__proto__']) if (below(8) === 0) message[name] = json();
  return JSON.stringify(message);
}

/** Calls one of a handle's methods with arguments of any type. */
function callAny(handle, { pick, value, below }) {
  const names = [];
  for (let proto = Object.getPrototypeOf(handle); proto !== Object.prototype; proto = Object.getPrototypeOf(proto)) {
    names.push(...Object.getOwnPropertyNames(proto).filter((name) => /^[a-z]/.test(name) && typeof Object.getOwnPropertyDescriptor(proto, name).value === 'function'));
  }
  const outside = /^(constructor|on|once|off|emit|addListener|removeListener|removeAllListeners|prependListener|prependOnceListener|setMaxListeners|getMaxListeners|listeners|rawListeners|listenerCount|eventNames|handleMessage|decorateRequest|detach|hangup)$/;
  const name = pick(names.filter((each) => !outside.test(each)));
  // A caller's wrong types may throw a TypeError; what a server sends may not.
  if (below(2) === 0) return { wrong: false, call: () => handle[name]({ room: 1, feed: 1, id: 1, username: 'x', streams: [], uri: 'sip:x', text: 'x', file: 'x', jsep: { type: 'offer', sdp: 'v=0' } }, { timeout_ms: 30 }) };
  const [argument, options] = [below(3) === 0 ? value() : { room: 1, feed: 1, jsep: value(), candidate: value(), [pick(['id', 'list', 'username'])]: value() }, below(2) === 0 ? { timeout_ms: 30 } : value()];
  return { wrong: true, call: () => handle[name](argument, options) };
}

test('random frames: each request has one outcome, and the connection lives or ends with an error', async () => {
  let [outcomes, frames, runs] = [0, 0, 0];
  for (const seed of seeds()) {
    const chance = chanceOf(seed);
    const server = serverOf(chance);
    const connection = await connect({ address: { url: 'mine://anywhere' }, transport: server.transport, max_retries: 0, request_timeout_ms: 60 });
    let lost;
    connection.on(EVENT.CONNECTION_ERROR, (error) => { lost = error; });
    const session = await connection.create();
    const handles = [];
    for (const plugin of PLUGINS) handles.push(await session.attach(plugin).catch((error) => error));
    const open = [];
    for (let step = 0; step < 60; step++) {
      const handle = chance.pick(handles);
      const { wrong, call } = callAny(handle, chance);
      const outcome = new Promise((resolve) => { resolve(call()); });
      open.push(outcome.then(() => true, (error) => (wrong && error instanceof TypeError ? true : error)));
      if (chance.below(3) === 0) open.push(connection.ping({ timeout_ms: 30 }).then(() => true, (error) => error));
      for (let count = chance.below(6); count > 0; count--, frames++) server.callbacks.message(frameOf(chance, server));
      if (chance.below(10) === 0) await settled();
    }
    for (const outcome of await within(Promise.all(open), `seed ${seed}: all outcomes`)) {
      outcomes += 1;
      assert.ok(outcome === true || outcome instanceof JanusError, `seed ${seed}: ${outcome?.stack ?? outcome}`);
    }
    if (lost) assert.ok(lost.code, `seed ${seed}`);
    const { requests, succeeded, refused, timed_out, cancelled, lost: lostRequests, failed, in_flight } = connection.stats();
    assert.equal(requests, succeeded + refused + timed_out + cancelled + lostRequests + failed + in_flight, `seed ${seed}`);
    await within(connection.close({ graceful: false }), `seed ${seed}: the end`);
    await settled();
    assert.deepEqual(uncaught, [], `seed ${seed}`);
    runs += 1;
  }
  assert.deepEqual(Object.keys(Object.prototype), []);
  console.log(`${runs} runs, ${frames} frames, ${outcomes} outcomes`);
});

test('random configurations: a connection, or an error that names the cause', async () => {
  const names = ['address', 'retry_time_secs', 'max_retries', 'is_admin', 'ws_options', 'request_timeout_ms', 'max_message_size', 'max_requests', 'max_events', 'max_held_events', 'WebSocket', 'reconnect'];
  let [refused, connected] = [0, 0];
  for (const seed of Array.from({ length: 1500 }, (_, index) => index + 1)) {
    const chance = chanceOf(seed);
    const { below, pick, value } = chance;
    const address = () => pick([...Array(6).fill(() => ({ url: 'mine://x' })), () => ({ url: 'mine://x', apisecret: value(), token: value() }), () => ({ url: value() }), value])();
    const config = { address: pick([address, () => [address(), address()]])(), max_retries: 0, transport: serverOf(chance).transport };
    for (let count = below(2); count > 0; count--) config[pick(names)] = value();
    const key = below(5) === 0 ? value() : undefined;
    const given = below(20) === 0 ? value() : below(10) === 0 ? [config] : config;
    const outcome = await within(new Promise((resolve) => { resolve(connect(given, key)); }).catch((error) => error), `seed ${seed}`);
    if (outcome instanceof Error) {
      assert.ok(outcome instanceof JanusError && ['invalid_config', 'unsupported', 'connect_failed'].includes(outcome.code), `seed ${seed}: ${outcome.stack}`);
      refused += 1;
    } else {
      await outcome.close({ graceful: false });
      connected += 1;
    }
  }
  await settled();
  assert.deepEqual(uncaught, []);
  assert.ok(refused > 300 && connected > 300, `${refused} refused, ${connected} connected`);
});
