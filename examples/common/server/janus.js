import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import Bifrons from 'bifrons';
import { describe } from './faults.js';
import { log } from './log.js';
import { signer } from './tokens.js';

const { CONNECTION_CLOSED, CONNECTION_ERROR, CONNECTION_RECONNECTING, CONNECTION_RESUMED, SESSION_DESTROYED } = Bifrons.EVENT;

/**
 * Keeps one connection and one session with Janus alive. Emits `change` when `ready` does, and `gap` when what Janus
 * told may have been lost with a line. `plugins` is what pages may use; `prepare(session)` is done with each new session before anybody may use it.
 */
export class Janus extends EventEmitter {
  #config;
  #plugins;
  #prepare;
  #connection = null;
  #stopping = new AbortController();
  #isCut = false;
  session = null;
  version = null;

  constructor(config, plugins, prepare = async () => {}) {
    super();
    // One page listens for each of its sockets: their number is bounded at the door.
    this.setMaxListeners(0);
    this.#config = config;
    this.#plugins = plugins;
    this.#prepare = prepare;
  }

  /** The line for a page: this one, or where Janus takes tokens one of its own. */
  forPage() {
    return this.#config.tokens ? new JanusOfPage(this.#config, this.#plugins, this.#prepare) : this;
  }

  /** The page has gone. */
  leave() {}

  /** Whether pages may begin something; what they have begun outlives a line that is cut and replaced. */
  get ready() {
    return this.session !== null && !this.#isCut;
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
        await this.#live();
      } catch (error) {
        if (!signal.aborted) log(`Janus is out of reach: ${describe(error)}`);
      }
      // A stop cuts the pause short, and that is no fault.
      await pause(this.#config.retry_time_secs * 1000, undefined, { signal }).catch(() => {});
    }
  }

  async stop() {
    this.#stopping.abort();
    await this.#close();
  }

  async #live() {
    // One round over the addresses: the pause and the next round are ours, so that pages see the state.
    const address = this.addresses();
    const { retry_time_secs } = this.#config;
    const { signal } = this.#stopping;
    const config = { address, retry_time_secs, max_retries: address.length - 1, reconnect: true };
    const connection = await Bifrons.connect(config, null, { signal });
    this.#connection = connection;
    this.#followLine(connection);
    const ended = new Promise((resolve) => {
      connection.once(CONNECTION_CLOSED, () => resolve('connection closed'));
      connection.once(CONNECTION_ERROR, (error) => resolve(describe(error)));
    });
    try {
      const info = await connection.getInfo();
      const session = await connection.create();
      const destroyed = new Promise((resolve) => session.once(SESSION_DESTROYED, () => resolve('session destroyed')));
      // At once: what comes of a line that is back is told right after it.
      session.once(SESSION_DESTROYED, () => this.#become(null, null));
      await this.#prepare(session);
      this.#become(session, info.version_string);
      log(`Janus ${info.version_string} is ready`);
      log(`Janus is gone: ${await Promise.race([ended, destroyed])}`);
    } finally {
      this.#become(null, null);
      await this.#close();
    }
  }

  /** Media go on while the line is replaced, so nothing that runs is ended. */
  #followLine(connection) {
    connection.on(CONNECTION_RECONNECTING, () => this.#become(this.session, this.version, true));
    connection.on(CONNECTION_RESUMED, ({ events_may_be_lost }) => {
      this.#become(this.session, this.version);
      if (events_may_be_lost) this.emit('gap');
    });
  }

  async #close() {
    const connection = this.#connection;
    this.#connection = null;
    // The line may be gone already, which is what we want.
    await connection?.close().catch(() => {});
  }

  #become(session, version, isCut = false) {
    const before = this.ready;
    this.session = session;
    this.version = version;
    this.#isCut = isCut;
    if (this.ready !== before) this.emit('change');
  }
}

/** A connection and a session of one page's own, opened by a token that is signed for it alone. */
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

  leave() {
    this.stop();
  }

  addresses() {
    this.#token = this.#sign();
    return this.#urls.map((url) => ({ url, token: this.#token }));
  }

  /** What the page itself may use Janus with, if the configuration lets it. */
  get direct() {
    return this.#reachable && { url: this.#reachable, token: this.#token };
  }
}
