import { PageError } from '../../common/server/errors.js';
import { field, isText, parseMessage } from '../../common/server/messages.js';

/** A token is 8 KB at most. */
const MOST_BYTES = 16 * 1024;

/** Reads the body of a request: an object in JSON. */
export async function readBody(request) {
  const parts = [];
  let bytes = 0;
  for await (const part of request) {
    bytes += part.length;
    if (bytes > MOST_BYTES) throw new PageError('too-large', 'The request is too large.');
    parts.push(part);
  }
  return parseMessage(Buffer.concat(parts).toString());
}

export const readName = (message) => field(message, 'name', isText(40)).trim() || 'Guest';
export const readKey = (message) => field(message, 'key', (key) => key === undefined || isText(100)(key));
export const readToken = (message) => field(message, 'token', isText(8192));
export const readFeed = (message) => field(message, 'feed', (feed) => Number.isSafeInteger(feed) && feed >= 0);
