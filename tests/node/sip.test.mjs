// SIP through the package: two handles of a real Janus, and a registrar between them.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';

import { connect } from 'bifrons';
import Sip from 'bifrons/plugins/sip';

import { eventually, failure, nextEvent, within } from './support/expect.mjs';
import { pluginEvent, startFake } from './support/fake.mjs';
import { startJanus } from './support/janus.mjs';
import { offer } from './support/offer.mjs';

const { startRegistrar } = await import(join(process.env.BIFRONS_ROOT, 'tests/support/registrar.mjs'));
const { EVENT, ERROR } = Sip;
const answer = ({ sdp }) => ({ type: 'answer', sdp: sdp.replaceAll('a=setup:actpass', 'a=setup:active') });

describe('with a real Janus', () => {
  let janus;
  let registrar;
  let connection;
  const identity = (user) => ({ username: `sip:${user}@${registrar.at}`, proxy: `sip:${registrar.at}`, secret: 'a-password' });
  const attach = async () => (await connection.create()).attach(Sip);
  async function registered(user) {
    const handle = await attach();
    assert.deepEqual(Object.keys(await handle.register(identity(user))).includes('register_sent'), true);
    return handle;
  }
  /** Sends a message and waits until the peer has responded. */
  async function delivered(handle, message) {
    const delivery = nextEvent(handle, EVENT.SIP_MESSAGEDELIVERY);
    await handle.sip_message(message);
    return await delivery;
  }
  /**
   * A call that can be accepted: Janus reports it before its SIP stack could accept it, but the thread
   * that reports a message's delivery runs after that.
   */
  async function rung(callee) {
    const incoming = await nextEvent(callee, EVENT.SIP_INCOMING);
    await delivered(callee, { uri: `sip:stranger@${registrar.at}`, content: 'is the call there?' });
    return incoming;
  }
  /** Alice calls Bob, who accepts. */
  async function call(alice, bob) {
    const incoming = rung(bob);
    const called = alice.call({ uri: `sip:bob@${registrar.at}`, jsep: offer() });
    const { jsep, call_id } = await incoming;
    await bob.accept({ jsep: answer(jsep) });
    return { ...(await called), incoming: call_id };
  }
  before(async () => {
    janus = await startJanus();
    registrar = await startRegistrar();
    connection = await connect(janus.config);
  });
  after(async () => {
    await connection.close();
    registrar.stop();
    await janus.stop();
  });

  test('registering, and what the server refuses', async () => {
    const handle = await attach();
    const registering = nextEvent(handle, EVENT.SIP_REGISTERING);
    const result = await handle.register(identity('alice'));
    await registering;
    assert.deepEqual([result.username, result.register_sent], [identity('alice').username, true]);
    const twice = await failure(handle.register(identity('alice')), 'plugin_refused', /^445 /);
    assert.equal(twice.plugin, ERROR.ALREADY_REGISTERED);
    const unregistering = nextEvent(handle, EVENT.SIP_UNREGISTERING);
    assert.equal((await handle.unregister()).user, 'alice');
    await unregistering;
    const refused = await failure((await attach()).register(identity('unknown')), 'plugin_refused', '403 Forbidden');
    assert.equal(refused.plugin, 403);
    const guest = await (await attach()).register({ type: 'guest', username: 'sip:guest@127.0.0.1' });
    assert.deepEqual([guest.username, guest.register_sent], ['sip:guest@127.0.0.1', false]);
  });

  test('a call from ring to hang-up', async () => {
    const [alice, bob] = [await registered('alice'), await registered('bob')];
    const steps = [];
    for (const event of [EVENT.SIP_CALLING, EVENT.SIP_PROCEEDING, EVENT.SIP_RINGING]) alice.on(event, () => steps.push(event));
    const incoming = rung(bob);
    const called = alice.call({ uri: `sip:bob@${registrar.at}`, call_id: 'a-call', headers: { 'X-Colour': 'blue' }, jsep: offer() });
    const { username, callee, jsep, call_id, display_name } = await incoming;
    assert.deepEqual([username, callee, jsep.type, call_id, display_name], [identity('alice').username, identity('bob').username, 'offer', 'a-call', '']);
    const accepted = await bob.accept({ jsep: answer(jsep) });
    assert.deepEqual([accepted.username, accepted.call_id], [username, 'a-call']);
    const taken = await called;
    assert.deepEqual([taken.call_id, taken.jsep.type], ['a-call', 'answer']);
    // In any order: two threads of Janus send them.
    for (const step of [EVENT.SIP_CALLING, EVENT.SIP_RINGING]) assert.ok(steps.includes(step), steps.join());

    const info = nextEvent(bob, EVENT.SIP_INFO);
    await alice.info({ type: 'text/plain', content: 'a text' });
    const { sender, type, content } = await info;
    assert.deepEqual([sender, type, content], [username, 'text/plain', 'a text']);
    assert.ok((await alice.dtmfInfo({ digit: '5' })).call_id);
    const message = nextEvent(alice, EVENT.SIP_MESSAGE);
    const delivery = nextEvent(bob, EVENT.SIP_MESSAGEDELIVERY);
    await bob.sip_message({ content: 'hello' });
    assert.equal((await message).content, 'hello');
    assert.equal((await delivery).code, 200);

    // A hold never leaves Janus before the peer has responded to the earlier requests.
    assert.equal((await delivered(alice, { content: 'hold on' })).code, 200);
    await alice.hold({ direction: 'inactive' });
    const resumed = () => alice.unhold({}, { timeout_ms: 300 }).then(() => true, ({ code }) => code !== 'timeout');
    await eventually('no other change is under way', resumed, Boolean);
    await alice.recording({ action: 'start', audio: true, filename: join(janus.folder, 'a-call') });
    await alice.recording({ action: 'stop', audio: true });

    const over = [nextEvent(alice, EVENT.SIP_HANGUP), nextEvent(bob, EVENT.SIP_HANGUP)];
    // The peer may be so fast that Janus has forgotten the call when it responds.
    const { call_id: ended = 'a-call' } = await alice.sip_hangup();
    assert.equal(ended, 'a-call');
    for (const { code, reason } of await Promise.all(over)) assert.deepEqual([typeof code, typeof reason], ['number', 'string']);
    await Promise.all([alice.detach(), bob.detach()]);
  });

  test('declined, unknown, missed, and nothing to end', async () => {
    const [alice, bob, carol] = [await registered('alice'), await registered('bob'), await registered('carol')];
    const jsep = offer();
    const incoming = rung(bob);
    const hungUp = [];
    alice.on(EVENT.SIP_HANGUP, (data) => hungUp.push(data));
    const called = failure(alice.call({ uri: `sip:bob@${registrar.at}`, jsep }), 'plugin_refused', '486 Busy Here');
    await incoming;
    assert.equal((await bob.decline({ code: 486 })).code, 486);
    assert.equal((await called).plugin, 486);
    assert.deepEqual(hungUp, [], 'a call that was refused is no event');
    assert.deepEqual(jsep, offer(), 'the caller\'s own object stays as it is');
    await failure((await registered('dave')).call({ uri: `sip:stranger@${registrar.at}`, jsep: offer() }), 'plugin_refused', /^404 /);

    await Promise.all([alice, bob].map((handle) => handle.detach()));
    const [anna, ben] = [await registered('alice'), await registered('bob')];
    await call(anna, ben);
    const missed = nextEvent(ben, EVENT.SIP_MISSED);
    await failure(carol.call({ uri: `sip:bob@${registrar.at}`, jsep: offer() }), 'plugin_refused', /^486 /);
    assert.match((await missed).caller, /^sip:carol@/);
    const over = nextEvent(anna, EVENT.SIP_HANGUP);
    await ben.sip_hangup();
    await over;
    // Janus forgets the number of this refusal.
    await failure(anna.info({ type: 'text/plain', content: 'x' }), 'plugin_refused', /^0 /);
    // D11: Janus ignores it, and the error states it.
    await failure(anna.sip_hangup({}, { timeout_ms: 300 }), 'timeout', /when there is no call/);
    assert.deepEqual(await anna.reset(), {});
  });

  test('a change that must be agreed to, and a transfer', async () => {
    const [alice, bob, carol] = [await registered('alice'), await registered('bob'), await registered('carol')];
    const incoming = rung(bob);
    const called = alice.call({ uri: `sip:bob@${registrar.at}`, jsep: offer() });
    await bob.accept({ autoaccept_reinvites: false, jsep: answer((await incoming).jsep) });
    await called;
    const changing = nextEvent(bob, EVENT.SIP_UPDATINGCALL);
    await alice.hold();
    const { jsep } = await changing;
    assert.equal(jsep.type, 'offer');
    await bob.update({ jsep: answer(jsep) });

    const transfer = nextEvent(bob, EVENT.SIP_TRANSFER);
    await alice.transfer({ uri: `sip:carol@${registrar.at}` });
    const { refer_id, refer_to } = await transfer;
    assert.ok(refer_id > 0 && refer_to.includes('carol'), refer_to);
    assert.equal((await bob.decline({ refer_id })).refer_id, refer_id);
    void carol;
  });

  test('several calls of one identity', async () => {
    const [alice, bob, carol] = [await registered('alice'), await attach(), await registered('carol')];
    const { master_id } = await within(bob.register(identity('bob')), 'a registration');
    assert.ok(master_id > 0);
    const helper = await attach();
    const known = await helper.register({ type: 'helper', username: identity('bob').username, master_id });
    assert.deepEqual([known.helper, known.master_id], [true, master_id]);
    await call(alice, bob);
    const second = rung(helper);
    const called = carol.call({ uri: `sip:bob@${registrar.at}`, jsep: offer() });
    await helper.accept({ jsep: answer((await second).jsep) });
    assert.ok((await called).jsep);
  });

  test('messages and subscriptions', async () => {
    const [alice, bob] = [await registered('alice'), await registered('bob')];
    const came = nextEvent(bob, EVENT.SIP_MESSAGE);
    assert.ok((await alice.sipMessage({ uri: `sip:bob@${registrar.at}`, content: 'hello' })).call_id);
    assert.deepEqual([(await came).content, (await came).content_type], ['hello', 'text/plain']);
    const [holds, notified] = [nextEvent(alice, EVENT.SIP_SUBSCRIBE_SUCCEEDED), nextEvent(alice, EVENT.SIP_NOTIFY)];
    await alice.subscribe({ event: 'message-summary' });
    assert.equal((await holds).code, 200);
    const { notify, content, content_type } = await notified;
    assert.deepEqual([notify, content, content_type], ['message-summary', 'something happened', 'text/plain']);
    const again = nextEvent(alice, EVENT.SIP_SUBSCRIBE_SUCCEEDED);
    await alice.unsubscribe({ event: 'message-summary' });
    await again;
    const refused = nextEvent(alice, EVENT.SIP_SUBSCRIBE_FAILED);
    await alice.subscribe({ event: 'message-summary', to: `sip:unknown@${registrar.at}` });
    assert.equal((await refused).code, 403);
  });
});

