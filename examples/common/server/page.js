import { describe, errorForPage, PageError } from './errors.js';
import { LIMITS } from './limits.js';
import { log } from './log.js';
import { parseMessage, readId } from './messages.js';

/**
 * One open page: reads its requests and responds to each. An example implements `read(message)`, which checks a request,
 * `perform(request)`, which carries it out, `drop()`, which ends the page's call when the page closes, and `resync()`,
 * which checks the state again when events of Janus may be lost.
 */
export class Page {
  #socket;
  #closed = false;
  #sendState = () => {
    const { ready, version, direct } = this.janus;
    this.send({ type: 'state', janus: ready ? 'ready' : 'unavailable', version, ...(ready && direct && { direct }) });
  };
  #onEventsLost = () => this.resync();

  constructor(socket, janus, name) {
    this.#socket = socket;
    this.janus = janus.forPage();
    this.name = name;
    this.janus.on('change', this.#sendState);
    this.janus.on('events-lost', this.#onEventsLost);
    this.#sendState();
  }

  async receive(text) {
    let id;
    try {
      const message = parseMessage(text);
      id = readId(message);
      const request = this.read(message);
      this.send({ type: 'response', id, ...(await this.perform(request)) });
    } catch (error) {
      const { code, text: reason } = errorForPage(error);
      if (!(error instanceof PageError)) log(`${this.name}: ${describe(error)}`);
      this.send({ type: 'error', id, code, text: reason });
    }
  }

  close() {
    this.#closed = true;
    this.janus.off('change', this.#sendState);
    this.janus.off('events-lost', this.#onEventsLost);
    this.drop();
    this.janus.release();
  }

  resync() {}

  /** Returns the session with Janus, or throws an error for the page. */
  session() {
    if (!this.janus.ready) throw new PageError('janus-unavailable', 'The server has no connection to Janus at the moment.');
    return this.janus.session;
  }

  send(message) {
    if (this.#closed) return;
    // A page that does not read must not fill the server's memory.
    if (this.#socket.bufferedAmount > LIMITS.unsentBytes) return this.#socket.terminate();
    this.#socket.send(JSON.stringify(message));
  }
}
