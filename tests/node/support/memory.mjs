// The memory of this process. Load this file before the first connection is made; it needs --expose-gc.
import { setImmediate as turn } from 'node:timers/promises';

import { exportName } from './exports.mjs';

let memory;
WebAssembly.Instance = class extends WebAssembly.Instance {
  constructor(...args) {
    super(...args);
    memory = this.exports[exportName('memory')];
  }
};

/** The engine's memory: it only ever grows. Nothing, before the first connection. */
export const wasmBytes = () => memory?.buffer.byteLength ?? 0;

/** The size of the JavaScript heap in bytes. */
export async function heapBytes() {
  for (let n = 0; n < 4; n += 1) {
    globalThis.gc();
    await turn();
  }
  return process.memoryUsage().heapUsed;
}
