import Streaming from 'bifrons/plugins/streaming';
import VideoRoom from 'bifrons/plugins/videoroom';
import { joinRoom, openDevices, playMountpoint, publish } from 'bifrons/webrtc';
import { addButton, addField, addPlayer, ask, openSession, showStatus } from '/common/page.js';

addButton('Watch', async () => {
  const { id, ...janus } = await ask('watch');
  const session = await openSession(janus);
  const playback = await playMountpoint(await session.attach(Streaming), { id });
  addPlayer('video', 'The speaker', playback.stream);
});

const key = addField('Key');
addButton('Speak', async () => {
  const { room: id, ...janus } = await ask('speak', { key: key.value });
  const session = await openSession(janus);
  const room = await joinRoom(await session.attach(VideoRoom), { room: id, display: 'The speaker' });
  const { camera, microphone } = await openDevices();
  await publish(room, [microphone, camera]);
  showStatus('You are on the air.');
});