describe('with a scripted Janus', () => {
  /** A handle, and a script's responses to its requests: each the data of an event, or a list of them. */
  async function scripted(t, script) {
    const fake = await startFake(({ janus, handle_id: sender, transaction, body }) => {
      if (janus !== 'message') return undefined;
      const events = [script[body.request] ?? { result: { event: 'done' } }].flat();
      const event = ({ jsep, ...data }) => ({ janus: 'event', sender, transaction, jsep, plugindata: { plugin: Sip.id, data: { sip: 'event', ...data } } });
      return [{ janus: 'ack' }, ...events.map(event)];
    });
    t.after(() => fake.stop());
    const connection = await connect(fake.config);
    t.after(() => connection.close());
    const handle = await (await connection.create()).attach(Sip);
    return { fake, handle, body: () => fake.received('message').at(-1).body };
  }

  test('D6: early media: the SDP answer comes with the progress, and with the call', async (t) => {
    const early = { type: 'answer', sdp: 'v=0 early' };
    const { handle } = await scripted(t, {
      call: [
        { call_id: 'c', result: { event: 'calling', call_id: 'c' } },
        { call_id: 'c', result: { event: 'progress', username: 'sip:bob@x' }, jsep: early },
        { call_id: 'c', result: { event: 'accepted', username: 'sip:bob@x' } },
      ],
    });
    const progress = nextEvent(handle, EVENT.SIP_PROGRESS);
    assert.deepEqual(await handle.call({ uri: 'sip:bob@x', jsep: offer() }), { call_id: 'c', username: 'sip:bob@x', jsep: early });
    assert.deepEqual(await progress, { call_id: 'c', username: 'sip:bob@x', jsep: early });
  });

  test('D7, D8: a hang-up after the end of the PeerConnection, with its code and headers', async (t) => {
    const { fake, handle } = await scripted(t, { call: { call_id: 'c', result: { event: 'accepted', username: 'u' } } });
    await handle.call({ uri: 'sip:bob@x', jsep: offer() });
    const over = nextEvent(handle, EVENT.SIP_HANGUP);
    fake.send({ janus: 'hangup', session_id: handle.session.id, sender: handle.id, reason: 'DTLS alert' });
    const last = { code: 200, reason: 'BYE', headers: { 'X-Why': 'enough' } };
    fake.send(pluginEvent(handle, { sip: 'event', call_id: 'c', result: { event: 'hangup', ...last } }));
    assert.deepEqual(await over, { call_id: 'c', ...last });
  });

  test('a call that is taken in the same turn as it ends', async (t) => {
    const { handle } = await scripted(t, {
      call: [{ result: { event: 'accepted', username: 'u' } }, { result: { event: 'hangup', code: 200, reason: 'BYE' } }],
    });
    const over = nextEvent(handle, EVENT.SIP_HANGUP);
    assert.equal((await handle.call({ uri: 'sip:bob@x', jsep: offer() })).username, 'u');
    assert.equal((await over).code, 200);
  });

  test('a decline ends with the call, where Janus forgets to confirm it', async (t) => {
    const { fake, handle } = await scripted(t, { decline: [] });
    const over = nextEvent(handle, EVENT.SIP_HANGUP);
    const declined = handle.decline({ code: 486 });
    await eventually('the request is there', () => fake.received('message').length, (count) => count === 1);
    fake.send(pluginEvent(handle, { sip: 'event', call_id: 'c', result: { event: 'hangup', code: 486, reason: 'Busy Here' } }));
    assert.deepEqual(await declined, { call_id: 'c', code: 486, reason: 'Busy Here' });
    assert.deepEqual(await over, { call_id: 'c', code: 486, reason: 'Busy Here' });
  });

  test('D10: a call that is taken without a name or an id', async (t) => {
    const { handle } = await scripted(t, { call: { result: { event: 'accepted' } }, accept: { result: { event: 'accepted' } } });
    assert.deepEqual(await handle.call({ uri: 'sip:bob@x', jsep: offer() }), {});
    assert.deepEqual(await handle.accept({ jsep: answer(offer()) }), {});
  });

  test('D9: later events of a registration', async (t) => {
    const { fake, handle } = await scripted(t, {});
    const sendEvent = (event, more) => fake.send(pluginEvent(handle, { sip: 'event', result: { event, ...more } }));
    const emitted = Promise.all([EVENT.SIP_REGISTERED, EVENT.SIP_REGISTRATION_FAILED, EVENT.SIP_UNREGISTERED, EVENT.SIP_ERROR].map((event) => nextEvent(handle, event)));
    sendEvent('registered', { username: 'alice', register_sent: true });
    sendEvent('registration_failed', { code: 503, reason: 'Service Unavailable' });
    sendEvent('unregistered', { username: 'alice' });
    fake.send(pluginEvent(handle, { sip: 'event', error_code: 0, error: 'Wrong state' }));
    const [registered, failed, unregistered, error] = await emitted;
    assert.deepEqual(registered, { user: 'alice', register_sent: true });
    assert.deepEqual(failed, { code: 503, reason: 'Service Unavailable' });
    assert.deepEqual(unregistered, { user: 'alice' });
    assert.deepEqual([error.code, error.plugin, error.message], ['plugin_refused', 0, '0 Wrong state']);
  });

  test('responses of newer servers', async (t) => {
    const forwarder = { stream_id: 7, type: 'audio', host: '127.0.0.1', port: 5000, media: 'audio' };
    const { fake, handle, body } = await scripted(t, {
      progress: { result: { event: 'progressed' } },
      send_ringing: { call_id: 'c' },
      keyframe: { result: { event: 'keyframesent' } },
      rtp_forward: { result: { event: 'rtp_forward', forwarders: [forwarder], unique_id: 'u' } },
      stop_rtp_forward: { result: { event: 'stop_rtp_forward', stream_id: 7 } },
      listforwarders: { result: { event: 'forwarders', rtp_forwarders: [forwarder] } },
    });
    assert.deepEqual(await handle.progress({ jsep: answer(offer()) }), {});
    assert.deepEqual(await handle.sendRinging(), { call_id: 'c' });
    assert.deepEqual(await handle.keyframe({ peer: true }), {});
    const streams = [{ type: 'audio', host: '127.0.0.1', port: 5000 }];
    assert.deepEqual(await handle.startForward({ streams }), { forwarders: [forwarder], unique_id: 'u' });
    assert.deepEqual(body(), { request: 'rtp_forward', streams });
    assert.deepEqual(await handle.stopForward({ stream_id: 7 }), { stream_id: 7 });
    assert.deepEqual(await handle.listForward(), { forwarders: [forwarder] });
    const dtmf = nextEvent(handle, EVENT.SIP_DTMF);
    fake.send(pluginEvent(handle, { sip: 'event', call_id: 'c', result: { event: 'dtmf', sender: 's', signal: '5', duration: 160 } }));
    assert.deepEqual(await dtmf, { call_id: 'c', sender: 's', signal: '5', duration: 160 });
  });
});
