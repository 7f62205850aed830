// Run by Bun and Deno: the gateway in Hono, by the runtime's own server, with an address that has one connection left.
import assert from 'node:assert/strict';

import { MockJanus } from 'bifrons/testing';
import { createGateway } from 'bifrons-gateway';
import { Hono } from 'hono';

const janus = await MockJanus.start();
const gateway = createGateway({
  janus: { addresses: [janus.url] },
  issuers: [{ name: 'app', audiences: ['gateway'], secret: 'the secret that the application and the gateway share' }],
  limits: { rates: { address: { refused_tokens: { per_second: 0.01, burst: 1 } } } },
  logger: false,
});
await gateway.connected();
const app = new Hono();
app.use(gateway.hono());
const port = typeof Deno === 'object'
  ? Deno.serve({ hostname: '127.0.0.1', port: 0, onListen() {} }, app.fetch).addr.port
  : Bun.serve({ hostname: '127.0.0.1', port: 0, fetch: app.fetch }).port;
const url = `http://127.0.0.1:${port}`;
assert.equal((await (await fetch(`${url}/janus/info`)).json()).janus, 'server_info');
const create = async (token) => (await (await fetch(`${url}/janus`, { method: 'POST', body: JSON.stringify({ janus: 'create', transaction: '1', token }) })).json()).error.code;
// An address that is not known has no limit.
assert.deepEqual([await create('a.b.c'), await create('a.b.d')], [403, 490]);
await gateway.close({ drain: 0 });
await janus.stop();
console.log('ok');
process.exit();
