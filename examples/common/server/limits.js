/** The limits of one page, of one address, and of all pages together. */
export const LIMITS = {
  connections: 500,
  connectionsPerAddress: 50,
  pages: 100,
  pagesPerAddress: 20,
  newPages: { burst: 100, perSecond: 20 },
  newPagesPerAddress: { burst: 30, perSecond: 1 },
  messageBytes: 64 * 1024,
  messages: { burst: 60, perSecond: 20 },
  unsentBytes: 1024 * 1024,
  silenceMs: 20_000,
  requestMs: 10_000,
};

/** A token bucket with `burst` tokens that refills at `perSecond`. */
export class RateLimit {
  #burst;
  #perSecond;
  #left;
  #at = performance.now();

  constructor({ burst, perSecond }) {
    this.#burst = burst;
    this.#perSecond = perSecond;
    this.#left = burst;
  }

  allows(now) {
    this.#refill(now);
    return this.#left >= 1;
  }

  take(now) {
    const allowed = this.allows(now);
    if (allowed) this.#left -= 1;
    return allowed;
  }

  isUnused(now) {
    this.#refill(now);
    return this.#left === this.#burst;
  }

  #refill(now = performance.now()) {
    this.#left = Math.min(this.#burst, this.#left + ((now - this.#at) / 1000) * this.#perSecond);
    this.#at = now;
  }
}
