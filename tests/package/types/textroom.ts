import type { Session } from 'bifrons';
import TextRoom from 'bifrons/plugins/textroom';

export async function write(session: Session): Promise<void> {
  const handle = await session.attach(TextRoom);
  const { jsep } = await handle.setup();
  if (jsep) {
    await handle.ack({ type: 'answer', sdp: jsep.sdp });
    await handle.ack({ jsep: { type: 'answer', sdp: jsep.sdp } });
  }
  const { list = [] } = await handle.list({});
  const { participants = [] } = await handle.listParticipants({ room: 'a-room' });
  const { room, permanent } = await handle.create({ room: 1, history: 10, pin: 'p' });
  await handle.announcement({ room: 1, text: 'hello' });
  // @ts-expect-error whom to throw out
  await handle.kick({ room: 1 });
  handle.on(TextRoom.EVENT.TEXTROOM_ERROR, ({ code, plugin }) => console.log(code, plugin));
  console.log(list.length, participants.length, room, permanent);
}
