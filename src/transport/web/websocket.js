// A WebSocket, or what has its shape, seen by websocket.rs.
import { shownCause, sizeOver, withoutUrls } from './text.js';

const OPEN = 1;
const PROTOCOL_ERROR = 1002;
const NOT_UTF8 = 1007;
const TOO_BIG = 1009;
const REPLACEMENT = '\ufffd';

/** With more bytes than this in the socket's own buffer, requests wait in the engine, unsent. */
const ENOUGH = 1 << 20;
/** A WebSocket has no event for a drained buffer: it is polled. */
const LOOK_AGAIN_MS = 10;
/** The maximum number of unsent pongs above that; `ws` before 8.23 has no limit of its own. */
const MOST_PONGS = 1000;

const encoder = new TextEncoder();

export class WebSocketConnection {
  #socket;
  #receiver;
  #maxSize;
  /** Whether it queues requests, and reports each that it sends. */
  #queues;
  #why = '';
  /** The socket's own error. */
  #cause;
  /** A violation that the package ws found, which its close code does not contain. */
  #broken = false;
  #sentInTurn = 0;
  #full = false;
  #pongs = 0;

  /** The receiver gets the events of the socket. */
  constructor(socket, receiver, maxSize) {
    this.#socket = socket;
    this.#receiver = receiver;
    this.#maxSize = maxSize;
    this.#queues = typeof socket.cancel === 'function';
    if (this.#queues) socket.onsent = (request) => receiver.sent(request);
    let opened = false;
    socket.onopen = () => {
      opened = true;
      receiver.opened(typeof socket.ping === 'function', true, this.#queues);
    };
    socket.onerror = (event) => {
      const code = String(event?.error?.code);
      this.#broken = code.startsWith('WS_ERR_');
      this.#cause = shownCause(event?.error);
      this.#why = code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH' ? tooBig('a message that is too large', maxSize) : withoutUrls(String(event?.message || event?.error?.message || '').trim());
      // Node's own WebSocket emits no close if it can't connect.
      if (!opened) this.#closed(1006, this.#why, false);
    };
    socket.onclose = (event) => {
      this.#cause ??= shownCause(event.error);
      this.#closed(this.#broken ? PROTOCOL_ERROR : event.code, String(event.reason || this.#why), false);
    };
    if (typeof socket.on !== 'function') {
      socket.onmessage = (event) => this.#receive(event.data, false);
      return;
    }
    // The package ws: its own events cost less than its browser-like events.
    socket.on('pong', () => receiver.alive());
    socket.on('ping', () => this.#countPong());
    socket.on('message', (data, isBinary) => this.#receive(data, !isBinary));
  }

  /** Takes a message. An exception ends the transport connection: uncaught, it would end a Node process. */
  #receive(data, isBytesOfText) {
    if (this.#socket === null) return;
    try {
      const text = isBytesOfText ? this.#decode(data) : this.#measure(data);
      if (typeof text === 'string') this.#receiver.take(text);
      else if (this.#socket !== null) this.#receiver.notJson();
    } catch (error) {
      this.#closed(TOO_BIG, `a message of the server could not be read: ${error?.message}`, true);
    }
  }

  /** Returns the message, or ends the transport connection if it is too large. */
  #measure(data) {
    const size = typeof data === 'string' ? sizeOver(data, this.#maxSize) : 0;
    if (size === 0) return data;
    this.#closed(TOO_BIG, tooBig(`a message of ${size} bytes`, this.#maxSize), true);
    return undefined;
  }

  /** Decodes a text. Only a text with U+FFFD can have had invalid bytes; to check all texts costs more. */
  #decode(data) {
    if (data.length > this.#maxSize) {
      this.#closed(TOO_BIG, tooBig(`a message of ${data.length} bytes`, this.#maxSize), true);
      return undefined;
    }
    const text = data.toString();
    if (!text.includes(REPLACEMENT) || data.equals(encoder.encode(text))) return text;
    this.#closed(NOT_UTF8, 'invalid UTF-8', true);
    return undefined;
  }

  /** Reports the end once. */
  #closed(code, reason, byUs) {
    const socket = this.#socket;
    if (socket === null) return;
    this.#forget();
    if (byUs) close(socket, code);
    this.#receiver.closed(code, reason, this.#cause);
  }

  /** The package ws sends a pong for each ping: a server that reads none must not fill the memory with them. */
  #countPong() {
    const socket = this.#socket;
    if (socket === null) return;
    this.#pongs = socket.bufferedAmount > ENOUGH ? this.#pongs + 1 : 0;
    if (this.#pongs <= MOST_PONGS) return;
    this.#closed(PROTOCOL_ERROR, 'it sends pings and reads no pongs', false);
    socket.terminate?.();
  }

  #forget() {
    const socket = this.#socket;
    this.#socket = null;
    socket.onopen = socket.onclose = socket.onmessage = null;
    // An error without a listener would end a Node process.
    socket.onerror = () => {};
  }

  /** The maximum size of a request, in bytes. */
  get maxMessage() {
    return Math.min(this.#maxSize, this.#socket?.maxMessage || Infinity);
  }

  /** Sends a request and returns 0; returns the size of a request that is too large. */
  send(request, head, members) {
    const socket = this.#socket;
    if (socket === null || socket.readyState !== OPEN) return 0;
    const text = members === undefined ? `${head}}` : `${head},${members}}`;
    const size = sizeOver(text, this.maxMessage);
    if (size > 0) return size;
    this.#receiver.trace(true, text);
    this.#gather(socket._socket);
    try {
      if (this.#queues) socket.send(text, request);
      else socket.send(text);
    } catch (error) {
      this.#closed(1006, String(error?.message), true);
    }
    return 0;
  }

  /**
   * In Node the first request of a turn leaves at once, those behind it in one system call: if all left together,
   * all responses would come together, too, more than the system's buffer takes.
   */
  #gather(stream) {
    this.#sentInTurn += 1;
    if (this.#sentInTurn === 2) stream?.cork?.();
    if (this.#sentInTurn > 1) return;
    queueMicrotask(() => {
      if (this.#sentInTurn > 1) stream?.uncork?.();
      this.#sentInTurn = 0;
      if (!this.#full) this.#look();
    });
  }

  /** Whether the socket takes more, or has enough to do. */
  #look() {
    const full = (this.#socket?.bufferedAmount ?? 0) > ENOUGH;
    if (full !== this.#full) this.#receiver.writable(!full);
    this.#full = full;
    if (full) setTimeout(() => this.#look(), LOOK_AGAIN_MS);
  }

  /** A request has ended: it must not be sent. */
  cancel(request) {
    this.#socket?.cancel?.(request);
  }

  ping() {
    this.#socket?.ping?.();
  }

  read(on) {
    if (on) this.#socket?.resume?.();
    else this.#socket?.pause?.();
  }

  /** Closes an open transport connection, which reports its end; drops one that is not open yet. */
  close() {
    const socket = this.#socket;
    if (socket === null) return;
    if (socket.readyState !== OPEN) this.#forget();
    socket.close();
  }

  /** Drops the socket without a report. */
  drop() {
    const socket = this.#socket;
    if (socket === null) return;
    this.#forget();
    if (typeof socket.terminate === 'function') socket.terminate();
    else socket.close();
  }
}

const tooBig = (what, limit) => `the server sent ${what}; the limit is ${limit} bytes (max_message_size)`;

/** Closes with this code, or without one: browsers refuse most codes. */
function close(socket, code) {
  try {
    socket.close(code);
  } catch {
    socket.close();
  }
}
