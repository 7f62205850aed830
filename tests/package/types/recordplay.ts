import type { Jsep, Session } from 'bifrons';
import RecordPlay from 'bifrons/plugins/recordplay';

export async function record(session: Session, offer: Jsep): Promise<void> {
  const handle = await session.attach(RecordPlay);
  const { settings } = await handle.configure({ maxBitrate: 500_000, keyframeInterval: 10_000 });
  const bitrate: number | undefined = settings?.maxBitrate;
  const { id, jsep } = await handle.record({ name: 'a name', textdata: true, jsep: offer });
  // @ts-expect-error ids are numbers
  await handle.play({ id: 'first' });
  await handle.start({ jsep: { type: 'answer', sdp: '' } });
  handle.on(RecordPlay.EVENT.RECORDPLAY_SLOW_LINK, ({ media, bitrate: cap }) => console.log(media, cap));
  for (const { name, audio_codec } of (await handle.listRecordings()).list ?? []) console.log(name, audio_codec);
  console.log(bitrate, id, jsep?.sdp);
}
