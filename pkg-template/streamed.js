// Pages whose bundler, or whose server, takes the engine along as a file: it is compiled while it is fetched.
import { fetched } from './lib/fetched.js';
import { engine } from './lib/full_engine.js';
import { followPage } from './lib/page.js';
import { runsOn } from './lib/platform.js';

runsOn({ engine, loadEngine: () => fetched(new URL('./wasm/engine.wasm', import.meta.url)), followPage });

export * from './lib/index.js';
export { default } from './lib/index.js';
