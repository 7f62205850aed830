import AudioBridge from 'bifrons/plugins/audiobridge';
import { joinAudioBridge, openMicrophone } from 'bifrons/webrtc';
import { addButton, addPlayer, ask, openSession, showStatus } from '/common/page.js';

addButton('Join', async (button) => {
  button.disabled = true;
  const { room: id, ...janus } = await ask('enter');
  const session = await openSession(janus);
  const microphone = await openMicrophone();
  const room = await joinAudioBridge(await session.attach(AudioBridge), { room: id }, [microphone]);
  addPlayer('audio', 'The room', room.stream);
  addButton('Mute', (mute) => (microphone.muted ? microphone.unmute() : microphone.mute()).then(() => (mute.textContent = microphone.muted ? 'Unmute' : 'Mute')));
});

addButton('What was heard?', async () => showStatus((await ask('heard')).text));
