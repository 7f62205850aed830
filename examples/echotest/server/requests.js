import { field, isBoolean, isIntegerUpTo, readCandidate, readSdp, readWith } from '../../common/server/messages.js';

const MAX_BITRATE = 10_000_000;

/** Reads a request that a page may send to the echo test. */
export const readRequest = (message) => readWith(READERS, message);

const READERS = new Map([
  ['offer', (message) => ({ settings: readSettings(message), sdp: readSdp(message) })],
  ['configure', (message) => ({ settings: readSettings(message) })],
  ['restart', (message) => ({ sdp: readSdp(message) })],
  ['trickle', (message) => ({ candidate: readCandidate(message) })],
  ['hangup', () => ({})],
]);

const readSettings = (message) => ({
  audio: field(message, 'audio', isBoolean),
  video: field(message, 'video', isBoolean),
  bitrate: field(message, 'bitrate', isIntegerUpTo(MAX_BITRATE)),
  record: field(message, 'record', isBoolean),
});
