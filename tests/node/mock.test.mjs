// The mock Janus server that the package has for its users' tests.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import test from 'node:test';

import Bifrons from 'bifrons';
import EchoTest from 'bifrons/plugins/echotest';
import Sip from 'bifrons/plugins/sip';
import VideoRoom from 'bifrons/plugins/videoroom';
import { MockJanus, answerTo, offerOf } from 'bifrons/testing';

import { eventually, failure, nextEvent, within } from './support/expect.mjs';
import { offer } from './support/offer.mjs';

/** A mock server that ends with its test. */
async function begin(t, options) {
  const janus = await MockJanus.start(options);
  t.after(() => janus.stop());
  return janus;
}

test('an application runs against it as against Janus', async () => {
  const janus = await MockJanus.start({ api_secret: 's3' });
  const connection = await Bifrons.connect({ address: { url: janus.url, apisecret: 's3' } });
  const session = await connection.create();
  const echo = await session.attach(EchoTest);
  const up = nextEvent(echo, Bifrons.EVENT.HANDLE_WEBRTCUP);
  const { jsep } = await echo.start({ audio: true, jsep: offer() });
  assert.equal(jsep.type, 'answer');
  await up;

  const [one, other] = [await session.attach(VideoRoom), await session.attach(VideoRoom)];
  await other.joinPublisher({ room: 1234, display: 'Other' });
  const listed = nextEvent(other, VideoRoom.EVENT.VIDEOROOM_PUB_LIST);
  const { feed } = await one.joinPublisher({ room: 1234, display: 'One' });
  await one.configure({ jsep: offer() });
  assert.deepEqual((await listed).publishers.map(({ feed, display }) => ({ feed, display })), [{ feed, display: 'One' }]);
  assert.deepEqual(janus.sessions(), [session.id]);
  await connection.close();
  assert.deepEqual(janus.sessions(), []);

  const stranger = await Bifrons.connect({ address: { url: janus.url } });
  assert.equal((await failure(stranger.create(), 'janus_refused')).janus, 403);
  await stranger.close();
  await janus.stop();
});

test('a test sees the requests and has SDP to send', async (t) => {
  const janus = await begin(t);
  const connection = await Bifrons.connect({ address: { url: janus.url } });
  const echo = await (await connection.create()).attach(EchoTest);
  const spy = janus.spy();
  const { jsep } = await echo.start({ video: true, jsep: offerOf(['audio', 'video', 'application']) });
  assert.equal(jsep.sdp.match(/^m=/gm).length, 3);
  const [{ janus: kind, body, jsep: sent }] = spy.messages;
  assert.deepEqual([kind, body.video, sent.type], ['message', true, 'offer']);
  spy.stop();
  await echo.start({ video: false });
  assert.equal(spy.messages.length, 1);

  assert.equal(answerTo(sent).sdp.match(/^m=/gm).length, 3);
  assert.throws(() => answerTo(jsep), /needs an offer/);
  assert.throws(() => offerOf(['vidoe']), /not 'vidoe'/);
  await connection.close();
});

test('without a port it is available as a transport', async () => {
  const janus = await MockJanus.start({ port: false });
  assert.equal(janus.url, undefined);
  const { transport } = janus;
  const connection = await Bifrons.connect({ address: { url: 'janus://here' }, transport });
  const echo = await (await connection.create()).attach(EchoTest);
  assert.equal((await echo.start({ audio: true })).result, 'ok');
  const admin = await Bifrons.connect({ is_admin: true, address: { url: 'janus://here', apisecret: 'janusoverlord' }, transport });
  assert.deepEqual((await admin.listSessions()).sessions, janus.sessions());
  await Promise.all([connection.close(), admin.close()]);
  await janus.stop();
});

test('faults have their effect', async (t) => {
  const janus = await begin(t, { session_timeout: 10 });
  const connection = await Bifrons.connect({ address: { url: janus.url }, request_timeout_ms: 300 });
  const session = await connection.create();
  const echo = await session.attach(EchoTest);
  janus.inject('delay', 100);
  const began = performance.now();
  await echo.start({ audio: true });
  assert.ok(performance.now() - began >= 99);
  janus.inject('delay', 0);
  janus.inject('lose', 2);
  await failure(echo.start({ audio: true }), 'timeout');
  janus.inject('send_text', '{');
  await eventually('the fault is counted', () => connection.stats().protocol_violations, (faults) => faults === 1);
  janus.inject('forget_handles');
  assert.equal((await failure(echo.start({ audio: true }), 'janus_refused')).janus, 459);
  const ended = nextEvent(session, Bifrons.EVENT.SESSION_DESTROYED);
  janus.inject('expire_sessions');
  await ended;
  janus.inject('silent', true);
  await failure(connection.ping(), 'timeout');
  janus.inject('silent', false);
  await connection.ping();
  janus.inject('stop_reading', true);
  await failure(connection.ping(), 'timeout');
  janus.inject('stop_reading', false);
  await connection.ping();
  assert.equal(connection.stats().late, 1, 'it reads the messages in the end');
  const lost = nextEvent(connection, Bifrons.EVENT.CONNECTION_ERROR);
  janus.inject('restart');
  await lost;
});

