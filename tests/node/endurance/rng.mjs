/** A seeded random number generator: Mulberry32. */
export class Rng {
  #state;

  constructor(seed) {
    this.#state = seed >>> 0;
  }

  /** From 0 to below 1. */
  #next() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  between(least, most) {
    return least + this.#next() * (most - least);
  }

  pick(from) {
    return from[Math.floor(this.#next() * from.length)];
  }
}

/** Returns a generator with the environment's SEED, or another seed; prints how to repeat the run. */
export function rngFor(name) {
  const seed = Number(process.env.SEED ?? process.pid);
  console.log(`${name} of Node; again: make ${name} SEED=${seed}`);
  return new Rng(seed);
}
