import { once } from 'node:events';
import { createRequire } from 'node:module';
import { setTimeout as nextTurn } from 'node:timers/promises';
import { startServer as startEchoTest } from '../../examples/echotest/server/server.js';
import { startServer as startVideoRoom } from '../../examples/videoroom/server/server.js';
import { startProgram } from './program.mjs';
import { SECRET } from './private-janus.mjs';

const ROOT = new URL('../../', import.meta.url);
const fromExample = createRequire(new URL('examples/common/', ROOT));
export const WebSocket = fromExample('ws');

export { startProxy } from '../node/support/tcp_proxy.mjs';
export { startJanus } from './private-janus.mjs';
export { SECRET };
const DEADLINE_MS = 10_000;

/** The configuration of an example's server on a free port, for the Janus at `url`. */
const configFor = (url, web) => ({
  janus: { address: [{ url, apisecret: SECRET }], retry_time_secs: 0.2 },
  web: { port: 0, bind: '127.0.0.1', ...web },
});

/** Whether the server of the echo test is the one in Rust, which gets the same tests. */
export const IS_RUST = process.env.DEMO_SERVER === 'axum';

export const startDemo = (url, web) => (IS_RUST ? startProgram : startEchoTest)(configFor(url, web));

let addresses = 1;
/** Returns an unused address of this machine, as the server limits each address. */
export const newAddress = () => `127.1.${(++addresses >> 8) & 255}.${addresses & 255}`;

/** Starts an example's server with tokens and without an API secret. */
export function startDemoWithTokens(url, tokens, start = startEchoTest) {
  const config = { janus: { address: [{ url }], retry_time_secs: 0.2, tokens }, web: { port: 0, bind: '127.0.0.1' } };
  if (!IS_RUST) return start({ ...config, room: ROOM });
  const { secret, ...given } = tokens;
  config.janus.tokens = given;
  return startProgram(config, { env: { JANUS_TOKEN_SECRET: secret } });
}

export const ROOM = {
  id: 4711,
  description: 'A room of the tests',
  secret: 'planted-secret-of-the-room',
  pin: 'planted-pin-of-the-room',
  publishers: 3,
  bitrate: 128_000,
};

export const startConference = (url) => startVideoRoom({ ...configFor(url), room: ROOM });

/** A page without a browser: it uses the server's socket and can wait for messages. */
export class FakePage {
  #lastId = 0;
  #listeners = new Set();
  received = [];

  constructor(address, { origin = new URL(address).origin, localAddress = newAddress(), headers } = {}) {
    this.socket = new WebSocket(`${address.replace('http', 'ws')}socket`, { origin, localAddress, headers });
    this.opened = once(this.socket, 'open');
    const closed = new Promise((resolve) => {
      this.socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
    });
    this.ends = () => withDeadline(closed, 'the end of the page');
    // Errors show in `opened` or `ends`.
    this.socket.on('error', () => {});
    this.socket.on('message', (data) => {
      const message = JSON.parse(data);
      this.received.push(message);
      for (const listener of this.#listeners) listener(message);
    });
  }

  send(message) {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  /** Sends a request; returns its response or its error. */
  request(type, fields = {}) {
    const id = ++this.#lastId;
    this.send({ type, id, ...fields });
    return this.waitFor((message) => message.id === id);
  }

  waitFor(matches) {
    const before = this.received.find(matches);
    if (before) return Promise.resolve(before);
    const message = new Promise((resolve) => {
      const listener = (message) => matches(message) && (this.#listeners.delete(listener), resolve(message));
      this.#listeners.add(listener);
    });
    return withDeadline(message, `a message that ${matches}`);
  }

  async ready() {
    await this.waitFor(stateIs('ready'));
    return this;
  }
}

/** Matches the server's state of Janus: 'ready' or 'unavailable'. */
export const stateIs = (wanted) => ({ type, janus }) => type === 'state' && janus === wanted;

/** Uses Janus's Admin API without the library under test. */
async function withAdmin(url, use) {
  const socket = new WebSocket(url, 'janus-admin-protocol');
  await once(socket, 'open');
  const send = async (request) => {
    socket.send(JSON.stringify({ transaction: 'demo', admin_secret: 'janusoverlord', ...request }));
    const [data] = await once(socket, 'message');
    return JSON.parse(data);
  };
  const result = await use(send);
  socket.close();
  return result;
}

export const sessionsAt = (url) => withAdmin(url, async (send) => (await send({ janus: 'list_sessions' })).sessions);

/** The handles that Janus lists: { session_id, handle_id } each. */
export const handlesAt = (url) =>
  withAdmin(url, async (send) => {
    const handles = [];
    for (const session_id of (await send({ janus: 'list_sessions' })).sessions) {
      const listed = await send({ janus: 'list_handles', session_id });
      handles.push(...listed.handles.map((handle_id) => ({ session_id, handle_id })));
    }
    return handles;
  });

export const hangupByAdmin = (url, handle) => withAdmin(url, (send) => send({ janus: 'hangup_webrtc', ...handle }));

/** Reads a value until `holds` accepts it; Janus sends no event when a handle of another client ends. */
export async function eventually(what, read, holds) {
  const deadline = performance.now() + DEADLINE_MS;
  for (;;) {
    const value = await read();
    if (holds(value)) return value;
    if (performance.now() > deadline) throw new Error(`${what}: still ${JSON.stringify(value)} after ${DEADLINE_MS / 1000} s`);
    await nextTurn(20);
  }
}

/** Waits for a promise until the deadline; the error names what is missing. */
export function withDeadline(promise, what) {
  const late = nextTurn(DEADLINE_MS, undefined, { ref: false }).then(() => {
    throw new Error(`${what}: not within ${DEADLINE_MS / 1000} s`);
  });
  return Promise.race([promise, late]);
}
