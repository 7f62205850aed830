import Bifrons from 'bifrons';
import AudioBridge from 'bifrons/plugins/audiobridge';
import EchoTest, { EVENT } from 'bifrons/plugins/echotest';
import RecordPlay from 'bifrons/plugins/recordplay';
import Sip from 'bifrons/plugins/sip';
import Streaming from 'bifrons/plugins/streaming';
import VideoCall from 'bifrons/plugins/videocall';
import VideoRoom from 'bifrons/plugins/videoroom';
import { Peer, WebRtcError, createChannel, endToEnd, handleSignalling, joinAudioBridge, joinRoom, listDevices, openDevices, openScreen, playMountpoint, playRecording, publish, receiveSipCalls, receiveVideoCalls, recordTracks, sendTrack, showStream, startEcho, startSipCall, startVideoCall, transformFrames, watch, watchDevices, watchLevels, watchStatistics } from 'bifrons/webrtc';
import TextRoom, { TextRoomChannel } from 'bifrons/plugins/textroom';

export async function echo(worker: Worker): Promise<void> {
  const session = await (await Bifrons.connect({ address: { url: 'ws://127.0.0.1:8188' } })).create();
  const handle = await session.attach(EchoTest);
  const peer = new Peer(handleSignalling(handle, { send: (jsep) => handle.start({ audio: true, jsep }), events: [EVENT.ECHOTEST_RESULT] }), {
    configuration: { iceServers: [{ urls: 'stun:stun.example.org' }] },
    encryption: endToEnd(worker, { key: 'k' }),
  });
  peer.on('state', ({ state, previous, reason }) => console.log(state === 'recovering', previous, reason?.length));
  peer.on('track', ({ track, mid, streams }) => console.log(track.kind, mid.length, streams.length));
  peer.once('error', (error) => console.log(error instanceof WebRtcError && error.code === 'denied'), { signal: peer.signal });
  const { camera, microphone } = await openDevices({ camera: { width: 1280 } }).catch((error: WebRtcError) => {
    if (error.code === 'in_use') console.log(error.message);
    throw error;
  });
  camera.on('track', (track) => console.log(track?.id));
  const sender = await sendTrack(peer, camera, { simulcast: true, bitrate: 1_000_000, codec: 'vp9', hint: 'motion', receive: false });
  await (await sendTrack(peer, microphone)).sendDtmf('123#', { duration_ms: 100 });
  await peer.negotiate();
  await sender.setLayers(['m', 'l']);
  await camera.mute({ stopDevice: true });
  const { video, audio } = await openScreen({ audio: true });
  await sendTrack(peer, video);
  audio?.stop();
  const stop = watchStatistics(peer, ({ streams, rtt_ms }) => console.log(rtt_ms, streams.map(({ bitrate, limitation }) => [bitrate, limitation])));
  watchLevels(peer, (levels) => console.log(levels[0]?.level), { interval_ms: 100 });
  watchDevices((devices) => console.log(devices[0]?.kind === 'camera'));
  console.log(await listDevices(), new TextRoomChannel(createChannel(peer)));
  stop();
  await peer.close();
  const textroom = await session.attach(TextRoom);
  await new Peer(handleSignalling(textroom, { offer: () => textroom.setup(), send: (jsep) => textroom.ack({ jsep }) })).negotiate();
  // @ts-expect-error no such state
  peer.on('state', ({ state }) => state === 'open');
  // @ts-expect-error no such event
  peer.on('closed', () => {});
  // @ts-expect-error no such option
  await sendTrack(peer, camera, { simulcats: true });
  // @ts-expect-error a signalling sends candidates, too
  new Peer({ send() {} });
  // @ts-expect-error a track of the package, or `new LocalTrack(track)`
  await sendTrack(peer, new MediaStreamTrack());
}

export async function oneCall(): Promise<void> {
  const session = await (await Bifrons.connect({ address: { url: 'ws://127.0.0.1:8188' } })).create();
  const { camera, microphone } = await openDevices();
  const { peer, senders } = await startEcho(await session.attach(EchoTest), [camera, microphone], { request: { bitrate: 500_000 }, streams: { camera: { simulcast: true } } });
  console.log(senders[0]?.mid);
  peer.close();
}

