import type { Jsep, Session } from 'bifrons';
import Duktape from 'bifrons/plugins/duktape';
import Lua from 'bifrons/plugins/lua';
import VoiceMail from 'bifrons/plugins/voicemail';

export async function requests(session: Session, offer: Jsep): Promise<unknown[]> {
  const lua = await session.attach(Lua);
  const { jsep, anything } = await lua.ask({ whatever: [1, null], jsep: offer });
  lua.on(Lua.EVENT.LUA_MESSAGE, (event) => console.log(event.something, event.jsep?.sdp));
  const duktape = await session.attach({ ...Duktape, id: 'janus.plugin.of.the.script' });
  const { result } = await duktape.ask({ audio: true }, { timeout_ms: 500 });
  // @ts-expect-error members of a script's response have no known type
  const known: string = result;
  // @ts-expect-error a time is a number
  await duktape.ask({}, { timeout_ms: 'soon' });
  // @ts-expect-error an SDP has a type
  await lua.ask({ jsep: { sdp: '' } });
  duktape.on('duktape_message', ({ result }) => console.log(result));
  const mail = await session.attach(VoiceMail);
  const { status, recording } = await mail.record({ jsep: offer });
  const where: string | undefined = recording;
  mail.on(VoiceMail.EVENT.VOICEMAIL_STATUS, ({ status, recording }) => console.log(status?.length, recording?.length));
  mail.on('voicemail_error', ({ plugin }) => console.log(plugin === VoiceMail.ERROR.ALREADY_RECORDING));
  // @ts-expect-error it has no name
  await mail.record({ name: 'a', jsep: offer });
  return [jsep?.type, anything, result, status, where, known];
}
