import { serial } from './deferred.js';
import { openMedia } from './devices.js';
import { Emitter } from './emitter.js';
import { WebRtcError } from './errors.js';

/** @typedef {import('./types/tracks.js').TrackSource} TrackSource */

/** How a track of a device is opened again. @typedef {{ constraints: MediaTrackConstraints, what: string }} Device */

/** A track that this page sends. Its senders follow when the device changes or stops. */
export class LocalTrack extends Emitter {
  /** @type {MediaStreamTrack | null} */
  #track;
  #device;
  #muted = false;
  #stopped = false;
  #steps = serial();
  /** @type {Set<RTCRtpSender>} */
  #senders = new Set();
  #release;

  /**
   * @param {MediaStreamTrack} track
   * @param {object} [about]
   * @param {TrackSource} [about.source]
   * @param {Device} [about.device] only for cameras and microphones
   * @param {() => void} [about.release] called when the track stops
   */
  constructor(track, { source = 'other', device, release } = {}) {
    super();
    this.kind = /** @type {'audio' | 'video'} */ (track.kind);
    this.source = source;
    this.#device = device;
    this.#release = release;
    this.#track = this.#watch(track);
  }

  get track() {
    return this.#track;
  }

  get muted() {
    return this.#muted;
  }

  get deviceId() {
    return this.#track?.getSettings?.().deviceId ?? idOf(this.#device?.constraints.deviceId);
  }

  /** @param {{ stopDevice?: boolean }} [options] */
  mute({ stopDevice = false } = {}) {
    return this.#steps(async () => {
      this.#checkOpen();
      if (stopDevice) this.#mustBeDevice('muting with a stopped device');
      this.#muted = true;
      if (this.#track) this.#track.enabled = false;
      if (stopDevice && this.#track) {
        const track = this.#track;
        await this.#use(null);
        track.stop();
      }
      this._emit('muted', true);
    });
  }

  unmute() {
    return this.#steps(async () => {
      this.#checkOpen();
      const track = this.#track ?? (await this.#open(this.#mustBeDevice('unmuting').constraints));
      track.enabled = true;
      this.#muted = false;
      if (track !== this.#track) await this.#use(track);
      this._emit('muted', false);
    });
  }

  /** @param {string} deviceId */
  switchDevice(deviceId) {
    return this.#steps(async () => {
      this.#checkOpen();
      const device = this.#mustBeDevice('switching the device');
      const constraints = { ...device.constraints, deviceId: { exact: deviceId } };
      if (this.#track) await this.#replace(this.#track, constraints);
      device.constraints = constraints;
    });
  }

  stop() {
    this.#stopped = true;
    this.#end();
  }

  /**
   * @internal
   * @param {RTCRtpSender} sender
   */
  _addSender(sender) {
    this.#senders.add(sender);
  }

  /**
   * @internal
   * @param {RTCRtpSender} sender
   */
  _removeSender(sender) {
    this.#senders.delete(sender);
  }

  /**
   * @param {MediaStreamTrack} former
   * @param {MediaTrackConstraints} constraints
   */
  async #replace(former, constraints) {
    let track;
    try {
      track = await this.#open(constraints);
    } catch (error) {
      if (/** @type {WebRtcError} */ (error).code !== 'in_use') throw error;
      // Phones open one camera at a time.
      former.stop();
      track = await this.#open(constraints).catch(async (failure) => {
        await this.#use(await this.#open(this.#mustBeDevice('').constraints));
        throw failure;
      });
    }
    track.enabled = !this.#muted;
    track.contentHint = former.contentHint;
    await this.#use(track);
    former.stop();
  }

  /** @param {MediaTrackConstraints} constraints */
  async #open(constraints) {
    const stream = await openMedia('getUserMedia', { [this.kind]: constraints }, this.#mustBeDevice('').what);
    const [track] = stream.getTracks();
    if (!this.#stopped) return track;
    track.stop();
    throw stopped();
  }

  /** @param {MediaStreamTrack | null} track */
  async #use(track) {
    this.#track = track && this.#watch(track);
    await Promise.all([...this.#senders].map((sender) => sender.replaceTrack(track)));
    this._emit('track', track);
  }

  /** @param {MediaStreamTrack} track */
  #watch(track) {
    // Not emitted for a track that the page stops itself: a device was removed, or the user ended the sharing.
    track.addEventListener('ended', () => {
      if (track === this.#track && !this.#stopped) this._emit('ended', undefined);
    });
    return track;
  }

  #end() {
    this.#track?.stop();
    this.#release?.();
    this.#release = undefined;
  }

  /** @param {string} what */
  #mustBeDevice(what) {
    if (!this.#device) throw new WebRtcError('invalid_argument', `${what} needs a track of openCamera, openMicrophone or openDevices`);
    return this.#device;
  }

  #checkOpen() {
    if (this.#stopped) throw stopped();
  }
}

const stopped = () => new WebRtcError('invalid_argument', 'the track was stopped');

/** @param {ConstrainDOMString | undefined} constraint */
const idOf = (constraint) => /** @type {string | undefined} */ (/** @type {any} */ (constraint)?.exact ?? constraint);
