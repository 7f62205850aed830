import { describe, PageError } from '../../common/server/errors.js';
import { log } from '../../common/server/log.js';
import { Page } from '../../common/server/page.js';
import { Call } from './call.js';
import { readRequest } from './requests.js';

/** A page of the echo test, with at most one call. */
export class EchoPage extends Page {
  #call = null;

  read(message) {
    return readRequest(message);
  }

  perform(request) {
    switch (request.type) {
      case 'offer':
        return this.#start(request);
      case 'configure':
        return this.#running().configure(request.settings);
      case 'restart':
        return this.#restart(request.sdp);
      case 'trickle':
        return this.#running().trickle(request.candidate);
      case 'hangup':
        return this.#running().hangup();
    }
  }

  drop() {
    this.#end(this.#call);
  }

  async #start({ settings, sdp }) {
    if (this.#call) throw new PageError('busy', 'This page has a call already: hang up first.');
    const call = new Call(this.session(), (message) => this.#onCallMessage(call, message));
    this.#call = call;
    try {
      return { jsep: await call.start(settings, sdp) };
    } catch (error) {
      this.#end(call);
      throw error;
    }
  }

  async #restart(sdp) {
    return { jsep: await this.#running().restart(sdp) };
  }

  #running() {
    if (!this.#call) throw new PageError('no-call', 'There is no call.');
    return this.#call;
  }

  #onCallMessage(call, message) {
    this.send(message);
    if (message.event === 'hangup') this.#end(call);
    if (message.event === 'detached' && this.#call === call) this.#call = null;
  }

  #end(call) {
    if (!call) return;
    if (this.#call === call) this.#call = null;
    call.release().catch((error) => log(`${this.name}: cannot detach: ${describe(error)}`));
  }
}
