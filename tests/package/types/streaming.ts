import type { Session } from 'bifrons';
import Streaming from 'bifrons/plugins/streaming';

export async function watch(session: Session): Promise<void> {
  const handle = await session.attach(Streaming);
  const made = await handle.createRtpMountpoint({ id: 5, name: 'new', video: { port: 0, pt: 96, rtpmap: 'VP8/90000', buffer: true }, data: true });
  const port: number | undefined = made.video_port;
  const several = await handle.createRtpMountpoint({ media: [{ type: 'audio', mid: '0', port: 0, pt: 111, codec: 'opus' }] });
  for (const { mid, port } of several.ports ?? []) console.log(mid?.length, port?.toFixed());
  const { list = [] } = await handle.list();
  const enabled: boolean | undefined = list[0]?.enabled;
  const info = await handle.info({ id: 5, secret: 's' });
  const codec: string | undefined = info.media?.[0]?.codec;
  const { status, jsep, restart } = await handle.watch({ id: 5, audio: true });
  if (jsep) await handle.start({ jsep: { type: 'answer', sdp: jsep.sdp } });
  const watched: number | string | null = handle.mp;
  const { switched, id }: { switched?: string; id: number | string } = await handle.switch({ id: 6 });
  handle.on(Streaming.EVENT.STREAMING_STATUS, ({ status, id }) => console.log(status?.length, id));
  handle.on('streaming_layers', ({ mid, substream }) => console.log(mid?.length, substream?.toFixed()));
  // @ts-expect-error a mountpoint has an id
  await handle.watch({});
  // @ts-expect-error a port is a number
  await handle.createRtpMountpoint({ audio: { port: '5000' } });
  // @ts-expect-error the types of media are texts, their ports numbers
  await handle.createRtpMountpoint({ media: [{ type: 'audio', mid: 0, port: 0 }] });
  console.log(port, enabled, codec, status, restart, watched, switched, id, Streaming.ERROR.CANT_SWITCH satisfies 458);
}
