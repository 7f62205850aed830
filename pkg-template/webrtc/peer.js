import { Emitter } from './emitter.js';
import { WebRtcError } from './errors.js';
import { Negotiation } from './negotiation.js';
import { Recovery } from './recovery.js';

/** @typedef {import('./types/peer.js').Jsep} Jsep */
/** @typedef {import('./types/peer.js').PeerOptions} PeerOptions */
/** @typedef {import('./types/peer.js').PeerState} PeerState */
/** @typedef {import('./types/peer.js').RemoteCandidate} RemoteCandidate */
/** @typedef {import('./types/peer.js').Signalling} Signalling */

/** One RTCPeerConnection with Janus: negotiation in both directions, candidates, recovery, states. */
export class Peer extends Emitter {
  #signalling;
  #encryption;
  #negotiation;
  #recovery;
  #lifetime = new AbortController();
  /** @type {PeerState} */
  #state = 'new';
  /** @type {Promise<void> | undefined} */
  #beginning;

  /**
   * @param {Signalling} signalling
   * @param {PeerOptions} [options]
   */
  constructor(signalling, { configuration, polite = true, encryption } = {}) {
    super();
    if (typeof RTCPeerConnection === 'undefined') throw new WebRtcError('unsupported', 'this environment has no RTCPeerConnection: a Peer works in pages only');
    this.#signalling = signalling;
    this.#encryption = encryption;
    this.connection = new RTCPeerConnection({ bundlePolicy: 'max-bundle', iceServers: signalling.ice_servers, ...encryption?.configuration, ...configuration });
    this.#negotiation = new Negotiation(this.connection, {
      polite,
      send: async (jsep) => jsepOf(await signalling.send(jsep)),
      trickle: (candidate) => this.#trickle(candidate),
      describe: (description) => this.#describe(description),
      report: (error) => this._report(error),
    });
    this.#recovery = new Recovery(this.connection, {
      restart: () => this.#restart(),
      report: (error) => this._report(error),
      changed: () => this.#update(),
    }, this.signal);
    this.#listen();
    signalling.listen?.(this);
  }

  /** Aborts when the peer has ended. */
  get signal() {
    return this.#lifetime.signal;
  }

  get state() {
    return this.#state;
  }

  async negotiate() {
    if (!this.#signalling.offer || this.connection.remoteDescription || this.signal.aborted) return await this.#negotiation.negotiate();
    this.#beginning ??= this.#requestOffer(this.#signalling.offer).finally(() => (this.#beginning = undefined));
    await this.#beginning;
  }

  /** @param {Jsep} jsep */
  async receive(jsep) {
    await this.#negotiation.receive(jsep);
  }

  /** @param {RemoteCandidate} candidate */
  addCandidate(candidate) {
    this.#negotiation.addCandidate(candidate);
  }

  restartIce() {
    if (!this.signal.aborted) this.#recovery.now();
    this.#update();
  }

  async close() {
    if (this.signal.aborted) return;
    this.end('closed by this side');
    await this.#attempt(() => this.#signalling.hangup?.());
  }

  /** @param {string} reason */
  end(reason) {
    if (this.signal.aborted) return;
    this.#lifetime.abort();
    this.#negotiation.end(new WebRtcError('peer_closed', `the peer has ended: ${reason}`));
    this.connection.close();
    this.#setState('closed', reason);
  }

  /**
   * Reports an error that belongs to no call of the application.
   * @internal
   * @param {unknown} error
   */
  _report(error) {
    if (!this.signal.aborted) this._emit('error', error);
  }

  #listen() {
    const { connection, signal } = this;
    const listening = { signal };
    connection.addEventListener('negotiationneeded', () => this.#negotiation.negotiateIfBegun(), listening);
    connection.addEventListener('icecandidate', ({ candidate }) => this.#negotiation.sendCandidate(candidate), listening);
    connection.addEventListener('connectionstatechange', () => {
      this.#recovery.onState();
      this.#update();
    }, listening);
    connection.addEventListener('track', ({ track, receiver, transceiver, streams }) => {
      this.#encryption?.receiver(receiver);
      this._emit('track', { track, receiver, transceiver, streams, mid: /** @type {string} */ (transceiver.mid) });
    }, listening);
    connection.addEventListener('datachannel', ({ channel }) => this._emit('channel', channel), listening);
    // Browsers do not cache a page with media, though Chromium's event announces it.
    globalThis.addEventListener?.('pagehide', () => this.close(), listening);
  }

  /** @param {RTCIceCandidateInit | null} candidate */
  #trickle(candidate) {
    this.#attempt(() => this.#signalling.trickle(candidate));
  }

  /** @param {() => unknown} call */
  async #attempt(call) {
    try {
      await call();
    } catch (error) {
      this._report(error);
    }
  }

  async #restart() {
    // The wait for a response may outlast the loss: the state changes when the connection does.
    this.#update();
    if (this.#negotiation.answers && this.#signalling.restart) {
      await this.#requestOffer(this.#signalling.restart);
    } else {
      this.connection.restartIce();
      await this.negotiate();
    }
  }

  /** @param {() => unknown} request at which Janus offers */
  async #requestOffer(request) {
    const offer = jsepOf(await request());
    if (offer) await this.receive(offer);
  }

  /**
   * @param {RTCSessionDescription} description
   * @returns {Jsep}
   */
  #describe({ type, sdp }) {
    const transceivers = this.connection.getTransceivers();
    for (const { sender } of transceivers) this.#encryption?.sender(sender);
    const svc = transceivers.flatMap(scalability);
    return { type: /** @type {Jsep['type']} */ (type), sdp, ...(this.#encryption && { e2ee: true }), ...(svc.length > 0 && { svc }) };
  }

  #update() {
    const { connectionState } = this.connection;
    if (connectionState === 'closed' || this.signal.aborted) return;
    const { runs, lost, gaveUp } = this.#recovery;
    // ICE restarts after a change of the network, too, while media may still flow.
    if (runs && (lost || connectionState !== 'connected')) this.#setState('recovering');
    else if (gaveUp) this.#setState('failed');
    else this.#setState(connectionState === 'disconnected' ? 'recovering' : connectionState);
  }

  /**
   * @param {PeerState} state
   * @param {string} [reason]
   */
  #setState(state, reason) {
    if (state === this.#state) return;
    const previous = this.#state;
    this.#state = state;
    this._emit('state', { state, previous, ...(reason !== undefined && { reason }) });
  }
}

/**
 * Janus learns of layers in one RTP stream (SVC) from the jsep only.
 * @param {RTCRtpTransceiver} transceiver
 */
function scalability({ mid, sender }) {
  const { encodings } = sender.getParameters();
  const mode = encodings?.length === 1 && sender.track ? /** @type {any} */ (encodings[0]).scalabilityMode : undefined;
  return mid !== null && mode && !mode.startsWith('L1') ? [{ mid, svc: mode }] : [];
}

/**
 * A signalling may return the description, or a plugin's response that has it.
 * @param {any} sent
 * @returns {Jsep | undefined}
 */
const jsepOf = (sent) => (sent?.sdp ? sent : sent?.jsep ?? undefined);
