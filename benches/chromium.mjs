// One client, one workload, in a page of headless Chromium.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';

import { launchChromium } from '../tests/demo/chromium.mjs';

const TYPES = { mjs: 'text/javascript', js: 'text/javascript', html: 'text/html' };

const PAGE = `<!doctype html><script type="importmap">{ "imports": {
  "bifrons": "/node_modules/bifrons/browser.js", "bifrons/handle": "/node_modules/bifrons/handle.js",
  "bifrons/plugins/echotest": "/node_modules/bifrons/plugins/echotest.js" } }</script>`;

async function serve(place) {
  const server = createServer(async ({ url }, response) => {
    if (url === '/') return response.setHeader('content-type', 'text/html').end(PAGE);
    try {
      const bytes = await readFile(`${place}${url.slice(1)}`);
      response.setHeader('content-type', TYPES[url.split('.').pop()] ?? 'text/plain').end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, stop: () => server.close() };
}

/** Prints the same as client.mjs; the time is that of the page's tasks. */
export async function inChromium(place, client, workload, url) {
  const site = await serve(place);
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.goto(site.url);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Performance.enable');
    const busy = async () => (await devtools.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value;
    const begun = await page.evaluateHandle(
      async ([client, workload, url]) => {
        const { library, pageFloor } = await import('/library.mjs');
        const { SHAPES, run } = await import('/workloads.mjs');
        const [operations, concurrency] = SHAPES[workload];
        const modules = { Janus: 'bifrons', Handle: 'bifrons/handle', EchoTest: 'bifrons/plugins/echotest' };
        const loaded = Object.fromEntries(await Promise.all(Object.entries(modules).map(async ([name, from]) => [name, (await import(from)).default])));
        const api = client === 'floor' ? await pageFloor(url) : await library(loaded, url, concurrency, workload === 'events');
        const again = () => run(workload, api);
        await again();
        return { again, operations, close: () => api.close() };
      },
      [client, workload, url],
    );
    const before = await busy();
    const operations = await begun.evaluate(async ({ again, operations }) => (await again(), operations));
    const spent = (await busy()) - before;
    await begun.evaluate(({ close }) => void close());
    return ((spent * 1e6) / operations).toFixed(3);
  } finally {
    await browser.close();
    site.stop();
  }
}
