// Cloudflare Workers (workerd) refuse to compile WebAssembly at run time, but import a compiled module.
import { unsupported } from './lib/errors.js';
import { runsOn } from './lib/platform.js';
// @ts-ignore: workerd makes a WebAssembly.Module of it
import engine from './wasm/engine.wasm';

runsOn({
  loadEngine: () => engine,
  loadWs: async () => undefined,
  loadDatagrams: () => Promise.reject(unsupported('file:// addresses are for Node only')),
});

export * from './lib/index.js';
export { default } from './lib/index.js';
