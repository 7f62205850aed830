import VideoRoom from 'bifrons/plugins/videoroom';
import { log } from '../../common/server/log.js';

/** Makes the conference's room, unless Janus has it already. */
export async function makeRoom(session, { id, description, secret, pin, publishers, bitrate }) {
  const handle = await session.attach(VideoRoom);
  try {
    await handle.create({
      room: id,
      description,
      secret,
      pin,
      is_private: true,
      max_publishers: publishers,
      bitrate,
      bitrate_cap: true,
      notify_joining: true,
      // Who takes part may watch, and nobody else.
      require_pvtid: true,
      talking_events: true,
      // Half a second above a quiet voice.
      talking_packets_threshold: 25,
      talking_level_threshold: 50,
    });
    log(`room ${id} is made`);
  } catch (error) {
    if (error.plugin !== VideoRoom.ERROR.ROOM_EXISTS) throw error;
    log(`room ${id} is there already`);
  } finally {
    await handle.detach();
  }
}
