// Run by each runtime: a gateway before the mock server, pages, and the end.
import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';

import Bifrons from 'bifrons';
import EchoTest from 'bifrons/plugins/echotest';
import { MockJanus, offerOf } from 'bifrons/testing';
import { GrantToken } from 'bifrons/token';
import { createGateway } from 'bifrons-gateway';

// Its log is on the standard output, too.
Bifrons.Logger.setLevel('none');
const secret = 'the secret that the application and the gateway share';
const keys = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
const jwk = await webcrypto.subtle.exportKey('jwk', keys.publicKey);
const janus = await MockJanus.start();
const gateway = createGateway({
  janus: { addresses: [janus.url] },
  issuers: [
    { name: 'app', audiences: ['gateway'], secret, at_most: 'all' },
    { name: 'elliptic', audiences: ['gateway'], jwk, at_most: 'all' },
  ],
  policy: async ({ app }) => (app === 'no' ? { refuse: 'not today' } : 'allow'),
  logger: false,
});
await gateway.connected();
const server = createServer(gateway.handler);
gateway.attach(server);
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const address = `127.0.0.1:${server.address().port}`;

const mint = (issuer, key) => GrantToken.mint({ key, issuer, subject: 'anna', audience: 'gateway', valid_s: 3600, grants: { plugins: ['echotest'] } });
for (const token of [await mint('app', secret), await mint('elliptic', keys.privateKey)]) {
  const connection = await Bifrons.connect({ address: { url: `ws://${address}/`, token } });
  const session = await connection.create();
  const echo = await session.attach(EchoTest);
  const { jsep } = await echo.start({ audio: true, jsep: offerOf(['audio']) }).then((found) => ({ jsep: found.jsep ?? found }));
  assert.ok(jsep);
  await connection.close();
}
await assert.rejects(async () => {
  const connection = await Bifrons.connect({ address: { url: `ws://${address}/`, token: await mint('app', `${secret}.`) } });
  await connection.create().finally(() => connection.close());
}, /signature is wrong/);

let last = 0;
const post = async (path, message) => (await fetch(`http://${address}/janus${path}`, { method: 'POST', body: JSON.stringify({ transaction: `${(last += 1)}`, token: await mint('app', secret), ...message }) })).json();
const { data: { id } } = await post('', { janus: 'create' });
const { data: { id: handle } } = await post(`/${id}`, { janus: 'attach', plugin: 'janus.plugin.echotest' });
assert.equal((await post(`/${id}/${handle}`, { janus: 'message', body: { audio: true, app: 'no' } })).error.reason, 'not today');
assert.equal((await post(`/${id}/${handle}`, { janus: 'message', body: { audio: true }, jsep: offerOf(['audio']) })).janus, 'ack');
const event = await (await fetch(`http://${address}/janus/${id}?token=${await mint('app', secret)}`)).json();
assert.equal(event.plugindata.data.result, 'ok');
assert.deepEqual(gateway.counts(), { sessions: 1, handles: 1 });
await gateway.close({ drain: 0 });
await janus.stop();
server.close();
server.closeAllConnections?.();
console.log('ok');
process.exit();
