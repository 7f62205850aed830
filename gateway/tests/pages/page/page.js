// What the checks run in the page: janus.js as its users have it.
import Janus from '/janus.js';

const { adapter } = window;
await new Promise((callback) => Janus.init({ debug: false, dependencies: Janus.useDefaultDependencies({ adapter }), callback }));

/** Connects with a token; the options are those of janus.js. */
function connect(options) {
  return new Promise((resolve, reject) => {
    const janus = new Janus({ ...options, success: () => resolve(janus), error: (error) => reject(new Error(String(error))) });
  });
}

/** Attaches to a plugin. The handle collects what it gets: messages, and tracks of others. */
function attach(janus, plugin) {
  return new Promise((resolve, reject) => {
    const got = { messages: [], tracks: [], ended: [] };
    janus.attach({
      plugin,
      success: (handle) => resolve(Object.assign(handle, { got })),
      error: (error) => reject(new Error(String(error))),
      onmessage(message, jsep) {
        got.messages.push(message);
        if (jsep) got.onjsep?.(jsep);
      },
      onremotetrack: (track, mid, on) => on && got.tracks.push(track),
      oncleanup: () => got.ended.push('cleanup'),
      ondetached: () => got.ended.push('detached'),
    });
  });
}

/** Sends a request, and resolves with its direct response, or with nothing after an ack. */
const send = (handle, message, jsep) =>
  new Promise((resolve, reject) => handle.send({ message, jsep, success: resolve, error: (error) => reject(new Error(String(error))) }));

const offer = (handle, tracks) =>
  new Promise((resolve, reject) => handle.createOffer({ tracks, success: resolve, error: (error) => reject(new Error(String(error))) }));

const answer = (handle, jsep) =>
  new Promise((resolve, reject) => handle.createAnswer({ jsep, tracks: [], success: resolve, error: (error) => reject(new Error(String(error))) }));

const accept = (handle, jsep) =>
  new Promise((resolve, reject) => handle.handleRemoteJsep({ jsep, success: resolve, error: (error) => reject(new Error(String(error))) }));

const KINDS = { audio: { type: 'audio', capture: true, recv: true }, video: { type: 'video', capture: true, recv: true } };

/** Sends an offer with these kinds of media, and takes the answer when it comes. */
async function publish(handle, message, kinds) {
  handle.got.onjsep = (jsep) => accept(handle, jsep);
  return send(handle, message, await offer(handle, kinds.map((kind) => ({ ...KINDS[kind], recv: message.request === undefined }))));
}

/** Takes each offer, and answers it. */
function subscribe(handle, message) {
  handle.got.onjsep = async (jsep) => send(handle, { request: 'start' }, await answer(handle, jsep));
  return send(handle, message);
}

/** What the peer connection has received and decoded, and by which kind of candidate. */
async function statistics({ webrtcStuff: { pc } }) {
  // A subscriber has none before the offer comes.
  const all = pc ? [...(await pc.getStats()).values()] : [];
  const received = (kind) => all.find((one) => one.type === 'inbound-rtp' && one.kind === kind);
  const pair = all.find((one) => one.type === 'candidate-pair' && one.nominated && one.state === 'succeeded');
  return {
    packets: received('audio')?.packetsReceived ?? 0,
    frames: received('video')?.framesDecoded ?? 0,
    candidate: all.find((one) => one.id === pair?.localCandidateId)?.candidateType,
  };
}

/** The response to `create`, by a WebSocket of its own: what janus.js does not give. */
function createSession(url, token) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, 'janus-protocol');
    socket.onopen = () => socket.send(JSON.stringify({ janus: 'create', transaction: 'create', token }));
    socket.onmessage = ({ data }) => {
      resolve(JSON.parse(data));
      socket.close();
    };
    socket.onerror = () => reject(new Error('no WebSocket'));
  });
}

window.app = { connect, attach, send, publish, subscribe, statistics, createSession, handles: {} };
