/** For a page, before its own scripts: keeps its peer connections in sight. */
export function watchPeers() {
  window.watchedPeers = [];
  const Peer = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Peer {
    constructor(...rest) {
      super(...rest);
      window.watchedPeers.push(this);
    }
  };
}

/** For a page that watches its peers: notes what arrives by them, and the longest time without anything new. */
export function watchFlow() {
  window.flow = {};
  const note = ({ kind, packetsReceived: packets, bytesReceived: bytes }) => {
    const now = performance.now();
    const flow = (window.flow[kind] ??= { packets, bytes, at: now, stall: 0 });
    flow.stall = Math.max(flow.stall, now - flow.at);
    if (packets > flow.packets && bytes > flow.bytes) Object.assign(flow, { packets, bytes, at: now });
  };
  const look = async () => {
    for (const peer of window.watchedPeers) {
      for (const entry of (await peer.getStats()).values()) if (entry.type === 'inbound-rtp') note(entry);
    }
    setTimeout(look, 100);
  };
  look();
}

/** For a page, before its own scripts: keeps its sockets in sight. */
export function watchSockets() {
  window.watchedSockets = [];
  const Socket = window.WebSocket;
  window.WebSocket = class extends Socket {
    constructor(...rest) {
      super(...rest);
      window.watchedSockets.push(this);
    }
  };
}

/** For a page, before its own scripts: its microphone is a tone of that volume. */
export function speak(volume) {
  const { mediaDevices } = navigator;
  const open = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = async (wish) => {
    const stream = await open(wish);
    const context = new AudioContext();
    const [tone, gain, out] = [new OscillatorNode(context), new GainNode(context, { gain: volume }), context.createMediaStreamDestination()];
    tone.connect(gain).connect(out);
    tone.start();
    return new MediaStream([...out.stream.getAudioTracks(), ...stream.getVideoTracks()]);
  };
}
