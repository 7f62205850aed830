import WebSocket from 'ws';

import { textOf } from './errors.js';

/** @typedef {import('./driver.js').Driver} Driver */

const TEXT = { binary: false };

/** How long the close of a connection may take. */
const CLOSE_LIMIT_MS = 5000;

/** A WebSocket to Janus. */
export class JanusSocket {
  #socket;

  /** @param {Driver} driver @param {number} connection @param {string} url @param {() => void} onEnd */
  constructor(driver, connection, url, onEnd) {
    let why = 'Janus has closed it';
    this.#socket = new WebSocket(url, 'janus-protocol', { perMessageDeflate: false, skipUTF8Validation: true });
    this.#socket.on('open', () => driver.report('janusOpened', connection));
    this.#socket.on('message', (data) => driver.report('janusMessage', connection, data));
    this.#socket.on('pong', () => driver.report('janusAlive', connection));
    this.#socket.on('ping', () => driver.report('janusAlive', connection));
    this.#socket.on('error', (error) => { why = textOf(error); });
    this.#socket.on('close', () => {
      onEnd();
      driver.report('janusClosed', connection, why);
    });
  }

  /** @param {Uint8Array} text */
  send(text) {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(text, TEXT);
  }

  probe() {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.ping();
  }

  close() {
    this.#socket.close();
    const timer = setTimeout(() => this.#socket.terminate(), CLOSE_LIMIT_MS);
    timer.unref?.();
    this.#socket.once('close', () => clearTimeout(timer));
  }
}
