import type { JanusError, Jsep, Session } from 'bifrons';
import Sip, { type SipHandle, type SipIncoming } from 'bifrons/plugins/sip';

export async function call(session: Session, offer: Jsep): Promise<void> {
  const handle: SipHandle = await session.attach(Sip);
  const { username, register_sent, master_id } = await handle.register({ username: 'sip:me@example.org', secret: 's', headers: { 'X-A': 'b' } });
  const me: string = username;
  await handle.register({ type: 'helper', username, master_id });
  const taken = await handle.call({ uri: 'sip:you@example.org', srtp: 'sdes_optional', jsep: offer }).catch((error: JanusError) => error.plugin);
  if (typeof taken === 'object') console.log(taken.call_id?.length, taken.username, taken.jsep?.sdp);
  handle.on(Sip.EVENT.SIP_INCOMING, (call: SipIncoming) => console.log(call.display_name?.length, call.callee, call.jsep?.type));
  handle.on(Sip.EVENT.SIP_PROGRESS, ({ call_id, jsep }) => console.log(call_id, jsep?.sdp));
  handle.on(Sip.EVENT.SIP_HANGUP, ({ code, reason, headers }) => console.log(code?.toFixed(), reason, headers?.['X-Why']));
  handle.on(Sip.EVENT.SIP_REGISTRATION_FAILED, ({ code, reason }) => console.log(code?.toFixed(), reason?.length));
  handle.on('sip_dtmf', ({ signal, duration }) => console.log(signal?.length, duration?.toFixed()));
  handle.on('sip_error', (error) => console.log(error.plugin === Sip.ERROR.WRONG_STATE));
  const { jsep } = await handle.accept({ autoaccept_reinvites: false, jsep: { type: 'answer', sdp: '' } });
  await handle.hold({ direction: 'inactive' });
  const { code, refer_id } = await handle.decline({ code: 486 });
  await handle.recording({ action: 'start', audio: true });
  const ended: string | undefined = (await handle.sip_hangup()).call_id;
  const { forwarders } = await handle.startForward({ streams: [{ type: 'audio', host: '127.0.0.1', port: 5004 }] });
  const stream: number | undefined = forwarders?.[0]?.stream_id;
  // @ts-expect-error whom to call
  await handle.call({ jsep: offer });
  // @ts-expect-error an identity is a name
  await handle.register({ secret: 's' });
  // @ts-expect-error a word
  await handle.register({ username, type: true });
  // A newer Janus may have more words.
  await handle.hold({ direction: 'sendrecv' });
  // @ts-expect-error no such event
  Sip.EVENT.SIP_DECLINED;
  handle.on(Sip.EVENT.SIP_DECLINING, ({ code }) => code?.toFixed());
  // @ts-expect-error the code is a number
  handle.on(Sip.EVENT.SIP_HANGUP, ({ code }: { code: string }) => code);
  console.log(me, register_sent, jsep?.type, code, refer_id, ended, stream);
}
