import Streaming from 'bifrons/plugins/streaming';
import VideoRoom from 'bifrons/plugins/videoroom';
import { joinRoom, openDevices, playMountpoint, publish } from 'bifrons/webrtc';
import { addButton, addField, addPlayer, ask, openSession, showStatus } from '/common/page.js';

const name = addField('Name');
addButton('Publish', async () => {
  const { room: id, ...janus } = await ask('publish');
  const session = await openSession(janus);
  const room = await joinRoom(await session.attach(VideoRoom), { room: id, display: name.value });
  const { camera, microphone } = await openDevices();
  await publish(room, [microphone, camera]);
  addButton('Leave', () => room.leave());
});

addButton('Watch', async () => {
  const { publishers, ...janus } = await ask('watch');
  const session = await openSession(janus);
  for (const { id, display } of publishers) {
    const playback = await playMountpoint(await session.attach(Streaming), { id });
    addPlayer('video', display, playback.stream);
    playback.peer.on('state', ({ reason }) => reason && showStatus(reason));
  }
});
