import AudioBridge from 'bifrons/plugins/audiobridge';
import { joinAudioBridge, openMicrophone } from 'bifrons/webrtc';
import { addButton, addField, addPlayer, ask, openSession, showStatus } from '/common/page.js';

addButton('Join', async (button) => {
  button.disabled = true;
  const { room: id, ...janus } = await ask('enter');
  const session = await openSession(janus);
  const room = await joinAudioBridge(await session.attach(AudioBridge), { room: id, display: 'A page' }, [await openMicrophone()]);
  addPlayer('audio', 'The room', room.stream);
  const show = () => showStatus(`With you: ${room.participants.map(({ display }) => display).sort().join(', ') || 'no one'}`);
  show();
  for (const event of ['joined', 'changed', 'left']) room.on(event, show);

  const number = addField('Number');
  addButton('Invite', () => ask('invite', { number: number.value }));
});
