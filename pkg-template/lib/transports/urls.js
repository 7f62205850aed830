// The parts of an address's URL mean the same in both languages and over every transport: tests/urls.json has
// the cases. What the platform's own class URL refuses is not checked here.
import { JanusError } from '../errors.js';

/** @param {string} url */
export const schemeOf = (url) => url.slice(0, url.indexOf('://'));

/** @param {string} url */
const restOf = (url) => url.slice(url.indexOf('://') + 3);

/** WebSockets refuse a URL with a fragment, which no server gets. @param {string} url */
export const withoutFragment = (url) => url.split('#', 1)[0];

/** @param {string} url */
export function hasCredentials(url) {
  const { username, password } = new URL(url);
  return username !== '' || password !== '';
}

/** @param {string} why */
const wrong = (why) => new JanusError({ code: 'invalid_config', message: why });

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    throw wrong('a % must be followed by two hex digits of UTF-8 (%25 for itself)');
  }
}

/**
 * Throws if a part of a server's URL is invalid.
 * @param {string} url
 */
export function checkServer(url) {
  const [authority] = restOf(url).split(/[/?#]/, 1);
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  if (host.endsWith(':')) throw wrong('a port must be a number up to 65535');
  if (host === '') throw wrong('the host is missing');
  decoded(authority.slice(0, -host.length));
}

/**
 * Returns the path of a Unix socket for datagrams.
 * @param {string} url
 */
export function pathOfSocket(url) {
  if (/[?#]/.test(url)) throw wrong("a socket's path has no query (%3F for a question mark, %23 for a number sign)");
  return decoded(restOf(url));
}

/**
 * Returns the path of a Unix socket for WebSockets, and path and query of the request that opens one.
 * @param {string} url
 */
export function partsOfWebSocket(url) {
  const [, path, request] = /^([^:?#]*):?([^#]*)/.exec(restOf(url)) ?? [];
  if (!path.startsWith('/')) throw wrong("the socket's path must be absolute, as in ws+unix:///path");
  return { path: decoded(path), request: /^[/?]/.test(request) ? request : `/${request}` };
}
