import { offer } from '../library.mjs';

/** What a page does first, with any entry of the package. */
export async function firstResponse(Bifrons, EchoTest, url) {
  Bifrons.Logger.setLevel('none');
  const connection = await Bifrons.connect({ address: { url } });
  const session = await connection.create();
  const echo = await session.attach(EchoTest);
  return await echo.start({ audio: true, video: true, jsep: offer() });
}
