import { Queue } from './queue.js';

/** The PeerConnection that publishes the page's tracks. */
export class Sender {
  #peer = new RTCPeerConnection({ bundlePolicy: 'max-bundle' });
  #transceivers = new Map();
  #early = [];
  #turn = new Queue();
  #sendOffer;

  /** `sendOffer({ sdp, streams })` returns the response with the SDP answer; `candidate(candidate)` sends a candidate. */
  constructor({ sendOffer, candidate }) {
    this.#sendOffer = sendOffer;
    this.#peer.onicecandidate = (event) => candidate(event.candidate);
  }

  /** Publishes further tracks, { source: track }. */
  send(tracks) {
    for (const [source, track] of Object.entries(tracks)) this.#add(source, track);
    return this.#negotiate();
  }

  async stop(source) {
    const transceiver = this.#transceivers.get(source);
    transceiver.direction = 'inactive';
    await transceiver.sender.replaceTrack(null);
    await this.#negotiate();
  }

  async addCandidate(candidate) {
    if (this.#peer.remoteDescription) await this.#peer.addIceCandidate(candidate ?? undefined);
    else this.#early.push(candidate ?? undefined);
  }

  close() {
    this.#peer.close();
  }

  /** Adds a track; a source that was stopped uses its transceiver again. */
  #add(source, track) {
    const transceiver = this.#transceivers.get(source);
    if (transceiver) {
      transceiver.direction = 'sendonly';
      return transceiver.sender.replaceTrack(track);
    }
    this.#transceivers.set(source, this.#peer.addTransceiver(track, { direction: 'sendonly' }));
  }

  #negotiate() {
    return this.#turn.run(async () => {
      await this.#peer.setLocalDescription();
      const streams = [...this.#transceivers]
        .filter(([, { direction }]) => direction === 'sendonly')
        .map(([source, { mid }]) => ({ source, mid }));
      const { sdp } = await this.#sendOffer({ sdp: this.#peer.localDescription.sdp, streams });
      await this.#peer.setRemoteDescription({ type: 'answer', sdp });
      for (const candidate of this.#early.splice(0)) await this.#peer.addIceCandidate(candidate);
    });
  }
}
