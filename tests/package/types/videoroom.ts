import { JanusError, type Session } from 'bifrons';
import VideoRoom, { type VideoRoomHandle } from 'bifrons/plugins/videoroom';

export async function meet(session: Session): Promise<void> {
  const handle: VideoRoomHandle = await session.attach(VideoRoom);
  const { feed, publishers = [], display } = await handle.joinPublisher({ room: 1234, display: 'me' });
  const codec: string | undefined = publishers[0]?.streams?.[0]?.codec;
  const own = await handle.publish({ jsep: { type: 'offer', sdp: '' }, bitrate: 128_000 }).catch((error: JanusError) => error.plugin);
  if (typeof own === 'object') console.log(own.jsep.sdp, own.feed);
  const answer: string = (await handle.joinConfigurePublisher({ room: 1234, jsep: { type: 'offer', sdp: '' } })).jsep.sdp;
  console.log(answer);
  await handle.configure({ sc_substream_layer: 1, sc_substream_fallback_ms: 250 });
  const { forwarders = [], forwarder } = await handle.startForward({ room: 1234, feed: 1, host: '127.0.0.1', streams: [{ mid: '0', port: 5000 }] });
  const port: number | undefined = forwarders[0]?.audio_port ?? forwarder?.video_port;
  const each = (await handle.listForward({ room: 1234 })).forwarders[0]?.forwarders[0]?.video_stream;
  const { from_feed } = await handle.switch({ to_feed: 7 });
  const { sent } = { sent: await handle.joinSubscriber({ room: 1234, streams: [{ feed: 7 }] }) };
  handle.on(VideoRoom.EVENT.VIDEOROOM_TALKING, ({ feed, talking, audio_level }) => {
    const isTalking: boolean = talking;
    console.log(feed, isTalking, audio_level?.toFixed());
  });
  handle.on(VideoRoom.EVENT.VIDEOROOM_PUB_LIST, ({ publishers }) => console.log(publishers?.map(({ feed }) => feed)));
  handle.on(VideoRoom.EVENT.VIDEOROOM_PUB_PEER_JOINED, ({ feed, display }) => console.log(feed, display?.length));
  handle.on(VideoRoom.EVENT.VIDEOROOM_KICKED, ({ feed, display }) => console.log(feed, display));
  handle.on('videoroom_error', (error) => console.log(error.plugin === VideoRoom.ERROR.NO_SUCH_ROOM));
  const { room, streams } = handle;
  const { record } = await handle.enable_recording({ room: 1234, record: true });
  const { permanent } = await handle.destroy({ room: 1234, permanent: true });
  // @ts-expect-error a room is needed
  await handle.joinPublisher({ display: 'me' });
  // @ts-expect-error the event has no such field
  handle.on(VideoRoom.EVENT.VIDEOROOM_TALKING, ({ talks }: { talks: boolean }) => talks);
  // @ts-expect-error no such event
  VideoRoom.EVENT.VIDEOROOM_TALKS;
  console.log(record, permanent satisfies boolean | undefined, feed, display, codec, port, each, from_feed, sent.jsep?.type, room, streams?.[0]?.mid);
}
