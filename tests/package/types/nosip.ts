import type { Jsep, Session } from 'bifrons';
import NoSip from 'bifrons/plugins/nosip';

export async function negotiate(session: Session, offer: Jsep): Promise<string> {
  const handle = await session.attach(NoSip);
  const { sdp = '' } = await handle.generate({ jsep: offer, srtp: 'sdes_optional' });
  await handle.process({ type: 'answer', sdp });
  // @ts-expect-error neither an offer nor an answer
  await handle.process({ type: 'rollback', sdp });
  await handle.recording({ action: 'start', peer_audio: true });
  const forwarded = await handle.startForward({ streams: [{ type: 'audio', host: '127.0.0.1', port: 5004 }] });
  const stream: number = forwarded.forwarders?.[0]?.stream ?? 0;
  await handle.stopForward({ stream });
  return sdp;
}
