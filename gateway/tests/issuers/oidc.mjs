// An OpenID issuer on a port of this machine. Its standard input has commands, one a line, each with one response:
// `token ROLE AUDIENCE` requests an access token by client credentials, `rotate` replaces the issuer's key.
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';

import { exportJWK, generateKeyPair } from 'jose';
import { Provider } from 'oidc-provider';

const respond = (word, text = '') => process.stdout.write(`=${word} ${text}\n`);
const server = createServer((request, response) => handle(request, response));
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const issuer = `http://127.0.0.1:${server.address().port}`;
let number = 0;
let handle;

async function rotate() {
  number += 1;
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: `key-${number}`, alg: 'ES256', use: 'sig' };
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'anna', client_secret: 'a secret', grant_types: ['client_credentials'], id_token_signed_response_alg: 'ES256', redirect_uris: [], response_types: [] }],
    jwks: { keys: [key] },
    scopes: ['guest', 'host'],
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_, resource) => ({
          scope: 'guest host', audience: resource.split(':').pop(), accessTokenFormat: 'jwt', jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
    extraTokenClaims: (_, token) => ({ realm_access: { roles: [token.scope] } }),
  });
  handle = provider.callback();
}

async function token(role, audience) {
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa('anna:a+secret')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: role, resource: `urn:${audience}` }),
  });
  const body = await response.json();
  if (!body.access_token) throw new Error(JSON.stringify(body));
  return body.access_token;
}

await rotate();
respond('ready', issuer);
for await (const line of createInterface({ input: process.stdin })) {
  const [command, ...words] = line.split(' ');
  if (command === 'token') respond('token', await token(...words));
  if (command === 'rotate') respond('rotated', await rotate());
}
process.exit();
