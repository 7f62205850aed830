// A defect of the core: it traps, and nothing is let through.
import assert from 'node:assert/strict';
import { test } from 'node:test';

// Before the package is loaded: its core traps from the time that the test sets.
let isTrapping = false;
const { Instance } = WebAssembly;
const trapping = (of) => (...args) => {
  if (isTrapping) throw new WebAssembly.RuntimeError('unreachable');
  return of(...args);
};
WebAssembly.Instance = class {
  constructor(module, imports) {
    const { exports } = new Instance(module, imports);
    this.exports = Object.fromEntries(Object.entries(exports).map(([name, of]) => [name, typeof of === 'function' ? trapping(of) : of]));
  }
};
await import('bifrons-gateway');
// The mock server is a module, too.
WebAssembly.Instance = Instance;
const { startGateway, token } = await import('./support/gateway.mjs');
const { Page } = await import('./support/page.mjs');

test('a core that has failed closes its pages, and refuses all others', async (t) => {
  const errors = [];
  const { gateway, url, http } = await startGateway(t, { logger: { error: (text) => errors.push(text) } });
  const page = await Page.open(url, { token: await token() });
  await page.ask({ janus: 'create' });
  const failed = new Promise((resolve) => gateway.on('failed', resolve));
  process.once('uncaughtException', (error) => assert.fail(error));
  isTrapping = true;
  page.socket.send('{"janus":"ping","transaction":"1"}');
  assert.match(String(await failed), /unreachable/);
  assert.equal((await page.closed).code, 1006);
  await assert.rejects(Page.open(url), /503/);
  for (const path of ['/janus/info', '/healthz', '/readyz']) assert.ok((await fetch(`${http}${path}`)).status >= 500, path);
  assert.deepEqual([gateway.sessions(), gateway.counts()], [[], { sessions: 0, handles: 0 }]);
  assert.throws(() => gateway.explain({ plugin: 'echotest', body: {} }));
  await gateway.close();
  assert.equal(errors.length, 1);
});