export async function plugins(element: HTMLVideoElement): Promise<void> {
  const session = await (await Bifrons.connect({ address: { url: 'ws://127.0.0.1:8188' } })).create();
  const { camera, microphone } = await openDevices();
  const room = await joinAudioBridge(await session.attach(AudioBridge), { room: 1234, display: 'Anna', denoise: true }, [microphone], { streams: { microphone: { hint: 'speech' } } });
  room.on('changed', ({ display, talking }) => console.log(display?.length, talking === true));
  await room.leave();
  const playback = await playMountpoint(await session.attach(Streaming), { id: 1, pin: 'p' }, { configuration: { iceServers: [] } });
  await playback.switchTo({ id: 2 });
  element.srcObject = playback.stream;
  const handle = await session.attach(RecordPlay);
  const recording = await recordTracks(handle, { name: 'a greeting' }, [microphone, camera]);
  await recording.stop();
  if (recording.id !== undefined) (await playRecording(handle, { id: recording.id })).peer.close();
  // @ts-expect-error a recording has a name
  await recordTracks(handle, {}, [camera]);
}

export async function calls(signal: AbortSignal): Promise<void> {
  const session = await (await Bifrons.connect({ address: { url: 'ws://127.0.0.1:8188' } })).create();
  const { camera, microphone } = await openDevices();
  const video = await session.attach(VideoCall);
  receiveVideoCalls(video, async (incoming) => void (incoming.username === 'ben' ? await incoming.answer([camera]) : await incoming.decline({ reason: 'no' })), { signal });
  const call = await startVideoCall(video, { username: 'ben' }, [microphone, camera], { signal, streams: { camera: { bitrate: 500_000 } } });
  console.log(call.stream.active, call.username.length);
  await call.hangup({ reason: 'enough' });
  const sip = await session.attach(Sip);
  receiveSipCalls(sip, async (incoming) => {
    if (incoming.signal.aborted) return;
    const answered = await incoming.answer([microphone], { params: { srtp: 'sdes_optional' } });
    await answered.hold({ direction: 'inactive' });
  });
  const phone = await startSipCall(sip, { uri: 'sip:ben@example.org' }, [microphone]);
  await phone.sendDtmf('12#', { by: 'info' });
  // @ts-expect-error no such way
  await phone.sendDtmf('12#', { by: 'mail' });
}

export async function subscriber(): Promise<void> {
  const session = await (await Bifrons.connect({ address: { url: 'ws://127.0.0.1:8188' } })).create();
  const handle = await session.attach(VideoRoom);
  const peer = new Peer(
    handleSignalling(handle, {
      send: (jsep) => handle.start({ jsep }),
      restart: () => handle.configure({ restart: true }),
      events: [VideoRoom.EVENT.VIDEOROOM_UPDATED],
    }),
  );
  const { jsep } = await handle.joinSubscriber({ room: 1234, streams: [{ feed: 1 }] });
  if (jsep) await peer.receive(jsep);
}

export async function conference(element: HTMLVideoElement): Promise<void> {
  const session = await (await Bifrons.connect({ address: { url: 'ws://127.0.0.1:8188' } })).create();
  const room = await joinRoom(await session.attach(VideoRoom), { room: 1234, display: 'Anna' });
  room.on('left', ({ feed, display }) => console.log(feed, display?.length));
  const { camera, microphone } = await openDevices();
  const publication = await publish(room, [microphone, camera], { streams: { camera: { simulcast: true } } });
  await publication.stop(publication.senders[0]!);
  const watching = watch(room, await session.attach(VideoRoom), { wants: (participant, { source }) => participant.feed !== 1 && source !== 'screen' });
  watching.on('added', (stream) => showStream(watching, stream, element));
  watching.prefer(watching.streams[0]!, { substream: 1 });
  // @ts-expect-error no such event
  watching.on('arrived', () => {});
  // @ts-expect-error a room is an object with its id
  await joinRoom(await session.attach(VideoRoom), 1234);
  await room.leave();
}

export function ownSignalling(socket: WebSocket): Peer {
  const peer = new Peer({
    send: (jsep) => socket.send(JSON.stringify({ jsep })),
    trickle: (candidate) => socket.send(JSON.stringify({ candidate })),
  });
  socket.onmessage = ({ data }) => {
    const { jsep, candidate } = JSON.parse(data);
    if (jsep) void peer.receive(jsep);
    else peer.addCandidate(candidate);
  };
  return peer;
}

transformFrames((frame, controller, { operation }) => {
  if (operation === 'encrypt') controller.enqueue(frame);
});
