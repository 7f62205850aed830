/**
 * The connection of a page. One over HTTP is a single request.
 * @typedef {object} Page
 * @property {(text: Uint8Array, event: number) => void} send `event` is a number for the core's `drops`, or -1
 * @property {(code: number, reason: string, status: number) => void} close
 * @property {(status: number, text: Uint8Array) => void} [endPoll]
 * @property {() => void} terminate
 * @property {(now: number) => void} [look]
 */

/** The most time between two looks at each connection, in milliseconds. */
const LOOK_INTERVAL_MS = 1000;

/** The connections of pages. */
export class Pages {
  /** @type {Map<number, Page>} */
  #pages = new Map();
  #last = 0;
  #timer;

  /**
   * @param {import('./driver.js').Driver} driver
   * @param {import('./logger.js').Logger} log
   * @param {import('./gateway.js').Settings} settings
   * @param {() => void} onEnd
   */
  constructor(driver, log, settings, onEnd) {
    this.driver = driver;
    this.log = log;
    this.settings = settings;
    this.onEnd = onEnd;
    this.#timer = setInterval(() => this.#look(), LOOK_INTERVAL_MS);
    this.#timer.unref?.();
  }

  get size() {
    return this.#pages.size;
  }

  /** Adds a page, and returns its number. @param {Page} page */
  add(page) {
    this.#last += 1;
    this.#pages.set(this.#last, page);
    return this.#last;
  }

  /** The connection of this page; none if it has ended. @param {number} page */
  get(page) {
    return this.#pages.get(page);
  }

  /** The connection of a page has ended. @param {number} page */
  end(page) {
    if (!this.#pages.delete(page)) return;
    this.driver.report('pageClosed', page);
    this.onEnd();
  }

  /** Nothing looks at the pages after this. */
  stop() {
    clearInterval(this.#timer);
  }

  terminateAll() {
    for (const page of this.#pages.values()) page.terminate();
  }

  #look() {
    const now = performance.now();
    for (const page of this.#pages.values()) page.look?.(now);
  }
}
