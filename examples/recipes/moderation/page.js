import VideoRoom from 'bifrons/plugins/videoroom';
import { joinRoom, openDevices, publish, watch } from 'bifrons/webrtc';
import { addButton, addField, addLine, ask, openSession, showStatus, showStreams } from '/common/page.js';

const name = addField('Name');
const key = addField('Key');
addButton('Join', async (button) => {
  button.disabled = true;
  const { room: id, ...janus } = await ask('enter');
  const session = await openSession(janus);
  const room = await joinRoom(await session.attach(VideoRoom), { room: id, display: name.value });
  room.on('moderated', ({ moderated }) => showStatus(moderated ? 'A moderator has muted you' : 'A moderator has unmuted you'));
  room.on('ended', ({ reason }) => showStatus(`You are no longer in the room: ${reason}`));
  if (key.value) for (const event of ['joined', 'changed', 'left']) room.on(event, () => listChoices(room));

  const { camera, microphone } = await openDevices();
  await publish(room, [microphone, camera]);
  showStreams(watch(room, await session.attach(VideoRoom)));
});

/** What a moderator can do with each participant. */
function listChoices({ participants }) {
  document.querySelector('ol').replaceChildren();
  for (const { feed, display, streams } of participants) {
    const line = addLine(display);
    const add = (text, action) => line.append(addButton(`${text} ${display}`, action));
    for (const { mid, moderated } of streams.filter(({ kind }) => kind === 'audio')) {
      add(moderated ? 'Unmute' : 'Mute', () => ask('mute', { key: key.value, feed, mid, mute: !moderated }));
    }
    add('Remove', () => ask('kick', { key: key.value, feed }));
  }
}
