import { reportUncaught } from './errors.js';
import { onAbort } from './request.js';

/** @typedef {((...args: any[]) => void) & { listener?: Function }} Listener */
/** @typedef {{ signal?: AbortSignal }} ListenerOptions */
/**
 * @typedef {object} Entry
 * @property {Listener} listener what was added
 * @property {Listener} called what `emit` calls: the listener, or what removes it first
 * @property {() => void} [unwatch] forgets the signal that removes the listener
 */

/**
 * An event emitter with the methods and the order of Node's, for every runtime.
 *
 * Two things differ: an `error` event without listeners does not throw, and a listener that throws
 * stops neither the other listeners nor the connection: its error is reported as an uncaught one.
 */
export class Emitter {
  /** @type {Map<string | symbol, Entry[]>} */
  #listeners = new Map();

  /**
   * @param {string | symbol} event
   * @param {Listener} listener
   * @param {ListenerOptions} [options] `signal` removes the listener
   */
  on(event, listener, options) {
    return this.#add(event, listener, options, false, false);
  }

  /**
   * @param {string | symbol} event
   * @param {Listener} listener
   * @param {ListenerOptions} [options]
   */
  once(event, listener, options) {
    return this.#add(event, listener, options, true, false);
  }

  /**
   * @param {string | symbol} event
   * @param {Listener} listener
   * @param {ListenerOptions} [options]
   */
  addListener(event, listener, options) {
    return this.on(event, listener, options);
  }

  /**
   * @param {string | symbol} event
   * @param {Listener} listener
   * @param {ListenerOptions} [options]
   */
  prependListener(event, listener, options) {
    return this.#add(event, listener, options, false, true);
  }

  /**
   * @param {string | symbol} event
   * @param {Listener} listener
   * @param {ListenerOptions} [options]
   */
  prependOnceListener(event, listener, options) {
    return this.#add(event, listener, options, true, true);
  }

  /**
   * @param {string | symbol} event
   * @param {Listener} listener
   */
  off(event, listener) {
    mustBeFunction(listener);
    const before = this.#listeners.get(event) ?? [];
    const index = before.findLastIndex((entry) => entry.called === listener || entry.listener === listener);
    if (index >= 0) this.#remove(event, before[index]);
    return this;
  }

  /**
   * @param {string | symbol} event
   * @param {Listener} listener
   */
  removeListener(event, listener) {
    return this.off(event, listener);
  }

  /** @param {string | symbol} [event] */
  removeAllListeners(event) {
    // Listeners of removals go last.
    const all = () => [...this.eventNames().filter((name) => name !== 'removeListener'), 'removeListener'];
    for (const name of event === undefined ? all() : [event]) {
      for (const entry of [...(this.#listeners.get(name) ?? [])].reverse()) this.#remove(name, entry);
    }
    return this;
  }

  /**
   * @param {string | symbol} event
   * @param {any[]} args
   */
  emit(event, ...args) {
    return this._emit(event, args);
  }

  /**
   * @param {string | symbol} event
   * @param {Listener} [listener]
   */
  listenerCount(event, listener) {
    const entries = this.#listeners.get(event) ?? [];
    if (listener === undefined || listener === null) return entries.length;
    return entries.filter((entry) => entry.called === listener || entry.listener === listener).length;
  }

  /** @param {string | symbol} event */
  listeners(event) {
    return (this.#listeners.get(event) ?? []).map(({ listener }) => listener);
  }

  /**
   * Returns the listeners as `emit` calls them: a listener of `once` is wrapped; the wrapper has it as `listener`.
   * @param {string | symbol} event
   */
  rawListeners(event) {
    return (this.#listeners.get(event) ?? []).map(({ called }) => called);
  }

  eventNames() {
    return [...this.#listeners.keys()];
  }

  /** There is no limit; this is for code that sets Node's. */
  setMaxListeners() {
    return this;
  }

  getMaxListeners() {
    return Infinity;
  }

  /** Vue and Pinia make no proxy of it: a proxy would not have the private fields. @internal */
  get __v_skip() {
    return true;
  }

  /** Valtio makes no proxy of it, as it has the property of iterables. @internal */
  get [Symbol.iterator]() {
    return undefined;
  }

  /** A listener is about to be added. @internal */
  _onListener() {}

  /**
   * @param {string | symbol} event
   * @param {Listener} listener
   * @param {ListenerOptions | undefined} options
   * @param {boolean} once
   * @param {boolean} first
   */
  #add(event, listener, options, once, first) {
    mustBeFunction(listener);
    const signal = options?.signal;
    if (signal?.aborted) return this;
    this._emit('newListener', [event, listener.listener ?? listener]);
    if (event !== 'newListener' && event !== 'removeListener') this._onListener();
    /** @type {Entry} */
    const entry = { listener, called: listener };
    if (once) entry.called = this.#once(event, entry);
    if (signal) entry.unwatch = onAbort(signal, () => this.#remove(event, entry));
    const before = this.#listeners.get(event) ?? [];
    this.#listeners.set(event, first ? [entry, ...before] : [...before, entry]);
    return this;
  }

  /**
   * Returns a function that calls a listener once, also if the listener emits its own event.
   * @param {string | symbol} event
   * @param {Entry} entry
   */
  #once(event, entry) {
    const { listener } = entry;
    let called = false;
    /** @type {Listener} */
    const call = (...args) => {
      if (called) return;
      called = true;
      this.#remove(event, entry);
      listener.apply(this, args);
    };
    call.listener = listener;
    return call;
  }

  /**
   * Lists are replaced, never changed: `emit` walks the one that it found.
   * @param {string | symbol} event
   * @param {Entry} entry
   */
  #remove(event, entry) {
    const before = this.#listeners.get(event);
    if (!before?.includes(entry)) return;
    const after = before.filter((other) => other !== entry);
    if (after.length > 0) this.#listeners.set(event, after);
    else this.#listeners.delete(event);
    entry.unwatch?.();
    this._emit('removeListener', [event, entry.listener.listener ?? entry.listener]);
  }

  /**
   * @internal
   * @param {string | symbol} event
   * @param {any[]} args
   */
  _emit(event, args) {
    const entries = this.#listeners.get(event);
    if (entries === undefined) return false;
    for (const { called } of entries) {
      try {
        called.apply(this, args);
      } catch (error) {
        reportUncaught(error);
      }
    }
    return true;
  }
}

/** @param {unknown} listener */
function mustBeFunction(listener) {
  if (typeof listener !== 'function') throw new TypeError('a listener must be a function');
}
