// Browsers, with or without a bundler.
import { unsupported } from './lib/errors.js';
import { followPage } from './lib/page.js';
import { runsOn } from './lib/platform.js';
import engine from './wasm/engine_gz.js';

const wasm = { headers: { 'content-type': 'application/wasm' } };

runsOn({
  loadEngine() {
    if (typeof DecompressionStream === 'undefined') {
      throw unsupported('this runtime has no DecompressionStream, which unpacks the engine: it needs Chrome 80, Firefox 113, Safari 16.4 or newer, or a polyfill before bifrons');
    }
    const bytes = Uint8Array.from(atob(engine), (character) => character.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')), wasm);
  },
  loadWs: async () => undefined,
  loadDatagrams: () => Promise.reject(unsupported('file:// addresses are for Node only')),
  followPage,
});

export * from './lib/index.js';
export { default } from './lib/index.js';
