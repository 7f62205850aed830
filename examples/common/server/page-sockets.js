import { WebSocketServer } from 'ws';
import { Admission } from './admission.js';
import { LIMITS, RateLimit } from './limits.js';
import { log } from './log.js';
import { addressOf, isFromOwnPage } from './own-origin.js';

/** Accepts the WebSockets of this server's pages, within the limits of their number and rate. */
export class PageSockets {
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
    // Behind a proxy, all connections come from the proxy.
    if (!config.behind_proxy) web.on('connection', (socket) => this.#admission.acceptConnection(socket));
    web.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
  }

  close() {
    clearInterval(this.#watch);
    for (const socket of this.#sockets.clients) socket.close(1001, 'the server stops');
  }

  #upgrade(request, socket, head) {
    // An error of a client's socket must not end the server; the socket closes by itself.
    socket.on('error', () => {});
    const address = addressOf(this.#config, request);
    const refusal = this.#refusal(request) ?? this.#admission.acceptPage(address);
    if (refusal) return refuse(socket, refusal);
    socket.once('close', () => this.#admission.leave(address));
    this.#sockets.handleUpgrade(request, socket, head, (webSocket) => this.#open(webSocket));
  }

  #refusal({ url, headers }) {
    if (url !== '/socket') return '404 Not Found';
    if (!isFromOwnPage(this.#config, headers)) return '403 Forbidden';
    return null;
  }

  #open(socket) {
    const name = `page ${++this.#count}`;
    const rate = new RateLimit(LIMITS.messages);
    const page = this.#openPage(socket, name);
    const onData = () => (socket.lastDataAt = performance.now());
    log(`${name} opened`);
    onData();
    socket.on('pong', onData);
    // Each ping gets a pong: a page that sends pings without reading must not fill the server's memory.
    socket.on('ping', () => socket.bufferedAmount > LIMITS.unsentBytes && socket.terminate());
    socket.on('message', (data, isBinary) => {
      onData();
      if (socket.readyState !== socket.OPEN) return;
      if (isBinary) return socket.close(1003, 'text only');
      if (!rate.take()) return socket.close(1008, 'too many messages');
      page.receive(data.toString());
    });
    // Every error of a socket leads to its `close` event.
    socket.on('error', (error) => log(`${name}: ${error.message}`));
    socket.on('close', (code) => {
      page.close();
      log(`${name} closed (${code})`);
    });
  }

  #endSilent() {
    this.#admission.sweep();
    for (const socket of this.#sockets.clients) {
      if (performance.now() - socket.lastDataAt > LIMITS.silenceMs) socket.terminate();
      else socket.ping();
    }
  }
}

/** `end` alone would keep the socket and its descriptor until the client closes. */
function refuse(socket, status) {
  socket.write(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  socket.destroySoon();
}
