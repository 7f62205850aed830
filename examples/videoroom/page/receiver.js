import { Queue } from './queue.js';

/** The peer connection by which the page gets all that the others send: Janus offers, the page answers. */
export class Receiver {
  #peer = new RTCPeerConnection({ bundlePolicy: 'max-bundle' });
  #turn = new Queue();
  #early = [];
  #answer;

  /** `answer({ sdp })` sends an answer; `candidate(candidate)` sends a candidate. */
  constructor({ answer, candidate }) {
    this.#answer = answer;
    this.#peer.onicecandidate = (event) => candidate(event.candidate);
  }

  /** Takes an offer and gives the tracks that it is about: { feed, source, track } each. */
  take({ sdp, streams }) {
    return this.#turn.run(async () => {
      await this.#peer.setRemoteDescription({ type: 'offer', sdp });
      for (const candidate of this.#early.splice(0)) await this.#peer.addIceCandidate(candidate);
      await this.#peer.setLocalDescription();
      await this.#answer({ sdp: this.#peer.localDescription.sdp });
      const trackOf = new Map(this.#peer.getTransceivers().map(({ mid, receiver }) => [mid, receiver.track]));
      return streams.map(({ mid, feed, source }) => ({ feed, source, track: trackOf.get(mid) }));
    });
  }

  async addCandidate(candidate) {
    if (this.#peer.remoteDescription) await this.#peer.addIceCandidate(candidate ?? undefined);
    else this.#early.push(candidate ?? undefined);
  }

  close() {
    this.#peer.close();
  }
}
