import RecordPlay from 'bifrons/plugins/recordplay';
import { openDevices, playRecording, recordTracks } from 'bifrons/webrtc';
import { addButton, addField, addLine, addPlayer, ask, openSession, showStatus } from '/common/page.js';

const session = await openSession(await ask('enter'));
const handle = await session.attach(RecordPlay);

const name = addField('Name');
addButton('Record', async (button) => {
  button.disabled = true;
  const { camera, microphone } = await openDevices();
  const recording = await recordTracks(handle, { name: name.value, videocodec: 'vp8' }, [microphone, camera]);
  showStatus('Recording');
  addButton('Stop', async (stop) => {
    await recording.stop();
    stop.remove();
    for (const track of [camera, microphone]) track.stop();
    showStatus('Recorded');
    button.disabled = false;
  });
});

addButton('List', async () => {
  const { list } = await ask('list');
  document.querySelector('ol').replaceChildren();
  for (const { id, name, date } of list) {
    addLine(`${name}, ${date}`);
    addButton(`Play ${name}`, () => play(id, name));
  }
});

async function play(id, name) {
  const playback = await playRecording(handle, { id });
  const player = addPlayer('video', name, playback.stream);
  playback.peer.on('state', ({ state, reason }) => {
    if (state !== 'closed') return;
    player.parentElement.remove();
    showStatus(reason);
  });
}
