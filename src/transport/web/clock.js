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

export const setTimer = (callback, milliseconds, onTrap) => setTimeout(guarded(callback, onTrap), milliseconds);
export const clearTimer = (timer) => clearTimeout(timer);
export const now = () => performance.now();
