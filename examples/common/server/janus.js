import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import Bifrons from 'bifrons';
import { describe } from './errors.js';
import { log } from './log.js';
import { signer } from './tokens.js';

const { CONNECTION_CLOSED, CONNECTION_ERROR, CONNECTION_RECONNECTING, CONNECTION_RESUMED, SESSION_DESTROYED } = Bifrons.EVENT;

/**
 * Keeps one connection and one session with Janus alive. Emits `change` when `ready` changes, and `events-lost` when
 * an outage may have lost events of Janus. `plugins` are the plugins that pages may use; `prepare(session)` runs with
 * each new session before pages may use it.
 */
export class Janus extends EventEmitter {
  #config;
  #plugins;
  #prepare;
  #connection = null;
  #stopping = new AbortController();
  #isOutage = false;
  session = null;
  version = null;

  constructor(config, plugins, prepare = async () => {}) {
    super();
    // Each page adds listeners; `Admission` limits the number of pages.
    this.setMaxListeners(0);
    this.#config = config;
    this.#plugins = plugins;
    this.#prepare = prepare;
  }

  /** Returns the connection for a page: this one, or with tokens a separate one. */
  forPage() {
    return this.#config.tokens ? new JanusOfPage(this.#config, this.#plugins, this.#prepare) : this;
  }

  /** Releases the connection of a page that has closed. */
  release() {}

  /** Whether pages may start new requests; their running calls survive an outage. */
  get ready() {
    return this.session !== null && !this.#isOutage;
  }

  /** The addresses for the next attempt. */
  addresses() {
    const { address, tokens } = this.#config;
    if (!tokens) return address;
    const sign = signer(tokens, this.#plugins);
    return address.map(({ url, apisecret }) => (apisecret ? { url, apisecret } : { url, token: sign() }));
  }

  async keepAlive() {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      try {
        await this.#runConnection();
      } catch (error) {
        if (!signal.aborted) log(`Janus is unavailable: ${describe(error)}`);
      }
      // A stop ends the pause early, which is no error.
      await pause(this.#config.retry_time_secs * 1000, undefined, { signal }).catch(() => {});
    }
  }

  async stop() {
    this.#stopping.abort();
    await this.#close();
  }

  async #runConnection() {
    // One attempt per address: this class does the pause and the next attempts, so that pages see the state.
    const address = this.addresses();
    const { retry_time_secs } = this.#config;
    const { signal } = this.#stopping;
    const config = { address, retry_time_secs, max_retries: address.length - 1, reconnect: true };
    const connection = await Bifrons.connect(config, null, { signal });
    this.#connection = connection;
    this.#followConnection(connection);
    const ended = new Promise((resolve) => {
      connection.once(CONNECTION_CLOSED, () => resolve('connection closed'));
      connection.once(CONNECTION_ERROR, (error) => resolve(describe(error)));
    });
    try {
      const info = await connection.getInfo();
      const session = await connection.create();
      const destroyed = new Promise((resolve) => session.once(SESSION_DESTROYED, () => resolve('session destroyed')));
      // At once, as the events of the recovery follow immediately.
      session.once(SESSION_DESTROYED, () => this.#setState(null, null));
      await this.#prepare(session);
      this.#setState(session, info.version_string);
      log(`Janus ${info.version_string} is ready`);
      log(`Janus is lost: ${await Promise.race([ended, destroyed])}`);
    } finally {
      this.#setState(null, null);
      await this.#close();
    }
  }

  /** Media continue during an outage, so running calls do not end. */
  #followConnection(connection) {
    connection.on(CONNECTION_RECONNECTING, () => this.#setState(this.session, this.version, true));
    connection.on(CONNECTION_RESUMED, ({ events_may_be_lost }) => {
      this.#setState(this.session, this.version);
      if (events_may_be_lost) this.emit('events-lost');
    });
  }

  async #close() {
    const connection = this.#connection;
    this.#connection = null;
    // The connection may have ended already.
    await connection?.close().catch(() => {});
  }

  #setState(session, version, isOutage = false) {
    const before = this.ready;
    this.session = session;
    this.version = version;
    this.#isOutage = isOutage;
    if (this.ready !== before) this.emit('change');
  }
}

/** A separate connection and session for one page, with a token that is signed for this page. */
class JanusOfPage extends Janus {
  #urls;
  #sign;
  #reachable;
  #token;

  constructor(config, plugins, prepare) {
    super(config, plugins, prepare);
    this.#urls = config.address.map(({ url }) => url);
    this.#sign = signer(config.tokens, plugins);
    this.#reachable = config.tokens.direct;
    this.keepAlive();
  }

  release() {
    this.stop();
  }

  addresses() {
    this.#token = this.#sign();
    return this.#urls.map((url) => ({ url, token: this.#token }));
  }

  /** The address and token with which the page itself may use Janus, if the configuration allows it. */
  get direct() {
    return this.#reachable && { url: this.#reachable, token: this.#token };
  }
}
