/** @typedef {import('./types/peer.js').RemoteCandidate} RemoteCandidate */

/** Candidates of Janus that wait until the description that they belong to has been applied. */
export class RemoteCandidates {
  /** @type {(RTCIceCandidateInit | undefined)[]} */
  #waiting = [];
  #connection;

  /** @param {RTCPeerConnection} connection */
  constructor(connection) {
    this.#connection = connection;
  }

  /** @param {RemoteCandidate} candidate */
  keep(candidate) {
    this.#waiting.push(asBrowsersHaveIt(candidate));
  }

  /**
   * Adds the candidates that wait.
   * @param {(error: unknown) => void} failed
   */
  add(failed) {
    for (const candidate of this.#waiting.splice(0)) this.#connection.addIceCandidate(candidate).catch(failed);
  }
}

/** The page's candidates, which wait until the description that they belong to has been sent. */
export class LocalCandidates {
  /** @type {(RTCIceCandidateInit | null)[]} */
  #waiting = [];
  #held = true;
  #send;

  /** @param {(candidate: RTCIceCandidateInit | null) => void} send */
  constructor(send) {
    this.#send = send;
  }

  hold() {
    this.#held = true;
  }

  release() {
    this.#held = false;
    for (const candidate of this.#waiting.splice(0)) this.#send(candidate);
  }

  /** @param {RTCIceCandidate | null} candidate null at the end of the candidates */
  found(candidate) {
    // Firefox has an empty candidate for each m-line beside the end of all.
    if (candidate?.candidate === '') return;
    const plain = candidate && candidate.toJSON();
    if (this.#held) this.#waiting.push(plain);
    else this.#send(plain);
  }
}

/**
 * Converts end-of-candidates: Janus has `completed`, browsers have no candidate.
 * @param {RemoteCandidate} candidate
 * @returns {RTCIceCandidateInit | undefined}
 */
function asBrowsersHaveIt(candidate) {
  return candidate && 'candidate' in candidate && candidate.candidate ? candidate : undefined;
}
