import { describe, forPage, PageFault } from './faults.js';
import { LIMITS } from './limits.js';
import { log } from './log.js';
import { parseMessage, readId } from './messages.js';

/**
 * One open page: reads its messages and answers each. An example says with `read(message)` what a page may ask,
 * with `perform(request)` what is done for it, with `drop()` what ends when the page goes, and with `lookAgain()` what
 * is looked at anew when Janus may have told something in vain.
 */
export class Page {
  #socket;
  #gone = false;
  #greet = () => {
    const { ready, version, direct } = this.janus;
    this.tell({ type: 'state', janus: ready ? 'ready' : 'away', version, ...(ready && direct && { direct }) });
  };
  #onGap = () => this.lookAgain();

  constructor(socket, janus, name) {
    this.#socket = socket;
    this.janus = janus.forPage();
    this.name = name;
    this.janus.on('change', this.#greet);
    this.janus.on('gap', this.#onGap);
    this.#greet();
  }

  async receive(text) {
    let id;
    try {
      const message = parseMessage(text);
      id = readId(message);
      const request = this.read(message);
      this.tell({ type: 'answer', id, ...(await this.perform(request)) });
    } catch (error) {
      const { code, text: reason } = forPage(error);
      if (!(error instanceof PageFault)) log(`${this.name}: ${describe(error)}`);
      this.tell({ type: 'fault', id, code, text: reason });
    }
  }

  leave() {
    this.#gone = true;
    this.janus.off('change', this.#greet);
    this.janus.off('gap', this.#onGap);
    this.drop();
    this.janus.leave();
  }

  lookAgain() {}

  /** The session with Janus, or a fault for the page. */
  session() {
    if (!this.janus.ready) throw new PageFault('janus-away', 'The server has no connection to Janus at the moment.');
    return this.janus.session;
  }

  tell(message) {
    if (this.#gone) return;
    // A page that reads nothing must not fill the server's memory.
    if (this.#socket.bufferedAmount > LIMITS.unsentBytes) return this.#socket.terminate();
    this.#socket.send(JSON.stringify(message));
  }
}
