// Browsers, with or without a bundler.
import { unsupported } from './lib/errors.js';
import { engine } from './lib/full_engine.js';
import { followPage } from './lib/page.js';
import { runsOn } from './lib/platform.js';
import packed from './wasm/engine_gz.js';

const wasm = { headers: { 'content-type': 'application/wasm' } };

runsOn({
  engine,
  loadEngine() {
    if (typeof DecompressionStream === 'undefined') {
      throw unsupported('this runtime has no DecompressionStream, which unpacks the engine: it needs Chrome 80, Firefox 113, Safari 16.4 or newer, or a polyfill before bifrons');
    }
    const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')), wasm);
  },
  followPage,
});

export * from './lib/index.js';
export { default } from './lib/index.js';
