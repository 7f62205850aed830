import { begin, beginReceiving, endAt, receivedStream } from './begin.js';
import { Peer } from './peer.js';
import { handleSignalling } from './signalling.js';

/** @typedef {import('./local_track.js').LocalTrack} LocalTrack */
/** @typedef {import('./types/recordplay.js').PlayHandle} PlayHandle */
/** @typedef {import('./types/recordplay.js').RecordHandle} RecordHandle */
/** @typedef {import('./types/recordplay.js').RecordingParams} RecordingParams */

/**
 * @param {RecordHandle} handle
 * @param {RecordingParams} params
 * @param {LocalTrack[]} tracks
 * @param {import('./types/recordplay.js').RecordOptions} [options]
 */
export async function recordTracks(handle, params, tracks, { streams, ...options } = {}) {
  const recording = new Recording(handle, params, options);
  recording.senders = await begin(recording.peer, tracks, { streams, receive: false });
  return recording;
}

/** What Janus records of this page. */
class Recording {
  #handle;
  #params;
  /** @type {number | undefined} */
  id;
  /** @type {import('./types/tracks.js').Sender[]} */
  senders = [];

  /**
   * @param {RecordHandle} handle
   * @param {RecordingParams} params
   * @param {import('./types/peer.js').PeerOptions} options
   */
  constructor(handle, params, options) {
    this.#handle = handle;
    this.#params = params;
    this.peer = new Peer(handleSignalling(handle, { send: (jsep) => this.#record(jsep) }), options);
  }

  async pause() {
    await this.#handle.pause();
  }

  async resume() {
    await this.#handle.resume();
  }

  /** Janus reports the hangup when the files are complete; before, the recording can't be played. */
  async stop() {
    const { signal } = this.peer;
    if (signal.aborted) return;
    const complete = new Promise((resolve) => signal.addEventListener('abort', resolve));
    await this.#handle.stop();
    await complete;
  }

  /** @param {import('./types/peer.js').Jsep} jsep */
  async #record(jsep) {
    const update = this.id === undefined ? {} : { update: true };
    const recorded = await this.#handle.record({ ...this.#params, ...update, jsep, ...(jsep.e2ee && { e2ee: true }) });
    this.id ??= recorded.id;
    return recorded;
  }
}

/**
 * @param {PlayHandle} handle
 * @param {{ id: number }} params
 * @param {import('./types/peer.js').PeerOptions} [options]
 */
export async function playRecording(handle, { id }, options) {
  const peer = new Peer(handleSignalling(handle, {
    offer: () => handle.play({ id }),
    send: (jsep) => handle.start({ jsep, ...(jsep.e2ee && { e2ee: true }) }),
    restart: () => handle.play({ id, restart: true }),
  }), options);
  const stream = receivedStream(peer);
  endAt(peer, handle, 'recordplay_done', () => 'the recording has ended');
  await beginReceiving(peer);
  return { id, peer, stream };
}
