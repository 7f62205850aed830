// The WebSocket as JavaScript has it, seen by websocket_web.rs.
//
// Messages are parsed here, by the engine of the language, and cross into wasm as
// five numbers and one reference: no text does.

const NOTHING = -1;
const WRONG = -2;
const OPEN = 1;
const PROTOCOL_ERROR = 1002;

const DECIMAL = /^(?:0|[1-9][0-9]{0,15})$/;

/** An id as a number, or a word for what is wrong with it. */
function idOf(value) {
  if (value === undefined || value === null) return NOTHING;
  return Number.isSafeInteger(value) && value >= 0 ? value : WRONG;
}

/** The engine's own transactions are decimal numbers; NaN stands for any other text. */
function transactionOf(value) {
  if (value === undefined || value === null) return NOTHING;
  if (typeof value !== 'string') return WRONG;
  const number = DECIMAL.test(value) ? Number(value) : NaN;
  return Number.isSafeInteger(number) ? number : NaN;
}

/** Calls into wasm, whose only exceptions are traps. */
function guarded(call, onTrap) {
  return (...args) => {
    try {
      call(...args);
    } catch (error) {
      if (onTrap === undefined) throw error;
      onTrap(error);
    }
  };
}

export class Line {
  #socket;
  #hooks;
  #kinds;
  #maxSize;
  #why = '';
  /** The package ws does not tell in the close code what it found wrong. */
  #broken = false;
  #corked = false;

  /** Opens a socket; what happens to it is told by `hooks`. */
  constructor(url, protocol, Constructor, options, maxSize, kinds, hooks, onTrap) {
    this.#hooks = Object.fromEntries(Object.entries(hooks).map(([name, call]) => [name, guarded(call, onTrap)]));
    this.#maxSize = maxSize;
    this.#kinds = new Map(kinds.map((word, index) => [word, index]));
    const socket = options === undefined ? new Constructor(url, protocol) : new Constructor(url, protocol, options);
    this.#socket = socket;
    let opened = false;
    socket.onopen = () => {
      opened = true;
      this.#hooks.opened(typeof socket.ping === 'function');
    };
    socket.onerror = (event) => {
      this.#why = String(event?.message || event?.error?.message || '').trim();
      this.#broken = String(event?.error?.code).startsWith('WS_ERR_');
      // Node's own WebSocket tells of no close when it can't connect.
      if (!opened) this.#closed(1006, this.#why, false);
    };
    socket.onclose = (event) => this.#closed(this.#broken ? PROTOCOL_ERROR : event.code, String(event.reason || this.#why), false);
    socket.onmessage = (event) => this.#message(event.data);
    if (typeof socket.on === 'function') socket.on('pong', () => this.#hooks.alive());
  }

  #message(text) {
    if (typeof text !== 'string') return this.#hooks.garbage(0);
    if (text.length > this.#maxSize) {
      this.#closed(1009, `the server sent a message of ${text.length} bytes; the limit is ${this.#maxSize}`, true);
      return;
    }
    let message;
    try {
      message = JSON.parse(text);
    } catch {
      return this.#hooks.garbage(0);
    }
    if (message === null || typeof message !== 'object' || Array.isArray(message)) return this.#hooks.garbage(1);
    const { janus, data } = message;
    if (janus === undefined) return this.#hooks.garbage(2);
    const kind = typeof janus === 'string' ? (this.#kinds.get(janus) ?? NOTHING) : WRONG;
    const made = janus === 'success' && data !== null && typeof data === 'object' ? idOf(data.id) : NOTHING;
    this.#hooks.message(kind, transactionOf(message.transaction), idOf(message.session_id), idOf(message.sender), made, message);
  }

  /** Tells of the end once, whoever brought it about. */
  #closed(code, reason, byUs) {
    const socket = this.#socket;
    if (socket === null) return;
    this.#forget();
    if (byUs) socket.close();
    this.#hooks.closed(code, reason);
  }

  #forget() {
    const socket = this.#socket;
    this.#socket = null;
    socket.onopen = socket.onclose = socket.onmessage = null;
    // An error without a listener would end a Node process.
    socket.onerror = () => {};
  }

  send(head, members) {
    const socket = this.#socket;
    if (socket === null || socket.readyState !== OPEN) return;
    this.#cork(socket._socket);
    try {
      socket.send(members === undefined ? `${head}}` : `${head},${members}}`);
    } catch (error) {
      this.#closed(1006, String(error?.message), true);
    }
  }

  /** In Node, requests of one turn leave in one system call. */
  #cork(stream) {
    if (this.#corked || typeof stream?.cork !== 'function') return;
    this.#corked = true;
    stream.cork();
    queueMicrotask(() => {
      this.#corked = false;
      stream.uncork();
    });
  }

  ping() {
    this.#socket?.ping?.();
  }

  read(on) {
    if (on) this.#socket?.resume?.();
    else this.#socket?.pause?.();
  }

  /** Closes an open line, whose end is told; drops one that is not open yet. */
  close() {
    const socket = this.#socket;
    if (socket === null) return;
    if (socket.readyState !== OPEN) this.#forget();
    socket.close();
  }

  /** Forgets the socket without a word. */
  drop() {
    const socket = this.#socket;
    if (socket === null) return;
    this.#forget();
    if (typeof socket.terminate === 'function') socket.terminate();
    else socket.close();
  }
}

export const setTimer = (callback, milliseconds, onTrap) => setTimeout(guarded(callback, onTrap), milliseconds);
export const clearTimer = (timer) => clearTimeout(timer);
export const now = () => performance.now();
