import { PageError } from './errors.js';

export function parseMessage(text) {
  let message;
  try {
    message = JSON.parse(text);
  } catch {
    throw new PageError('bad-message', 'A message must be JSON.');
  }
  if (typeof message !== 'object' || message === null || Array.isArray(message)) {
    throw new PageError('bad-message', 'A message must be an object.');
  }
  return message;
}

/** Returns the request's number, with which the page finds the response, even if the rest of the message is invalid. */
export function readId(message) {
  const id = own(message, 'id');
  return Number.isSafeInteger(id) && id >= 0 ? id : undefined;
}

/**
 * Reads a page's request with the reader of its type. Each field is read by its name and checked by its type: other
 * fields are ignored.
 */
export function readWith(readers, message) {
  const type = own(message, 'type');
  const read = readers.get(type);
  if (!read) throw new PageError('unknown-request', 'No such request.');
  return { type, ...read(message) };
}

export function field(object, name, accepts) {
  const value = own(object, name);
  if (!accepts(value)) throw new PageError('bad-field', `The field "${name}" is missing or of the wrong type.`);
  return value;
}

export const readSdp = (message) => field(message, 'sdp', isText(48 * 1024));

/** Reads a candidate; null means end-of-candidates, for which browsers also send an empty candidate. */
export function readCandidate(message) {
  const candidate = field(message, 'candidate', isObjectOrNull);
  if (candidate === null || own(candidate, 'candidate') === '') return null;
  return {
    candidate: field(candidate, 'candidate', isText(1024)),
    sdpMid: field(candidate, 'sdpMid', isText(32)),
    sdpMLineIndex: field(candidate, 'sdpMLineIndex', isIntegerUpTo(32)),
  };
}

const own = (object, name) => (Object.hasOwn(object, name) ? object[name] : undefined);
export const isBoolean = (value) => typeof value === 'boolean';
/** A lone surrogate is no valid text: Janus cannot parse a message with one. */
const isWellFormed = (value) => !/\p{Cs}/u.test(value);
export const isText = (limit) => (value) =>
  typeof value === 'string' && value.length > 0 && value.length <= limit && isWellFormed(value);
export const isIntegerUpTo = (limit) => (value) => Number.isInteger(value) && value >= 0 && value <= limit;
export const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isObjectOrNull = (value) => value === null || isObject(value);
