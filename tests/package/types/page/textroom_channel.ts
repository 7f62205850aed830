import { TextRoomChannel } from 'bifrons/plugins/textroom';

export async function chat(data: RTCDataChannel): Promise<void> {
  const channel = new TextRoomChannel(data);
  channel.on(TextRoomChannel.EVENT.TEXTROOM_MESSAGE, ({ from, text, date, whisper }) => console.log(from, text?.length, date?.length, whisper));
  channel.on(TextRoomChannel.EVENT.TEXTROOM_JOIN, ({ room, username, display }) => console.log(room, username?.length, display?.length));
  channel.on('textroom_kicked', ({ room, username }) => console.log(room, username));
  channel.on('textroom_error', ({ code, plugin }) => console.log(code, plugin));
  const { participants = [] } = await channel.join({ room: 1234, username: 'alice' }, { timeout_ms: 5000 });
  const { sent } = await channel.message({ room: 1234, text: 'hello', tos: participants.map(({ username = '' }) => username) });
  const got: boolean | undefined = sent?.['bob'];
  // @ts-expect-error the text is missing
  await channel.message({ room: 1234 });
  // @ts-expect-error who joins
  await channel.join({ room: 1234 });
  // @ts-expect-error several names are a list
  await channel.message({ room: 1234, text: 'hello', tos: 'bob' });
  // @ts-expect-error no such event
  TextRoomChannel.EVENT.TEXTROOM_WRITTEN;
  // @ts-expect-error it must send
  new TextRoomChannel({});
  const other = new TextRoomChannel({ send: (text: string) => console.log(text) });
  other.receive('{}');
  await channel.leave({ room: 1234 });
  console.log(got);
}
