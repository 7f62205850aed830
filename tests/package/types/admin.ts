import Bifrons from 'bifrons';
import VideoRoom from 'bifrons/plugins/videoroom';

export async function watch(url: string): Promise<void> {
  const admin = await Bifrons.connect({ is_admin: true, address: { url, apisecret: 'secret' } });
  const { version_string, plugins, 'accepting-new-sessions': accepting = true } = await admin.getInfo();
  console.log(version_string satisfies string, plugins['janus.plugin.echotest']?.version_string satisfies string | undefined, accepting satisfies boolean);
  const { sessions } = await admin.listSessions();
  const { handles } = await admin.listHandles(sessions[0] ?? 0);
  const { info } = await admin.handleInfo(sessions[0] ?? 0, handles[0] ?? 0, true);
  const rtt: number | undefined = info.webrtc?.media['0']?.rtcp?.['main']?.rtt;
  const ready: boolean | undefined = info.flags?.ready;
  const bytes: number | undefined = info.webrtc?.media['0']?.stats.in.bytes_lastsec;
  const idle: number = info.current_time - info.session_last_activity;
  const isNew: boolean = info.webrtc?.ice.state === 'gathering' && info.webrtc.dtls['dtls-state'] === 'created';
  const { status } = await admin.getStatus();
  const level: number = status.log_level;
  // @ts-expect-error a handle without a PeerConnection has none
  const ice: string = info.webrtc.ice.state;
  const { data } = await admin.addToken('t', ['janus.plugin.echotest'], { timeout_ms: 100 });
  await admin.setSessionTimeout(60);
  await admin.setSessionTimeout({ timeout: 30, session_id: sessions[0] }, { timeout_ms: 100 });
  await admin.startPcap({ session_id: 1, handle_id: 2, folder: '/tmp', filename: 'packets.pcap', truncate: undefined });
  // @ts-expect-error the timeout of the call is an option, not a field
  await admin.setSessionTimeout({ timeout: 30, timeout_ms: 100 });
  // @ts-expect-error misspelt: session_id
  await admin.setSessionTimeout({ timeout: 30, session: 1 });
  // @ts-expect-error the timeout is needed
  await admin.setSessionTimeout({ session_id: 1 });
  // @ts-expect-error a request without fields takes options only
  await admin.getStatus({ status: true });
  const { list } = await admin.plugin(VideoRoom).list();
  await admin.plugin(VideoRoom).kick({ room: list.length, feed: 7 }, { timeout_ms: 100 });
  // @ts-expect-error of which room
  await admin.plugin(VideoRoom).kick({ feed: 7 });
  // @ts-expect-error no handle is attached
  admin.plugin(VideoRoom).detach();
  // @ts-expect-error whose handles
  await admin.listHandles();
  // @ts-expect-error a level is a number
  await admin.setLogLevel('all');
  console.log(rtt, ready, bytes, idle, isNew, level, ice, data.plugins.length);
}
