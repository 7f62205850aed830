import type { Session } from 'bifrons';
import AudioBridge from 'bifrons/plugins/audiobridge';

export async function talk(session: Session): Promise<void> {
  const handle = await session.attach(AudioBridge);
  const { feed, participants = [], rtp } = await handle.join({ room: 1234, display: 'me' });
  const muted: boolean | undefined = participants[0]?.muted;
  const { jsep, display } = await handle.configure({ jsep: { type: 'offer', sdp: '' }, display: 'I', muted: false });
  const { forwarder } = await handle.startForward({ room: 1234, host: '127.0.0.1', audio_port: 5000 });
  const stream: number | undefined = forwarder.audio_stream;
  const ended: number = (await handle.stopForward({ room: 1234, stream: 1 })).forwarder.audio_stream;
  await handle.muteRoom({ room: 1234 });
  handle.on(AudioBridge.EVENT.AUDIOBRIDGE_PEER_JOINED, ({ feed, display, participants }) => console.log(feed, display?.length, participants?.length));
  handle.on(AudioBridge.EVENT.AUDIOBRIDGE_TALKING, ({ talking }) => talking satisfies boolean);
  handle.on(AudioBridge.EVENT.AUDIOBRIDGE_ROOM_MUTED, ({ muted }) => console.log(muted));
  // @ts-expect-error `talking` is a boolean
  handle.on('audiobridge_peer_talking', ({ talking }: { talking: string }) => talking);
  // @ts-expect-error a name is text
  await handle.join({ room: 1234, display: 5 });
  // @ts-expect-error whom to throw out
  await handle.kick({ room: 1234 });
  console.log(feed, rtp?.port, muted, jsep?.type, display, stream, ended, AudioBridge.ERROR.NOT_JOINED);
}
