import { TextRoomChannel } from 'bifrons/plugins/textroom';

export async function chat(data: RTCDataChannel): Promise<void> {
  const channel = new TextRoomChannel(data);
  channel.on(TextRoomChannel.EVENT.TEXTROOM_MESSAGE, ({ from, text, whisper }) => console.log(from, text?.length, whisper));
  const { participants = [] } = await channel.join({ room: 1234, username: 'alice' }, { timeout_ms: 5000 });
  const { sent } = await channel.message({ room: 1234, text: 'hello', tos: participants.map(({ username = '' }) => username) });
  const got: boolean | undefined = sent?.['bob'];
  // @ts-expect-error what to say
  await channel.message({ room: 1234 });
  const other = new TextRoomChannel({ send: (text: string) => console.log(text) });
  other.receive('{}');
  await channel.leave({ room: 1234 });
  console.log(got);
}
