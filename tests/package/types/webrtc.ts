import Bifrons from 'bifrons';
import EchoTest, { EVENT } from 'bifrons/plugins/echotest';
import VideoRoom from 'bifrons/plugins/videoroom';
import { Peer, WebRtcError, createChannel, endToEnd, handleSignalling, joinRoom, listDevices, openDevices, openScreen, publish, sendTrack, showStream, startEcho, transformFrames, watch, watchDevices, watchLevels, watchStatistics } from 'bifrons/webrtc';
import { TextRoomChannel } from 'bifrons/plugins/textroom';

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
  peer.close();
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
