import type { Jsep, Session } from 'bifrons';
import VideoCall from 'bifrons/plugins/videocall';

export async function call(session: Session, offer: Jsep): Promise<void> {
  const handle = await session.attach(VideoCall);
  const { username } = await handle.register({ username: 'alice' });
  const names: string[] = (await handle.list()).list ?? [];
  const { event, reason } = await handle.call({ username: 'bob', jsep: offer });
  handle.on(VideoCall.EVENT.VIDEOCALL_INCOMING_CALL, ({ username, jsep }) => console.log(username?.length, jsep?.sdp));
  handle.on(VideoCall.EVENT.VIDEOCALL_HANGUP, ({ username, reason }) => console.log(username?.length, reason?.length));
  handle.on('videocall_update', ({ jsep }) => console.log(jsep?.type));
  handle.on('videocall_error', ({ plugin }) => console.log(plugin === VideoCall.ERROR.ALREADY_IN_CALL));
  // @ts-expect-error whom to call
  await handle.call({ jsep: offer });
  // @ts-expect-error a substream is a number
  await handle.set({ substream: 'high' });
  await handle.accept({ jsep: { type: 'answer', sdp: '' } });
  await handle.set({ audio: false, substream: 1 });
  await handle.hangupCall({ reason: 'enough' });
  console.log(username, names.length, event, reason);
}
