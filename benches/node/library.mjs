// The clients as the workloads use them: connected, with this number of handles.

export const CANDIDATE = { candidate: 'candidate:1 1 udp 2015363327 192.0.2.17 41234 typ host', sdpMid: '0' };
const sdp = `a=${CANDIDATE.candidate}\r\n`.repeat(100);
export const offer = () => ({ type: 'offer', sdp: sdp.slice(0, 2_700) });

/** Bifrons or Janode, which have the same API; the first parameter contains the default exports of the modules. */
export async function library({ Janus, Handle, EchoTest }, url, count, withEvents) {
  Janus.Logger.setLevel('none');
  const connection = await Janus.connect({ address: [{ url }] });
  const session = await connection.create();
  class ListeningHandle extends Handle {
    handleMessage(message) {
      this.emit('received', message.plugindata.data);
      return message;
    }
  }
  const plugin = withEvents ? { id: EchoTest.id, Handle: ListeningHandle } : EchoTest;
  const handles = [];
  for (let i = 0; i < count; i++) handles.push(await session.attach(plugin));
  return {
    start: (i) => handles[i].start({ audio: true, video: true, jsep: offer() }),
    trickle: (i) => handles[i].trickle(CANDIDATE),
    list: async (i) => (await handles[i].message({ request: 'list' })).plugindata.data,
    events: (listener) => {
      handles[0].removeAllListeners('received');
      handles[0].on('received', (data) => data.n !== undefined && listener(data));
      handles[0].sendRequest({ janus: 'message', body: { request: 'events' } }).catch(() => {});
    },
    attach: () => session.attach(plugin),
    close: () => connection.close(),
  };
}

/** The minimal correct client in Node. */
export async function floor(WebSocket, url) {
  const socket = new WebSocket(url, 'janus-protocol', { perMessageDeflate: false });
  await new Promise((resolve) => socket.on('open', resolve));
  return minimalClient(socket, (take) => socket.on('message', (bytes) => take(bytes.toString())));
}

/** The minimal correct client in a page. */
export async function pageFloor(url) {
  const socket = new WebSocket(url, 'janus-protocol');
  await new Promise((resolve) => (socket.onopen = resolve));
  return minimalClient(socket, (take) => (socket.onmessage = ({ data }) => take(data)));
}

function minimalClient(socket, onText) {
  const pending = new Map();
  let next = 0;
  let onEvent = () => {};
  onText((text) => {
    const message = JSON.parse(text);
    if (message.transaction === undefined) return onEvent(message.plugindata.data);
    const request = pending.get(message.transaction);
    if (request === undefined || (message.janus === 'ack' && request.needsEvent)) return;
    pending.delete(message.transaction);
    request.resolve(message);
  });
  const send = (request, needsEvent) =>
    new Promise((resolve) => {
      const transaction = String(++next);
      pending.set(transaction, { resolve, needsEvent });
      socket.send(JSON.stringify({ ...request, session_id: 1, handle_id: 2, transaction }));
    });
  return {
    start: () => send({ janus: 'message', body: { audio: true, video: true }, jsep: offer() }, true),
    trickle: () => send({ janus: 'trickle', candidate: CANDIDATE }),
    list: async () => (await send({ janus: 'message', body: { request: 'list' } })).plugindata.data,
    events: (listener) => {
      onEvent = listener;
      send({ janus: 'message', body: { request: 'events' } });
    },
    close: () => socket.close(),
  };
}
