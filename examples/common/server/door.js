import { WebSocketServer } from 'ws';
import { LIMITS, RateLimit } from './limits.js';
import { log } from './log.js';

/** Lets pages in: those of this server, as many as it can bear, and no faster than it allows. */
export class Door {
  #tls;
  #openPage;
  #sockets = new WebSocketServer({ noServer: true, maxPayload: LIMITS.messageBytes });
  #count = 0;
  #watch;

  constructor({ tls }, openPage) {
    this.#tls = tls;
    this.#openPage = openPage;
    this.#watch = setInterval(() => this.#endSilent(), LIMITS.silenceMs / 2);
  }

  upgrade(request, socket, head) {
    const refusal = this.#refusal(request);
    if (refusal) {
      // Who hangs up before the refusal arrives must not take the server along.
      socket.on('error', (error) => log(`a refused page: ${error.message}`));
      socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    this.#sockets.handleUpgrade(request, socket, head, (webSocket) => this.#enter(webSocket));
  }

  close() {
    clearInterval(this.#watch);
    for (const socket of this.#sockets.clients) socket.close(1001, 'the server stops');
  }

  #refusal({ url, headers }) {
    if (url !== '/socket') return '404 Not Found';
    if (!this.#isOwn(headers.origin, headers.host)) return '403 Forbidden';
    if (this.#sockets.clients.size >= LIMITS.pages) return '503 Service Unavailable';
    return null;
  }

  /**
   * Only a page that came from this very address may speak: a browser lets any site open a WebSocket
   * anywhere. (Against a name that is made to point here, TLS helps: it has no certificate.)
   */
  #isOwn(origin, host) {
    // Without a certificate of its own the server may stand behind a proxy that has one.
    const schemes = this.#tls ? ['https'] : ['http', 'https'];
    return host !== undefined && schemes.some((scheme) => origin === `${scheme}://${host}`);
  }

  #enter(socket) {
    const name = `page ${++this.#count}`;
    const rate = new RateLimit();
    const page = this.#openPage(socket, name);
    const heard = () => (socket.heardAt = performance.now());
    log(`${name} came`);
    heard();
    socket.on('pong', heard);
    socket.on('message', (data, isBinary) => {
      heard();
      if (isBinary) return socket.close(1003, 'text only');
      if (!rate.allows()) return socket.close(1008, 'too many messages');
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
    for (const socket of this.#sockets.clients) {
      if (performance.now() - socket.heardAt > LIMITS.silenceMs) socket.terminate();
      else socket.ping();
    }
  }
}
