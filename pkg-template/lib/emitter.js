import { reportUncaught } from './errors.js';

/** @typedef {(...args: any[]) => void} Listener */

/**
 * An event emitter with the methods of Node's, for every runtime.
 *
 * Unlike Node's it does not throw for an `error` event without listeners, and a
 * listener that throws stops neither the others nor the connection: its error is
 * reported as an uncaught one.
 */
export class Emitter {
  /** @type {Map<string | symbol, { listener: Listener, once: boolean }[]>} */
  #listeners = new Map();

  /**
   * @param {string | symbol} event
   * @param {Listener} listener
   */
  on(event, listener) {
    return this.#add(event, listener, false, false);
  }

  /**
   * @param {string | symbol} event
   * @param {Listener} listener
   */
  once(event, listener) {
    return this.#add(event, listener, true, false);
  }

  /**
   * @param {string | symbol} event
   * @param {Listener} listener
   */
  addListener(event, listener) {
    return this.on(event, listener);
  }

  /**
   * @param {string | symbol} event
   * @param {Listener} listener
   */
  prependListener(event, listener) {
    return this.#add(event, listener, false, true);
  }

  /**
   * @param {string | symbol} event
   * @param {Listener} listener
   */
  prependOnceListener(event, listener) {
    return this.#add(event, listener, true, true);
  }

  /**
   * @param {string | symbol} event
   * @param {Listener} listener
   */
  off(event, listener) {
    const before = this.#listeners.get(event) ?? [];
    const index = before.findLastIndex((entry) => entry.listener === listener);
    if (index >= 0) this.#set(event, before.filter((_, place) => place !== index));
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
    if (event === undefined) this.#listeners.clear();
    else this.#listeners.delete(event);
    return this;
  }

  /**
   * @param {string | symbol} event
   * @param {any[]} args
   */
  emit(event, ...args) {
    const entries = this.#listeners.get(event);
    if (entries === undefined) return false;
    for (const entry of entries) {
      if (entry.once) this.off(event, entry.listener);
      try {
        entry.listener.apply(this, args);
      } catch (error) {
        reportUncaught(error);
      }
    }
    return true;
  }

  /** @param {string | symbol} event */
  listenerCount(event) {
    return this.#listeners.get(event)?.length ?? 0;
  }

  /** @param {string | symbol} event */
  listeners(event) {
    return (this.#listeners.get(event) ?? []).map(({ listener }) => listener);
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

  /** A listener is about to be added. @internal */
  _onListener() {}

  /**
   * @param {string | symbol} event
   * @param {Listener} listener
   * @param {boolean} once
   * @param {boolean} first
   */
  #add(event, listener, once, first) {
    if (typeof listener !== 'function') throw new TypeError('a listener must be a function');
    this._onListener();
    const before = this.#listeners.get(event) ?? [];
    const entry = { listener, once };
    this.#set(event, first ? [entry, ...before] : [...before, entry]);
    return this;
  }

  // Lists are replaced, never changed: `emit` walks the one that it found.
  /**
   * @param {string | symbol} event
   * @param {{ listener: Listener, once: boolean }[]} entries
   */
  #set(event, entries) {
    if (entries.length > 0) this.#listeners.set(event, entries);
    else this.#listeners.delete(event);
  }
}
