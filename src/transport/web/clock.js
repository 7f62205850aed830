// Timers and the clock, seen by clock.rs and the driver.

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

/** Calls a function of the application's clock; its exception names it, as it ends the connection. */
function called(name, call) {
  try {
    return call();
  } catch (cause) {
    const error = new Error(`clock.${name} of the configuration threw: ${cause?.message ?? cause}`, { cause });
    error.name = 'ClockError';
    throw error;
  }
}

/**
 * The clock and the timers of a connection. What the application does not give is the runtime's, looked up at each call:
 * a test may have replaced it.
 */
export class Clock {
  #given;

  constructor(given) {
    this.#given = given ?? {};
  }

  now() {
    return this.#given.now === undefined ? performance.now() : called('now', () => this.#given.now());
  }

  setTimer(callback, milliseconds, onTrap) {
    const call = guarded(callback, onTrap);
    return this.#given.setTimeout === undefined ? setTimeout(call, milliseconds) : called('setTimeout', () => this.#given.setTimeout(call, milliseconds));
  }

  clearTimer(timer) {
    if (this.#given.clearTimeout === undefined) clearTimeout(timer);
    else called('clearTimeout', () => this.#given.clearTimeout(timer));
  }

  pause(milliseconds) {
    return new Promise((resolve) => this.setTimer(resolve, milliseconds));
  }
}
