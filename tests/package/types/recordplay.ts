import type { Jsep, Session } from 'bifrons';
import RecordPlay from 'bifrons/plugins/recordplay';

export async function record(session: Session, offer: Jsep): Promise<void> {
  const handle = await session.attach(RecordPlay);
  const { settings } = await handle.configure({ maxBitrate: 500_000, keyframeInterval: 10_000 });
  const bitrate: number | undefined = settings?.maxBitrate;
  const { id, jsep, status } = await handle.record({ name: 'a name', textdata: true, jsep: offer });
  // @ts-expect-error ids are numbers
  await handle.play({ id: 'first' });
  // @ts-expect-error a recording has a name
  await handle.record({ jsep: offer });
  const restarted: string | undefined = (await handle.play({ id: 1, restart: true })).status;
  await handle.start({ jsep: { type: 'answer', sdp: '' } });
  handle.on(RecordPlay.EVENT.RECORDPLAY_SLOW_LINK, ({ media, bitrate: cap, uplink }) => console.log(media, cap?.toFixed(), uplink?.toFixed()));
  handle.on(RecordPlay.EVENT.RECORDPLAY_DONE, ({ id, is_private }) => console.log(id?.toFixed(), is_private));
  handle.on('recordplay_error', ({ plugin }) => console.log(plugin === RecordPlay.ERROR.NOT_FOUND));
  for (const { name, audio_codec } of (await handle.listRecordings()).list ?? []) console.log(name, audio_codec);
  await handle.listRecordings({ admin_key: 'k' });
  await handle.updateRecordings({});
  console.log(bitrate, id, jsep?.sdp, status, restarted);
}
