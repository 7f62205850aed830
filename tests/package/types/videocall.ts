import type { Jsep, Session } from 'bifrons';
import VideoCall from 'bifrons/plugins/videocall';

export async function call(session: Session, offer: Jsep): Promise<void> {
  const handle = await session.attach(VideoCall);
  await handle.register({ username: 'alice' });
  const { event, reason } = await handle.call({ username: 'bob', jsep: offer });
  handle.on(VideoCall.EVENT.VIDEOCALL_INCOMING_CALL, ({ username, jsep }) => console.log(username?.length, jsep?.sdp));
  // @ts-expect-error whom to call
  await handle.call({ jsep: offer });
  await handle.set({ audio: false, substream: 1 });
  await handle.hangupCall({ reason: 'enough' });
  console.log(event, reason);
}
