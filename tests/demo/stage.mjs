import { once } from 'node:events';
import { createRequire } from 'node:module';
import { setTimeout as nextTurn } from 'node:timers/promises';
import { startServer as startEchoTest } from '../../examples/echotest/server/server.js';
import { startServer as startVideoRoom } from '../../examples/videoroom/server/server.js';
import { SECRET } from './private-janus.mjs';

const ROOT = new URL('../../', import.meta.url);
const fromExample = createRequire(new URL('examples/common/', ROOT));
export const WebSocket = fromExample('ws');

export { startProxy } from '../node/support/tcp_proxy.mjs';
export { startJanus } from './private-janus.mjs';
export { SECRET };
const DEADLINE_MS = 10_000;

/** An example's server on a free port, in front of the Janus at `url`. */
const inFrontOf = (url, web) => ({
  janus: { address: [{ url, apisecret: SECRET }], retry_time_secs: 0.2 },
  web: { port: 0, bind: '127.0.0.1', tls: null, ...web },
});

export const startDemo = (url, web) => startEchoTest(inFrontOf(url, web));

let addresses = 1;
/** Returns an address of this machine that no page came from yet: what one address may do is bounded. */
export const newAddress = () => `127.1.${(++addresses >> 8) & 255}.${addresses & 255}`;

/** The same with tokens alone: the server knows no API secret. */
export const startDemoWithTokens = (url, tokens, start = startEchoTest) =>
  start({ janus: { address: [{ url }], retry_time_secs: 0.2, tokens }, web: { port: 0, bind: '127.0.0.1', tls: null }, room: ROOM });

export const ROOM = {
  id: 4711,
  description: 'A room of the tests',
  secret: 'planted-secret-of-the-room',
  pin: 'planted-pin-of-the-room',
  publishers: 3,
  bitrate: 128_000,
};

export const startConference = (url) => startVideoRoom({ ...inFrontOf(url), room: ROOM });

/** A page without a browser: it speaks to the server's socket and can wait for what it wants to hear. */
export class FakePage {
  #lastId = 0;
  #listeners = new Set();
  heard = [];

  constructor(address, { origin = new URL(address).origin, localAddress = newAddress(), headers } = {}) {
    this.socket = new WebSocket(`${address.replace('http', 'ws')}socket`, { origin, localAddress, headers });
    this.opened = once(this.socket, 'open');
    const closed = new Promise((resolve) => {
      this.socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
    });
    this.ends = () => withDeadline(closed, 'the end of the page');
    // What goes wrong shows in `opened` or `ends`.
    this.socket.on('error', () => {});
    this.socket.on('message', (data) => {
      const message = JSON.parse(data);
      this.heard.push(message);
      for (const listener of this.#listeners) listener(message);
    });
  }

  send(message) {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  /** Sends a request and gives its answer, or its fault. */
  ask(type, fields = {}) {
    const id = ++this.#lastId;
    this.send({ type, id, ...fields });
    return this.hears((message) => message.id === id);
  }

  hears(matches) {
    const before = this.heard.find(matches);
    if (before) return Promise.resolve(before);
    const heard = new Promise((resolve) => {
      const listener = (message) => matches(message) && (this.#listeners.delete(listener), resolve(message));
      this.#listeners.add(listener);
    });
    return withDeadline(heard, `a message that ${matches}`);
  }

  async ready() {
    await this.hears(stateIs('ready'));
    return this;
  }
}

/** What a page is told of Janus: 'ready' or 'away'. */
export const stateIs = (wanted) => ({ type, janus }) => type === 'state' && janus === wanted;

/** Janus's own Admin API, without any library under test. */
async function withAdmin(url, use) {
  const socket = new WebSocket(url, 'janus-admin-protocol');
  await once(socket, 'open');
  const ask = async (request) => {
    socket.send(JSON.stringify({ transaction: 'demo', admin_secret: 'janusoverlord', ...request }));
    const [data] = await once(socket, 'message');
    return JSON.parse(data);
  };
  const result = await use(ask);
  socket.close();
  return result;
}

export const sessionsAt = (url) => withAdmin(url, async (ask) => (await ask({ janus: 'list_sessions' })).sessions);

/** What Janus itself knows of handles: { session_id, handle_id } each. */
export const handlesAt = (url) =>
  withAdmin(url, async (ask) => {
    const handles = [];
    for (const session_id of (await ask({ janus: 'list_sessions' })).sessions) {
      const listed = await ask({ janus: 'list_handles', session_id });
      handles.push(...listed.handles.map((handle_id) => ({ session_id, handle_id })));
    }
    return handles;
  });

export const hangupByAdmin = (url, handle) => withAdmin(url, (ask) => ask({ janus: 'hangup_webrtc', ...handle }));

/** Asks again until `holds` accepts the answer; Janus tells nobody when a handle of another client goes. */
export async function eventually(what, ask, holds) {
  const deadline = performance.now() + DEADLINE_MS;
  for (;;) {
    const answer = await ask();
    if (holds(answer)) return answer;
    if (performance.now() > deadline) throw new Error(`${what}: still ${JSON.stringify(answer)} after ${DEADLINE_MS / 1000} s`);
    await nextTurn(20);
  }
}

/** A test that waits in vain shall say for what. */
export function withDeadline(promise, what) {
  const late = nextTurn(DEADLINE_MS, undefined, { ref: false }).then(() => {
    throw new Error(`${what}: not within ${DEADLINE_MS / 1000} s`);
  });
  return Promise.race([promise, late]);
}
