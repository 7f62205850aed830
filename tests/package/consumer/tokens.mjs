import { GrantToken } from 'bifrons/token';

/** Mints a token of the gateway and reads it: with WebCrypto, where there is no node:crypto. */
export async function tokens() {
  const who = { key: 'a secret of at least thirty-two bytes', issuer: 'app', audience: 'gateway' };
  const token = await GrantToken.mint({ ...who, subject: 'anna', valid_s: 60, grants: { plugins: ['echotest'] } });
  const { subject, grants } = await GrantToken.check(token, who);
  if (subject !== 'anna' || grants.plugins[0] !== 'echotest') throw new Error('the token says something else');
}
