/** @typedef {import('./driver.js').Driver} Driver */
/** @typedef {import('./pages.js').Pages} Pages */

const TEXT = { binary: false };

/** How long the close of a connection may take. */
const CLOSE_LIMIT_MS = 5000;

/** The WebSocket of a page. */
export class PageSocket {
  #socket;
  #pages;
  /** The time of the last message or pong, and of the last ping. */
  #heard = performance.now();
  #pinged = this.#heard;
  /** The bytes that were given to the socket, those that it had taken at the last look, and since when it takes none. */
  #given = 0;
  #taken = 0;
  #stalled = this.#heard;

  /** @param {import('ws').WebSocket} socket @param {Pages} pages */
  constructor(socket, pages) {
    this.#socket = socket;
    this.#pages = pages;
  }

  /** @param {string} address @param {string | undefined} token */
  open(address, token) {
    const { driver } = this.#pages;
    const page = this.#pages.add(this);
    this.#socket.on('message', (data, isBinary) => {
      this.#heard = performance.now();
      if (isBinary) this.close(1003, 'a message is a text');
      else driver.report('pageMessage', page, data);
    });
    this.#socket.on('pong', () => { this.#heard = performance.now(); });
    // The close that follows is all that counts.
    this.#socket.on('error', () => {});
    this.#socket.on('close', () => this.#pages.end(page));
    try {
      driver.report('pageOpened', page, address, token);
    } catch (reason) {
      // A page can read the code of a close, and not the status of an upgrade that is refused.
      if (typeof reason !== 'string') return this.terminate();
      this.#pages.log.debug(`a page is refused: ${reason}`);
      this.close(1013, 'too many connections from this address; try again later');
    }
  }

  /**
   * Sends to the page; one that does not read is left. Before that, it misses the events that may be dropped.
   * @param {Uint8Array} text @param {number} event
   */
  send(text, event) {
    const { driver, settings } = this.#pages;
    const waiting = this.#socket.bufferedAmount + text.length;
    if (event >= 0 && waiting > settings.queue_bytes / 2 && driver.look('drops', event, text)) return;
    if (waiting > settings.queue_bytes) {
      this.#pages.log.warn('a page does not read what is sent to it, and is left');
      return this.terminate();
    }
    this.#given += text.length;
    this.#socket.send(text, TEXT);
  }

  /** @param {number} code @param {string} reason */
  close(code, reason) {
    this.#socket.close(code, reason);
    const timer = setTimeout(() => this.#socket.terminate(), CLOSE_LIMIT_MS);
    timer.unref?.();
    this.#socket.once('close', () => clearTimeout(timer));
  }

  terminate() {
    this.#socket.terminate();
  }

  /** Sends a ping when it is time, and leaves a page that does not respond or does not read. @param {number} now */
  look(now) {
    const { write_within, listen: { ping_interval, pong_timeout } } = this.#pages.settings;
    const waiting = this.#socket.bufferedAmount;
    const taken = this.#given - waiting;
    if (waiting === 0 || taken > this.#taken) this.#stalled = now;
    this.#taken = taken;
    if (now - this.#heard >= pong_timeout || now - this.#stalled >= write_within) {
      this.#pages.log.debug('a page gives no sign of life, and is left');
      this.terminate();
    } else if (now - this.#pinged >= ping_interval) {
      this.#pinged = now;
      this.#socket.ping();
    }
  }
}
