// Pages in which each kilobyte counts: WebSockets, without the Admin API.
import { fetched } from './lib/fetched.js';
import { followPage } from './lib/page.js';
import { runsOn } from './lib/platform.js';
import { engine } from './lib/slim_engine.js';

runsOn({ engine, loadEngine: () => fetched(new URL('./wasm/slim.wasm', import.meta.url)), followPage });

export * from './lib/slim.js';
export { default } from './lib/slim.js';
