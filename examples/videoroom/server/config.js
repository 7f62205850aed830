import { section } from '../../common/server/config.js';

const FIELDS = ['id', 'description', 'secret', 'pin', 'publishers', 'bitrate'];
const MIN_BITRATE = 64_000;

/** Checks the section `room`: the room that the server creates. Its secret and pin are not sent to pages. */
export function checkRoom(value, problems) {
  const { id, description = 'Conference', secret, pin, publishers, bitrate } = section(value, 'room', FIELDS, problems);
  const texts = { description, secret, pin };
  for (const [name, text] of Object.entries(texts)) {
    if (typeof text !== 'string' || text === '') problems.push(`room.${name}: must be a text that is not empty`);
  }
  if (!isCount(id)) problems.push('room.id: must be a whole number above 0');
  if (!isCount(publishers)) problems.push('room.publishers: must be the maximum number of publishers, above 0');
  // Janus allows no lower bitrate.
  if (!isCount(bitrate) || bitrate < MIN_BITRATE) problems.push(`room.bitrate: must be a bitrate in bit/s, at least ${MIN_BITRATE}`);
  return { id, description, secret, pin, publishers, bitrate };
}

const isCount = (value) => Number.isSafeInteger(value) && value > 0;
