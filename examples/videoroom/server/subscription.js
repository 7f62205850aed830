import Bifrons from 'bifrons';
import VideoRoom from 'bifrons/plugins/videoroom';
import { pickCandidate } from '../../common/server/candidates.js';
import { PageFault } from '../../common/server/faults.js';
import { sourceOf } from './sources.js';

const { HANDLE_HANGUP, HANDLE_TRICKLE } = Bifrons.EVENT;
const { VIDEOROOM_UPDATED } = VideoRoom.EVENT;

/**
 * What one member gets of the others: one handle and one PeerConnection for all. Janus offers, the page answers,
 * one offer at a time; what changes meanwhile goes into the next.
 */
export class Subscription {
  #handle;
  #joining;
  #tell;
  #failed;
  #wanted = [];
  #streams = null;
  #asking = false;
  #offered = false;

  /** `joining` is what Janus wants to know of a subscriber; `failed(error)` hears what no page waits for. */
  constructor(handle, joining, tell, failed) {
    this.#handle = handle;
    this.#joining = joining;
    this.#tell = tell;
    this.#failed = failed;
    handle.on(VIDEOROOM_UPDATED, (update) => this.#take(update));
    handle.on(HANDLE_TRICKLE, (candidate) => tell({ type: 'trickle', from: 'subscriber', candidate: pickCandidate(candidate) }));
    handle.on(HANDLE_HANGUP, ({ reason }) => tell({ type: 'ended', text: `What the others send has ended: ${reason}.` }));
  }

  /** The streams to get, { feed, mid } each; the page hears of the change by an offer. */
  want(streams) {
    this.#wanted = streams;
    this.#keepUp();
  }

  async answer(sdp) {
    if (!this.#offered) throw new PageFault('no-offer', 'No offer waits for an answer.');
    this.#offered = false;
    await this.#handle.start({ jsep: { type: 'answer', sdp } });
    this.#keepUp();
  }

  async trickle(candidate) {
    await (candidate ? this.#handle.trickle(candidate) : this.#handle.trickleComplete());
  }

  #keepUp() {
    this.#ask().catch((error) => {
      // Who left while we asked: Janus tells of it, and then we ask again.
      if (error.plugin !== VideoRoom.ERROR.NO_SUCH_FEED) this.#failed(error);
    });
  }

  async #ask() {
    if (this.#asking || this.#offered) return;
    const change = this.#change();
    if (!change) return;
    const asked = this.#wanted;
    this.#asking = true;
    try {
      const joined = this.#streams !== null;
      this.#take(await (joined ? this.#handle.update(change) : this.#handle.joinSubscriber({ ...this.#joining, streams: change.subscribe })));
    } finally {
      this.#asking = false;
    }
    if (this.#wanted !== asked) await this.#ask();
  }

  /** What to ask for, so that what is had becomes what is wanted; null where it is that already. */
  #change() {
    const had = (this.#streams ?? []).filter(({ active }) => active).map(({ feed_id, feed_mid }) => ({ feed: feed_id, mid: feed_mid }));
    const subscribe = without(this.#wanted, had);
    const unsubscribe = without(had, this.#wanted);
    if (subscribe.length === 0 && unsubscribe.length === 0) return null;
    return {
      ...(subscribe.length > 0 && { subscribe }),
      ...(unsubscribe.length > 0 && { unsubscribe }),
    };
  }

  /** Whatever Janus says of the subscription, as an answer or by itself: an offer in it goes to the page. */
  #take({ streams, jsep }) {
    if (streams) this.#streams = streams;
    if (!jsep) return;
    this.#offered = true;
    this.#tell({ type: 'offer', sdp: jsep.sdp, streams: this.#streams.filter(({ active }) => active).map(pick) });
  }
}

const pick = ({ mid, feed_id, feed_description, type }) => ({ mid, feed: feed_id, source: sourceOf(feed_description, type) });

const without = (streams, others) =>
  streams.filter(({ feed, mid }) => !others.some((other) => other.feed === feed && other.mid === mid));
