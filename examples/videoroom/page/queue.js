/** Runs actions one after another. */
export class Queue {
  #last = Promise.resolve();

  run(action) {
    const done = this.#last.then(action);
    this.#last = done.catch(() => {});
    return done;
  }
}