test('sessions expire, and survive with a reclaim timeout', async (t) => {
  const janus = await begin(t, { session_timeout: 1, reclaim_session_timeout: 60, port: false });
  const { transport } = janus;
  const config = { address: { url: 'janus://here' }, transport };
  const first = await Bifrons.connect(config);
  const { id } = await first.create();
  janus.inject('disconnect');
  const second = await Bifrons.connect(config);
  const session = await second.claim(id);
  assert.equal(session.id, id);
  await second.close();
  const third = await Bifrons.connect(config);
  const idle = await third.create(3600);
  await within(nextEvent(idle, Bifrons.EVENT.SESSION_DESTROYED), 'the end of a session without keepalives');
  await third.close();
});

test('wrong options and faults are refused', async (t) => {
  await assert.rejects(MockJanus.start({ sed: 1 }), /MockJanus.start has no option "sed"/);
  await assert.rejects(MockJanus.start({ seed: 'x' }), /an option of MockJanus.start has a wrong type/);
  const janus = await begin(t, { port: false });
  assert.throws(() => janus.inject('nonsense'), /there is no fault 'nonsense'/);
  for (const fault of [5, {}, null]) assert.throws(() => janus.inject(fault), /the name of a fault must be a string/);
  assert.throws(() => offerOf(5), /offerOf takes a list of kinds/);
  assert.throws(() => janus.inject('delay'), /there is no fault 'delay', or its value has a wrong type/);
});

test('SIP accounts call each other, and calls lose races on command', async (t) => {
  const { EVENT } = Sip;
  const janus = await begin(t, { port: false });
  const connection = await Bifrons.connect({ address: { url: 'janus://here' }, transport: janus.transport });
  t.after(() => connection.close());
  const session = await connection.create();
  const [alice, bob] = [await session.attach(Sip), await session.attach(Sip)];
  const uri = (user) => `sip:${user}@example.org`;
  for (const [handle, user] of [[alice, 'alice'], [bob, 'bob']]) {
    const { username, register_sent } = await handle.register({ username: uri(user), secret: 'a password' });
    assert.deepEqual([username, register_sent], [uri(user), true]);
  }
  const emitted = [];
  for (const event of [EVENT.SIP_CALLING, EVENT.SIP_RINGING]) alice.on(event, () => emitted.push(event));
  const over = () => Promise.all([alice, bob].map((handle) => nextEvent(handle, EVENT.SIP_HANGUP)));
  const call = () => alice.call({ uri: uri('bob'), jsep: offer() });
  const answer = ({ sdp }) => ({ type: 'answer', sdp });
  async function accept(prepare = () => {}) {
    const { username, jsep } = await nextEvent(bob, EVENT.SIP_INCOMING);
    assert.equal(username, uri('alice'));
    await prepare();
    await bob.accept({ jsep: answer(jsep), autoaccept_reinvites: false });
  }
  const delivered = async (handle, message) => {
    const delivery = nextEvent(handle, EVENT.SIP_MESSAGEDELIVERY);
    await handle.sip_message({ content: 'hello', ...message });
    return (await delivery).code;
  };
  const hangUp = async () => {
    const ended = over();
    await alice.sip_hangup();
    return (await ended).map(({ code, reason }) => [code, reason]);
  };

  const [{ jsep }] = await Promise.all([call(), accept()]);
  assert.equal(jsep.type, 'answer');
  assert.deepEqual(emitted.splice(0), [EVENT.SIP_CALLING, EVENT.SIP_RINGING]);
  const info = nextEvent(bob, EVENT.SIP_INFO);
  await alice.info({ type: 'text/plain', content: 'a text' });
  assert.equal((await info).content, 'a text');
  assert.equal(await delivered(bob), 200);
  assert.deepEqual(await hangUp(), [[200, 'to BYE'], [200, 'Session Terminated']]);
  await failure(alice.call({ uri: uri('carol'), jsep: offer() }), 'plugin_refused', /^404 /);
  const decline = async () => {
    await nextEvent(bob, EVENT.SIP_INCOMING);
    return bob.decline({ code: 603 });
  };
  const [, declined] = await Promise.all([failure(call(), 'plugin_refused', /^603 /), decline()]);
  assert.deepEqual([declined.code, declined.reason], [603, undefined]);

  emitted.length = 0;
  janus.inject('sip_race', 'ringing_before_calling');
  await Promise.all([call(), accept()]);
  assert.deepEqual(emitted, [EVENT.SIP_RINGING, EVENT.SIP_CALLING]);
  await hangUp();

  janus.inject('sip_race', 'answer_not_sent');
  const waiting = failure(alice.call({ uri: uri('bob'), jsep: offer() }, { timeout_ms: 300 }), 'timeout');
  await Promise.all([waiting, accept()]);
  await hangUp();
  const careful = async () => assert.equal(await delivered(bob, { uri: uri('unknown') }), 404);
  await Promise.all([call(), accept(careful)]);
  await hangUp();

  janus.inject('sip_race', 'no_declining');
  const [, ended] = await Promise.all([failure(call(), 'plugin_refused', /^603 /), decline()]);
  assert.deepEqual([ended.code, ended.reason], [603, 'Decline'], 'the end of the call is the response');

  janus.inject('sip_race', 'reinvite_not_sent');
  await Promise.all([call(), accept()]);
  const changes = [];
  bob.on(EVENT.SIP_UPDATINGCALL, (change) => changes.push(change.jsep.sdp));
  await alice.dtmfInfo({ digit: '5' });
  await alice.hold();
  assert.equal(await delivered(alice), 200);
  assert.deepEqual(changes, [], 'the hold was confirmed, and not sent');
  await alice.unhold();
  await eventually('the other side gets the request', () => changes.length, (count) => count === 1);
  await hangUp();
  janus.inject('sip_race', undefined);
  await Promise.all([call(), accept()]);
  assert.throws(() => janus.inject('sip_race', 'nonsense'), /there is no SIP race 'nonsense'/);
});

