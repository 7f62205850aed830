/** @typedef {import('./types/signalling.js').PeerHandle} PeerHandle */

/** How long Janus's report is awaited: as long as Janus itself waits for the end of a hangup. */
const LIMIT_MS = 3000;

/**
 * The time from Janus's report to the next use: Janus reports the hangup before libnice has closed the ICE agent, and then
 * takes a new agent for the old one. Janus's own check of a pending hangup has this interval, too.
 */
const AFTER_MS = 100;

/** What ends a handle in Janus, and its PeerConnection. */
const ENDS = ['handle_detached', 'handle_rebuilt'];

/** The handles for which Janus has a PeerConnection, or may have one. @type {WeakSet<PeerHandle>} */
const opened = new WeakSet();

/** The hangups that Janus has not reported yet. @type {WeakMap<PeerHandle, Hangup>} */
const pending = new WeakMap();

/** A PeerConnection that Janus hangs up. Until then Janus may lose an offer of its own for the handle. */
class Hangup {
  #handle;
  #reported;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {PeerHandle} handle
   * @param {boolean} reported whether Janus has reported it
   */
  constructor(handle, reported) {
    this.#handle = handle;
    this.#reported = reported;
    const listening = new AbortController();
    /** Ends the wait. */
    this.settle = () => {};
    /** @type {Promise<void>} */
    this.end = new Promise((resolve) => {
      this.settle = () => {
        clearTimeout(this.#timer);
        listening.abort();
        if (this.#isPending) pending.delete(handle);
        resolve();
      };
    });
    const report = () => {
      this.#reported = true;
      listening.abort();
      this.#settleSoon();
    };
    if (!reported) {
      handle.on('handle_hangup', report, { signal: listening.signal });
      for (const event of ENDS) handle.on(event, () => this.settle(), { signal: listening.signal });
    }
    this.#settleSoon();
  }

  /**
   * Requests the hangup. A request may wait for another connection to Janus: the limit begins after it.
   * @param {Promise<unknown>} [offering] a request at which Janus offers: a hangup before the offer would be in vain
   */
  async request(offering) {
    clearTimeout(this.#timer);
    if (offering) await offering.catch(() => {});
    try {
      if (this.#isPending && !this.#reported) await this.#handle.hangup();
    } finally {
      this.#settleSoon();
    }
    await this.end;
  }

  get #isPending() {
    return pending.get(this.#handle) === this;
  }

  #settleSoon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.settle, this.#reported ? AFTER_MS : LIMIT_MS);
  }
}

/**
 * Notes that Janus has a PeerConnection for the handle, or will have one.
 * @param {PeerHandle} handle
 */
export const open = (handle) => void opened.add(handle);

/**
 * Notes that Janus has no PeerConnection for the handle.
 * @param {PeerHandle} handle
 */
export function gone(handle) {
  opened.delete(handle);
  pending.get(handle)?.settle();
}

/**
 * Notes that Janus hangs up the PeerConnection of the handle, if it has one.
 * @param {PeerHandle} handle
 */
export function expectHangup(handle) {
  if (opened.delete(handle)) pending.set(handle, new Hangup(handle, false));
}

/**
 * Notes that Janus has reported the hangup of the handle, which nothing here expected.
 * @param {PeerHandle} handle
 */
export function hungUp(handle) {
  if (opened.delete(handle)) pending.set(handle, new Hangup(handle, true));
}

/**
 * The hangup of the handle that Janus has not reported yet.
 * @param {PeerHandle} handle
 */
export const hangupOf = (handle) => pending.get(handle);

/**
 * Does something once Janus has hung up the handle's former PeerConnection: at once if there is none.
 * @template T
 * @param {PeerHandle} handle
 * @param {() => T} action
 * @returns {T | Promise<T>}
 */
export function afterHangup(handle, action) {
  const hangup = pending.get(handle);
  return hangup ? hangup.end.then(action) : action();
}
