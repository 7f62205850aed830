import { isIP } from 'node:net';
import { WebSocketServer } from 'ws';
import { Admission } from './admission.js';
import { LIMITS, RateLimit } from './limits.js';
import { log } from './log.js';

/** Lets pages in: those of this server, as many as it can bear, and no faster than it allows. */
export class Door {
  #config;
  #openPage;
  #admission = new Admission();
  #sockets = new WebSocketServer({ noServer: true, maxPayload: LIMITS.messageBytes });
  #count = 0;
  #watch;

  constructor(web, config, openPage) {
    this.#config = config;
    this.#openPage = openPage;
    this.#watch = setInterval(() => this.#endSilent(), LIMITS.silenceMs / 2);
    web.maxConnections = LIMITS.connections;
    // Behind a proxy all connections are the proxy's.
    if (!config.behind_proxy) web.on('connection', (socket) => this.#admission.acceptConnection(socket));
    web.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
  }

  close() {
    clearInterval(this.#watch);
    for (const socket of this.#sockets.clients) socket.close(1001, 'the server stops');
  }

  #upgrade(request, socket, head) {
    // A client that hangs up early must not end the server; its socket closes by itself.
    socket.on('error', () => {});
    const address = this.#addressOf(request);
    const refusal = this.#refusal(request) ?? this.#admission.acceptPage(address);
    if (refusal) return refuse(socket, refusal);
    socket.once('close', () => this.#admission.leave(address));
    this.#sockets.handleUpgrade(request, socket, head, (webSocket) => this.#enter(webSocket));
  }

  #addressOf({ socket, headers }) {
    // The last entry is the proxy's own; those before it are the client's to invent.
    const forwarded = this.#config.behind_proxy && headers['x-forwarded-for']?.split(',').at(-1).trim();
    return forwarded || socket.remoteAddress;
  }

  #refusal({ url, headers }) {
    if (url !== '/socket') return '404 Not Found';
    if (!this.#isOwn(headers.origin, headers.host)) return '403 Forbidden';
    return null;
  }

  /** Only a page that came from this very address may speak: a browser lets any site open a WebSocket anywhere. */
  #isOwn(origin, host) {
    // Without a certificate of its own the server may stand behind a proxy that has one.
    const schemes = this.#config.tls ? ['https'] : ['http', 'https'];
    return schemes.some((scheme) => origin === `${scheme}://${host}`) && this.#isOwnHost(host);
  }

  /**
   * Whoever owns a name can point it to this server (DNS rebinding), and then its pages have the right origin. The
   * browser has compared a certificate with the name; without one the name must be known here, or be no name.
   */
  #isOwnHost(host) {
    const { tls, bind, hosts = [] } = this.#config;
    if (tls) return true;
    const name = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '';
    return isIP(name.replace(/^\[|\]$/g, '')) > 0 || ['localhost', bind, ...hosts].includes(name);
  }

  #enter(socket) {
    const name = `page ${++this.#count}`;
    const rate = new RateLimit(LIMITS.messages);
    const page = this.#openPage(socket, name);
    const heard = () => (socket.heardAt = performance.now());
    log(`${name} came`);
    heard();
    socket.on('pong', heard);
    // Each ping is answered by itself: a page that sends pings and reads nothing must not fill the server's memory.
    socket.on('ping', () => socket.bufferedAmount > LIMITS.unsentBytes && socket.terminate());
    socket.on('message', (data, isBinary) => {
      heard();
      if (socket.readyState !== socket.OPEN) return;
      if (isBinary) return socket.close(1003, 'text only');
      if (!rate.take()) return socket.close(1008, 'too many messages');
      page.receive(data.toString());
    });
    // What went wrong with a socket ends in its close, which is where we act.
    socket.on('error', (error) => log(`${name}: ${error.message}`));
    socket.on('close', (code) => {
      page.leave();
      log(`${name} left (${code})`);
    });
  }

  #endSilent() {
    this.#admission.sweep();
    for (const socket of this.#sockets.clients) {
      if (performance.now() - socket.heardAt > LIMITS.silenceMs) socket.terminate();
      else socket.ping();
    }
  }
}

/** `end` alone would keep the socket, and its descriptor, until the client closes, too. */
function refuse(socket, status) {
  socket.write(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  socket.destroySoon();
}
