/** Wakes what waits for a change. */
export class Progress {
  /** @type {Set<() => void>} */
  #waiting = new Set();

  note() {
    for (const wake of this.#waiting) wake();
  }

  /** Waits for the next change, or for this time. @param {number} [time_ms] @returns {Promise<void>} */
  next(time_ms) {
    return new Promise((resolve) => {
      /** @type {ReturnType<typeof setTimeout> | undefined} */
      let timer;
      const wake = () => {
        clearTimeout(timer);
        this.#waiting.delete(wake);
        resolve();
      };
      if (time_ms !== undefined) timer = setTimeout(wake, time_ms);
      this.#waiting.add(wake);
    });
  }
}
