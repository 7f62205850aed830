// The application in workerd, on the bundle that wrangler would make.
import { cp, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { importFrom } from './bundlers.mjs';

async function bundled({ consumer, folder, tool }, conditions, entry) {
  const path = await folder('workerd');
  await cp(await consumer(false), path, { recursive: true });
  await importFrom(entry, path, 'worker.mjs');
  const outfile = join(path, 'dist/worker.mjs');
  const options = { bundle: true, format: 'esm', loader: { '.wasm': 'copy' }, assetNames: '[name]', logLevel: 'silent' };
  const { warnings } = await tool('esbuild').build({ ...options, entryPoints: [join(path, 'worker.mjs')], outfile, conditions });
  if (warnings.length) throw new Error(JSON.stringify(warnings));
  return outfile;
}

async function modulesOf(bundle) {
  const text = await readFile(bundle, 'utf8');
  const wasm = [...text.matchAll(/from\s*"(\.\/[\w.-]+\.wasm)"/g)].map(([, name]) => name);
  const contents = (name) => readFile(join(bundle, '..', basename(name)));
  const compiled = await Promise.all(wasm.map(async (name) => ({ type: 'CompiledWasm', path: basename(name), contents: await contents(name) })));
  return [{ type: 'ESModule', path: 'worker.mjs', contents: text }, ...compiled];
}

const onWorkerd = (conditions, way, expect, entry = 'bifrons') => async (workshop) => {
  const modules = await modulesOf(await bundled(workshop, conditions, entry));
  const { Miniflare } = await import(pathToFileURL(workshop.tool.resolve('miniflare')));
  const miniflare = new Miniflare({ modules, compatibilityDate: '2025-06-01' });
  try {
    const { [way]: url, apisecret: secret } = workshop.address;
    const response = await miniflare.dispatchFetch(`http://worker/?${new URLSearchParams({ url, secret, expect })}`);
    const outcome = await response.text();
    if (outcome !== 'ok') throw new Error(`the worker returned: ${outcome}`);
  } finally {
    await miniflare.dispose();
  }
};

export const onWorkers = [
  ...['ws', 'http'].map((way) => ({ name: `workerd${way === 'http' ? ', over HTTP' : ''}`, run: onWorkerd(['workerd', 'worker', 'browser'], way, 'works') })),
  ...[['bifrons/streamed', 'works'], ['bifrons/slim', 'slim']].map(([entry, expect]) => ({ name: `workerd, ${entry}`, run: onWorkerd(['workerd', 'worker', 'browser'], 'ws', expect, entry) })),
  { name: 'workerd, without its condition: unsupported', run: onWorkerd(['worker', 'browser'], 'ws', 'unsupported') },
];
