// Node, Deno and Bun.
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';

import { runsOn } from './lib/platform.js';
import engine from './wasm/engine_gz.js';

const isNode = !('Deno' in globalThis) && !('Bun' in globalThis);

runsOn({
  loadEngine: () => gunzipSync(Buffer.from(engine, 'base64')),
  // The optional peer `ws`; undefined when it is not installed, or not wanted.
  async loadWs() {
    if (!isNode) return undefined;
    try {
      // Twice as fast as the import below, which bundlers understand.
      return createRequire(import.meta.url)('ws');
    } catch {}
    try {
      return (await import('ws')).default;
    } catch (/** @type {any} */ error) {
      if (error.code === 'ERR_MODULE_NOT_FOUND' || error.code === 'MODULE_NOT_FOUND') return undefined;
      throw error;
    }
  },
});

export * from './lib/index.js';
export { default } from './lib/index.js';
