// The receiving half of a transport connection, seen by receiver.rs.
//
// Messages are parsed here, by the engine of the language, and cross into wasm as
// five numbers and one reference: no text does.

import { printable } from './text.js';

const NOTHING = -1;
const WRONG = -2;

/** Returns an id as a number, or a code for what is wrong with it. */
function idOf(value) {
  if (value === undefined || value === null) return NOTHING;
  return Number.isSafeInteger(value) && value >= 0 ? value : WRONG;
}

/** The engine's own transactions are decimal numbers; NaN stands for any other text. */
function transactionOf(value) {
  if (value === undefined || value === null) return NOTHING;
  if (typeof value !== 'string') return WRONG;
  return decimal(value);
}

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

  constructor(kinds, callbacks, onTrap, onWire, onEvent) {
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

  garbage(what) {
    this.#report('garbage', what);
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
    if (message === undefined) this.garbage(0);
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
      this.garbage(1);
      return false;
    }
    const { janus, data, transaction, session_id, sender } = message;
    if (janus === undefined) {
      this.garbage(2);
      return false;
    }
    if (janus === 'event' && transaction === undefined && this.#pass(idOf(session_id), idOf(sender), message)) return true;
    const kind = typeof janus === 'string' ? (this.#kinds.get(janus) ?? NOTHING) : WRONG;
    const made = janus === 'success' && data !== null && typeof data === 'object' ? idOf(data.id) : NOTHING;
    try {
      this.#callbacks?.message(kind, transactionOf(transaction), idOf(session_id), idOf(sender), made, message);
    } catch (error) {
      this.#trapped(error);
    }
    this.#schedule();
    return true;
  }

  /** Passes an event by the engine to its handle, if the engine allows it; whether the message is dealt with. */
  #pass(session, sender, message) {
    if (this.#onEvent === undefined || session < 0 || sender < 0) return false;
    let handle = 0;
    try {
      handle = this.#callbacks?.passEvent(session, sender) ?? 0;
    } catch (error) {
      this.#trapped(error);
      return true;
    }
    if (handle === 0) return false;
    this.#schedule();
    this.#onEvent(handle, message);
    return true;
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
