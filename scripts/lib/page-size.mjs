// The bytes that a page with bifrons/slim and a plugin downloads, brotli: its script, which esbuild minified, and the engine.
// node page-size.mjs PLUGIN
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

const [plugin] = process.argv.slice(2);
const inRoot = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const { build } = createRequire(inRoot('.cache/tools/package.json'))('esbuild');
const contents = `import Bifrons from './slim.js'; import Plugin from './plugins/${plugin}.js'; globalThis.page = { Bifrons, Plugin };`;
const { outputFiles } = await build({ stdin: { contents, resolveDir: inRoot('pkg/stage') }, bundle: true, minify: true, format: 'esm', write: false, logLevel: 'error' });
const parts = { script: outputFiles[0].contents, engine: await readFile(inRoot('pkg/stage/wasm/slim.wasm')) };
const sizes = Object.entries(parts).map(([name, bytes]) => [name, brotliCompressSync(bytes).length]);
console.error(`note: bifrons/slim with ${plugin}: ${sizes.map(([name, size]) => `${name} ${size}`).join(', ')}`);
console.log(sizes.reduce((sum, [, size]) => sum + size, 0));
