import type { Jsep, Session } from 'bifrons';
import NoSip from 'bifrons/plugins/nosip';

export async function negotiate(session: Session, offer: Jsep): Promise<string> {
  const handle = await session.attach(NoSip);
  const { sdp = '', type } = await handle.generate({ jsep: offer, srtp: 'sdes_optional' });
  const { jsep } = await handle.process({ type: 'answer', sdp });
  // @ts-expect-error a word
  await handle.process({ type: 1, sdp });
  // @ts-expect-error an offer or an answer
  await handle.process({ sdp });
  await handle.recording({ action: 'start', peer_audio: true });
  // A newer Janus may have more words.
  await handle.recording({ action: 'pause' });
  const forwarded = await handle.startForward({ streams: [{ type: 'audio', host: '127.0.0.1', port: 5004 }] });
  const stream: number = forwarded.forwarders?.[0]?.stream ?? 0;
  await handle.stopForward({ stream });
  handle.on(NoSip.EVENT.NOSIP_ERROR, ({ plugin }) => console.log(plugin === NoSip.ERROR.MISSING_SDP));
  console.log(type, jsep?.type);
  return sdp;
}
