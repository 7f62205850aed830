import { signToken } from 'bifrons/token';

/** Signs tokens for these plugins; the secret, Janus's `token_auth_secret`, never leaves here. */
export const signer = ({ secret, valid_s }, plugins) => () => signToken(secret, { plugins, valid_s });

/** What is wrong with a configuration's `janus.tokens` goes into `faults`. */
export function checkTokens({ valid_s = 3600, direct }, secret, faults) {
  if (!secret) faults.push('janus.tokens: the environment must have Janus\'s token_auth_secret as JANUS_TOKEN_SECRET');
  if (!Number.isInteger(valid_s) || valid_s < 1) faults.push('janus.tokens.valid_s: must be a whole number of seconds above 0');
  const isAddress = direct === undefined || (typeof direct === 'string' && /^wss?:$/.test(URL.canParse(direct) && new URL(direct).protocol));
  if (!isAddress) faults.push('janus.tokens.direct: must be the ws:// or wss:// address that pages reach Janus at');
  return { secret, valid_s, direct };
}
