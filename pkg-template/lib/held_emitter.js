import { Emitter } from './emitter.js';
import { invalidArgument } from './errors.js';

/** @typedef {{ event: string | symbol, args: any[] }} Entry */

/** The handle is unread: the engine holds the events. */
const UNREAD = 0;
/** The application has a listener, which gets the events set aside after the code that adds listeners. */
const BEGINNING = 1;
/** Events are emitted at once. */
const READ = 2;

/**
 * An emitter whose events the engine holds until the application reads it: by a first listener of any event, or by
 * iteration.
 */
export class HeldEmitter extends Emitter {
  #state = READ;
  #iterating = false;
  #isOver = false;
  /** Whether events go to `#aside`: the application iterates, or an unread handle has ended. */
  #setsAside = false;
  /** Events that the engine no longer holds and the application still has to get. @type {Entry[]} */
  #aside = [];
  /** @type {(() => void) | undefined} */
  #wake;

  /**
   * @param {string | symbol} event
   * @param {any[]} args
   */
  emit(event, ...args) {
    const hadListener = this._emit(event, args);
    if (this.#setsAside && (this.#iterating || !hadListener)) {
      this.#aside.push({ event, args });
      this.#wake?.();
    }
    return hadListener;
  }

  /**
   * The events, as `{ event, data }`, until the last one. They wait until they are taken; listeners get them then, too.
   * @returns {AsyncGenerator<{ event: string, data: any }, void, undefined>}
   */
  async *[Symbol.asyncIterator]() {
    if (this.#iterating) throw invalidArgument('the events of this handle are being iterated already');
    this.#iterating = this.#setsAside = true;
    this._callEngine((core, key) => core.hold(key));
    try {
      for (;;) {
        const next = this.#aside.shift();
        if (next !== undefined) yield { event: String(next.event), data: next.args[0] };
        else if (this.#isOver) return;
        else if (!this.#takeNext()) await new Promise((resolve) => (this.#wake = () => resolve(undefined)));
      }
    } finally {
      this.#iterating = false;
      this.#wake = undefined;
      if (this.#state === READ) this.#flow();
      else this.#setsAside = this.#isOver;
    }
  }

  /** Whether events come as they are. @internal */
  get _flows() {
    return this.#state === READ && !this.#iterating;
  }

  /** @internal */
  _onListener() {
    this._beginReading();
  }

  /**
   * Gives the engine a command for these events.
   * @internal
   * @template T
   * @param {(core: any, key: number) => T} _command
   * @returns {T | undefined}
   */
  _callEngine(_command) {
    return undefined;
  }

  /** From now on the engine holds the events until they are read. @internal */
  _beginHolding() {
    this.#state = UNREAD;
  }

  /** From now on events come as they are, those set aside and those held first, once this turn's code is done. @internal */
  _beginReading() {
    if (this.#state !== UNREAD) return;
    if (this.#setsAside || this.#aside.length > 0) {
      this.#state = BEGINNING;
      queueMicrotask(() => this.#read());
    } else {
      this.#read();
    }
  }

  #read() {
    this.#state = READ;
    for (const { event, args } of this.#aside) this._emit(event, args);
    if (!this.#iterating) this.#flow();
    if (this.#isOver) this.removeAllListeners();
  }

  /**
   * There is an event for the loop, or the last one is there: then the engine gives all that it still holds.
   * @internal
   * @param {boolean} ended
   */
  _onReadable(ended) {
    if (ended) {
      this.#setsAside = true;
      while (this.#takeNext());
    }
    this.#wake?.();
  }

  /**
   * Emits the last event.
   * @internal
   * @param {string} event
   * @param {object} data
   */
  _emitLast(event, data) {
    this.#isOver = true;
    if (this.#state !== READ) this.#setsAside = true;
    this.emit(event, data);
    if (this.#state === READ) this.removeAllListeners();
    this.#wake?.();
  }

  /** Emits the next event that the engine holds; false when there is none. */
  #takeNext() {
    return this._callEngine((core, key) => core.nextEvent(key)) ?? false;
  }

  #flow() {
    this.#aside = [];
    this.#setsAside = false;
    this._callEngine((core, key) => core.flow(key));
  }
}
