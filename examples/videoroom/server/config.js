import { section } from '../../common/server/config.js';

const FIELDS = ['id', 'description', 'secret', 'pin', 'publishers', 'bitrate'];
const MIN_BITRATE = 64_000;

/** The section `room`: which room the server makes, and what it keeps from the pages. */
export function checkRoom(value, faults) {
  const { id, description = 'Conference', secret, pin, publishers, bitrate } = section(value, 'room', FIELDS, faults);
  const texts = { description, secret, pin };
  for (const [name, text] of Object.entries(texts)) {
    if (typeof text !== 'string' || text === '') faults.push(`room.${name}: must be a text that is not empty`);
  }
  if (!isCount(id)) faults.push('room.id: must be a whole number above 0');
  if (!isCount(publishers)) faults.push('room.publishers: must be how many may take part, above 0');
  // Janus itself goes no lower.
  if (!isCount(bitrate) || bitrate < MIN_BITRATE) faults.push(`room.bitrate: must be bits a second, at least ${MIN_BITRATE}`);
  return { id, description, secret, pin, publishers, bitrate };
}

const isCount = (value) => Number.isSafeInteger(value) && value > 0;
