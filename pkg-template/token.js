import { createHmac, timingSafeEqual } from '#crypto';

import { JanusError, invalidArgument, unsupported } from './lib/errors.js';
import { isId } from './lib/id.js';
import { mustBeObject } from './lib/request.js';

export { GrantToken } from './token/grant_token.js';

/** @typedef {import('./token.js').TokenContents} TokenContents */
/** @typedef {import('./token.js').TokenLife} TokenLife */

const API = 'janus';
const VIDEOROOM = 'janus.plugin.videoroom';

/** The latest expiry that is signed, the end of the year 9999: a later one is a time in milliseconds. */
const LATEST = 253_402_300_799;
/** Janus holds an expiry in 63 bits. */
const LATEST_READ = 2n ** 63n;

/**
 * @param {string} secret
 * @param {TokenLife & { plugins: string[] }} contents
 */
export function signToken(secret, contents) {
  const { plugins, ...life } = read(contents);
  if (!Array.isArray(plugins)) throw invalidArgument('plugins must be a list of package names');
  return sign(secret, API, life, plugins);
}

/**
 * @param {string} secret
 * @param {TokenLife & { room: number | string, plugin?: string }} contents
 */
export function signRoomToken(secret, contents) {
  const { room, plugin = VIDEOROOM, ...life } = read(contents);
  if (typeof room !== 'string' && !isId(room)) throw invalidArgument('room must be a text or a whole number from 0 to 2^53 - 1');
  return sign(secret, plugin, life, [`room=${room}`]);
}

/**
 * @param {string} secret
 * @param {string} token
 * @param {Date} [now]
 * @returns {TokenContents}
 */
export function checkToken(secret, token, now = new Date()) {
  const [data, signature, ...more] = String(token).split(':');
  const [expires, realm, ...descriptors] = data.split(',');
  if (signature === undefined || more.length > 0 || realm === undefined) throw invalid('this is no signed token');
  const [given, right] = [Buffer.from(signature), Buffer.from(signatureOf(secret, data))];
  if (given.length !== right.length || !timingSafeEqual(given, right)) {
    throw invalid('the token was changed, or signed with another secret');
  }
  if (!/^\d+$/.test(expires) || BigInt(expires) >= LATEST_READ) throw invalid("the token's expiry is no time");
  // A comparison with an invalid date (NaN) is false: the token is refused then.
  if (!(now.getTime() / 1000 < Number(expires) + 1)) throw invalid('the token has expired');
  return { expires: Number(expires), realm, descriptors };
}

/**
 * @param {string} secret
 * @param {string} realm
 * @param {TokenLife} life
 * @param {string[]} descriptors
 */
function sign(secret, realm, life, descriptors) {
  if ([realm, ...descriptors].some((word) => typeof word !== 'string' || word === '' || /[,:\p{Cs}]/u.test(word))) {
    throw invalidArgument('the names in a token must be texts of well-formed Unicode, not empty, without a comma or a colon');
  }
  const data = [expiry(life), realm, ...descriptors].join(',');
  return `${data}:${signatureOf(secret, data)}`;
}

/**
 * @template T
 * @param {T} contents
 * @returns {T}
 */
function read(contents) {
  mustBeObject(contents, "the token's contents");
  return contents;
}

/** @param {TokenLife} life */
function expiry({ expires, valid_s }) {
  if (typeof valid_s === 'number' && !(valid_s > 0)) throw invalidArgument('valid_s must be above 0: the token would have expired');
  if ((expires === undefined) === (valid_s === undefined)) throw invalidArgument('a token needs either expires or valid_s');
  const given = expires instanceof Date ? expires.getTime() / 1000 : (expires ?? valid_s);
  const time = Math.floor(typeof given !== 'number' ? NaN : expires === undefined ? Date.now() / 1000 + given : given);
  if (!(time >= 0 && time <= LATEST)) {
    throw invalidArgument('expires must be a UNIX time in seconds, up to the year 9999, or a date; valid_s a number of seconds');
  }
  return time;
}

/**
 * @param {string} secret
 * @param {string} data
 */
function signatureOf(secret, data) {
  if (typeof secret !== 'string' || secret === '') throw invalidArgument('the secret must be a text');
  if (!createHmac) throw unsupported('signed tokens need node:crypto, which this runtime does not have');
  return createHmac('sha1', secret).update(data).digest('base64');
}

/** @param {string} message */
function invalid(message) {
  return new JanusError({ code: 'invalid_token', message });
}
