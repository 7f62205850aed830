import { Actions } from './actions.js';
import { Core } from './wasm.js';

/** The longest time of a timer. */
const LONGEST_MS = 2 ** 31 - 1;

/** How often the system's clock is looked at: it may be set. */
const CLOCK_INTERVAL_MS = 60_000;

/**
 * Gives the core what happens, and carries out what it wants done.
 *
 * @typedef {import('./configuration.js').Given} Given
 * @typedef {Record<string, (...args: any[]) => void>} Handlers
 */
export class Driver {
  #actions = new Actions();
  #origin = performance.now();
  #core;
  /** @type {Handlers} */
  #handlers;
  #isCarryingOut = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** When the core is called next; what is due later moves it on. */
  #alarm = Infinity;
  #deadline = Infinity;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #clock;
  /** @type {unknown} */
  #trap;
  #onTrap;

  /** @param {Given} given @param {Handlers} handlers @param {(error: unknown) => void} onTrap */
  constructor(given, handlers, onTrap) {
    this.#handlers = handlers;
    this.#onTrap = onTrap;
    try {
      this.#core = new Core(given, this.#actions);
    } catch (thrown) {
      throw given.error(thrown);
    }
  }

  get isBroken() {
    return this.#trap !== undefined;
  }

  start() {
    this.#clock = setInterval(() => this.look('setClock', this.now(), Date.now()), CLOCK_INTERVAL_MS);
    this.#clock.unref?.();
    this.report('start', Date.now());
  }

  /** Nothing is called after this. */
  end() {
    clearInterval(this.#clock);
    clearTimeout(this.#timer);
    this.#alarm = Infinity;
  }

  now() {
    return performance.now() - this.#origin;
  }

  /**
   * Reports something that has happened.
   * @param {string} name the method of the core @param {unknown[]} args
   */
  report(name, ...args) {
    if (this.isBroken) return;
    const deadline = this.#call(name, this.now(), ...args);
    if (!this.isBroken) this.#settle(deadline);
  }

  /**
   * The same for a method that returns something else than a deadline.
   * @param {string} name @param {unknown[]} args
   * @throws once the core has failed
   */
  ask(name, ...args) {
    const result = this.look(name, ...args);
    const deadline = this.look('settle');
    if (this.isBroken) throw new Error('the gateway has failed', { cause: this.#trap });
    this.#settle(deadline);
    return result;
  }

  /**
   * The same for a method that wants nothing done; undefined once the core has failed.
   * @param {string} name @param {unknown[]} args
   */
  look(name, ...args) {
    return this.isBroken ? undefined : this.#call(name, ...args);
  }

  /** @param {string} name @param {unknown[]} args */
  #call(name, ...args) {
    try {
      return /** @type {any} */ (this.#core)[name](...args);
    } catch (thrown) {
      // A text is an error of the arguments. So is a TypeError, of an argument that is none: the core was not entered, and what it
      // calls itself throws none. All else is a defect of the core, which can no longer be used.
      if (typeof thrown === 'string' || thrown instanceof TypeError) throw thrown;
      this.#trap = thrown;
      this.end();
      this.#onTrap(thrown);
      return undefined;
    }
  }

  /** @param {number} deadline */
  #settle(deadline) {
    this.#deadline = deadline;
    if (!this.#isCarryingOut) this.#carryOut();
    if (this.#deadline < this.#alarm) this.#setAlarm();
  }

  #carryOut() {
    this.#isCarryingOut = true;
    try {
      for (let actions = this.#actions.take(); actions.length > 0; actions = this.#actions.take()) {
        for (const [name, ...args] of actions) this.#handlers[/** @type {string} */ (name)](...args);
      }
    } finally {
      this.#isCarryingOut = false;
    }
  }

  #setAlarm() {
    clearTimeout(this.#timer);
    this.#alarm = this.#deadline;
    if (this.#alarm === Infinity) return;
    const span = Math.min(Math.max(this.#alarm - this.now(), 0), LONGEST_MS);
    this.#timer = setTimeout(() => this.#ring(), Math.ceil(span));
  }

  #ring() {
    this.#alarm = Infinity;
    if (this.#deadline > this.now()) this.#setAlarm();
    else this.report('handleTimeout');
  }
}
