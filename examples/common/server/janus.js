import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import Bifrons from 'bifrons';
import { describe } from './faults.js';
import { log } from './log.js';

const { CONNECTION_CLOSED, CONNECTION_ERROR, SESSION_DESTROYED } = Bifrons.EVENT;

/**
 * Keeps one connection and one session with Janus alive; emits `change` when they come and go.
 * `prepare(session)` is done with each new session before anybody may use it.
 */
export class Janus extends EventEmitter {
  #config;
  #prepare;
  #connection = null;
  #stopping = new AbortController();
  session = null;
  version = null;

  constructor(config, prepare = async () => {}) {
    super();
    // One page listens for each of its sockets: their number is bounded at the door.
    this.setMaxListeners(0);
    this.#config = config;
    this.#prepare = prepare;
  }

  async keepAlive() {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      try {
        await this.#live();
      } catch (error) {
        log(`Janus is out of reach: ${describe(error)}`);
      }
      this.#become(null, null);
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
    const { address, retry_time_secs } = this.#config;
    const connection = await Bifrons.connect({ address, retry_time_secs, max_retries: address.length - 1 });
    this.#connection = connection;
    const ended = new Promise((resolve) => {
      connection.once(CONNECTION_CLOSED, () => resolve('connection closed'));
      connection.once(CONNECTION_ERROR, (error) => resolve(describe(error)));
    });
    try {
      const info = await connection.getInfo();
      const session = await connection.create();
      const destroyed = new Promise((resolve) => session.once(SESSION_DESTROYED, () => resolve('session destroyed')));
      await this.#prepare(session);
      this.#become(session, info.version_string);
      log(`Janus ${info.version_string} is ready`);
      log(`Janus is gone: ${await Promise.race([ended, destroyed])}`);
    } finally {
      await this.#close();
    }
  }

  async #close() {
    const connection = this.#connection;
    this.#connection = null;
    // The line may be gone already, which is what we want.
    await connection?.close().catch(() => {});
  }

  #become(session, version) {
    if (session === this.session) return;
    this.session = session;
    this.version = version;
    this.emit('change');
  }
}
