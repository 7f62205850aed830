// Unix datagrams, as the package unix-dgram has them, in the shape of a WebSocket. Node only.
import { randomUUID } from 'node:crypto';
import { chmodSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getSystemErrorName } from 'node:util';

const CONNECTING = 0;
const OPEN = 1;
const CLOSED = 3;

/** Janus reads into a buffer of 8,192 bytes and cuts off what is longer. */
const MAX_MESSAGE = 8191;

/** The paths to remove when the process ends. @type {Set<string>} */
const paths = new Set();

/** @param {string} path */
function remove(path) {
  paths.delete(path);
  try {
    unlinkSync(path);
  } catch {
    // The file was removed before.
  }
}

let watchesExit = false;

function removeAtExit() {
  if (watchesExit) return;
  watchesExit = true;
  process.once('exit', () => paths.forEach(remove));
}

export class DatagramSocket {
  readyState = CONNECTING;
  maxMessage = MAX_MESSAGE;
  /** @type {(() => void) | null} */
  onopen = null;
  /** @type {((event: { data: string }) => void) | null} */
  onmessage = null;
  /** @type {((event: { reason: string, error?: unknown }) => void) | null} */
  onclose = null;
  #socket;
  #path = join(tmpdir(), `bifrons-${randomUUID()}.sock`);
  /** @type {((request: number) => void) | null} */
  onsent = null;
  /** @type {{ request: number, data: Buffer }[]} what Janus's socket has no room for yet */
  #waiting = [];

  /**
   * @param {any} dgram the package unix-dgram
   * @param {string} path of Janus's socket
   */
  constructor(dgram, path) {
    const socket = (this.#socket = create(dgram));
    socket.on('error', (/** @type {any} */ error) => this.#fail(error));
    socket.on('message', (/** @type {Buffer} */ data) => this.onmessage?.({ data: data.toString() }));
    socket.on('writable', () => this.#flush());
    socket.on('connect', () => this.#connected());
    removeAtExit();
    paths.add(this.#path);
    // Both work synchronously, and report a failure by an event.
    socket.bind(this.#path);
    if (this.readyState === CONNECTING) socket.connect(path);
  }

  get bufferedAmount() {
    return this.#waiting.reduce((sum, { data }) => sum + data.length, 0);
  }

  /**
   * @param {string} text
   * @param {number} request
   */
  send(text, request) {
    this.#waiting.push({ request, data: Buffer.from(text) });
    if (this.#waiting.length === 1) this.#flush();
  }

  /**
   * Queued requests are dropped.
   * @param {number} request
   */
  cancel(request) {
    const at = this.#waiting.findIndex((waiting) => waiting.request === request);
    if (at >= 0) this.#waiting.splice(at, 1);
  }

  close() {
    this.#end('the connection has been closed');
  }

  #connected() {
    try {
      // Janus mostly runs as a user of its own. Once connected, the socket takes nothing from other senders.
      chmodSync(this.#path, 0o666);
      queueMicrotask(() => this.#opened());
    } catch (error) {
      this.#end(`no datagrams to Janus's socket: ${/** @type {any} */ (error)?.code}`, error);
    }
  }

  #opened() {
    if (this.readyState !== CONNECTING) return;
    this.readyState = OPEN;
    this.onopen?.();
  }

  #flush() {
    let taken = true;
    while (taken && this.readyState === OPEN && this.#waiting.length > 0) {
      const { request, data } = this.#waiting[0];
      this.#socket.send(data, (/** @type {any} */ error) => {
        taken = !error;
        if (taken) {
          this.#waiting.shift();
          this.onsent?.(request);
        }
        // The package returns 1 for a full queue: `writable` follows.
        else if (error.code !== 1) this.#fail(error);
      });
    }
  }

  /** @param {any} error the number of a system error */
  #fail(error) {
    this.#end(reasonOf(error), systemError(error));
  }

  /**
   * @param {string} reason
   * @param {unknown} [error]
   */
  #end(reason, error) {
    if (this.readyState === CLOSED) return;
    this.readyState = CLOSED;
    this.#waiting.length = 0;
    remove(this.#path);
    // Not from within its own callback.
    queueMicrotask(() => {
      this.#socket.close();
      this.onclose?.({ reason, error });
    });
  }
}

/** @param {any} dgram */
function create(dgram) {
  try {
    return dgram.createSocket('unix_dgram');
  } catch (error) {
    throw Object.assign(new Error(reasonOf(error)), { code: 'connect_failed' });
  }
}

/** @param {any} error the number of a system error */
function reasonOf({ code, syscall }) {
  return `no datagrams to Janus's socket: ${syscall} ${getSystemErrorName(code)}`;
}

/** The same as Node's own system errors. @param {any} error */
function systemError({ code, syscall }) {
  const name = getSystemErrorName(code);
  return Object.assign(new Error(`${syscall} ${name}`), { code: name, syscall });
}
