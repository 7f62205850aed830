import { Queue } from './queue.js';

/** The PeerConnection that receives all streams of the others: Janus offers, the page answers. */
export class Receiver {
  #peer = new RTCPeerConnection({ bundlePolicy: 'max-bundle' });
  #turn = new Queue();
  #early = [];
  #answer;

  /** `answer({ sdp })` sends an SDP answer; `candidate(candidate)` sends a candidate. */
  constructor({ answer, candidate }) {
    this.#answer = answer;
    this.#peer.onicecandidate = (event) => candidate(event.candidate);
  }

  /** Accepts an offer and returns its tracks, { feed, source, track } each. */
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
