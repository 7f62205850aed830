/** Runs in a page before its own scripts: keeps its PeerConnections for the test. */
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

/** Runs in a page with `watchPeers`: records the received packets and the longest gap. */
export function watchFlow() {
  window.flow = {};
  const note = ({ kind, packetsReceived: packets, bytesReceived: bytes }) => {
    const now = performance.now();
    const flow = (window.flow[kind] ??= { packets, bytes, at: now, stall: 0 });
    flow.stall = Math.max(flow.stall, now - flow.at);
    if (packets > flow.packets && bytes > flow.bytes) Object.assign(flow, { packets, bytes, at: now });
  };
  const poll = async () => {
    for (const peer of window.watchedPeers) {
      for (const entry of (await peer.getStats()).values()) if (entry.type === 'inbound-rtp') note(entry);
    }
    setTimeout(poll, 100);
  };
  poll();
}

/** Runs in a page before its own scripts: keeps its sockets for the test. */
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

/** Runs in a page before its own scripts: replaces its microphone by a tone of this volume. */
export function playTone(volume) {
  const { mediaDevices } = navigator;
  const open = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = async (constraints) => {
    const stream = await open(constraints);
    const context = new AudioContext();
    const [tone, gain, out] = [new OscillatorNode(context), new GainNode(context, { gain: volume }), context.createMediaStreamDestination()];
    tone.connect(gain).connect(out);
    tone.start();
    return new MediaStream([...out.stream.getAudioTracks(), ...stream.getVideoTracks()]);
  };
}
