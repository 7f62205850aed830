// One client, one workload: prints the client's CPU time for each operation, in microseconds.
// node client.mjs bifrons|janode|floor WORKLOAD ws://…
const [client, workload, url] = process.argv.slice(2);
const [operations, lanes] = {
  start_1: [15_000, 1],
  start_32: [40_000, 32],
  trickle_32: [80_000, 32],
  list200_8: [4_000, 8],
  events: [200_000, 1],
}[workload];
const sdp = 'a=candidate:1 1 udp 2015363327 192.0.2.17 41234 typ host\r\n'.repeat(100);
const offer = () => ({ type: 'offer', sdp: sdp.slice(0, 2_700) });
const candidate = { candidate: 'candidate:1 1 udp 2015363327 192.0.2.17 41234 typ host', sdpMid: '0' };

/** The library under test, as both spell it. */
async function library(name) {
  const { default: Janus } = await import(name);
  const { default: Handle } = await import(`${name}/handle`);
  const { default: EchoTest } = await import(`${name}/plugins/echotest`);
  Janus.Logger.setLevel('none');
  const connection = await Janus.connect({ address: [{ url }] });
  const session = await connection.create();
  class Listening extends Handle {
    handleMessage(message) {
      this.emit('told', message.plugindata.data);
      return message;
    }
  }
  const plugin = workload === 'events' ? { id: EchoTest.id, Handle: Listening } : EchoTest;
  const handles = [];
  for (let i = 0; i < lanes; i++) handles.push(await session.attach(plugin));
  return {
    start: (i) => handles[i].start({ audio: true, video: true, jsep: offer() }),
    trickle: (i) => handles[i].trickle(candidate),
    list: async (i) => (await handles[i].message({ request: 'list' })).plugindata.data,
    events: (listener) => {
      handles[0].removeAllListeners('told');
      handles[0].on('told', (data) => data.n !== undefined && listener(data));
      handles[0].sendRequest({ janus: 'message', body: { request: 'events' } }).catch(() => {});
    },
    close: () => connection.close(),
  };
}

/** The least that a correct client does. */
async function floor() {
  const { default: WebSocket } = await import('ws');
  const socket = new WebSocket(url, 'janus-protocol', { perMessageDeflate: false });
  await new Promise((resolve) => socket.on('open', resolve));
  const waiters = new Map();
  let next = 0;
  let onEvent = () => {};
  socket.on('message', (bytes) => {
    const message = JSON.parse(bytes.toString());
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
    start: async () => {
      const { jsep } = await ask({ janus: 'message', body: { audio: true, video: true }, jsep: offer() }, true);
      return { jsep };
    },
    trickle: () => ask({ janus: 'trickle', candidate }),
    list: async () => (await ask({ janus: 'message', body: { request: 'list' } })).plugindata.data,
    events: (listener) => {
      onEvent = listener;
      ask({ janus: 'message', body: { request: 'events' } });
    },
    close: () => socket.close(),
  };
}

const run = {
  async start(api, i) {
    const { jsep } = await api.start(i);
    if (jsep.sdp.length < 2_000) throw new Error('no answer');
  },
  trickle: (api, i) => api.trickle(i),
  async list(api, i) {
    if ((await api.list(i)).list[199].room !== 200) throw new Error('not the list');
  },
};

const api = client === 'floor' ? await floor() : await library(client);
const lanesOf = (times) => {
  const one = run[workload.split('_')[0].replace(/\d+/, '')];
  const lane = async (i) => {
    for (let n = 0; n < times / lanes; n++) await one(api, i);
  };
  return Promise.all(Array.from({ length: lanes }, (_, i) => lane(i)));
};
const allEvents = () =>
  new Promise((resolve, reject) => {
    let next = 0;
    api.events((data) => {
      if (data.n !== next++) reject(new Error('an event was lost'));
      if (next === operations) resolve();
    });
  });
const all = workload === 'events' ? allEvents : () => lanesOf(operations);
// A server runs for days: what compiles its code in the beginning is not what it costs.
await all();
const begun = process.cpuUsage();
await all();
const { user, system } = process.cpuUsage(begun);
console.log(((user + system) / operations).toFixed(3));
await api.close();
process.exit(0);
