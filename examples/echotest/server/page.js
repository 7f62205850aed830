import { Call } from './call.js';
import { describe, forPage, PageFault } from './faults.js';
import { LIMITS } from './limits.js';
import { log } from './log.js';
import { parseMessage, readId, readRequest } from './requests.js';

/** One open page: answers its requests and drives its one call. */
export class Page {
  #socket;
  #janus;
  #name;
  #call = null;
  #gone = false;

  constructor(socket, janus, name) {
    this.#socket = socket;
    this.#janus = janus;
    this.#name = name;
    this.greet();
  }

  /** Tells the state of Janus, at first and whenever it changes. */
  greet() {
    const { session, version } = this.#janus;
    this.#tell({ type: 'state', janus: session ? 'ready' : 'away', version });
  }

  async receive(text) {
    let id;
    try {
      const message = parseMessage(text);
      id = readId(message);
      const request = readRequest(message);
      this.#tell({ type: 'answer', id, ...(await this.#perform(request)) });
    } catch (error) {
      const { code, text: reason } = forPage(error);
      if (!(error instanceof PageFault)) log(`${this.#name}: ${describe(error)}`);
      this.#tell({ type: 'fault', id, code, text: reason });
    }
  }

  leave() {
    this.#gone = true;
    this.#drop(this.#call);
  }

  #perform(request) {
    switch (request.type) {
      case 'offer':
        return this.#begin(request);
      case 'configure':
        return this.#running().configure(request.settings);
      case 'trickle':
        return this.#running().trickle(request.candidate);
      case 'hangup':
        return this.#running().hangup();
    }
  }

  async #begin({ settings, sdp }) {
    if (this.#call) throw new PageFault('busy', 'This page has a call already: hang up first.');
    const { session } = this.#janus;
    if (!session) throw new PageFault('janus-away', 'The server has no connection to Janus at the moment.');
    const call = new Call(session, (message) => this.#hear(call, message));
    this.#call = call;
    try {
      return { jsep: await call.start(settings, sdp) };
    } catch (error) {
      this.#drop(call);
      throw error;
    }
  }

  #running() {
    if (!this.#call) throw new PageFault('no-call', 'There is no call.');
    return this.#call;
  }

  #hear(call, message) {
    this.#tell(message);
    if (message.event === 'hangup') this.#drop(call);
    if (message.event === 'detached' && this.#call === call) this.#call = null;
  }

  #drop(call) {
    if (!call) return;
    if (this.#call === call) this.#call = null;
    call.release().catch((error) => log(`${this.#name}: cannot detach: ${describe(error)}`));
  }

  #tell(message) {
    if (this.#gone) return;
    // A page that reads nothing must not fill the server's memory.
    if (this.#socket.bufferedAmount > LIMITS.unsentBytes) return this.#socket.terminate();
    this.#socket.send(JSON.stringify(message));
  }
}
