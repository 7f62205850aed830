// A defect of the core: it traps, and nothing is let through. What is wrong with arguments is none.
import assert from 'node:assert/strict';
import { join } from 'node:path';
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
const { noting, startGateway, token } = await import('./support/gateway.mjs');
const { Page } = await import('./support/page.mjs');

test('an argument that the core can not be called with is no defect', async () => {
  const source = join(process.env.BIFRONS_ROOT, 'gateway/pkg/source/lib');
  const [{ Driver }, { Given }] = await Promise.all([import(join(source, 'driver.js')), import(join(source, 'configuration.js'))]);
  const driver = new Driver(new Given({ janus: { addresses: ['ws://127.0.0.1:1'] } }, undefined, 1), {}, (error) => assert.fail(error));
  assert.throws(() => driver.ask('explain', undefined), TypeError);
  assert.throws(() => driver.report('pageOpened', 1, undefined), TypeError);
  assert.throws(() => driver.look('sender', ['127.0.0.1'], []), TypeError);
  assert.equal(driver.isBroken, false);
  assert.equal(driver.look('sessions'), '[]');
});

test('a core that has failed closes its pages, and refuses all others', async (t) => {
  const errors = [];
  const { gateway, url, http } = await startGateway(t, { logger: noting('error', errors) });
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
