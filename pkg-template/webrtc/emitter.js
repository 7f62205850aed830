import { reportUncaught } from './errors.js';

/** @typedef {(...args: any[]) => void} Listener */

/** The events of this module's objects; a small one, because it is in every page. */
export class Emitter {
  /** @type {Map<string, Map<Listener, Listener>>} */
  #listeners = new Map();

  /**
   * @param {string} event
   * @param {Listener} listener
   * @param {{ signal?: AbortSignal }} [options] `signal` removes the listener
   */
  on(event, listener, options) {
    return this.#add(event, listener, listener, options?.signal);
  }

  /**
   * @param {string} event
   * @param {Listener} listener
   * @param {{ signal?: AbortSignal }} [options]
   */
  once(event, listener, options) {
    /** @type {Listener} */
    const called = (...args) => {
      this.off(event, listener);
      listener(...args);
    };
    return this.#add(event, listener, called, options?.signal);
  }

  /**
   * @param {string} event
   * @param {Listener} listener
   */
  off(event, listener) {
    this.#listeners.get(event)?.delete(listener);
    return this;
  }

  /**
   * @internal
   * @param {string} event
   * @param {any[]} args
   */
  _emit(event, ...args) {
    for (const called of [...(this.#listeners.get(event)?.values() ?? [])]) {
      try {
        called(...args);
      } catch (error) {
        reportUncaught(error);
      }
    }
  }

  /**
   * @param {string} event
   * @param {Listener} listener
   * @param {Listener} called
   * @param {AbortSignal | undefined} signal
   */
  #add(event, listener, called, signal) {
    if (signal?.aborted) return this;
    const listeners = this.#listeners.get(event) ?? new Map();
    this.#listeners.set(event, listeners.set(listener, called));
    signal?.addEventListener('abort', () => this.off(event, listener), { once: true });
    return this;
  }
}
