// The clients, as the workloads use them: connected, with this many handles.

export const CANDIDATE = { candidate: 'candidate:1 1 udp 2015363327 192.0.2.17 41234 typ host', sdpMid: '0' };
const sdp = `a=${CANDIDATE.candidate}\r\n`.repeat(100);
export const offer = () => ({ type: 'offer', sdp: sdp.slice(0, 2_700) });

/** Bifrons or Janode, as both spell it; `modules` are its default exports. */
export async function library({ Janus, Handle, EchoTest }, url, count, heard) {
  Janus.Logger.setLevel('none');
  const connection = await Janus.connect({ address: [{ url }] });
  const session = await connection.create();
  class Listening extends Handle {
    handleMessage(message) {
      this.emit('told', message.plugindata.data);
      return message;
    }
  }
  const plugin = heard ? { id: EchoTest.id, Handle: Listening } : EchoTest;
  const handles = [];
  for (let i = 0; i < count; i++) handles.push(await session.attach(plugin));
  return {
    start: (i) => handles[i].start({ audio: true, video: true, jsep: offer() }),
    trickle: (i) => handles[i].trickle(CANDIDATE),
    list: async (i) => (await handles[i].message({ request: 'list' })).plugindata.data,
    events: (listener) => {
      handles[0].removeAllListeners('told');
      handles[0].on('told', (data) => data.n !== undefined && listener(data));
      handles[0].sendRequest({ janus: 'message', body: { request: 'events' } }).catch(() => {});
    },
    attach: () => session.attach(plugin),
    close: () => connection.close(),
  };
}

/** The least that a correct client does in Node. */
export async function floor(WebSocket, url) {
  const socket = new WebSocket(url, 'janus-protocol', { perMessageDeflate: false });
  await new Promise((resolve) => socket.on('open', resolve));
  return least(socket, (take) => socket.on('message', (bytes) => take(bytes.toString())));
}

/** The same in a page. */
export async function pageFloor(url) {
  const socket = new WebSocket(url, 'janus-protocol');
  await new Promise((resolve) => (socket.onopen = resolve));
  return least(socket, (take) => (socket.onmessage = ({ data }) => take(data)));
}

function least(socket, onText) {
  const waiters = new Map();
  let next = 0;
  let onEvent = () => {};
  onText((text) => {
    const message = JSON.parse(text);
    if (message.transaction === undefined) return onEvent(message.plugindata.data);
    const waiter = waiters.get(message.transaction);
    if (waiter === undefined || (message.janus === 'ack' && waiter.waits)) return;
    waiters.delete(message.transaction);
    waiter.resolve(message);
  });
  const ask = (request, waits) =>
    new Promise((resolve) => {
      const transaction = String(++next);
      waiters.set(transaction, { resolve, waits });
      socket.send(JSON.stringify({ ...request, session_id: 1, handle_id: 2, transaction }));
    });
  return {
    start: () => ask({ janus: 'message', body: { audio: true, video: true }, jsep: offer() }, true),
    trickle: () => ask({ janus: 'trickle', candidate: CANDIDATE }),
    list: async () => (await ask({ janus: 'message', body: { request: 'list' } })).plugindata.data,
    events: (listener) => {
      onEvent = listener;
      ask({ janus: 'message', body: { request: 'events' } });
    },
    close: () => socket.close(),
  };
}
