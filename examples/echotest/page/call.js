/** The page's PeerConnection, which offers the tracks of `stream`. */
export class Call {
  #peer = new RTCPeerConnection({ bundlePolicy: 'max-bundle' });
  #early = [];

  constructor(stream, { candidate, ice, connection, track }) {
    for (const one of stream.getTracks()) this.#peer.addTrack(one, stream);
    this.#peer.onicecandidate = (event) => candidate(event.candidate);
    this.#peer.oniceconnectionstatechange = () => ice(this.#peer.iceConnectionState);
    this.#peer.onconnectionstatechange = () => connection(this.#peer.connectionState);
    this.#peer.ontrack = ({ streams: [remote] }) => track(remote);
  }

  async offer() {
    await this.#peer.setLocalDescription();
    return this.#peer.localDescription.sdp;
  }

  async accept(jsep) {
    await this.#peer.setRemoteDescription(jsep);
    for (const candidate of this.#early.splice(0)) await this.#peer.addIceCandidate(candidate);
  }

  /** Candidates that arrive before Janus's SDP answer wait for it. */
  async addCandidate(candidate) {
    if (this.#peer.remoteDescription) await this.#peer.addIceCandidate(candidate ?? undefined);
    else this.#early.push(candidate ?? undefined);
  }

  stats() {
    return this.#peer.getStats();
  }

  close() {
    this.#peer.close();
  }
}
