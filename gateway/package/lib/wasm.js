// The core, as WebAssembly. It is compiled when the package is loaded: it has no file of its own, so that bundlers and
// permissions don't matter.
import { Buffer } from 'node:buffer';
import { gunzipSync } from 'node:zlib';

import packed from '#core';

import { Core, initSync } from '../wasm/core.js';

initSync({ module: new WebAssembly.Module(gunzipSync(Buffer.from(packed, 'base64'))) });

export { Core };
