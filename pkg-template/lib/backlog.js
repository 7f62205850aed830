import { EVENT } from './events.js';

/** How many events wait for the first listener before the oldest go. */
const MOST = 1024;

/** @typedef {{ event: string | symbol, args: any[] }} Entry */

/** Without these, or an SDP, an application would not know where it stands. @type {Set<string | symbol>} */
const LASTING = new Set([
  EVENT.HANDLE_DETACHED,
  EVENT.HANDLE_HANGUP,
  EVENT.HANDLE_ICE_FAILED,
  EVENT.HANDLE_TRICKLE,
  EVENT.HANDLE_WEBRTCUP,
]);

/** @param {Entry} entry */
const mayGo = ({ event, args }) => !LASTING.has(event) && args[0]?.jsep === undefined;

/** Events that nobody has taken yet. */
export class Backlog {
  /** @type {Entry[]} */
  #entries = [];
  #missed = 0;

  /**
   * @param {string | symbol} event
   * @param {any[]} args
   */
  add(event, args) {
    this.#entries.push({ event, args });
    if (this.#entries.length <= MOST) return;
    const oldest = this.#entries.findIndex(mayGo);
    if (oldest < 0 && this.#entries.length <= 4 * MOST) return;
    this.#entries.splice(Math.max(oldest, 0), 1);
    this.#missed += 1;
  }

  /**
   * Takes the oldest one out.
   * @returns {Entry | undefined}
   */
  take() {
    if (this.#missed === 0) return this.#entries.shift();
    const [missed] = this.all();
    this.#missed = 0;
    return missed;
  }

  /** @returns {Entry[]} */
  all() {
    const missed = this.#missed > 0 ? [{ event: EVENT.HANDLE_MISSED, args: [{ count: this.#missed }] }] : [];
    return [...missed, ...this.#entries];
  }

  clear() {
    this.#entries = [];
    this.#missed = 0;
  }
}
