import Bifrons from 'bifrons';
import VideoRoom from 'bifrons/plugins/videoroom';
import { pickCandidate } from '../../common/server/candidates.js';
import { PageError } from '../../common/server/errors.js';
import { sourceOf } from './sources.js';

const { HANDLE_HANGUP, HANDLE_TRICKLE } = Bifrons.EVENT;
const { VIDEOROOM_UPDATED } = VideoRoom.EVENT;

/**
 * The subscription of one member to all others: one handle and one PeerConnection. Janus offers, the page answers,
 * one offer at a time; later changes go into the next offer.
 */
export class Subscription {
  #handle;
  #joining;
  #send;
  #failed;
  #wanted = [];
  #streams = null;
  #updating = false;
  #offered = false;

  /** `joining` are the fields of the `join` request; `failed(error)` gets errors that belong to no request of the page. */
  constructor(handle, joining, send, failed) {
    this.#handle = handle;
    this.#joining = joining;
    this.#send = send;
    this.#failed = failed;
    handle.on(VIDEOROOM_UPDATED, (update) => this.#take(update));
    handle.on(HANDLE_TRICKLE, (candidate) => send({ type: 'trickle', from: 'subscriber', candidate: pickCandidate(candidate) }));
    handle.on(HANDLE_HANGUP, ({ reason }) => send({ type: 'ended', text: `The media of the others have ended: ${reason}.` }));
  }

  /** Sets the wanted streams, { feed, mid } each; the page gets an offer for a change. */
  want(streams) {
    this.#wanted = streams;
    this.#update();
  }

  async answer(sdp) {
    if (!this.#offered) throw new PageError('no-offer', 'No offer is pending.');
    this.#offered = false;
    await this.#handle.start({ jsep: { type: 'answer', sdp } });
    this.#update();
  }

  /** Sends the page an offer with new ICE credentials. */
  async restart() {
    this.#take(await this.#handle.configure({ restart: true }));
  }

  async trickle(candidate) {
    await (candidate ? this.#handle.trickle(candidate) : this.#handle.trickleComplete());
  }

  #update() {
    this.#requestChange().catch((error) => {
      // A publisher left during the request: Janus sends an event, which leads to the next update.
      if (error.plugin !== VideoRoom.ERROR.NO_SUCH_FEED) this.#failed(error);
    });
  }

  async #requestChange() {
    if (this.#updating || this.#offered) return;
    const change = this.#change();
    if (!change) return;
    const requested = this.#wanted;
    this.#updating = true;
    try {
      const joined = this.#streams !== null;
      this.#take(await (joined ? this.#handle.update(change) : this.#handle.joinSubscriber({ ...this.#joining, streams: change.subscribe })));
    } finally {
      this.#updating = false;
    }
    if (this.#wanted !== requested) await this.#requestChange();
  }

  /** Returns the change from the current to the wanted streams; null if they are the same. */
  #change() {
    const current = (this.#streams ?? []).filter(({ active }) => active).map(({ feed_id, feed_mid }) => ({ feed: feed_id, mid: feed_mid }));
    const subscribe = without(this.#wanted, current);
    const unsubscribe = without(current, this.#wanted);
    if (subscribe.length === 0 && unsubscribe.length === 0) return null;
    return {
      ...(subscribe.length > 0 && { subscribe }),
      ...(unsubscribe.length > 0 && { unsubscribe }),
    };
  }

  /** Handles a response or an event for the subscription, and sends its offer to the page. */
  #take({ streams, jsep }) {
    if (streams) this.#streams = streams;
    if (!jsep) return;
    this.#offered = true;
    this.#send({ type: 'offer', sdp: jsep.sdp, streams: this.#streams.filter(({ active }) => active).map(pick) });
  }
}

const pick = ({ mid, feed_id, feed_description, type }) => ({ mid, feed: feed_id, source: sourceOf(feed_description, type) });

const without = (streams, others) =>
  streams.filter(({ feed, mid }) => !others.some((other) => other.feed === feed && other.mid === mid));
