import Bifrons, { connect, EVENT, Logger } from 'bifrons';
import BaseHandle, { Handle } from 'bifrons/handle';
import EchoTest from 'bifrons/plugins/echotest';

export async function echo(url: string): Promise<number> {
  Logger.setLevel('debug');
  const connection = await Bifrons.connect({ address: { url, apisecret: 'secret' } });
  const other = await connect({ address: [{ url }, { url, apisecret: 'secret' }] });
  await other.close();
  await connection.getInfo();
  const session = await connection.create();
  const handle = await session.attach(EchoTest);
  const base: Handle = handle;
  const same: BaseHandle = base;
  const id: number = same.id;
  const { result } = await handle.start({ audio: true, video: false });
  const word: string = result;
  const closed: 'connection_closed' = EVENT.CONNECTION_CLOSED;
  const event: 'echotest_result' = EchoTest.EVENT.ECHOTEST_RESULT;
  await handle.detach();
  await session.destroy();
  await connection.close();
  return id + word.length + closed.length + event.length;
}
