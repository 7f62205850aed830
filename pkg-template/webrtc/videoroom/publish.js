import { Peer } from '../peer.js';
import { sendTrack } from '../sender.js';
import { handleSignalling } from '../signalling.js';

/** @typedef {import('../local_track.js').LocalTrack} LocalTrack */
/** @typedef {import('./room.js').Room} Room */
/** @typedef {import('../types/tracks.js').Sender} Sender */
/** @typedef {import('../types/videoroom.js').PublishOptions} PublishOptions */
/** @typedef {import('../types/videoroom.js').StreamOptions} StreamOptions */

/**
 * @param {Room} room
 * @param {LocalTrack[]} tracks
 * @param {PublishOptions} [options]
 */
export async function publish(room, tracks, { streams = {}, bitrate, ...options } = {}) {
  const publication = new Publication(room, bitrate, options);
  try {
    await Promise.all(tracks.map((track) => publication._add(track, streams)));
    await publication.peer.negotiate();
  } catch (error) {
    publication.close();
    throw error;
  }
  return publication;
}

/** What this participant publishes. */
class Publication {
  /** @type {Map<Sender, string>} */
  #descriptions = new Map();

  /**
   * @param {Room} room
   * @param {number | undefined} bitrate
   * @param {import('../types/peer.js').PeerOptions} options
   */
  constructor(room, bitrate, options) {
    const { handle } = room;
    this.peer = new Peer(handleSignalling(handle, {
      send: (jsep) => handle.configure({ jsep, descriptions: this.#described(), ...(bitrate !== undefined && { bitrate }), ...(jsep.e2ee && { e2ee: true }) }),
    }), options);
    room.signal.addEventListener('abort', () => this.close(), { signal: this.peer.signal });
  }

  get senders() {
    return [...this.#descriptions.keys()];
  }

  /**
   * @param {LocalTrack} track
   * @param {StreamOptions} [options]
   */
  async send(track, options) {
    const sender = await this._add(track, { [track.source]: options });
    await this.peer.negotiate();
    return sender;
  }

  /** @param {Sender} sender */
  async stop(sender) {
    this.#descriptions.delete(sender);
    await sender.stop();
    await this.peer.negotiate();
  }

  async close() {
    await this.peer.close();
  }

  /**
   * @internal
   * @param {LocalTrack} track
   * @param {Record<string, StreamOptions | undefined>} streams
   */
  async _add(track, streams) {
    const { description = track.source, ...options } = streams[track.source] ?? {};
    const sender = await sendTrack(this.peer, track, { ...options, receive: false });
    this.#descriptions.set(sender, description);
    return sender;
  }

  #described() {
    return [...this.#descriptions].flatMap(([{ mid }, description]) => (mid === null ? [] : [{ mid, description }]));
  }
}
