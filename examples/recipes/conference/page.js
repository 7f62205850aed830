import VideoRoom from 'bifrons/plugins/videoroom';
import { joinRoom, openDevices, publish, watch } from 'bifrons/webrtc';
import { addButton, addField, ask, openSession, showStreams } from '/common/page.js';

const name = addField('Name');
addButton('Join', async (button) => {
  button.disabled = true;
  const { room: id, ...janus } = await ask('enter');
  const session = await openSession(janus);
  const [publisher, subscriber] = [await session.attach(VideoRoom), await session.attach(VideoRoom)];

  const room = await joinRoom(publisher, { room: id, display: name.value });
  const { camera, microphone } = await openDevices();
  await publish(room, [microphone, camera], { streams: { camera: { simulcast: true } } });

  showStreams(watch(room, subscriber));

  addButton('Mute', async (mute) => {
    await (microphone.muted ? microphone.unmute() : microphone.mute());
    mute.textContent = microphone.muted ? 'Unmute' : 'Mute';
  });
  addButton('Leave', () => room.leave());
});
