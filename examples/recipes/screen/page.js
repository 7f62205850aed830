import VideoRoom from 'bifrons/plugins/videoroom';
import { joinRoom, openCamera, openScreen, publish, watch } from 'bifrons/webrtc';
import { addButton, addField, ask, openSession, showStreams } from '/common/page.js';

const name = addField('Name');
addButton('Join', async (button) => {
  button.disabled = true;
  const { room: id, ...janus } = await ask('enter');
  const session = await openSession(janus);
  const room = await joinRoom(await session.attach(VideoRoom), { room: id, display: name.value });
  const publication = await publish(room, [await openCamera()]);

  showStreams(watch(room, await session.attach(VideoRoom)));

  addButton('Share', async (share) => {
    share.disabled = true;
    const { video: screen } = await openScreen();
    const sender = await publication.send(screen, { hint: 'detail' });
    const end = async () => {
      stop.remove();
      share.disabled = false;
      await publication.stop(sender);
      screen.stop();
    };
    const stop = addButton('Stop sharing', end);
    // The user may end it in the browser's own bar, too.
    screen.track.onended = end;
  });
});
