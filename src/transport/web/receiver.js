// The receiving half of a transport connection, seen by receiver.rs.
//
// Messages are parsed here, by the engine of the language, and cross into wasm as
// five numbers and one reference: no text does.

import { printable } from './text.js';

/** Faster than a pattern, for each response. */
function decimal(text) {
  if (text.length === 0 || text.length > 16 || (text[0] === '0' && text.length > 1)) return NaN;
  let number = 0;
  for (let place = 0; place < text.length; place += 1) {
    const digit = text.charCodeAt(place) - 48;
    if (digit < 0 || digit > 9) return NaN;
    number = number * 10 + digit;
  }
  return Number.isSafeInteger(number) ? number : NaN;
}

/** Passes what a transport connection receives to the engine. */
export class Receiver {
  #kinds;
  #callbacks;
  #onTrap;
  #onWire;
  #onEvent;
  #scheduled = false;
  /** The number instead of an id that is not there, and the one instead of a wrong id; both are negative. */
  #absent;
  #wrong;

  constructor(absent, wrong, kinds, callbacks, onTrap, onWire, onEvent) {
    this.#absent = absent;
    this.#wrong = wrong;
    this.#kinds = new Map(kinds.map((word, index) => [word, index]));
    this.#callbacks = callbacks;
    this.#onTrap = onTrap;
    this.#onWire = onWire;
    this.#onEvent = onEvent;
  }

  /** Passes a message that is sent or was received to the log. */
  trace(isSent, text) {
    this.#onWire?.(isSent, text);
  }

  /** The transport connection is over: later events are ignored. The callbacks are not freed: one of them may be running. */
  forget() {
    this.#callbacks = undefined;
  }

  opened(canProbe, claims, queues) {
    this.#report('opened', canProbe, claims, queues);
  }

  sent(request) {
    this.#report('sent', request);
  }

  closed(code, reason, cause) {
    this.#report('closed', code, printable(reason), cause);
  }

  notJson() {
    this.#report('notJson');
  }

  alive() {
    this.#report('alive');
  }

  writable(on) {
    this.#report('writable', on);
  }

  failed(request, sent, why, cause) {
    this.#report('failed', request, sent, why, cause);
  }

  gone(session, why) {
    this.#report('gone', session, why);
  }

  #report(what, ...how) {
    try {
      this.#callbacks?.[what](...how);
    } catch (error) {
      this.#trapped(error);
    }
  }

  /** Exceptions of WebAssembly are traps. */
  #trapped(error) {
    if (this.#onTrap === undefined) throw error;
    this.#onTrap(error);
  }

  /** Takes a message; whether the text was one. */
  take(text) {
    this.trace(false, text);
    const message = parse(text);
    if (message === undefined) this.notJson();
    return message !== undefined && this.#hand(message);
  }

  /** Receives the response to one request, whatever its transaction is; returns whether the text was a message. */
  takeResponse(request, text) {
    this.#report('responding', request);
    const taken = this.take(text);
    this.#report('responding', undefined);
    return taken;
  }

  /** Takes one message or a list of them. */
  takeAll(text) {
    this.trace(false, text);
    const messages = parse(text);
    if (messages === undefined) return false;
    if (Array.isArray(messages)) messages.forEach((message) => this.#hand(message));
    else this.#hand(messages);
    return true;
  }

  #hand(message) {
    if (message === null || typeof message !== 'object' || Array.isArray(message)) {
      this.#report('notObject');
      return false;
    }
    const { janus, data, transaction, session_id, sender } = message;
    if (janus === undefined) {
      this.#report('noKind');
      return false;
    }
    if (janus === 'event' && transaction === undefined && this.#pass(this.#idOf(session_id), this.#idOf(sender), message)) return true;
    const kind = typeof janus === 'string' ? (this.#kinds.get(janus) ?? this.#absent) : this.#wrong;
    const made = janus === 'success' && data !== null && typeof data === 'object' ? this.#idOf(data.id) : this.#absent;
    try {
      this.#callbacks?.message(kind, this.#transactionOf(transaction), this.#idOf(session_id), this.#idOf(sender), made, message);
    } catch (error) {
      this.#trapped(error);
    }
    this.#schedule();
    return true;
  }

  /** Passes an event by the engine to its handle, if the engine allows it; whether the message is dealt with. */
  #pass(session, sender, message) {
    if (this.#onEvent === undefined || session < 0 || sender < 0) return false;
    let handle = this.#absent;
    try {
      handle = this.#callbacks?.passEvent(session, sender) ?? handle;
    } catch (error) {
      this.#trapped(error);
      return true;
    }
    if (handle === this.#absent) return false;
    this.#schedule();
    this.#onEvent(handle, message);
    return true;
  }

  #idOf(value) {
    if (value === undefined || value === null) return this.#absent;
    return Number.isSafeInteger(value) && value >= 0 ? value : this.#wrong;
  }

  /** The engine's own transactions are decimal numbers; NaN stands for any other text. */
  #transactionOf(value) {
    if (value === undefined || value === null) return this.#absent;
    if (typeof value !== 'string') return this.#wrong;
    return decimal(value);
  }

  /** A socket emits all messages of one read in one turn: the engine's output leaves WebAssembly in one turn, too. */
  #schedule() {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      this.#report('flush');
    });
  }
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
