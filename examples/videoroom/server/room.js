import VideoRoom from 'bifrons/plugins/videoroom';
import { log } from '../../common/server/log.js';

/** Creates the conference's room, unless it exists. */
export async function createRoom(session, { id, description, secret, pin, publishers, bitrate }) {
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
      // Only participants may subscribe.
      require_pvtid: true,
      talking_events: true,
      // Half a second louder than a quiet voice.
      talking_packets_threshold: 25,
      talking_level_threshold: 50,
    });
    log(`room ${id} is created`);
  } catch (error) {
    if (error.plugin !== VideoRoom.ERROR.ROOM_EXISTS) throw error;
    log(`room ${id} exists already`);
  } finally {
    await handle.detach();
  }
}
