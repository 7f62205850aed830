// Tokens by jose: prints keys, tokens of each algorithm, and forged ones with the reason why they are refused.
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';

const [issuer, audience, secret] = process.argv.slice(2);
const claims = { janus: { plugins: ['echotest'] } };
const jwt = (change = (token) => token) => change(new SignJWT(claims).setIssuer(issuer).setSubject('anna').setAudience(audience).setIssuedAt().setExpirationTime('2m'));
const shared = new TextEncoder().encode(secret);

const pairs = Object.fromEntries(await Promise.all(['ES256', 'EdDSA', 'RS256'].map(async (alg) => [alg, await generateKeyPair(alg, { extractable: true })])));
const keys = await Promise.all(Object.entries(pairs).map(async ([alg, { publicKey }]) => ({ ...(await exportJWK(publicKey)), kid: alg, alg, use: 'sig' })));
const signed = (alg, key, token = jwt(), kid = alg) => token.setProtectedHeader({ alg, typ: 'JWT', kid }).sign(key);
const tokens = [['HS256', await signed('HS256', shared)]];
for (const [alg, { privateKey }] of Object.entries(pairs)) tokens.push([alg, await signed(alg, privateKey)]);

const { privateKey } = pairs.ES256;
const foreign = await generateKeyPair('ES256');
const longer = await generateKeyPair('ES384');
const forged = [
  ["the token's signature is wrong", await signed('ES256', foreign.privateKey)],
  ['the issuer has no such key', await signed('ES256', foreign.privateKey, jwt(), 'other')],
  ["the token's algorithm is not HS256, RS256, ES256 or EdDSA", await signed('ES384', longer.privateKey)],
  ["the token's algorithm is not HS256, RS256, ES256 or EdDSA", new UnsecuredJWT({ ...claims, iss: issuer, sub: 'anna', aud: audience, exp: 4e9 }).encode()],
  ['the token has expired', await signed('ES256', privateKey, jwt((token) => token.setExpirationTime('2m ago')))],
  ['the token is not valid yet', await signed('ES256', privateKey, jwt((token) => token.setNotBefore('2m')))],
  ['the token is for another audience (aud)', await signed('ES256', privateKey, jwt((token) => token.setAudience('other')))],
  ["the token's issuer (iss) is not known", await signed('ES256', privateKey, jwt((token) => token.setIssuer(`${issuer}/`)))],
  ["the token's signature is wrong", await signed('HS256', new TextEncoder().encode(JSON.stringify(keys[0])))],
  ['the token is longer than 8 KB', await signed('ES256', privateKey, jwt((token) => token.setSubject('a'.repeat(8192))))],
];
console.log(JSON.stringify({ keys, tokens, forged }));
