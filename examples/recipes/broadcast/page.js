import Streaming from 'bifrons/plugins/streaming';
import { playMountpoint } from 'bifrons/webrtc';
import { addButton, addPlayer, ask, openSession, showStatus } from '/common/page.js';

addButton('Watch', async () => {
  const { id, ...janus } = await ask('watch');
  const session = await openSession(janus);
  const playback = await playMountpoint(await session.attach(Streaming), { id });
  addPlayer('video', 'Test picture', playback.stream);
  playback.peer.on('state', ({ state, reason }) => showStatus(reason ?? state));

  addButton('Pause', () => playback.pause());
  addButton('Resume', () => playback.resume());
});
