// A Janus behind TLS, with a certificate of a private authority.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createServer } from 'node:tls';

import { MockJanus } from 'bifrons/testing';
import { createGateway } from 'bifrons-gateway';

import { issuers, noting, serve, startGateway, token } from './support/gateway.mjs';
import { Page } from './support/page.mjs';

/** Makes the certificate that an operator would make. */
function certificate(folder) {
  const [key, ca] = [join(folder, 'key.pem'), join(folder, 'ca.pem')];
  const kind = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'];
  execFileSync('openssl', [...kind, '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-keyout', key, '-out', ca], { stdio: 'pipe' });
  return { ca, key: readFileSync(key), cert: readFileSync(ca) };
}

test('it is reached where its authority is named, and the log says what to do where it is not', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'bifrons-gateway-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const { ca, ...secrets } = certificate(folder);
  const mock = await MockJanus.start();
  t.after(() => mock.stop());
  const front = createServer(secrets, (secure) => {
    const plain = connect(new URL(mock.url).port, '127.0.0.1');
    secure.pipe(plain).pipe(secure);
    for (const end of [secure, plain]) end.on('error', () => {});
  });
  front.on('tlsClientError', () => {});
  const address = `wss://localhost:${new URL((await serve(t, front)).url).port}/`;

  const { url } = await startGateway(t, { janus: { addresses: [address], ca_file: ca } });
  const page = await Page.open(url, { token: await token() });
  assert.equal((await page.message(await page.attach('janus.plugin.echotest'), { audio: true })).plugindata.data.result, 'ok');

  const logged = await new Promise((resolve) => {
    const texts = { push: resolve };
    const gateway = createGateway({ janus: { addresses: [address] }, issuers, logger: noting('warn', texts) });
    t.after(() => gateway.close({ drain: 0 }));
  });
  assert.match(logged, /^Janus can't be reached at wss:\/\/localhost.*`ca_file` of \[janus\]/);

  writeFileSync(ca, 'no certificate');
  assert.throws(() => createGateway({ janus: { addresses: [address], ca_file: ca }, issuers }), { message: /janus\.ca_file: .*no certificate in PEM/ });
});
