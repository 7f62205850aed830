/**
 * A promise with the functions that settle it. A rejection that no one awaits is not reported as unhandled:
 * the caller that needs the outcome has the promise.
 * @template T
 */
export function deferred() {
  /** @type {(value: T) => void} */
  let resolve = () => {};
  /** @type {(error: unknown) => void} */
  let reject = () => {};
  /** @type {Promise<T>} */
  const promise = new Promise((...functions) => ([resolve, reject] = functions));
  promise.catch(() => {});
  return { promise, resolve, reject };
}

/** Returns a function that runs steps one after another; a step's failure concerns its caller only. */
export function serial() {
  /** @type {Promise<unknown>} */
  let last = Promise.resolve();
  /**
   * @template T
   * @param {() => T | Promise<T>} step
   * @returns {Promise<T>}
   */
  return (step) => {
    const done = last.then(step);
    last = done.catch(() => {});
    return done;
  };
}
