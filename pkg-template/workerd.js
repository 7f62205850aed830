// Cloudflare Workers (workerd) refuse to compile WebAssembly at run time, but import a compiled module.
import { engine } from './lib/full_engine.js';
import { runsOn } from './lib/platform.js';
// @ts-ignore: workerd makes a WebAssembly.Module of it
import module from './wasm/engine.wasm';

runsOn({ engine, loadEngine: () => module });

export * from './lib/index.js';
export { default } from './lib/index.js';
