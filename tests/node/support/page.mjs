// What the one calls of bifrons/webrtc work over: a browser that accepts every description, and handles of a script.
import { LocalTrack } from 'bifrons/webrtc';

import { Track, Transceivers } from './media.mjs';
import { offer } from './offer.mjs';

/** An RTCPeerConnection whose descriptions are valid, and empty of meaning. */
export class Browser extends Transceivers {
  signalingState = 'stable';
  connectionState = 'new';
  localDescription = null;
  remoteDescription = null;
  candidates = [];
  async setLocalDescription() {
    this.localDescription = { ...offer(), type: this.remoteDescription?.type === 'offer' ? 'answer' : 'offer' };
  }

  async setRemoteDescription(description) {
    this.remoteDescription = description;
    const transceiver = this.addTransceiver('audio', { direction: 'recvonly' });
    this.dispatchEvent(Object.assign(new Event('track'), { track: new Track('audio'), receiver: {}, transceiver, streams: [] }));
  }

  async addIceCandidate(one) {
    this.candidates.push(one);
  }
}

class Stream {
  tracks = [];
  addTrack(track) {
    this.tracks.push(track);
  }
}

/** Makes the page's globals those of the test. */
export function installPage() {
  globalThis.RTCPeerConnection = Browser;
  globalThis.MediaStream = Stream;
}

export const localTrack = (kind = 'audio') => new LocalTrack(new Track(kind));

export const jsep = (type) => ({ ...offer(), type });

/** A handle: its requests are recorded, a function responds, and the test emits its events. */
export function handleOf(respond = () => ({})) {
  const listeners = new Map();
  const requests = [];
  const own = {
    requests,
    on: (event, listener, { signal } = {}) => {
      listeners.set(event, [...(listeners.get(event) ?? []), listener]);
      signal?.addEventListener('abort', () => listeners.set(event, listeners.get(event).filter((one) => one !== listener)));
    },
    /** Janus reports that it has hung up, which it does some time after the request. */
    hangsUp: (reason = 'Close PC') => own.emit('handle_hangup', { reason }),
    emit: (event, data = {}) => listeners.get(event)?.forEach((listener) => listener(data)),
    count: (name) => requests.filter(([one]) => one === name).length,
    names: () => requests.map(([name]) => name),
    /** How many listeners are left. */
    listening: () => [...listeners.values()].flat().length,
  };
  const request = (name) => async (params) => {
    requests.push([name, params]);
    return await respond(name, params);
  };
  return new Proxy(own, { get: (target, name) => target[name] ?? (name === 'then' ? undefined : request(name)) });
}
