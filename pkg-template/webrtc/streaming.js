import { endAt, receivedStream } from './begin.js';
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
  await playback._begin(params);
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
  constructor(handle, { id, pin }, options) {
    this.handle = handle;
    this.#mountpoint = { id, pin };
    this.peer = new Peer(handleSignalling(handle, {
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

  close() {
    this.peer.close();
  }

  /**
   * @internal
   * @param {MountpointParams} params
   */
  async _begin(params) {
    try {
      const { jsep } = await this.handle.watch(params);
      if (jsep) await this.peer.receive(jsep);
    } catch (error) {
      this.close();
      throw error;
    }
  }
}
