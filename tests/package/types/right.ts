import Bifrons, { connect, EVENT, Logger } from 'bifrons';
import BaseHandle, { Handle } from 'bifrons/handle';
import EchoTest from 'bifrons/plugins/echotest';
import type { Transport } from 'bifrons';
import { MockJanus } from 'bifrons/testing';

/** A mock server, and injected faults. */
export async function mock(): Promise<number[]> {
  const janus = await MockJanus.start({ seed: 7, admin_port: false });
  janus.inject('delay', 20);
  janus.inject('restart');
  void connect({ address: { url: janus.url ?? 'janus://here' }, transport: janus.transport });
  await janus.stop();
  return janus.sessions();
}

/** An application's own transport, and one that throws. */
export function transports(port: MessagePort): Transport[] {
  const own: Transport = (url, callbacks) => {
    port.onmessage = ({ data }) => callbacks.message(data);
    callbacks.opened();
    const protocol: 'janus-protocol' | 'janus-admin-protocol' = callbacks.protocol;
    return { send: (text: string) => port.postMessage([url, protocol, text]), close: () => callbacks.closed(), maxMessage: 8191, bufferedAmount: 0 };
  };
  void connect({ address: { url: 'mine://x' }, transport: own });
  const queueing: Transport = (_url, callbacks) => {
    const queue = new Map<number, string>();
    port.onmessage = () => [...queue.keys()].forEach((request) => callbacks.sent(request));
    return { send: (text, request) => queue.set(request, text), cancel: (request) => queue.delete(request), close: () => queue.clear() };
  };
  return [own, queueing, () => { throw new Error('no way'); }];
}

/** An outage, and a handle that is attached again. */
export async function recovery(url: string): Promise<number> {
  const connection = await connect({ address: { url }, reconnect: { within_secs: 30, rebuild: true }, destroy_on_unload: false });
  connection.on(EVENT.CONNECTION_RECONNECTING, ({ code }) => Logger.info(code));
  connection.on(EVENT.CONNECTION_RESUMED, ({ outage_ms, events_may_be_lost }) => Logger.info(outage_ms, events_may_be_lost));
  connection.on(EVENT.CONNECTION_LOST, ({ message }) => Logger.info(message));
  const handle = await (await connection.create()).attach(EchoTest);
  handle.on(EVENT.HANDLE_REBUILT, ({ id }) => void handle.start({ audio: id > 0 }));
  handle.on(EVENT.HANDLE_DETACHED, ({ reason }) => reason === 'lost_in_outage');
  const { requests, in_flight, repeated, reconnects, round_trip_p99_us } = connection.stats();
  return requests + in_flight + repeated + reconnects + round_trip_p99_us;
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
  const closed: 'connection_closed' = EVENT.CONNECTION_CLOSED;
  const event: 'echotest_result' = EchoTest.EVENT.ECHOTEST_RESULT;
  await handle.detach();
  await session.destroy();
  await connection.close();
  return id + text.length + closed.length + event.length;
}
