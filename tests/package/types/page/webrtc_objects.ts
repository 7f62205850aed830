import type { Handle } from 'bifrons';
import { EVENT } from 'bifrons';
import type { AudioBridgeHandle } from 'bifrons/plugins/audiobridge';
import type { EchoTestHandle } from 'bifrons/plugins/echotest';
import type { SipHandle } from 'bifrons/plugins/sip';
import type { StreamingHandle } from 'bifrons/plugins/streaming';
import type { VideoRoomHandle } from 'bifrons/plugins/videoroom';

/** What a browser has, where a session description or a candidate is expected. */
export async function send(pc: RTCPeerConnection, handle: Handle, echo: EchoTestHandle, room: VideoRoomHandle): Promise<void> {
  await echo.start({ jsep: await pc.createOffer() });
  await echo.start({ jsep: pc.localDescription });
  await room.publish({ jsep: pc.localDescription });
  await room.start({ jsep: await pc.createAnswer() });
  await handle.message({}, pc.localDescription);
  pc.addEventListener('icecandidate', ({ candidate }) => void handle.trickle(candidate));
  const candidates: RTCIceCandidate[] = [];
  await handle.trickle(candidates);
  await handle.trickle(candidates.map((candidate) => candidate.toJSON()));
}

/** What Janus sends, where a browser expects it. */
export async function receive(pc: RTCPeerConnection, handle: Handle, bridge: AudioBridgeHandle, sip: SipHandle, streaming: StreamingHandle): Promise<void> {
  handle.on(EVENT.HANDLE_TRICKLE, (candidate) => void pc.addIceCandidate(candidate));
  handle.on('handle_trickle', ({ completed, ...candidate }) => void pc.addIceCandidate(completed ? undefined : candidate));
  handle.on('handle_trickle', (candidate) => void handle.trickle(candidate));
  const { jsep } = await bridge.configure({ jsep: await pc.createOffer() });
  if (jsep) await pc.setRemoteDescription(jsep);
  const watched = await streaming.watch({ id: 1 });
  if (watched.jsep) await pc.setRemoteDescription(watched.jsep);
  const taken = await sip.call({ uri: 'sip:you@example.org', jsep: pc.localDescription });
  if (taken.jsep) await pc.setRemoteDescription(taken.jsep);
}
