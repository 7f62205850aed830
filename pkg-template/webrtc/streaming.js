import { beginReceiving, endAt, receivedStream } from './begin.js';
import { Peer } from './peer.js';
import { handleSignalling } from './signalling.js';

/** @typedef {import('./types/streaming.js').MountpointParams} MountpointParams */
/** @typedef {import('./types/streaming.js').ViewerHandle} ViewerHandle */

/** The states in which a viewer receives nothing any longer. */
const OVER = ['stopped', 'kicked_all'];

/**
 * @param {ViewerHandle} handle
 * @param {MountpointParams} params
 * @param {import('./types/peer.js').PeerOptions} [options]
 */
export async function playMountpoint(handle, params, options) {
  const playback = new MountpointPlayback(handle, params, options);
  await beginReceiving(playback.peer);
  return playback;
}

/** The media of a mountpoint. */
class MountpointPlayback {
  #mountpoint;

  /**
   * @param {ViewerHandle} handle
   * @param {MountpointParams} params
   * @param {import('./types/peer.js').PeerOptions} [options]
   */
  constructor(handle, params, options) {
    const { id, pin } = params;
    this.handle = handle;
    this.#mountpoint = { id, pin };
    this.peer = new Peer(handleSignalling(handle, {
      offer: () => handle.watch(params),
      send: (jsep) => handle.start({ jsep, ...(jsep.e2ee && { e2ee: true }) }),
      restart: () => handle.watch({ ...this.#mountpoint, restart: true }),
    }), options);
    this.stream = receivedStream(this.peer);
    endAt(this.peer, handle, 'streaming_status', ({ status }) => (OVER.includes(status) ? `the mountpoint has ended: ${status}` : undefined));
  }

  get id() {
    return this.#mountpoint.id;
  }

  async pause() {
    await this.handle.pause();
  }

  async resume() {
    await this.handle.start({});
  }

  /** @param {{ id: number | string, pin?: string }} mountpoint */
  async switchTo({ id, pin }) {
    await this.handle.switch({ id });
    this.#mountpoint = { id, pin };
  }

  async close() {
    await this.peer.close();
  }
}
