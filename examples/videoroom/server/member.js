import { setTimeout as pause } from 'node:timers/promises';
import Bifrons from 'bifrons';
import VideoRoom from 'bifrons/plugins/videoroom';
import { pickCandidate } from '../../common/server/candidates.js';
import { PageError } from '../../common/server/errors.js';
import { Participants } from './participants.js';
import { Subscription } from './subscription.js';

const { HANDLE_DETACHED, HANDLE_HANGUP, HANDLE_TRICKLE } = Bifrons.EVENT;
const { EVENT, ERROR } = VideoRoom;

const EVENT_DELAY_MS = 1000;

/**
 * A page's membership in the room: a handle that publishes and a handle that subscribes, from attach to detach.
 * `send(message)` sends a message to the page.
 */
export class Member {
  #room;
  #send;
  #handles;
  #publisher = null;
  #subscription = null;
  #participants = new Participants();
  #streams = [];
  #published = false;
  #released = null;
  /** The member's own feed in the room, once it has joined. */
  feed = null;

  constructor(session, room, send) {
    this.#room = room;
    this.#send = send;
    // `allSettled`, so that an attached handle is detached even if the other one was refused.
    this.#handles = Promise.allSettled([session.attach(VideoRoom), session.attach(VideoRoom)]);
  }

  async join(display) {
    const [publisher, subscriber] = await this.#attached();
    this.#listen(publisher);
    const { id: room, pin, description } = this.#room;
    const joined = await publisher.joinPublisher({ room, pin, display }).catch(toPageError);
    const { feed, private_id, publishers = [], attendees = [] } = joined;
    const failed = (error) => this.#send({ type: 'ended', text: `Janus refuses the subscription to the others: ${error.message}.` });
    this.#publisher = publisher;
    this.#subscription = new Subscription(subscriber, { room, pin, private_id }, this.#send, failed);
    subscriber.once(HANDLE_DETACHED, () => this.#lost());
    this.feed = feed;
    for (const attendee of attendees) this.#participants.arrive(attendee);
    for (const participant of publishers) this.#participants.update(participant);
    this.#changed();
    return { feed, display, description };
  }

  /** Returns Janus's SDP answer to an offer: the first offer publishes, later ones change the published streams. */
  async publish({ sdp, streams }) {
    const descriptions = streams.map(({ mid, source }) => ({ mid, description: source }));
    const request = { descriptions, jsep: { type: 'offer', sdp } };
    const { jsep } = await (this.#published ? this.#publisher.configure(request) : this.#publisher.publish(request)).catch(toPageError);
    this.#published = true;
    this.#streams = streams;
    return { sdp: jsep.sdp };
  }

  /** Mutes with the room's moderation, so that Janus informs all participants, including later ones. */
  async mute({ source, muted }) {
    const mid = this.#streams.find((stream) => stream.source === source)?.mid;
    if (mid === undefined) throw new PageError('not-published', `This page publishes no ${source}.`);
    const { id: room, secret } = this.#room;
    await this.#publisher.moderate({ room, secret, feed: this.feed, mid, mute: muted });
  }

  async answer(sdp) {
    await this.#subscription.answer(sdp);
  }

  async restart() {
    await this.#subscription.restart();
  }

  async trickle({ to, candidate }) {
    if (to === 'subscriber') await this.#subscription.trickle(candidate);
    else await (candidate ? this.#publisher.trickle(candidate) : this.#publisher.trickleComplete());
  }

  /**
   * If Janus's list of participants differs from its events, the page has to join again: Janus does not repeat events.
   * The list changes a moment before the event arrives: only differences that stay count.
   */
  async resync() {
    if (!this.feed) return;
    const before = await this.#differences();
    if (!before.length) return;
    await pause(EVENT_DELAY_MS);
    if (this.#released) return;
    const after = await this.#differences();
    if (before.some((feed) => after.includes(feed))) {
      this.#send({ type: 'ended', text: 'The list of participants changed during the outage.', lost: true });
    }
  }

  async #differences() {
    const { participants } = await this.#publisher.listParticipants({ room: this.#room.id });
    return this.#participants.differences(participants.filter(({ feed }) => feed !== this.feed));
  }

  /** Detaches once, for any reason; Janus informs the others. */
  release() {
    this.#released ??= this.#detach();
    return this.#released;
  }

  async #detach() {
    const attached = (await this.#handles).filter(({ status }) => status === 'fulfilled');
    // The handle may have ended already.
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
    const participants = this.#participants;
    publisher.on(EVENT.VIDEOROOM_PUB_PEER_JOINED, changes((participant) => participants.arrive(participant)));
    publisher.on(EVENT.VIDEOROOM_PUB_LIST, changes(({ publishers }) => publishers.forEach((participant) => participants.update(participant))));
    publisher.on(EVENT.VIDEOROOM_UNPUBLISHED, changes(({ feed }) => participants.stop(feed)));
    publisher.on(EVENT.VIDEOROOM_LEAVING, changes(({ feed }) => participants.leave(feed)));
    publisher.on(EVENT.VIDEOROOM_KICKED, changes(({ feed }) => participants.leave(feed)));
    publisher.on(EVENT.VIDEOROOM_MODERATED, changes(({ feed, mid, moderation }) => participants.mute(feed, mid, moderation === 'muted')));
    publisher.on(EVENT.VIDEOROOM_TALKING, ({ feed, talking }) => this.#onTalking(feed, talking));
    publisher.on(EVENT.VIDEOROOM_DESTROYED, () => this.#send({ type: 'ended', text: 'The room is closed.' }));
    publisher.on(HANDLE_TRICKLE, (candidate) => this.#send({ type: 'trickle', from: 'publisher', candidate: pickCandidate(candidate) }));
    publisher.on(HANDLE_HANGUP, ({ reason }) => this.#send({ type: 'ended', text: `The media of this page have ended: ${reason}.` }));
    publisher.once(HANDLE_DETACHED, () => this.#lost());
  }

  #onTalking(feed, talking) {
    if (feed === this.feed) return this.#send({ type: 'talking', talking });
    this.#participants.talk(feed, talking);
    this.#changed();
  }

  #changed() {
    // Events before the response to `join` are part of that response.
    if (!this.feed) return;
    this.#send({ type: 'participants', participants: this.#participants.list() });
    this.#subscription.want(this.#participants.streams());
  }

  /** Handles a detached handle that was not released: Janus or the connection to it is lost. */
  #lost() {
    if (!this.#released) this.#send({ type: 'ended', text: 'Janus has ended the call.', lost: true });
  }
}

/** Converts the refusals that a page's user can understand. */
function toPageError(error) {
  if (error.plugin === ERROR.PUBLISHERS_FULL) throw new PageError('full', 'The conference is full.');
  throw error;
}
