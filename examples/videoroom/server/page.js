import { describe, PageError } from '../../common/server/errors.js';
import { log } from '../../common/server/log.js';
import { Page } from '../../common/server/page.js';
import { Member } from './member.js';
import { readRequest } from './requests.js';

/** A page of the conference, with at most one member. */
export class ConferencePage extends Page {
  #room;
  #member = null;

  constructor(socket, janus, name, room) {
    super(socket, janus, name);
    this.#room = room;
  }

  read(message) {
    return readRequest(message);
  }

  perform(request) {
    switch (request.type) {
      case 'join':
        return this.#join(request.display);
      case 'publish':
        return this.#joined().publish(request);
      case 'answer':
        return this.#joined().answer(request.sdp);
      case 'restart':
        return this.#joined().restart();
      case 'mute':
        return this.#joined().mute(request);
      case 'trickle':
        return this.#joined().trickle(request);
      case 'leave':
        return this.#end(this.#joined());
    }
  }

  drop() {
    if (this.#member) this.#end(this.#member);
  }

  resync() {
    this.#member?.resync().catch((error) => log(`${this.name}: cannot check the participants: ${describe(error)}`));
  }

  async #join(display) {
    if (this.#member) throw new PageError('busy', 'This page is in the conference already.');
    const member = new Member(this.session(), this.#room, (message) => this.#onMemberMessage(member, message));
    this.#member = member;
    try {
      return await member.join(display);
    } catch (error) {
      await this.#end(member);
      throw error;
    }
  }

  /** Returns the member, once its `join` has succeeded. */
  #joined() {
    if (!this.#member?.feed) throw new PageError('not-joined', 'This page is not in the conference.');
    return this.#member;
  }

  #onMemberMessage(member, message) {
    if (this.#member !== member) return;
    this.send(message);
    if (message.type === 'ended') this.drop();
  }

  #end(member) {
    if (this.#member === member) this.#member = null;
    return member.release();
  }
}
