import { Buffer } from 'node:buffer';

import { WebSocketServer } from 'ws';

import { TooLong, collect } from './body.js';
import { textOf } from './errors.js';
import { PageSocket } from './page_socket.js';
import { PROTOCOL, SOCKET_PATHS, handshake, route } from './routes.js';

/** @typedef {import('node:http').IncomingMessage & { body?: unknown, originalUrl?: string }} Request */
/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {import('./gateway.js').Inside} Inside */

/** The values of a header. @param {Request} request @returns {(name: string) => string[]} */
const headersOf = ({ rawHeaders }) => (name) => rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name);

/** Who sends a request. @param {Inside} inside @param {Request} request */
function senderOf({ driver }, request) {
  // A zone is the own host's name for a network.
  const [peer = ''] = (request.socket.remoteAddress ?? '').split('%');
  return driver.look('sender', peer, headersOf(request)('x-forwarded-for')) ?? peer;
}

/** Responds to a request, or leaves it to `next`. @param {Inside} inside @param {Request} request @param {Response} response @param {(error?: unknown) => void} [next] */
export async function handle(inside, request, response, next) {
  try {
    const { pathname: path, search: query } = new URL(request.url ?? '/', 'http://gateway');
    const found = await route(inside, {
      method: request.method ?? 'GET',
      path,
      query,
      headers: headersOf(request),
      address: senderOf(inside, request),
      body: (longest) => bodyOf(request, longest),
      onGone: (listener) => response.once('close', listener),
    });
    if (found !== undefined) respond(request, response, found);
    else if (next !== undefined) next();
    else if (SOCKET_PATHS.includes(path)) respond(request, response, { status: 426, body: "this address speaks Janus's API by WebSocket\n" });
    else respond(request, response, { status: 404 });
  } catch (error) {
    inside.log.error(`a request over HTTP has failed: ${textOf(error)}`);
    if (!response.headersSent) respond(request, response, { status: 500 });
  }
}

/** @param {Request} request @param {Response} response @param {import('./long_poll.js').Response} found */
function respond(request, response, { status, headers, body = '' }) {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const type = { 'content-type': 'text/plain; charset=utf-8', 'content-length': bytes.length };
  // What was not read of the request must not be taken for the next one.
  const isRead = request.complete || request.body !== undefined;
  response.writeHead(status, { ...type, ...headers, ...(isRead ? {} : { connection: 'close' }) });
  response.end(bytes);
}

/** The body, also where the application has read it already. @param {Request} request @param {number} longest */
async function bodyOf(request, longest) {
  const { body } = request;
  if (body === undefined || !request.readableEnded) return collect(request, longest);
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  if (bytes.length > longest) throw new TooLong();
  return bytes;
}

/**
 * Takes the WebSockets of a server.
 * @param {Inside} inside
 * @param {import('node:http').Server | import('node:https').Server} server
 * @param {{ paths: string[], isOwn: boolean }} options `isOwn`: the server has no other use
 */
export function attach(inside, server, { paths, isOwn }) {
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: inside.settings.message_bytes,
    handleProtocols: () => PROTOCOL,
  });
  /** @param {Request} request @param {import('node:stream').Duplex} socket @param {Buffer} head */
  const upgrade = (request, socket, head) => {
    const { pathname } = new URL(request.url ?? '/', 'http://gateway');
    if (!paths.includes(pathname)) {
      // Another listener may know the path.
      if (isOwn || server.listenerCount('upgrade') === 1) refuse(socket, 404, 'there is no WebSocket at this path');
      return;
    }
    const found = handshake(inside, headersOf(request));
    if ('status' in found) return refuse(socket, found.status, found.text);
    const address = senderOf(inside, request);
    // The listener of the gateway counts connections itself.
    const connection = isOwn ? 0 : inside.driver.look('openConnection', address);
    if (connection === undefined) return refuse(socket, 503, 'there are as many connections as there may be');
    socket.once('close', () => { if (!isOwn) inside.driver.look('closeConnection', connection); });
    // It may have been reloaded.
    sockets.options.maxPayload = inside.settings.message_bytes;
    sockets.handleUpgrade(request, socket, head, (opened) => new PageSocket(opened, inside.pages).open(address, found.token));
  };
  server.on('upgrade', upgrade);
  return () => server.off('upgrade', upgrade);
}

/** @type {Record<number, string>} */
const PHRASES = { 400: 'Bad Request', 403: 'Forbidden', 404: 'Not Found', 503: 'Service Unavailable' };

/** @param {import('node:stream').Duplex} socket @param {number} status @param {string} text */
function refuse(socket, status, text) {
  socket.on('error', () => {});
  const head = `HTTP/1.1 ${status} ${PHRASES[status]}\r\nconnection: close\r\ncontent-type: text/plain\r\ncontent-length: ${text.length + 1}\r\n\r\n`;
  socket.end(`${head}${text}\n`);
}
