import { begin, receivedStream } from './begin.js';
import { Emitter } from './emitter.js';
import { Peer } from './peer.js';
import { handleSignalling } from './signalling.js';

/** @typedef {import('./local_track.js').LocalTrack} LocalTrack */
/** @typedef {import('./types/audiobridge.js').AudioBridgeHandle} AudioBridgeHandle */
/** @typedef {import('./types/audiobridge.js').AudioBridgeOptions} AudioBridgeOptions */
/** @typedef {import('./types/audiobridge.js').AudioBridgeParams} AudioBridgeParams */
/** @typedef {import('./types/audiobridge.js').AudioParticipant} AudioParticipant */
/** @typedef {import('./types/tracks.js').SendOptions} SendOptions */
/** @typedef {import('./types/videoroom.js').Feed} Feed */

/**
 * @param {AudioBridgeHandle} handle
 * @param {AudioBridgeParams} params
 * @param {LocalTrack[]} [tracks]
 * @param {AudioBridgeOptions} [options]
 */
export async function joinAudioBridge(handle, params, tracks = [], { streams, ...options } = {}) {
  const room = new AudioRoom(handle, params, options);
  await room._join(tracks, streams);
  return room;
}

/** An AudioBridge room, as a participant hears and sees it. */
class AudioRoom extends Emitter {
  /** @type {Map<Feed, AudioParticipant>} */
  #participants = new Map();
  #muted;
  /** @type {Feed | undefined} */
  feed;
  /** @type {import('./types/tracks.js').Sender[]} */
  senders = [];

  /**
   * @param {AudioBridgeHandle} handle
   * @param {AudioBridgeParams} params
   * @param {import('./types/peer.js').PeerOptions} options
   */
  constructor(handle, params, options) {
    super();
    this.handle = handle;
    this.id = params.room;
    this.#muted = params.muted ?? false;
    this.peer = new Peer(handleSignalling(handle, {
      send: (jsep) => (this.feed === undefined ? this.#enter({ ...params, jsep }) : handle.configure({ jsep })),
    }), options);
    this.stream = receivedStream(this.peer);
    this.#listen();
  }

  get participants() {
    return [...this.#participants.values()];
  }

  /** Whether the others do not hear this participant. */
  get muted() {
    return this.#muted;
  }

  async leave() {
    if (this.peer.signal.aborted) return;
    try {
      await this.handle.leave();
    } finally {
      this.peer.close();
    }
  }

  /**
   * @internal
   * @param {LocalTrack[]} tracks
   * @param {Record<string, SendOptions>} [streams]
   */
  async _join(tracks, streams) {
    if (tracks.length === 0) this.peer.connection.addTransceiver('audio', { direction: 'recvonly' });
    this.senders = await begin(this.peer, tracks, { streams });
  }

  /** @param {AudioBridgeParams & { jsep: import('./types/peer.js').Jsep }} params */
  async #enter(params) {
    const joined = await this.handle.join(params);
    this.feed = joined.feed;
    this.#updateAll(joined);
    return joined;
  }

  #listen() {
    /** @type {(event: string, listener: (data: any) => void) => unknown} */
    const on = (event, listener) => this.handle.on(event, listener, { signal: this.peer.signal });
    /**
     * The handle has two events for most changes: one for this participant, one for another.
     * @type {(change: string, listener: (data: any) => void) => void}
     */
    const onBoth = (change, listener) => ['audiobridge', 'audiobridge_peer'].forEach((whose) => on(`${whose}_${change}`, listener));
    const isOwn = (/** @type {{ feed: Feed }} */ { feed }) => feed === this.feed;
    on('audiobridge_peer_joined', (data) => this.#updateAll(data));
    onBoth('configured', (data) => this.#updateAll(data));
    onBoth('talking', ({ feed, talking }) => this.#change(feed, { talking }));
    onBoth('suspended', ({ feed }) => this.#change(feed, { suspended: true }));
    onBoth('resumed', ({ feed, participants = [] }) => {
      this.#updateAll({ participants });
      this.#change(feed, { suspended: false });
    });
    on('audiobridge_room_muted', ({ muted }) => this._emit('room_muted', { muted }));
    on('audiobridge_peer_leaving', ({ feed }) => this.#remove(feed));
    onBoth('kicked', (data) => (isOwn(data) ? this.peer.end('kicked') : this.#remove(data.feed)));
    on('audiobridge_kicked_all', (data) => isOwn(data) && this.peer.end('kicked'));
    on('audiobridge_destroyed', () => this.peer.end('the room was destroyed'));
    this.peer.on('state', ({ state, reason }) => state === 'closed' && this._emit('ended', { reason }));
  }

  /**
   * Janus reports the whole state of a participant each time; the package puts a single one at the top.
   * @param {any} data
   */
  #updateAll(data) {
    for (const one of data.participants ?? [data]) this.#update(one);
  }

  /** @param {any} participant */
  #update({ feed, display, muted = false, setup = false, talking, suspended = false, spatial_position }) {
    if (feed === this.feed) return this.#muteOwn(muted);
    const former = this.#participants.get(feed);
    const participant = { feed, display, muted, setup, talking: talking ?? former?.talking ?? false, suspended, spatial_position };
    this.#participants.set(feed, participant);
    this._emit(former ? 'changed' : 'joined', participant);
  }

  /** @param {boolean} muted */
  #muteOwn(muted) {
    if (muted === this.#muted) return;
    this.#muted = muted;
    this._emit('muted', { muted });
  }

  /**
   * @param {Feed} feed
   * @param {Partial<AudioParticipant>} change
   */
  #change(feed, change) {
    const former = this.#participants.get(feed);
    if (former) this.#update({ ...former, ...change });
  }

  /** @param {Feed} feed */
  #remove(feed) {
    const participant = this.#participants.get(feed);
    if (this.#participants.delete(feed)) this._emit('left', participant);
  }
}
