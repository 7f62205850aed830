/** How long a connection may be disconnected before ICE restarts: short losses end by themselves. */
const DISCONNECTED_MS = 3000;

/** The time until another restart, doubled each time up to the longest. */
const FIRST_PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 10_000;

/** How long ICE is restarted again and again. */
const LIMIT_MS = 60_000;

/** Restarts ICE when the connection fails or the network changes, until it is connected again. */
export class Recovery {
  #connection;
  #restart;
  #report;
  #changed;
  #signal;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** When the connection was lost. @type {number | undefined} */
  #since;
  #restarts = 0;
  #restarting = false;
  /** Whether a restart was wanted during a restart, whose candidates may be those of the former network. */
  #again = false;
  /**
   * Whether a restart began and has not been negotiated. Until it is, Janus may send to the former address of this side,
   * even where the browser is connected from the new one.
   */
  #owes = false;
  /** Whether the connection was lost, and has not recovered. */
  lost = false;
  /** Whether restarts did not help. */
  gaveUp = false;

  /**
   * @param {RTCPeerConnection} connection
   * @param {object} to
   * @param {() => Promise<void>} to.restart
   * @param {(error: unknown) => void} to.report
   * @param {() => void} to.changed called when the recovery has ended, or was given up
   * @param {AbortSignal} signal ends the recovery
   */
  constructor(connection, { restart, report, changed }, signal) {
    this.#connection = connection;
    this.#restart = restart;
    this.#report = report;
    this.#changed = changed;
    this.#signal = signal;
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
    onNetworkChange(() => this.#isNew || this.now(), signal);
  }

  /** Whether ICE restarts, or is about to. */
  get runs() {
    return this.#since !== undefined;
  }

  /** Reads the state of the connection. */
  onState() {
    const state = this.#connection.connectionState;
    if (state === 'connected' && !this.#owes) this.#recovered();
    if (state === 'disconnected' || state === 'failed') this.lost = true;
    if (state === 'disconnected' && !this.runs) {
      this.#since = performance.now();
      this.#timer = setTimeout(() => this.now(), DISCONNECTED_MS);
    }
    // Later failures are those of a restart: the next one follows its pause.
    if (state === 'failed' && this.#restarts === 0) this.now();
  }

  /** Restarts ICE. */
  async now() {
    clearTimeout(this.#timer);
    this.#again = true;
    if (this.#restarting) return;
    this.#since ??= performance.now();
    this.#restarting = true;
    while (this.#again && !this.#signal.aborted) {
      this.#again = false;
      this.#restarts += 1;
      this.#owes = true;
      await this.#restart().then(() => (this.#owes = false), this.#report);
    }
    this.#restarting = false;
    if (this.#connection.connectionState === 'connected' && !this.#owes) this.#recovered();
    else if (this.runs && !this.#signal.aborted) this.#timer = setTimeout(() => this.#continue(this.#since), this.#pause);
  }

  get #isNew() {
    return this.#connection.connectionState === 'new';
  }

  get #pause() {
    return Math.min(FIRST_PAUSE_MS * 2 ** (this.#restarts - 1), LONGEST_PAUSE_MS);
  }

  #continue(since = 0) {
    if (performance.now() - since < LIMIT_MS) return void this.now();
    this.#since = undefined;
    this.gaveUp = true;
    this.#changed();
  }

  #recovered() {
    clearTimeout(this.#timer);
    this.#since = undefined;
    this.#restarts = 0;
    this.lost = this.gaveUp = false;
    this.#changed();
  }
}

/**
 * @param {() => void} changed
 * @param {AbortSignal} signal
 */
function onNetworkChange(changed, signal) {
  globalThis.addEventListener?.('online', changed, { signal });
  // Most browsers report no type; Chromium reports each new estimate of the speed as a change, too.
  const network = /** @type {any} */ (globalThis.navigator)?.connection;
  let type = network?.type;
  const compare = () => {
    if (network.type === type) return;
    type = network.type;
    if (type !== 'none') changed();
  };
  network?.addEventListener?.('change', compare, { signal });
}
