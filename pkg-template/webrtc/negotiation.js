import { LocalCandidates, RemoteCandidates } from './candidates.js';
import { deferred, serial } from './deferred.js';

/** @typedef {import('./types/peer.js').Jsep} Jsep */
/** @typedef {import('./types/peer.js').RemoteCandidate} RemoteCandidate */
/** @typedef {ReturnType<typeof deferred<void>>} Round one offer of this side and its answer */

/**
 * The exchange of SDP offers and answers, one at a time, in both directions.
 *
 * Steps that change a description run one after another. The wait for the answer to an offer is not a step, as Janus's
 * own offer may come first (glare): a polite side then takes its offer back, answers Janus's, and offers again.
 */
export class Negotiation {
  #connection;
  #polite;
  #send;
  #describe;
  #report;
  #remote;
  #local;
  #steps = serial();
  /** The offer that is to be made. @type {Round | undefined} */
  #wanted;
  /** The offer that was made and has no answer. @type {Round | undefined} */
  #pending;
  /** Whether an offer of Janus was ignored, so that its candidates may fit no description. */
  #ignoredOffer = false;
  /** Whether an offer was made or received, and the last one did not fail. */
  #automatic = false;
  /** Rejects when the peer ends: a closed RTCPeerConnection never settles its promises. @type {Round} */
  #end = deferred();
  #ended = false;

  /**
   * @param {RTCPeerConnection} connection
   * @param {object} to
   * @param {boolean} to.polite
   * @param {(jsep: Jsep) => Promise<Jsep | undefined>} to.send
   * @param {(candidate: RTCIceCandidateInit | null) => void} to.trickle
   * @param {(description: RTCSessionDescription) => Jsep} to.describe
   * @param {(error: unknown) => void} to.report
   */
  constructor(connection, { polite, send, trickle, describe, report }) {
    this.#connection = connection;
    this.#polite = polite;
    this.#send = send;
    this.#describe = describe;
    this.#report = report;
    this.#remote = new RemoteCandidates(connection);
    this.#local = new LocalCandidates(trickle);
  }

  /** Whether the latest description of this side is an answer: Janus makes the offers. */
  get answers() {
    return this.#connection.localDescription?.type === 'answer';
  }

  /** Makes an offer once the earlier exchanges have ended. */
  negotiate() {
    if (this.#ended) return this.#end.promise;
    this.#automatic = true;
    if (!this.#wanted) {
      this.#wanted = deferred();
      this.#next();
    }
    return this.#wanted.promise;
  }

  /** Makes an offer because the browser reports that one is needed. */
  negotiateIfBegun() {
    if (this.#automatic) this.negotiate().catch(this.#report);
  }

  /** @param {Jsep} jsep */
  receive(jsep) {
    return this.#step(() => (jsep.type === 'offer' ? this.#answer(jsep) : this.#accept(jsep, this.#pending)));
  }

  /**
   * A candidate is a step, too: it belongs to the description before it.
   * @param {RemoteCandidate} candidate
   */
  addCandidate(candidate) {
    this.#steps(() => {
      this.#remote.keep(candidate);
      if (!this.#pending) this.#addCandidates();
    });
  }

  /** @param {RTCIceCandidate | null} candidate */
  sendCandidate(candidate) {
    if (!this.#ended) this.#local.found(candidate);
  }

  /** @param {unknown} error what pending promises reject with */
  end(error) {
    this.#ended = true;
    for (const round of [this.#wanted, this.#pending, this.#end]) round?.reject(error);
    this.#wanted = this.#pending = undefined;
  }

  /** @param {() => Promise<void>} step */
  #step(step) {
    const done = this.#steps(async () => {
      if (!this.#ended) await step();
    });
    return Promise.race([done, this.#end.promise]);
  }

  #next() {
    this.#step(() => this.#offer()).catch(() => {});
  }

  async #offer() {
    // Without an answer yet, the wait's end calls `next` again.
    if (!this.#wanted || this.#pending) return;
    const round = this.#wanted;
    this.#wanted = undefined;
    this.#pending = round;
    try {
      const offer = await this.#describeLocally();
      if (!this.#ended) this.#sendOffer(round, offer);
    } catch (error) {
      this.#fail(round, error);
    }
  }

  /**
   * @param {Round} round
   * @param {Jsep} offer
   */
  #sendOffer(round, offer) {
    const sent = this.#send(offer);
    this.#local.release();
    sent.then(
      (answer) => answer && this.#step(() => this.#accept(answer, round)).catch(() => {}),
      (error) => this.#step(() => this.#takeBack(round, error)).catch(() => {}),
    );
  }

  /**
   * @param {Jsep} answer
   * @param {Round | undefined} round
   */
  async #accept(answer, round) {
    // The offer was taken back: its answer is late.
    if (!round || round !== this.#pending) return;
    try {
      await this.#connection.setRemoteDescription(plain(answer));
    } catch (error) {
      await this.#takeBack(round, error);
      throw error;
    }
    this.#pending = undefined;
    this.#addCandidates();
    this.#ignoredOffer = false;
    round.resolve();
    if (this.#wanted) this.#next();
  }

  /**
   * @param {Round} round
   * @param {unknown} error
   */
  async #takeBack(round, error) {
    if (round !== this.#pending) return;
    await this.#connection.setLocalDescription({ type: 'rollback' }).catch(() => {});
    this.#fail(round, error);
  }

  /**
   * The browser still needs an offer and reports it: to make it at once would fail without end.
   * @param {Round} round
   * @param {unknown} error
   */
  #fail(round, error) {
    this.#pending = undefined;
    this.#automatic = false;
    round.reject(error);
    if (this.#wanted) this.#next();
  }

  /** @param {Jsep} offer */
  async #answer(offer) {
    if (this.#pending && !this.#polite) {
      this.#ignoredOffer = true;
      return;
    }
    const connection = this.#connection;
    this.#offerAgain();
    this.#automatic = true;
    try {
      await connection.setRemoteDescription(plain(offer));
      if (this.#ended) return;
      this.#addCandidates();
      const answer = await this.#describeLocally();
      if (this.#ended) return;
      const sent = this.#send(answer);
      this.#local.release();
      await sent;
    } catch (error) {
      if (connection.signalingState === 'have-remote-offer') await connection.setRemoteDescription({ type: 'rollback' }).catch(() => {});
      throw error;
    } finally {
      if (this.#wanted) this.#next();
    }
  }

  /** Janus's offer takes the place of this side's, which the browser rolls back. */
  #offerAgain() {
    const round = this.#pending;
    if (!round) return;
    this.#pending = undefined;
    this.#wanted ??= deferred();
    this.#wanted.promise.then(round.resolve, round.reject);
  }

  async #describeLocally() {
    this.#local.hold();
    try {
      await this.#connection.setLocalDescription();
    } catch (error) {
      this.#local.release();
      throw error;
    }
    return this.#describe(/** @type {RTCSessionDescription} */ (this.#connection.localDescription));
  }

  #addCandidates() {
    if (this.#ended || !this.#connection.remoteDescription) return;
    const ignored = this.#ignoredOffer;
    this.#remote.add((error) => ignored || this.#ended || this.#report(error));
  }
}

/**
 * A handle's events may have further members.
 * @param {Jsep} jsep
 */
const plain = ({ type, sdp }) => ({ type, sdp });
