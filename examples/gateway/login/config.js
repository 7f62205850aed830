import { section } from '../../common/server/config.js';

const FIELDS = ['url', 'admin', 'issuer', 'audience', 'room'];
const SECRETS = ['TOKEN_SECRET', 'ADMIN_SECRET', 'HOST_KEY'];

/** Checks the section `gateway`, and the secrets, which come from the environment. */
export function checkGateway(value, problems) {
  const { url, admin, issuer, audience, room } = section(value, 'gateway', FIELDS, problems);
  checkAddress(url, 'gateway.url', ['ws:', 'wss:'], problems);
  checkAddress(admin, 'gateway.admin', ['http:', 'https:'], problems);
  if (!isText(issuer)) problems.push('gateway.issuer: must be the name of an issuer of the gateway');
  if (!isText(audience)) problems.push('gateway.audience: must be an audience of this issuer');
  if (!Number.isSafeInteger(room) || room <= 0) problems.push('gateway.room: must be the number of the room');
  const [tokenSecret, adminSecret, hostKey] = SECRETS.map((name) => process.env[name]);
  for (const name of SECRETS) if (!process.env[name]) problems.push(`${name}: set this environment variable`);
  return { url, admin, issuer, audience, room, tokenSecret, adminSecret, hostKey };
}

function checkAddress(address, name, schemes, problems) {
  const scheme = isText(address) && URL.canParse(address) && new URL(address).protocol;
  if (!schemes.includes(scheme)) problems.push(`${name}: must be an address with ${schemes.join('// or ')}//`);
}

const isText = (value) => typeof value === 'string' && value !== '';
