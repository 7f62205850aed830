import WebSocket from 'ws';

import { textOf } from './errors.js';

/** @typedef {import('./driver.js').Driver} Driver */

const TEXT = { binary: false };

/** How long the close of a connection may take. */
const CLOSE_LIMIT_MS = 5000;

/** The codes of errors of a certificate by an authority that is not trusted. */
const UNTRUSTED = ['DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'];

/** A WebSocket to Janus. */
export class JanusSocket {
  #socket;
  #isClosing = false;

  /**
   * `ca` are the authorities of its certificate, in PEM. `onEnd` gets the reason if it was never open.
   * @param {Driver} driver @param {number} connection @param {{ url: string, ca: string | null }} janus @param {(why?: string) => void} onEnd
   */
  constructor(driver, connection, { url, ca }, onEnd) {
    let [why, wasOpen] = ['Janus has closed it', false];
    const options = { perMessageDeflate: false, skipUTF8Validation: true };
    this.#socket = new WebSocket(url, 'janus-protocol', ca === null ? options : { ...options, ca });
    this.#socket.on('open', () => {
      wasOpen = true;
      driver.report('janusOpened', connection);
    });
    this.#socket.on('message', (data) => driver.report('janusMessage', connection, data));
    this.#socket.on('pong', () => driver.report('janusAlive', connection));
    this.#socket.on('ping', () => driver.report('janusAlive', connection));
    this.#socket.on('error', (error) => { why = explained(error); });
    this.#socket.on('close', () => {
      onEnd(wasOpen || this.#isClosing ? undefined : why);
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
    this.#isClosing = true;
    this.#socket.close();
    const timer = setTimeout(() => this.#socket.terminate(), CLOSE_LIMIT_MS);
    timer.unref?.();
    this.#socket.once('close', () => clearTimeout(timer));
  }
}

/** @param {Error & { code?: string }} error */
function explained(error) {
  const isUntrusted = UNTRUSTED.includes(error.code ?? '');
  return `${textOf(error)}${isUntrusted ? "; name a file with the authority of Janus's certificate in `ca_file` of [janus]" : ''}`;
}
