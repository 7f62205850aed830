// Each line under an expectation must fail to compile, for the reason that the expectation gives; one that compiles is the error.
import Bifrons, { EVENT, JanusError } from 'bifrons';
import type { Connection, Handle, JanusMessage, Jsep, JsepInit, PlainHandle, Session, TrickledCandidate } from 'bifrons';
import EchoTest from 'bifrons/plugins/echotest';
import VideoRoom from 'bifrons/plugins/videoroom';
import { GrantToken } from 'bifrons/token';

export async function configuration(): Promise<void> {
  // @ts-expect-error no configuration
  await Bifrons.connect();
  // @ts-expect-error no address
  await Bifrons.connect({});
  // @ts-expect-error an address has a url
  await Bifrons.connect({ address: { apisecret: 'secret' } });
  // @ts-expect-error a url is text
  await Bifrons.connect({ address: { url: 8188 } });
  // @ts-expect-error the API secret is called apisecret
  await Bifrons.connect({ address: { url: 'ws://127.0.0.1:8188', api_secret: 'secret' } });
  // @ts-expect-error misspelt: reconnect
  await Bifrons.connect({ address: { url: 'ws://127.0.0.1:8188' }, reconect: true });
  // @ts-expect-error misspelt: rebuild
  await Bifrons.connect({ address: { url: 'ws://127.0.0.1:8188' }, reconnect: { rebuilt: true } });
  // @ts-expect-error a logger has warn, too
  await Bifrons.connect({ address: { url: 'ws://127.0.0.1:8188' }, logger: { error() {}, info() {}, debug() {} } });
  // @ts-expect-error a logger is an object, not a level
  await Bifrons.connect({ address: { url: 'ws://127.0.0.1:8188' }, logger: 'debug' });
  // @ts-expect-error a clock returns numbers
  await Bifrons.connect({ address: { url: 'ws://127.0.0.1:8188' }, clock: { now: () => new Date() } });
  // @ts-expect-error misspelt: setTimeout
  await Bifrons.connect({ address: { url: 'ws://127.0.0.1:8188' }, clock: { setTimer: () => 1 } });
  // @ts-expect-error a transport returns its sending half
  await Bifrons.connect({ address: { url: 'mine://x' }, transport: () => {} });
  // @ts-expect-error an abort signal, not a flag
  await Bifrons.connect({ address: { url: 'ws://127.0.0.1:8188' } }, null, { signal: { aborted: false } });
}

export async function calls(connection: Connection, session: Session): Promise<void> {
  // @ts-expect-error connections are opened by connect
  await connection.open();
  // @ts-expect-error leave is Rust's
  await connection.leave();
  // @ts-expect-error graceful or not
  await connection.close({ graceful: 'no' });
  // @ts-expect-error the interval is a number of seconds
  await connection.create('30');
  // @ts-expect-error a session's id is a number
  await connection.claim('1234');
  // @ts-expect-error which session
  await connection.claim({ ka_interval: 20 });
  // @ts-expect-error which handle
  await session.adopt('janus.plugin.echotest', { timeout_ms: 100 });
  // @ts-expect-error the timeout is timeout_ms
  await connection.ping({ timeout: 100 });
  // @ts-expect-error the statistic is in_flight
  connection.stats().inflight;
  // @ts-expect-error a connection is not constructed
  new Bifrons.Connection();
  // @ts-expect-error a plugin, or its name
  await session.attach(5);
  // @ts-expect-error the option is opaque_id
  await session.attach('janus.plugin.echotest', { opaqueId: 'x' });
  const plain = await session.attach('janus.plugin.echotest');
  // @ts-expect-error a handle by name has no methods of a plugin
  await plain.start();
  // @ts-expect-error a body is an object
  await plain.message('audio');
  // @ts-expect-error the option is called jsep
  await plain.message({}, { offer: 'v=0' });
  // @ts-expect-error a request has its kind in `janus`
  await plain.sendRequest({ body: {} });
  // @ts-expect-error a candidate is an object
  await plain.trickle('candidate:1 1 udp');
  // @ts-expect-error the data of a plugin's message have no known type
  (await plain.message({})).plugindata?.data.result;
  // @ts-expect-error ids are Janus's
  plain.id = 5;
  // @ts-expect-error the level of a log has a name
  Bifrons.Logger.setLevel(5);
}

export function events(connection: Connection, session: Session, handle: PlainHandle): void {
  // @ts-expect-error no such event of a connection
  connection.on('connection_close', () => {});
  // @ts-expect-error sessions tell their own events
  session.on(EVENT.CONNECTION_CLOSED, () => {});
  // @ts-expect-error no such event of a handle
  handle.on('handle_trickled', () => {});
  // @ts-expect-error an event of a plugin, on a handle that is attached by name
  handle.on('videoroom_joined', () => {});
  // @ts-expect-error misspelt in once, too
  handle.once('handle_hangups', () => {});
  // @ts-expect-error and in emit
  handle.emit('handle_hangups', {});
  // @ts-expect-error no such constant
  EVENT.HANDLE_HANGUPS;
  // @ts-expect-error the reason is a text
  handle.on(EVENT.HANDLE_HANGUP, ({ reason }) => reason?.toFixed());
  // @ts-expect-error the field is outage_ms
  connection.on(EVENT.CONNECTION_RESUMED, ({ outage }) => outage);
  // @ts-expect-error no such reason
  handle.on(EVENT.HANDLE_DETACHED, ({ reason }) => reason === 'lost');
  // @ts-expect-error the data of an unknown event have no known type
  handle.on(EVENT.HANDLE_EVENT, ({ data }) => data.videoroom);
  // @ts-expect-error the media type may be missing
  handle.on(EVENT.HANDLE_MEDIA, ({ type }) => type.length);
}

