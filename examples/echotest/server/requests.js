import { PageFault } from './faults.js';

const MAX_BITRATE = 10_000_000;

/**
 * Reads what a page asks. Each field is taken by its name and checked by its type: whatever else the page wrote
 * goes no further than this file.
 */
export function readRequest(message) {
  const type = own(message, 'type');
  const read = READERS.get(type);
  if (!read) throw new PageFault('unknown-request', 'No such request.');
  return { type, ...read(message) };
}

/** The number by which the page will know the answer, even when the rest of its message is wrong. */
export function readId(message) {
  const id = own(message, 'id');
  return Number.isSafeInteger(id) && id >= 0 ? id : undefined;
}

export function parseMessage(text) {
  let message;
  try {
    message = JSON.parse(text);
  } catch {
    throw new PageFault('bad-message', 'A message must be JSON.');
  }
  if (typeof message !== 'object' || message === null || Array.isArray(message)) {
    throw new PageFault('bad-message', 'A message must be an object.');
  }
  return message;
}

const READERS = new Map([
  ['offer', (message) => ({ settings: readSettings(message), sdp: field(message, 'sdp', isText(48 * 1024)) })],
  ['configure', (message) => ({ settings: readSettings(message) })],
  ['trickle', (message) => ({ candidate: readCandidate(field(message, 'candidate', isObjectOrNull)) })],
  ['hangup', () => ({})],
]);

const readSettings = (message) => ({
  audio: field(message, 'audio', isBoolean),
  video: field(message, 'video', isBoolean),
  bitrate: field(message, 'bitrate', isIntegerUpTo(MAX_BITRATE)),
  record: field(message, 'record', isBoolean),
});

/** Null means that there are no more; browsers also say it with an empty candidate. */
function readCandidate(candidate) {
  if (candidate === null || own(candidate, 'candidate') === '') return null;
  return {
    candidate: field(candidate, 'candidate', isText(1024)),
    sdpMid: field(candidate, 'sdpMid', isText(32)),
    sdpMLineIndex: field(candidate, 'sdpMLineIndex', isIntegerUpTo(32)),
  };
}

function field(object, name, accepts) {
  const value = own(object, name);
  if (!accepts(value)) throw new PageFault('bad-field', `The field "${name}" is missing or of the wrong type.`);
  return value;
}

const own = (object, name) => (Object.hasOwn(object, name) ? object[name] : undefined);
const isBoolean = (value) => typeof value === 'boolean';
const isText = (limit) => (value) => typeof value === 'string' && value.length > 0 && value.length <= limit;
const isIntegerUpTo = (limit) => (value) => Number.isInteger(value) && value >= 0 && value <= limit;
const isObjectOrNull = (value) => typeof value === 'object' && !Array.isArray(value);
