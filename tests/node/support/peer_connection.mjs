// An RTCPeerConnection whose operations end when the test ends them. It keeps to the rules of WebRTC 1.0: operations run
// one after another, a wrong state is an InvalidStateError, an offer rolls back one's own, a closed one never settles.

const wrongState = (text) => Object.assign(new Error(text), { name: 'InvalidStateError' });

/** The last scripted connections, the newest last. */
export const connections = [];

export class ScriptedPeerConnection extends EventTarget {
  signalingState = 'stable';
  connectionState = 'new';
  localDescription = null;
  remoteDescription = null;
  /** What was agreed last: { offer, answer }. */
  agreed = null;
  /** The operations that wait: { name, run }; the first one may run. */
  operations = [];
  /** The candidates that were added. */
  candidates = [];
  /** What a browser would refuse. */
  refused = [];
  transceivers = [];
  restarts = 0;
  /** How many offers were made. */
  offers = 0;
  #before = { local: null, remote: null };

  constructor(configuration) {
    super();
    this.configuration = configuration;
    connections.push(this);
  }

  getTransceivers() {
    return this.transceivers;
  }

  restartIce() {
    this.restarts += 1;
  }

  close() {
    this.signalingState = this.connectionState = 'closed';
    this.operations = [];
  }

  setLocalDescription(description) {
    return this.#operation(`local ${description?.type ?? 'description'}`, () => {
      if (description?.type === 'rollback') return this.#rollBack('have-local-offer');
      if (this.signalingState === 'have-remote-offer') {
        return this.#settle({ type: 'answer', sdp: `answer to ${this.remoteDescription.sdp}` }, this.remoteDescription);
      }
      if (this.signalingState !== 'stable') throw wrongState(`no offer in ${this.signalingState}`);
      this.#keep();
      this.offers += 1;
      this.localDescription = { type: 'offer', sdp: `page offer ${this.offers}` };
      this.#become('have-local-offer');
    });
  }

  setRemoteDescription(description) {
    return this.#operation(`remote ${description.type}`, () => {
      if (description.type === 'rollback') return this.#rollBack('have-remote-offer');
      if (description.sdp === 'invalid') throw new Error('the SDP is invalid');
      if (description.type === 'answer') {
        if (this.signalingState !== 'have-local-offer') throw wrongState(`no answer in ${this.signalingState}`);
        if (description.sdp !== `answer to ${this.localDescription.sdp}`) throw wrongState(`${description.sdp} is not for ${this.localDescription.sdp}`);
        return this.#settle(description, this.localDescription);
      }
      if (this.signalingState === 'have-local-offer') this.#rollBack('have-local-offer');
      if (this.signalingState !== 'stable') throw wrongState(`no offer in ${this.signalingState}`);
      this.#keep();
      this.remoteDescription = description;
      this.#become('have-remote-offer');
    });
  }

  addIceCandidate(candidate) {
    return this.#operation('candidate', () => {
      if (!this.remoteDescription) throw wrongState('no remote description');
      this.candidates.push(candidate?.candidate);
    });
  }

  /** Runs the first operation that waits. */
  run() {
    this.operations.shift().run();
  }

  /** Changes the connection's state, as the network does. */
  becomes(connectionState) {
    this.connectionState = connectionState;
    this.dispatchEvent(new Event('connectionstatechange'));
  }

  /** Emits an event of the browser's. */
  emits(type, fields = {}) {
    this.dispatchEvent(Object.assign(new Event(type), fields));
  }

  #operation(name, act) {
    if (this.signalingState === 'closed') {
      this.refused.push(`${name} after the end`);
      return Promise.reject(wrongState('closed'));
    }
    return new Promise((resolve, reject) => {
      const run = () => {
        try {
          resolve(act());
        } catch (error) {
          if (error.name === 'InvalidStateError') this.refused.push(error.message);
          reject(error);
        }
      };
      this.operations.push({ name, run });
    });
  }

  #keep() {
    this.#before = { local: this.localDescription, remote: this.remoteDescription };
  }

  #rollBack(expected) {
    if (this.signalingState !== expected) throw wrongState(`no rollback in ${this.signalingState}`);
    this.localDescription = this.#before.local;
    this.remoteDescription = this.#before.remote;
    this.#become('stable');
  }

  #settle(answer, offer) {
    if (this.signalingState === 'have-remote-offer') this.localDescription = answer;
    else this.remoteDescription = answer;
    this.agreed = { offer: offer.sdp, answer: answer.sdp };
    this.#become('stable');
  }

  #become(signalingState) {
    this.signalingState = signalingState;
  }
}

/** Lets all promises settle that can. */
export async function turn() {
  for (let count = 0; count < 40; count += 1) await null;
}

/** Runs all operations of the newest connection, and those that follow. */
export async function runAll(connection = connections.at(-1)) {
  for (await turn(); connection.operations.length > 0; await turn()) connection.run();
}
