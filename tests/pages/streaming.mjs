// A mountpoint of Streaming, which a page's VideoRoom fills by an RTP forwarder.
import assert from 'node:assert/strict';
import { openCaller } from './one_call.mjs';

const ROOM = 5252;
const MOUNTPOINTS = [5253, 5254];

export async function streaming(stage, passed) {
  const publisher = await openCaller(stage);
  await publisher.run(async ({ room, ids }) => {
    const { attach, joinRoom, openDevices, publish } = window.app;
    const [handle, mountpoints] = [await attach(window.janus, 'VideoRoom'), await attach(window.janus, 'Streaming')];
    window.mountpoints = mountpoints;
    await handle.create({ room, fir_freq: 1, videocodec: 'vp8' });
    const joined = await joinRoom(handle, { room });
    const { camera, microphone } = await openDevices({ camera: { width: 320, height: 180 } });
    await publish(joined, [microphone, camera]);
    for (const id of ids) {
      const { audio_port, video_port } = await mountpoints.createRtpMountpoint({
        id,
        audio: { port: 0, pt: 111, rtpmap: 'opus/48000/2' },
        video: { port: 0, pt: 96, rtpmap: 'VP8/90000', buffer: true },
      });
      await handle.startForward({ room, feed: joined.feed, host: '127.0.0.1', streams: [{ mid: '0', port: audio_port, pt: 111 }, { mid: '1', port: video_port, pt: 96 }] });
    }
  }, { room: ROOM, ids: MOUNTPOINTS });

  const viewer = await openCaller(stage);
  const play = () => viewer.run(async (id) => {
    const { attach, playMountpoint, show } = window.app;
    window.viewer ??= await attach(window.janus, 'Streaming');
    window.call = await playMountpoint(window.viewer, { id });
    window.call.peer.on('state', ({ reason }) => (window.reason = reason));
    show(window.call.stream);
  }, MOUNTPOINTS[0]);
  await play();
  const receives = async () => {
    for (const kind of ['audio', 'video']) await viewer.receives(kind);
  };
  await receives();
  passed('a mountpoint is played, with sound and pictures');
  await viewer.run(() => window.call.pause());
  await viewer.stops('video');
  await viewer.run(() => window.call.resume());
  await receives();
  passed('it is paused and resumed');
  await viewer.restartsIce();
  await receives();
  passed('ICE restarts, by an offer of Janus');
  await viewer.run((id) => window.call.switchTo({ id }), MOUNTPOINTS[1]);
  await receives();
  await viewer.restartsIce();
  await receives();
  passed('another mountpoint is switched to; ICE restarts there, too');
  await viewer.run(() => void window.call.close());
  await play();
  await receives();
  passed('the handle plays again after its end');
  await publisher.run((id) => window.mountpoints.destroyMountpoint({ id }), MOUNTPOINTS[0]);
  assert.equal(await viewer.ends(), 'the mountpoint has ended: stopped');
  passed('the playback ends with its mountpoint');
  for (const tab of [publisher, viewer]) await tab.close();
}
