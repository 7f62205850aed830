// A page's devices and senders, which a test controls.

/** A MediaStreamTrack. */
export class Track extends EventTarget {
  enabled = true;
  readyState = 'live';
  contentHint = '';
  constructor(kind, settings = {}) {
    super();
    this.kind = kind;
    this.settings = settings;
  }

  getSettings() {
    return this.settings;
  }

  stop() {
    this.readyState = 'ended';
  }

  /** The browser ends it: a device was removed. */
  fails() {
    this.stop();
    this.dispatchEvent(new Event('ended'));
  }
}

/** `navigator.mediaDevices`. `fails(constraints)` returns the name of the browser's error, or nothing. */
export class Devices extends EventTarget {
  opened = [];
  calls = [];
  list = [];
  fails = () => undefined;

  async getUserMedia(constraints) {
    return this.#open(constraints);
  }

  async getDisplayMedia(constraints) {
    return this.#open(constraints);
  }

  async enumerateDevices() {
    return this.list;
  }

  #open(constraints) {
    this.calls.push(constraints);
    const name = this.fails(constraints);
    if (name) throw Object.assign(new Error(name), { name });
    const tracks = Object.entries(constraints)
      .filter(([, wanted]) => wanted)
      .map(([kind, { deviceId }]) => new Track(kind, { deviceId: deviceId?.exact ?? `first ${kind}` }));
    this.opened.push(...tracks);
    return { getTracks: () => tracks };
  }
}

/** Makes the page's devices those of the test. */
export function install(devices, { secure = true } = {}) {
  Object.defineProperty(globalThis, 'navigator', { value: { mediaDevices: devices }, configurable: true });
  globalThis.isSecureContext = secure;
  return devices;
}

/** An RTCPeerConnection without a network: transceivers as `addTrack` and `addTransceiver` make them. */
export class Transceivers extends EventTarget {
  transceivers = [];
  getTransceivers() {
    return this.transceivers;
  }

  addTrack(track) {
    return this.addTransceiver(track).sender;
  }

  addTransceiver(track, { direction = 'sendrecv', sendEncodings = [{}] } = {}) {
    const kind = track.kind ?? track;
    const sender = {
      track: track.kind ? track : null,
      parameters: { encodings: sendEncodings },
      getParameters: () => structuredClone(sender.parameters),
      setParameters: async (parameters) => void (sender.parameters = parameters),
      replaceTrack: async (next) => void (sender.track = next),
    };
    const transceiver = {
      direction,
      mid: null,
      sender,
      receiver: { track: { kind } },
      setCodecPreferences: (codecs) => void (transceiver.codecs = codecs.map(({ mimeType }) => mimeType)),
    };
    this.transceivers.push(transceiver);
    return transceiver;
  }

  close() {}
}
