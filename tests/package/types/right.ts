import Bifrons, { connect, EVENT, Logger } from 'bifrons';
import BaseHandle, { Handle } from 'bifrons/handle';
import EchoTest from 'bifrons/plugins/echotest';
import { MockJanus } from 'bifrons/testing';
import { GrantToken } from 'bifrons/token';
import type { GrantTokenKey, RoomGrant } from 'bifrons/token';

/** A mock server, and injected faults. */
export async function mock(): Promise<number[]> {
  const janus = await MockJanus.start({ seed: 7, admin_port: false });
  janus.inject('delay', 20);
  janus.inject('restart');
  void connect({ address: { url: janus.url ?? 'janus://here' }, transport: janus.transport });
  await janus.stop();
  return janus.sessions();
}

/** An outage, and a handle that is attached again. */
export async function recovery(url: string): Promise<number> {
  const connection = await connect({ address: { url }, reconnect: { within_secs: 30, rebuild: true }, destroy_on_unload: false });
  connection.on(EVENT.CONNECTION_RECONNECTING, ({ code }) => Logger.info(code));
  connection.on(EVENT.CONNECTION_RESUMED, ({ outage_ms, kept, rebuilt: [first] }) => Logger.info(outage_ms, kept.length, first?.before));
  connection.on(EVENT.CONNECTION_LOST, ({ message }) => Logger.info(message));
  const handle = await (await connection.create()).attach(EchoTest);
  handle.on(EVENT.HANDLE_REBUILT, ({ id }) => void handle.start({ audio: id > 0 }));
  handle.on(EVENT.HANDLE_DETACHED, ({ reason }) => reason === 'lost_in_outage');
  const { requests, in_flight, repeated, reconnects, round_trip_p99_us } = connection.stats();
  return requests + in_flight + repeated + reconnects + round_trip_p99_us;
}

/** A logger and a clock of the application; options among the other arguments. */
export async function observed(url: string, logger: { error(text: string): void; warn(text: string): void; info(text: string): void; debug(text: string): void }): Promise<void> {
  const connection = await connect({ address: { url }, logger, clock: { now: () => Date.now() } });
  await connect({ address: { url }, logger: null, clock: null });
  await connect({ address: { url }, clock: { setTimeout: (callback, milliseconds) => (callback(), milliseconds), clearTimeout: (timer) => timer } });
  Logger.setSink((level, args, fields) => console.log(level === 'trace', args.length, fields?.['rpc.method']));
  Logger.trace('text');
  const session = await connection.claim({ session_id: 1, ka_interval: 20, timeout_ms: 100 });
  const handle = await session.adopt(EchoTest, { handle_id: 2, timeout_ms: 100 });
  await handle.message({ audio: true }, { jsep: { type: 'offer', sdp: 'v=0' }, timeout_ms: 100 });
  await handle.message({ audio: true }, { timeout_ms: 100 });
}

export async function echo(url: string): Promise<number> {
  Logger.setLevel('debug');
  const connection = await Bifrons.connect({ address: { url, apisecret: 'secret' } });
  const other = await connect({ address: [{ url }, { url, apisecret: 'secret' }] });
  await other.close({ graceful: false });
  await connection.getInfo();
  const session = await connection.create();
  const handle = await session.attach(EchoTest);
  const base: Handle = handle;
  const same: BaseHandle = base;
  const id: number = same.id;
  const { result } = await handle.start({ audio: true, video: false });
  const text: string = result;
  const { jsep: answer } = await handle.start({ jsep: { type: 'offer', sdp: '' } });
  const sdp: string = answer.sdp;
  console.log(sdp);
  const closed: 'connection_closed' = EVENT.CONNECTION_CLOSED;
  const event: 'echotest_result' = EchoTest.EVENT.ECHOTEST_RESULT;
  await handle.detach();
  await session.destroy();
  await connection.close();
  return id + text.length + closed.length + event.length;
}

/** Tokens of the gateway. */
export async function grants(key: GrantTokenKey, jwks: { keys: { kty?: string }[] }): Promise<boolean> {
  const room: RoomGrant = { id: 'team-*', join: true, publish: ['audio', 'screen'], defaults: { audiocodec: 'opus' } };
  const who = { issuer: 'https://app.example.org', subject: 'anna', audience: 'gateway' };
  const token = await GrantToken.mint({ ...who, key, valid_s: 60, roles: ['guest'], grants: { room: [room, { id: 1234 }], sip: { call: ['sip:*@example.org'] } } });
  const { subject, expires, grants: read } = await GrantToken.check(token, { ...who, jwks });
  return subject === 'anna' && expires > 0 && read.call?.list === true;
}
