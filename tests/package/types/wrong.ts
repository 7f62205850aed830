// Each line under an expectation must fail to compile; one that compiles is the error.
import Bifrons from 'bifrons';
import EchoTest from 'bifrons/plugins/echotest';

export async function mistakes(): Promise<void> {
  // @ts-expect-error no configuration
  await Bifrons.connect();
  // @ts-expect-error no address
  await Bifrons.connect({});
  // @ts-expect-error an address has a url
  await Bifrons.connect({ address: { apisecret: 'secret' } });
  // @ts-expect-error a url is text
  await Bifrons.connect({ address: { url: 8188 } });
  // @ts-expect-error a transport returns its sending half
  await Bifrons.connect({ address: { url: 'mine://x' }, transport: () => {} });
  const connection = await Bifrons.connect({ address: { url: 'ws://127.0.0.1:8188' } });
  // @ts-expect-error no such method
  await connection.open();
  // @ts-expect-error graceful or not
  await connection.close({ graceful: 'no' });
  const session = await connection.create();
  // @ts-expect-error a plugin, or its name
  await session.attach(5);
  const generic = await session.attach('janus.plugin.echotest');
  // @ts-expect-error a handle by name has no methods of a plugin
  await generic.start();
  // @ts-expect-error a body is an object
  await generic.message('audio');
  // @ts-expect-error the level of a log has a name
  Bifrons.Logger.setLevel(5);
  const echo = await session.attach(EchoTest);
  // @ts-expect-error a boolean, not a text
  await echo.start({ audio: 'yes' });
  // @ts-expect-error no such field
  await echo.start({ audoi: true });
  // @ts-expect-error no such event
  EchoTest.EVENT.ECHOTEST_RESLUT;
}
