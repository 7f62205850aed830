import { connect, EVENT } from 'bifrons';
import { Handle } from 'bifrons/handle';
import EchoTest from 'bifrons/plugins/echotest';

export async function echo(url: string): Promise<Handle> {
  const connection = await connect({ address: { url } });
  const session = await connection.create();
  const handle = await session.attach(EchoTest);
  await handle.start({ audio: true });
  const closed: 'connection_closed' = EVENT.CONNECTION_CLOSED;
  return closed ? handle : handle;
}
