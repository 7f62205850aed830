// The Admin API through the package: every request, sent to a real Janus.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { connect, EVENT } from 'bifrons';
import EchoTest from 'bifrons/plugins/echotest';
import Sip from 'bifrons/plugins/sip';
import TextRoom from 'bifrons/plugins/textroom';
import VideoRoom from 'bifrons/plugins/videoroom';

import { failure, nextEvent } from './support/expect.mjs';
import { startJanus } from './support/janus.mjs';
import { offer } from './support/offer.mjs';

let janus;
let admin;
before(async () => {
  janus = await startJanus('--token-auth');
  admin = await connect(janus.adminConfig);
});
after(async () => {
  await admin.close();
  await janus.stop();
});

test('settings', async () => {
  const { status } = await admin.getStatus();
  assert.deepEqual([status.session_timeout, status.token_auth], [60, true]);
  const settings = [
    ['setSessionTimeout', 90, 'timeout'],
    ['setLogLevel', 5, 'level'],
    ['setLogTimestamps', false, 'log_timestamps'],
    ['setLogColors', false, 'log_colors'],
    ['setLockingDebug', false, 'locking_debug'],
    ['setRefcountDebug', false, 'refcount_debug'],
    ['setMinNackQueue', 300, 'min_nack_queue'],
    ['setNackOptimizations', true, 'nack-optimizations'],
    ['setNoMediaTimer', 3, 'no_media_timer'],
    ['setSlowlinkThreshold', 5, 'slowlink_threshold'],
    ['acceptNewSessions', true, 'accept'],
  ];
  for (const [method, value, field] of settings) {
    const response = await admin[method](value);
    assert.deepEqual([response.janus, response[field]], ['success', value], method);
    await failure(admin[method](), 'invalid_argument', / parameter not specified$/);
  }
  const libnice = admin.setLibniceDebug(false);
  if (janus.version < 1302) assert.equal((await libnice).libnice_debug, false);
  else await failure(libnice, 'janus_refused', /^457 /);
});

test('sessions and handles', async () => {
  const connection = await connect(janus.config);
  const session = await connection.create();
  const handle = await session.attach(EchoTest);
  await handle.start({ audio: true, jsep: offer() });
  assert.deepEqual((await admin.listSessions()).sessions, [session.id]);
  assert.deepEqual((await admin.listHandles(session.id)).handles, [handle.id]);
  const { info } = await admin.handleInfo(session.id, handle.id);
  assert.deepEqual([info.plugin, info.flags['got-offer'], typeof info.webrtc.dtls.fingerprint], [EchoTest.id, true, 'string']);
  assert.equal((await admin.handleInfo(session.id, handle.id, true)).info.webrtc, undefined);
  assert.equal((await admin.setSessionTimeout(120, session.id)).timeout, 120);
  await admin.startPcap(session.id, handle.id, janus.folder, 'packets.pcap', 100);
  await admin.stopPcap(session.id, handle.id);
  await admin.startText2pcap(session.id, handle.id, janus.folder);
  await admin.stopText2pcap(session.id, handle.id);
  await failure(admin.stopPcap(session.id, handle.id), 'janus_refused', /^490 /);
  const hungUp = nextEvent(handle, EVENT.HANDLE_HANGUP);
  await admin.hangupWebrtc(session.id, handle.id);
  assert.equal((await hungUp).reason, 'Admin API');
  const detached = nextEvent(handle, EVENT.HANDLE_DETACHED);
  await admin.detachHandle(session.id, handle.id);
  await detached;
  await admin.destroySession(session.id);
  await failure(admin.listHandles(session.id), 'janus_refused', /^458 /);
  await connection.close();
});

test('plugins and parts', async () => {
  const { response } = await admin.messagePlugin('janus.plugin.videoroom', { request: 'list' });
  assert.equal(response.videoroom, 'success');
  assert.ok((await admin.queryTransport('janus.transport.websockets', { request: 'configure' })).response);
  await failure(admin.queryEventhandler('janus.eventhandler.none'), 'janus_refused', /^460 /);
  await failure(admin.queryLogger('janus.logger.none'), 'janus_refused', /^460 /);
  await admin.customEvent('tests', { n: 1 });
  await admin.customLogline('a text of this test', 4);
  assert.deepEqual((await admin.loopsInfo()).loops, []);
  assert.ok((await admin.resolveAddress('localhost')).ip);
  await failure(admin.testStun('127.0.0.1', 9), 'janus_refused', /^490 /);
});

test('requests of plugins, without a session', async () => {
  const rooms = admin.plugin(VideoRoom);
  const made = await rooms.create({ room: 77, secret: 's3', description: 'Seventy-seven' });
  assert.equal(made.room, 77);
  const { list } = await rooms.list();
  assert.equal(list.find(({ room }) => room === 77).description, 'Seventy-seven');
  const refused = await failure(rooms.destroy({ room: 77, secret: 'no' }), 'plugin_refused', /^433 /);
  assert.deepEqual([refused.plugin, refused.session], [433, undefined]);
  await rooms.destroy({ room: 77, secret: 's3' });
  assert.ok((await admin.plugin(TextRoom).list()).list.length > 0, 'the request needs a transaction of its own');
  await failure(admin.plugin(Sip).hold(), 'janus_refused', /^490 /);
});

test('stored tokens', async () => {
  const [echo, video] = ['janus.plugin.echotest', 'janus.plugin.videoroom'];
  assert.deepEqual((await admin.addToken('open-sesame', [echo])).data.plugins, [echo]);
  assert.equal((await admin.allowToken('open-sesame', [video])).data.plugins.length, 2);
  assert.deepEqual((await admin.disallowToken('open-sesame', [echo])).data.plugins, [video]);
  assert.deepEqual((await admin.listTokens()).data.tokens, [{ token: 'open-sesame', allowed_plugins: [video] }]);
  await admin.removeToken('open-sesame');
  await failure(admin.removeToken('open-sesame'), 'janus_refused', /^490 /);
});

test('the Admin API is refused on other connections', async () => {
  const connection = await connect(janus.config);
  await failure(connection.listSessions(), 'unsupported', /is_admin/);
  await failure(connection.plugin(VideoRoom).list(), 'unsupported', /is_admin/);
  await connection.close();
});
