import { setTimeout as pause } from 'node:timers/promises';
import Bifrons from 'bifrons';
import VideoRoom from 'bifrons/plugins/videoroom';
import { pickCandidate } from '../../common/server/candidates.js';
import { PageFault } from '../../common/server/faults.js';
import { People } from './people.js';
import { Subscription } from './subscription.js';

const { HANDLE_DETACHED, HANDLE_HANGUP, HANDLE_TRICKLE } = Bifrons.EVENT;
const { EVENT, ERROR } = VideoRoom;

const TELLING_TAKES_MS = 1000;

/**
 * One page's place in the room: a handle to publish by, a handle to subscribe by, from attach to detach.
 * `tell(message)` reaches the page.
 */
export class Member {
  #room;
  #tell;
  #handles;
  #publisher = null;
  #subscription = null;
  #people = new People();
  #streams = [];
  #published = false;
  #released = null;
  /** Its own id in the room, once it has joined. */
  feed = null;

  constructor(session, room, tell) {
    this.#room = room;
    this.#tell = tell;
    // All of them, so that what was attached is detached even when its sibling was refused.
    this.#handles = Promise.allSettled([session.attach(VideoRoom), session.attach(VideoRoom)]);
  }

  async join(display) {
    const [publisher, subscriber] = await this.#attached();
    this.#listen(publisher);
    const { id: room, pin, description } = this.#room;
    const joined = await publisher.joinPublisher({ room, pin, display }).catch(inWords);
    const { feed, private_id, publishers = [], attendees = [] } = joined;
    const failed = (error) => this.#tell({ type: 'ended', text: `Janus gives no access to the others: ${error.message}.` });
    this.#publisher = publisher;
    this.#subscription = new Subscription(subscriber, { room, pin, private_id }, this.#tell, failed);
    subscriber.once(HANDLE_DETACHED, () => this.#lost());
    this.feed = feed;
    for (const attendee of attendees) this.#people.arrive(attendee);
    for (const person of publishers) this.#people.update(person);
    this.#changed();
    return { feed, display, description };
  }

  /** Gives Janus's answer to an offer: the first begins to publish, later ones change what is published. */
  async publish({ sdp, streams }) {
    const descriptions = streams.map(({ mid, source }) => ({ mid, description: source }));
    const request = { descriptions, jsep: { type: 'offer', sdp } };
    const { jsep } = await (this.#published ? this.#publisher.configure(request) : this.#publisher.publish(request)).catch(inWords);
    this.#published = true;
    this.#streams = streams;
    return { sdp: jsep.sdp };
  }

  /** By the room's own moderation, so that Janus tells everybody, and those who come later, too. */
  async mute({ source, muted }) {
    const mid = this.#streams.find((stream) => stream.source === source)?.mid;
    if (mid === undefined) throw new PageFault('not-published', `This page sends no ${source}.`);
    const { id: room, secret } = this.#room;
    await this.#publisher.moderate({ room, secret, feed: this.feed, mid, mute: muted });
  }

  async answer(sdp) {
    await this.#subscription.answer(sdp);
  }

  async trickle({ to, candidate }) {
    if (to === 'subscriber') await this.#subscription.trickle(candidate);
    else await (candidate ? this.#publisher.trickle(candidate) : this.#publisher.trickleComplete());
  }

  /**
   * If others are here than Janus has told of, the page joins anew: Janus repeats nothing but to those who join.
   * Who has just come or gone is in Janus's list a moment before Janus tells of it: only what stays counts.
   */
  async lookAgain() {
    if (!this.feed) return;
    const unlike = await this.#unlike();
    if (!unlike.length) return;
    await pause(TELLING_TAKES_MS);
    if (this.#released) return;
    const still = await this.#unlike();
    if (unlike.some((feed) => still.includes(feed))) {
      this.#tell({ type: 'ended', text: 'Somebody came or went unseen.', lost: true });
    }
  }

  async #unlike() {
    const { participants } = await this.#publisher.listParticipants({ room: this.#room.id });
    return this.#people.unlike(participants.filter(({ feed }) => feed !== this.feed));
  }

  /** Detaches, once, from wherever the end comes; Janus tells the others. */
  release() {
    this.#released ??= this.#detach();
    return this.#released;
  }

  async #detach() {
    const attached = (await this.#handles).filter(({ status }) => status === 'fulfilled');
    // A handle that is gone already, or with its line, is what we want.
    await Promise.allSettled(attached.map(({ value }) => value.detach()));
  }

  async #attached() {
    return (await this.#handles).map(({ status, value, reason }) => {
      if (status === 'rejected') throw reason;
      return value;
    });
  }

  #listen(publisher) {
    const changes = (change) => (event) => {
      change(event);
      this.#changed();
    };
    const people = this.#people;
    publisher.on(EVENT.VIDEOROOM_PUB_PEER_JOINED, changes((person) => people.arrive(person)));
    publisher.on(EVENT.VIDEOROOM_PUB_LIST, changes(({ publishers }) => publishers.forEach((person) => people.update(person))));
    publisher.on(EVENT.VIDEOROOM_UNPUBLISHED, changes(({ feed }) => people.stop(feed)));
    publisher.on(EVENT.VIDEOROOM_LEAVING, changes(({ feed }) => people.leave(feed)));
    publisher.on(EVENT.VIDEOROOM_KICKED, changes(({ feed }) => people.leave(feed)));
    publisher.on(EVENT.VIDEOROOM_MODERATED, changes(({ feed, mid, moderation }) => people.mute(feed, mid, moderation === 'muted')));
    publisher.on(EVENT.VIDEOROOM_TALKING, ({ feed, talking }) => this.#heardTalking(feed, talking));
    publisher.on(EVENT.VIDEOROOM_DESTROYED, () => this.#tell({ type: 'ended', text: 'The room is closed.' }));
    publisher.on(HANDLE_TRICKLE, (candidate) => this.#tell({ type: 'trickle', from: 'publisher', candidate: pickCandidate(candidate) }));
    publisher.on(HANDLE_HANGUP, ({ reason }) => this.#tell({ type: 'ended', text: `What this page sends has ended: ${reason}.` }));
    publisher.once(HANDLE_DETACHED, () => this.#lost());
  }

  #heardTalking(feed, talking) {
    if (feed === this.feed) return this.#tell({ type: 'talking', talking });
    this.#people.talk(feed, talking);
    this.#changed();
  }

  #changed() {
    // What Janus tells before the join is answered is told with the answer.
    if (!this.feed) return;
    this.#tell({ type: 'people', people: this.#people.list() });
    this.#subscription.want(this.#people.streams());
  }

  /** A detached handle that nobody released: Janus or the line to it is gone. */
  #lost() {
    if (!this.#released) this.#tell({ type: 'ended', text: 'Janus has ended the call.', lost: true });
  }
}

/** Refusals that a page's user can understand and act on. */
function inWords(error) {
  if (error.plugin === ERROR.PUBLISHERS_FULL) throw new PageFault('full', 'The conference is full.');
  throw error;
}