test('CommonJS has it, too', async () => {
  const { MockJanus: Mock } = createRequire(import.meta.url)('bifrons/testing');
  const janus = await Mock.start();
  assert.match(janus.url, /^ws:\/\/127\.0\.0\.1:\d+$/);
  await janus.stop();
});

test('it behaves as the version of its options', async (t) => {
  for (const version of [1102, 1401]) {
    const janus = await begin(t, { version });
    const connection = await Bifrons.connect({ address: { url: janus.url } });
    t.after(() => connection.close());
    assert.equal((await connection.getInfo()).version, version);
    const [one, other] = await Promise.all([1, 2].map(async () => (await connection.create()).attach(VideoRoom)));
    await one.joinPublisher({ room: 1234, display: 'One' });
    const { feed } = await other.joinPublisher({ room: 1234, display: 'Other' });
    const left = nextEvent(one, VideoRoom.EVENT.VIDEOROOM_LEAVING);
    await other.leave();
    assert.deepEqual(await left, { room: 1234, feed, ...(version < 1300 ? {} : { display: 'Other' }) });
  }
});

/** Starts the package's program, which ends with its test; resolves with its first line. */
async function program(t, ...options) {
  const path = createRequire(import.meta.url).resolve('bifrons/package.json').replace('package.json', 'mock-janus.js');
  const child = spawn(process.execPath, [path, ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
  t.after(() => child.kill());
  const [line] = await within(Promise.race([child.stdout, child.stderr].map((output) => once(createInterface(output), 'line'))), 'its first line');
  return line;
}

test('it is a program of the package, too', async (t) => {
  const line = await program(t, '--port', '0', '--admin-port', '0', '--api-secret', 's3', '--janus-version', '1401');
  const [url, admin] = line.match(/ws:\/\/127\.0\.0\.1:\d+/g);
  await failure((async () => (await Bifrons.connect({ address: { url } })).create())(), 'janus_refused');
  const connection = await Bifrons.connect({ address: { url, apisecret: 's3' } });
  t.after(() => connection.close());
  assert.equal((await connection.getInfo()).version, 1401);
  const operator = await Bifrons.connect({ is_admin: true, address: { url: admin, apisecret: 'janusoverlord' } });
  t.after(() => operator.close());
  assert.deepEqual((await operator.listSessions()).sessions, []);
});

test('whose options are checked', async (t) => {
  assert.match(await program(t, '--port', 'eight'), /--port takes a number, not "eight"/);
  assert.match(await program(t, '--what'), /--what/);
  assert.match(await program(t, '--help'), /^usage: mock-janus/);
});
