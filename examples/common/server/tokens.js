import { signToken } from 'bifrons/token';

/** Signs tokens for these plugins; the secret, Janus's `token_auth_secret`, never leaves this server. */
export const signer = ({ secret, valid_s }, plugins) => () => signToken(secret, { plugins, valid_s });

/** Checks a configuration's `janus.tokens`; adds the problems to `problems`. */
export function checkTokens({ valid_s = 3600, direct }, secret, problems) {
  if (!secret) problems.push('janus.tokens: the environment must have Janus\'s token_auth_secret as JANUS_TOKEN_SECRET');
  if (!Number.isInteger(valid_s) || valid_s < 1) problems.push('janus.tokens.valid_s: must be a whole number of seconds above 0');
  const isAddress = direct === undefined || (typeof direct === 'string' && /^wss?:$/.test(URL.canParse(direct) && new URL(direct).protocol));
  if (!isAddress) problems.push('janus.tokens.direct: must be the ws:// or wss:// address of Janus for pages');
  return { secret, valid_s, direct };
}
