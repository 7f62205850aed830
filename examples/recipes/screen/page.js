import VideoRoom from 'bifrons/plugins/videoroom';
import { joinRoom, openCamera, openScreen, publish, showStream, watch } from 'bifrons/webrtc';
import { addButton, addField, addPlayer, ask, openSession } from '/common/page.js';

const name = addField('Name');
addButton('Join', async (button) => {
  button.disabled = true;
  const { room: id, ...janus } = await ask('enter');
  const session = await openSession(janus);
  const room = await joinRoom(await session.attach(VideoRoom), { room: id, display: name.value });
  const publication = await publish(room, [await openCamera()]);

  const watching = watch(room, await session.attach(VideoRoom));
  const players = new Map();
  watching.on('added', (stream) => {
    const player = addPlayer(stream.kind, `${stream.display}’s ${stream.source}`);
    players.set(stream.id, player);
    showStream(watching, stream, player);
  });
  watching.on('removed', ({ id }) => players.get(id).parentElement.remove());

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
