// The same in Cloudflare Workers (workerd), which refuse to compile WebAssembly at run time, but import a compiled module.
import { runsOn } from './lib/platform.js';
import { engine } from './lib/slim_engine.js';
// @ts-ignore: workerd makes a WebAssembly.Module of it
import module from './wasm/slim.wasm';

runsOn({ engine, loadEngine: () => module });

export * from './lib/slim.js';
export { default } from './lib/slim.js';
