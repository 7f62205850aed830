// What each path is for, and who may ask: for servers of Node and for those with `Request` and `Response`.
import { bearerOf, respond } from './long_poll.js';

/** @typedef {import('./gateway.js').Inside} Inside */
/** @typedef {import('./long_poll.js').Asked} Asked */
/** @typedef {import('./long_poll.js').Response} Response */

/** The paths of WebSockets, unless the application names another. */
export const SOCKET_PATHS = ['/', '/janus-ws'];

/** The subprotocol of Janus's API, and what stands before a token among the subprotocols: a browser can't send a header. */
export const PROTOCOL = 'janus-protocol';
const TOKEN_PROTOCOL = 'bifrons.token.';

/** How long a browser may keep the response to a preflight request, in seconds; as with Janus. */
const PREFLIGHT_AGE = '86400';

/** Responds to a request; `undefined` if its path is not the gateway's. @param {Inside} inside @param {Asked} asked @returns {Promise<Response | undefined>} */
export async function route(inside, asked) {
  if (asked.path === '/healthz' && asked.method === 'GET') return health(inside);
  if (asked.path === '/readyz' && asked.method === 'GET') return readiness(inside);
  if (asked.path !== '/janus' && !asked.path.startsWith('/janus/')) return undefined;
  if (inside.isBroken) return { status: 503, body: 'the gateway has failed\n' };
  const refused = refusal(inside, asked.headers);
  if (refused !== undefined) return { status: 403, body: `${refused}\n` };
  const ids = asked.path.slice('/janus'.length);
  const response = asked.method === 'OPTIONS' ? { status: 200 } : await respond(inside.pages, asked, ids);
  return { ...response, headers: { ...response.headers, ...cors(inside, asked.headers) } };
}

/** Why the origin or the host name of a request is refused. @param {Inside} inside @param {(name: string) => string[]} headers */
function refusal({ driver }, headers) {
  if (!driver.look('isHostAllowed', headers('host'))) return 'the gateway has no such host name';
  if (!driver.look('isOriginAllowed', headers('origin'))) return 'pages of this origin may not connect';
  return undefined;
}

/** Lets pages of other origins read each response, also one that is no success. @param {Inside} inside @param {(name: string) => string[]} headers */
function cors({ settings }, headers) {
  const [origin] = headers('origin');
  /** @type {Record<string, string>} */
  const found = { 'access-control-max-age': PREFLIGHT_AGE };
  if (settings.listen.is_for_all_origins) {
    found['access-control-allow-origin'] = '*';
  } else {
    found.vary = 'Origin';
    if (origin !== undefined) {
      found['access-control-allow-origin'] = origin;
      found['access-control-allow-credentials'] = 'true';
    }
  }
  for (const [asks, allows] of [['method', 'methods'], ['headers', 'headers']]) {
    const [value] = headers(`access-control-request-${asks}`);
    if (value !== undefined) found[`access-control-allow-${allows}`] = value;
  }
  return found;
}

/** @param {Inside} inside */
const health = ({ isBroken }) => (isBroken ? { status: 500, body: 'the gateway has failed\n' } : { status: 200, body: 'ok\n' });

/** @param {Inside} inside */
function readiness({ isBroken, isDraining, isConnected }) {
  const reason = isBroken ? 'the gateway has failed' : isDraining ? 'the gateway is draining' : isConnected ? undefined : 'no connection to Janus';
  const headers = { 'content-type': 'application/json' };
  return reason === undefined
    ? { status: 200, headers, body: '{"ready":true}' }
    : { status: 503, headers, body: JSON.stringify({ ready: false, reason }) };
}

/** What a WebSocket's handshake says: the token, or why it is refused. @param {Inside} inside @param {(name: string) => string[]} headers @returns {{ status: number, text: string } | { token: string | undefined }} */
export function handshake(inside, headers) {
  if (inside.isBroken) return { status: 503, text: 'the gateway has failed' };
  const refused = refusal(inside, headers);
  if (refused !== undefined) return { status: 403, text: refused };
  const protocols = headers('sec-websocket-protocol').flatMap((value) => value.split(',')).map((protocol) => protocol.trim());
  if (!protocols.includes(PROTOCOL)) return { status: 400, text: 'the subprotocol janus-protocol is missing' };
  if (inside.isDraining) return { status: 503, text: 'the gateway is shutting down; connect again' };
  const ofProtocol = protocols.find((protocol) => protocol.startsWith(TOKEN_PROTOCOL))?.slice(TOKEN_PROTOCOL.length);
  return { token: bearerOf(headers('authorization')) ?? ofProtocol };
}