export async function iteration(connection: Connection, session: Session, handle: Handle): Promise<void> {
  const echo = await session.attach(EchoTest);
  for await (const { event, data } of echo) {
    // @ts-expect-error no such event
    if (event === 'echotest_nonsense') return;
    // @ts-expect-error not every event has a result
    data.result;
    // @ts-expect-error the field of this event is called result
    if (event === 'echotest_result') data.results;
    // @ts-expect-error this event carries an error
    if (event === 'echotest_error') data.result;
  }
  for await (const { event, data } of connection) {
    // @ts-expect-error an event of handles
    if (event === 'handle_hangup') return;
    // @ts-expect-error the field is outage_ms
    if (event === 'connection_resumed') data.outage;
  }
  // @ts-expect-error the reason is one of EndReason
  for await (const { data } of session) if (data.reason === 'nothing') return;
  // @ts-expect-error a handle of any plugin has events with any data
  for await (const { data } of handle) data.id;
}

export async function errors(error: JanusError): Promise<void> {
  // @ts-expect-error no such code
  if (error.code === 'no_such_room') return;
  // @ts-expect-error whose fault, by these names
  if (error.fault === 'janus') return;
  // @ts-expect-error an error is made of its fields
  new JanusError('timeout');
  // @ts-expect-error an error has a message
  new JanusError({ code: 'timeout' });
  // @ts-expect-error no such code
  new JanusError({ code: 'time_out', message: '' });
}

export async function plugins(session: Session, offer: JsepInit): Promise<void> {
  const echo = await session.attach(EchoTest);
  // @ts-expect-error a boolean, not a text
  await echo.start({ audio: 'yes' });
  // @ts-expect-error misspelt: audio
  await echo.start({ audoi: true });
  // @ts-expect-error the answer of a start without an offer may be missing
  (await echo.start()).jsep.sdp;
  // @ts-expect-error without an offer Janus has nothing to answer
  (await echo.start({ audio: true, jsep: null })).jsep.sdp;
  // @ts-expect-error misspelt: result
  (await echo.start()).reslut;
  // @ts-expect-error unknown fields are in extra
  (await echo.start()).newer;
  // @ts-expect-error nothing is known about them
  (await echo.start()).extra?.['newer'].length;
  // @ts-expect-error there may be none
  (await echo.start()).extra['newer'];
  // @ts-expect-error no such event
  EchoTest.EVENT.ECHOTEST_RESLUT;
  // @ts-expect-error no such error code
  EchoTest.ERROR.NO_SUCH_ROOM;
  // @ts-expect-error an SDP has a type
  await echo.start({ jsep: { sdp: 'v=0' } });
  // @ts-expect-error no SDP has this type
  await echo.start({ jsep: { type: 'offers', sdp: 'v=0' } });
  // @ts-expect-error an event carries an SDP that has a text
  const jsep: Jsep = offer;
  const room = await session.attach(VideoRoom);
  // @ts-expect-error misspelt: videoroom_talking
  room.on('videoroom_talkin', () => {});
  // @ts-expect-error an event of EchoTest
  room.on(EchoTest.EVENT.ECHOTEST_RESULT, () => {});
  // @ts-expect-error the field is talking
  room.on('videoroom_talking', ({ talks }) => talks);
  // @ts-expect-error a boolean, not a text
  await room.create({ permanent: 'no' });
  // @ts-expect-error Janus's name for max_publishers
  await room.create({ publishers: 12 });
  // @ts-expect-error Janus does nothing without an offer
  await room.publish();
  // @ts-expect-error the id of a room is a number or a text
  await room.exists({ room: true });
  // @ts-expect-error a stream has a feed
  await room.joinSubscriber({ room: 1234, streams: [{ mid: '0' }] });
  // @ts-expect-error the room is what the handle joined
  room.room = 1234;
  console.log(jsep);
}

export function values(message: JanusMessage, candidate: TrickledCandidate): void {
  // @ts-expect-error a member without a definition has no known type
  message['hint'].length;
  // @ts-expect-error an end of candidates has no candidate
  candidate.candidate.length;
}

export async function administration(admin: Connection): Promise<void> {
  // @ts-expect-error the field is version_string
  (await admin.getInfo()).version_text;
  // @ts-expect-error an older server does not have it
  (await admin.getInfo())['hangup-on-failed'].valueOf();
  // @ts-expect-error misspelt: sessions
  (await admin.listSessions()).session;
  // @ts-expect-error the levels have names of their own
  (await admin.getStatus()).status.loglevel.toFixed();
  // @ts-expect-error what a plugin responds has no known type
  (await admin.messagePlugin('janus.plugin.mine', {})).response.count;
  // @ts-expect-error the state in the plugin depends on the plugin
  (await admin.handleInfo(1, 2)).info.plugin_specific?.['room'].length;
  // @ts-expect-error a request to a plugin is an object
  await admin.messagePlugin('janus.plugin.mine', 'list');
}

export async function grants(who: { key: string; issuer: string; subject: string; audience: string }): Promise<void> {
  // @ts-expect-error how long a token is valid must be said
  await GrantToken.mint(who);
  // @ts-expect-error misspelt: join
  await GrantToken.mint({ ...who, valid_s: 60, grants: { room: { id: 1, jion: true } } });
  // @ts-expect-error a grant names its rooms
  await GrantToken.mint({ ...who, valid_s: 60, grants: { room: { join: true } } });
  // @ts-expect-error there is no such kind of media
  await GrantToken.mint({ ...who, valid_s: 60, grants: { room: { id: 1, publish: ['smell'] } } });
  // @ts-expect-error the key is a promise's result
  await GrantToken.check('token', { ...who, key: Promise.resolve(who.key) });
}
