import { unreadableMember } from './engine.js';
import { invalidArgument } from './errors.js';

// No shorter text nests deeper than Janus reads; no integer of fewer digits is beyond 64 bits.
const SHORTEST_DEEP = 4080;
const MOST_CONTAINERS = 2040;
const LONG_INTEGER = 19;

/**
 * Refuses what Janus's JSON reader would refuse, which would end no request. Nearly no text gets further than
 * a few looks here; the engine then reads it whole.
 * @param {string} members a request's own members, such as `"body":{…}`
 */
export function checkReadable(members) {
  if (!isPlain(members)) refuseUnreadable(members);
}

/**
 * As `checkReadable`, for one member whose value is an object.
 * @param {string} name
 * @param {any} value
 * @param {string} text the value as JSON
 */
export function checkReadableMember(name, value, text) {
  const isReadable = isFlat(value) ? !text.includes('\\u') : isPlain(text);
  if (!isReadable) refuseUnreadable(`"${name}":${text}`);
}

/** @param {string} members */
function refuseUnreadable(members) {
  const why = unreadableMember(members);
  if (why !== undefined) throw invalidArgument(why);
}

/**
 * Whether an object, such as a session description, has neither numbers nor other objects in it: its long text needs
 * one look only.
 * @param {any} value
 */
function isFlat(value) {
  for (const name in value) {
    const kind = typeof value[name];
    if (kind !== 'string' && kind !== 'boolean') return false;
  }
  return value.toJSON === undefined;
}

/** @param {string} text */
function isPlain(text) {
  if (text.includes('\\u')) return false;
  for (let place = LONG_INTEGER - 1; place < text.length; place += LONG_INTEGER) {
    if (isDigit(text, place) && isLongInteger(text, place)) return false;
  }
  return text.length < SHORTEST_DEEP || count(text, '{') + count(text, '[') < MOST_CONTAINERS;
}

/**
 * @param {string} text
 * @param {number} place
 */
function isDigit(text, place) {
  const code = text.charCodeAt(place);
  return code >= 48 && code <= 57;
}

/**
 * Whether the digit at this index belongs to a long number outside of text.
 * @param {string} text
 * @param {number} place
 */
function isLongInteger(text, place) {
  let start = place;
  let end = place;
  while (isDigit(text, start - 1)) start -= 1;
  while (isDigit(text, end + 1)) end += 1;
  if (end - start + 1 < LONG_INTEGER) return false;
  if (text[start - 1] === '-') start -= 1;
  return /(^|[:,[])\s*$/.test(text.slice(Math.max(0, start - 16), start));
}

/**
 * @param {string} text
 * @param {string} letter
 */
function count(text, letter) {
  let found = 0;
  for (let place = text.indexOf(letter); place >= 0; place = text.indexOf(letter, place + 1)) found += 1;
  return found;
}
