// A mock Janus server for tests, in this process. Nothing else of the package loads it, and it loads nothing else.
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';

import mock from '#mock';

import { MockJanus as Server, answer_to, initSync, offer_of } from './wasm/mock.js';

const DEFAULTS = {
  api_secret: undefined,
  admin_secret: 'janusoverlord',
  token_auth: false,
  session_timeout: 60,
  reclaim_session_timeout: 0,
  media: true,
  version: 1102,
  seed: undefined,
};

const PROTOCOLS = { janus: 'janus-protocol', admin: 'janus-admin-protocol' };

let loaded = false;

function load() {
  if (loaded) return;
  initSync({ module: gunzipSync(Buffer.from(mock, 'base64')) });
  loaded = true;
}

/** The callbacks of a client. @typedef {{ message: (text: string) => void, hangUp: () => void, read?: (on: boolean) => void }} Callbacks */

/** @param {string[]} [kinds] */
export function offerOf(kinds = ['audio', 'video']) {
  if (!Array.isArray(kinds)) throw new TypeError('offerOf takes a list of kinds');
  load();
  return { type: 'offer', sdp: offer_of(kinds) };
}

/** @param {{ type: string, sdp: string }} offer */
export function answerTo({ type, sdp }) {
  if (type !== 'offer') throw new TypeError(`answerTo needs an offer, not "${type}"`);
  load();
  return { type: 'answer', sdp: answer_to(sdp) };
}

/** A mock Janus server. */
export class MockJanus {
  /** @type {string | undefined} */
  url;
  /** @type {string | undefined} */
  admin_url;
  /** @type {any} */
  #server;
  /** @type {Map<number, Callbacks>} */
  #clients = new Map();
  /** @type {any[]} */
  #ports = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #scheduled = false;
  /** @type {Set<object[]>} */
  #spies = new Set();

  /**
   * Starts a mock Janus server.
   * @param {{ port?: number | false, admin_port?: number | false } & Partial<typeof DEFAULTS>} [options]
   */
  static async start({ port = 0, admin_port = port === false ? false : 0, ...options } = {}) {
    const unknown = Object.keys(options).find((name) => !(name in DEFAULTS));
    if (unknown) throw new TypeError(`MockJanus.start has no option "${unknown}"`);
    load();
    const janus = new MockJanus({ ...DEFAULTS, ...options });
    try {
      janus.url = await janus.#listen(port, PROTOCOLS.janus);
      janus.admin_url = await janus.#listen(admin_port, PROTOCOLS.admin);
    } catch (error) {
      await janus.stop();
      throw error;
    }
    return janus;
  }

  /**
   * @internal
   * @param {typeof DEFAULTS} options
   */
  constructor(options) {
    this.#server = new Server(options);
  }

  /**
   * For `connect({ transport: janus.transport, … })`: no socket, whatever the URL.
   * @param {string} _url
   * @param {any} callbacks
   */
  transport = (_url, callbacks) => {
    const client = this.#connect(callbacks.protocol === PROTOCOLS.admin, {
      message: callbacks.message,
      hangUp: () => callbacks.closed('the mock server closed the connection'),
    });
    queueMicrotask(callbacks.opened);
    return client;
  };

  /**
   * @param {string} fault
   * @param {any} [value]
   */
  inject(fault, value) {
    if (typeof fault !== 'string') throw new TypeError('the name of a fault must be a string');
    this.#server.inject(performance.now(), fault, value);
    this.#run();
  }

  spy() {
    /** @type {object[]} */
    const messages = [];
    this.#spies.add(messages);
    return { messages, stop: () => void this.#spies.delete(messages) };
  }

  sessions() {
    return [...this.#server.sessions()];
  }

  async stop() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const { hangUp } of this.#clients.values()) hangUp();
    this.#clients.clear();
    await Promise.all(this.#ports.map((server) => new Promise((resolve) => server.close(resolve))));
    this.#ports = [];
  }

  [Symbol.asyncDispose ?? Symbol.for('Symbol.asyncDispose')]() {
    return this.stop();
  }

  /**
   * @param {number | false} port
   * @param {string} protocol
   */
  async #listen(port, protocol) {
    if (port === false) return undefined;
    const WebSocketServer = await loadWebSocketServer();
    const server = new WebSocketServer({
      host: '127.0.0.1',
      port,
      // Janus takes no other, and no handshake without.
      verifyClient: (/** @type {any} */ { req }) => req.headers['sec-websocket-protocol'] === protocol,
    });
    await new Promise((resolve, reject) => server.once('listening', resolve).once('error', reject));
    this.#ports.push(server);
    server.on('connection', (/** @type {any} */ socket) => {
      const client = this.#connect(protocol === PROTOCOLS.admin, {
        message: (text) => socket.send(text),
        hangUp: () => socket.terminate(),
        read: (on) => (on ? socket.resume() : socket.pause()),
      });
      socket.on('message', (/** @type {Buffer} */ data) => client.send(String(data)));
      socket.on('close', client.close);
      socket.on('error', client.close);
    });
    return `ws://127.0.0.1:${server.address().port}`;
  }

  /**
   * @param {boolean} admin
   * @param {Callbacks} callbacks
   */
  #connect(admin, callbacks) {
    const client = this.#server.connect(performance.now(), admin);
    this.#clients.set(client, callbacks);
    return {
      send: (/** @type {string} */ text) => {
        if (!this.#clients.has(client)) return;
        if (this.#spies.size) this.#show(text);
        this.#server.message(performance.now(), client, text);
        this.#run();
      },
      close: () => {
        if (!this.#clients.delete(client)) return;
        this.#server.disconnect(performance.now(), client);
        this.#run();
      },
    };
  }

  /** @param {string} text */
  #show(text) {
    let message = null;
    try {
      message = JSON.parse(text);
    } catch {}
    for (const messages of this.#spies) messages.push(message);
  }

  /** Sends the output once the caller has returned. */
  #run() {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      this.#drain();
    });
  }

  #drain() {
    let output = this.#server.poll();
    while (typeof output !== 'number') {
      if (typeof output === 'boolean') for (const client of this.#clients.values()) client.read?.(output);
      else this.#deliver(output);
      output = this.#server.poll();
    }
    clearTimeout(this.#timer);
    if (output === Infinity) return;
    const span = Math.min(Math.max(output - performance.now(), 0), 2 ** 31 - 1);
    this.#timer = setTimeout(() => {
      this.#server.timeout(performance.now());
      this.#drain();
    }, span);
    // This timer keeps no process alive.
    /** @type {any} */ (this.#timer).unref?.();
  }

  /** @param {[number] | [number, string]} output */
  #deliver([number, text]) {
    const client = this.#clients.get(number);
    if (text !== undefined) {
      client?.message(text);
    } else {
      this.#clients.delete(number);
      client?.hangUp();
    }
  }
}

async function loadWebSocketServer() {
  const { WebSocketServer } = await loadWs();
  // Where modules are resolved for browsers (Jest in jsdom) it has none.
  if (WebSocketServer === undefined) throw new Error(`this environment resolves the package ws for browsers, so there is no port; ${withoutPort}`);
  return WebSocketServer;
}

async function loadWs() {
  try {
    return createRequire(import.meta.url)('ws');
  } catch {}
  try {
    // Bundlers understand this one.
    return await import('ws');
  } catch {
    throw new Error(`a port needs the package ws (npm install ws); ${withoutPort}`);
  }
}

const withoutPort = 'use MockJanus.start({ port: false }) and janus.transport';
