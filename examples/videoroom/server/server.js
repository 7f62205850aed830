import VideoRoom from 'bifrons/plugins/videoroom';
import { Janus } from '../../common/server/janus.js';
import { serve } from '../../common/server/serve.js';
import { CONFERENCE } from '../../common/server/web.js';
import { ConferencePage } from './page.js';
import { createRoom } from './room.js';

/** Starts the server; returns the address of the page and a function that stops the server. */
export function startServer({ janus: janusConfig, web, room }) {
  const janus = new Janus(janusConfig, [VideoRoom.id], (session) => createRoom(session, room));
  return serve({
    janus,
    web,
    folders: [CONFERENCE, new URL('../page/', import.meta.url)],
    devices: ['camera', 'microphone', 'display-capture'],
    openPage: (socket, name) => new ConferencePage(socket, janus, name, room),
  });
}
