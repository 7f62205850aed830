// From the import of a page's script to the first response of EchoTest, in Chromium.
import { cp, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';

import { launchChromium } from '../tests/demo/chromium.mjs';

const TYPES = { '.js': 'text/javascript', '.wasm': 'application/wasm' };

/** Bundles the pages of `place`, minified, as a page loads them. */
async function bundle(place, clients) {
  const { build } = createRequire(new URL('../.cache/tools/package.json', import.meta.url))('esbuild');
  const entryPoints = clients.map((client) => join(place, `pages/${client}.mjs`));
  const outdir = join(place, 'site');
  await build({ entryPoints, bundle: true, minify: true, format: 'esm', outdir, logLevel: 'error' });
  // esbuild leaves `new URL(…, import.meta.url)` as it is.
  await cp(join(place, 'node_modules/bifrons/wasm'), join(outdir, 'wasm'), { recursive: true });
  return outdir;
}

async function serve(folder) {
  const server = createServer(async ({ url }, response) => {
    if (url === '/') return response.setHeader('content-type', 'text/html').end('<!doctype html>');
    const bytes = await readFile(join(folder, url)).catch(() => undefined);
    if (bytes === undefined) response.writeHead(404).end();
    else response.setHeader('content-type', TYPES[extname(url)] ?? 'text/plain').end(bytes);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, stop: () => server.close() };
}

/** Returns what measures a client once, in milliseconds; each time in a fresh context, which has no cache. */
export async function openPages(place, clients) {
  const site = await serve(await bundle(place, clients));
  const browser = await launchChromium();
  const measure = async (client, url) => {
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      await page.goto(site.url);
      const spent = await page.evaluate(
        async ([client, url]) => {
          const begun = performance.now();
          const { run } = await import(`/${client}.js`);
          const { jsep } = await run(url);
          if (jsep?.type !== 'answer') throw new Error('no SDP answer');
          return performance.now() - begun;
        },
        [client, url],
      );
      return spent.toFixed(3);
    } finally {
      await context.close();
    }
  };
  return { measure, close: () => Promise.all([browser.close(), site.stop()]) };
}
