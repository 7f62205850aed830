/** What one page, and all pages together, may ask of the server. */
export const LIMITS = {
  pages: 100,
  messageBytes: 64 * 1024,
  burst: 60,
  messagesPerSecond: 20,
  unsentBytes: 1024 * 1024,
  silenceMs: 20_000,
};

/** A bucket that holds `burst` messages and is refilled steadily. */
export class RateLimit {
  #left = LIMITS.burst;
  #at = performance.now();

  allows(now = performance.now()) {
    this.#left = Math.min(LIMITS.burst, this.#left + ((now - this.#at) / 1000) * LIMITS.messagesPerSecond);
    this.#at = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
