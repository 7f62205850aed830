// Node, Deno and Bun.
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { gunzipSync } from 'node:zlib';

import { unsupported } from './lib/errors.js';
import { engine } from './lib/full_engine.js';
import { runsOn } from './lib/platform.js';

const isBun = 'Bun' in globalThis;
const isNode = !('Deno' in globalThis) && !isBun;

// The optional peers: not installed, or made for another Node, they fail only what needs them.
runsOn({
  engine,
  loadEngine: async () => gunzipSync(Buffer.from((await import('#engine')).default, 'base64')),
  async loadWs() {
    if (!isNode) return undefined;
    const ws = await requireWs();
    // Where modules are resolved for browsers (Jest in jsdom) it is a function that throws.
    return typeof ws?.prototype?.terminate === 'function' ? ws : undefined;
  },
  dropsCredentials: isNode,
  inflates: isBun,
  connectToSocket: (path) => () => connect(path),
  async loadDatagrams() {
    if (!isNode) throw unsupported('file:// addresses are for Node only');
    const { DatagramSocket } = await import('./lib/transports/datagram.js');
    try {
      const dgram = createRequire(import.meta.url)('unix-dgram');
      return (path) => new DatagramSocket(dgram, path);
    } catch (cause) {
      const installed = /** @type {any} */ (cause)?.code !== 'MODULE_NOT_FOUND';
      const wrong = installed ? 'which is here but does not load (npm rebuild unix-dgram)' : 'which is not installed (npm install unix-dgram)';
      throw unsupported(`file:// addresses need the package unix-dgram, ${wrong}`);
    }
  },
});

async function requireWs() {
  try {
    // Twice as fast as the import below, which bundlers understand.
    return createRequire(import.meta.url)('ws');
  } catch {}
  try {
    return (await import('ws')).default;
  } catch {
    return undefined;
  }
}

export * from './lib/index.js';
export { default } from './lib/index.js';
