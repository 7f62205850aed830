import type { Jsep, Session } from 'bifrons';
import Duktape from 'bifrons/plugins/duktape';
import Lua from 'bifrons/plugins/lua';
import VoiceMail from 'bifrons/plugins/voicemail';

export async function ask(session: Session, offer: Jsep): Promise<unknown[]> {
  const lua = await session.attach(Lua);
  const { jsep, anything } = await lua.ask({ whatever: [1, null], jsep: offer });
  lua.on(Lua.EVENT.LUA_MESSAGE, (told) => console.log(told.something));
  const duktape = await session.attach({ ...Duktape, id: 'janus.plugin.of.the.script' });
  const { result } = await duktape.ask({ audio: true }, { timeout_ms: 500 });
  const mail = await session.attach(VoiceMail);
  const { status, recording } = await mail.record({ jsep: offer });
  const where: string | undefined = recording;
  return [jsep?.type, anything, result, status, where];
}
