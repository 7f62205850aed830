import {
  field, isBoolean, isObject, isText, readCandidate, readSdp, readWith,
} from '../../common/server/messages.js';
import { SOURCES } from './sources.js';

/** Reads a request that a page may send to the conference. */
export const readRequest = (message) => readWith(READERS, message);

const READERS = new Map([
  ['join', (message) => ({ display: field(message, 'display', isName).trim() })],
  ['publish', (message) => ({ sdp: readSdp(message), streams: field(message, 'streams', isStreamList).map(readStream) })],
  ['answer', (message) => ({ sdp: readSdp(message) })],
  ['restart', () => ({})],
  ['mute', (message) => ({ source: field(message, 'source', isSource), muted: field(message, 'muted', isBoolean) })],
  ['trickle', (message) => ({ to: field(message, 'to', isPeer), candidate: readCandidate(message) })],
  ['leave', () => ({})],
]);

const readStream = (stream) => ({ mid: field(stream, 'mid', isText(32)), source: field(stream, 'source', isSource) });

/** Control characters and invisible characters. A variation selector (U+FE0F) belongs to the emoji before it. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u2800]|(?![\ufe0e\ufe0f])\p{Default_Ignorable_Code_Point}/u;
const VISIBLE = /[^\p{Z}\p{M}]/u;
/** Accepts a name that fits a tile and contains no control or invisible characters. */
const isName = (value) => isText(40)(value) && VISIBLE.test(value) && !INVISIBLE.test(value);
const isSource = (value) => SOURCES.includes(value);
const isPeer = (value) => value === 'publisher' || value === 'subscriber';
const isStreamList = (value) =>
  Array.isArray(value) &&
  value.every(isObject) &&
  ['mid', 'source'].every((name) => new Set(value.map((stream) => stream[name])).size === value.length);
