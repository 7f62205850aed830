import { createHmac, timingSafeEqual } from 'node:crypto';

import { JanusError, invalidArgument } from './lib/errors.js';

/** @typedef {import('./token.js').TokenContents} TokenContents */
/** @typedef {import('./token.js').TokenLife} TokenLife */

const API = 'janus';
const VIDEOROOM = 'janus.plugin.videoroom';

/**
 * @param {string} secret
 * @param {TokenLife & { plugins: string[] }} contents
 */
export function signToken(secret, { plugins, ...life }) {
  if (!Array.isArray(plugins)) throw invalidArgument('plugins must be a list of package names');
  return sign(secret, API, life, plugins);
}

/**
 * @param {string} secret
 * @param {TokenLife & { room: number | string, plugin?: string }} contents
 */
export function signRoomToken(secret, { room, plugin = VIDEOROOM, ...life }) {
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
  if (!/^\d+$/.test(expires)) throw invalid("the token's expiry is no time");
  if (now.getTime() / 1000 >= Number(expires) + 1) throw invalid('the token has expired');
  return { expires: Number(expires), realm, descriptors };
}

/**
 * @param {string} secret
 * @param {string} realm
 * @param {TokenLife} life
 * @param {string[]} descriptors
 */
function sign(secret, realm, life, descriptors) {
  const wrong = [realm, ...descriptors].find((word) => typeof word !== 'string' || word === '' || /[,:]/.test(word));
  if (wrong !== undefined) {
    throw invalidArgument('the names in a token must be texts, not empty, without a comma or a colon');
  }
  const data = [expiry(life), realm, ...descriptors].join(',');
  return `${data}:${signatureOf(secret, data)}`;
}

/** @param {TokenLife} life */
function expiry({ expires, valid_s }) {
  if ((expires === undefined) === (valid_s === undefined)) throw invalidArgument('a token needs either expires or valid_s');
  const time = expires instanceof Date ? expires.getTime() / 1000 : (expires ?? Date.now() / 1000 + Number(valid_s));
  if (!Number.isFinite(time) || time < 0) throw invalidArgument('expires must be a UNIX time in seconds, or a date; valid_s a number');
  return Math.floor(time);
}

/**
 * @param {string} secret
 * @param {string} data
 */
function signatureOf(secret, data) {
  if (typeof secret !== 'string' || secret === '') throw invalidArgument('the secret must be a text');
  return createHmac('sha1', secret).update(data).digest('base64');
}

/** @param {string} message */
function invalid(message) {
  return new JanusError({ code: 'invalid_token', message });
}
