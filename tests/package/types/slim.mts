// Pages with bifrons/slim: the types of bifrons, without what this entry does not have.
import Bifrons, { EVENT, Handle, JanusError, Logger, connect, version } from 'bifrons/slim';
import type { Connection, Session } from 'bifrons/slim';
import { Handle as FullHandle } from 'bifrons/handle';
import EchoTest from 'bifrons/plugins/echotest';
import { connect as streamed } from 'bifrons/streamed';

export async function page(): Promise<void> {
  const connection: Connection = await connect({ address: { url: 'wss://janus.example.org' }, reconnect: true });
  connection.on(EVENT.CONNECTION_RESUMED, ({ outage_ms }) => Logger.info(outage_ms.toFixed()));
  const session: Session = await connection.create();
  const same: Connection = session.connection;
  const echo = await session.attach(EchoTest);
  const { result } = await echo.start({ audio: true });
  const handle: Handle = new FullHandle(session, 1);
  const text: string = `${result} ${version()} ${same.url} ${handle.id} ${Bifrons.connect === connect}`;
  throw new JanusError({ code: 'internal', message: text });
}

export async function everything(): Promise<void> {
  const admin = await streamed({ address: { url: 'ws://127.0.0.1:7188' }, is_admin: true });
  const { sessions } = await admin.listSessions();
  sessions.map((id) => id.toFixed());
}

export async function wrong(connection: Connection): Promise<void> {
  // @ts-expect-error no Admin API in this entry
  await connect({ address: { url: 'ws://127.0.0.1:7188' }, is_admin: true });
  // @ts-expect-error no requests of the Admin API either
  await connection.listSessions();
  // @ts-expect-error no transport of one's own
  await connect({ address: { url: 'mine://anywhere' }, transport: () => ({ send() {}, close() {} }) });
}
