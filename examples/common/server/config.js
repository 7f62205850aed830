import { readFileSync } from 'node:fs';
import { checkTokens } from './tokens.js';

export class ConfigError extends Error {}

/** `checks` names the sections that an example has beside `janus` and `web`: { name: check(value, faults) }. */
export function readConfig(path, checks) {
  return checkConfig(parse(read(path), path), checks);
}

/** Gives the configuration with its defaults filled in, or one ConfigError that names every fault. */
export function checkConfig(config, checks = {}) {
  const all = { janus: checkJanus, web: checkWeb, ...checks };
  const faults = [];
  const given = section(config, 'configuration', Object.keys(all), faults);
  const checked = {};
  for (const [name, check] of Object.entries(all)) checked[name] = check(given[name], faults);
  if (faults.length > 0) throw new ConfigError(`wrong configuration:\n  ${faults.join('\n  ')}`);
  return checked;
}

function checkJanus(janus, faults) {
  const { address, retry_time_secs = 10, tokens } = section(janus, 'janus', ['address', 'retry_time_secs', 'tokens'], faults);
  const pause = Number.isFinite(retry_time_secs) && retry_time_secs > 0;
  if (!pause) faults.push('janus.retry_time_secs: must be a number of seconds above 0');
  if (!Array.isArray(address) || address.length === 0) {
    faults.push('janus.address: must be a list with at least one { url, apisecret }');
    return undefined;
  }
  const checked = { address: address.map((one, index) => checkAddress(one, `janus.address[${index}]`, faults)), retry_time_secs };
  if (tokens === undefined) return checked;
  const given = section(tokens, 'janus.tokens', ['valid_s', 'direct'], faults);
  return { ...checked, tokens: checkTokens(given, process.env.JANUS_TOKEN_SECRET, faults) };
}

function checkAddress(address, name, faults) {
  const { url, apisecret } = section(address, name, ['url', 'apisecret'], faults);
  const scheme = typeof url === 'string' && URL.canParse(url) && new URL(url).protocol;
  if (scheme !== 'ws:' && scheme !== 'wss:') faults.push(`${name}.url: must be a ws:// or wss:// address`);
  if (apisecret !== undefined && typeof apisecret !== 'string') faults.push(`${name}.apisecret: must be a string`);
  return apisecret ? { url, apisecret } : { url };
}

const WEB_FIELDS = ['port', 'bind', 'key', 'cert', 'hosts', 'behind_proxy'];
const isHostName = (name) => typeof name === 'string' && URL.canParse(`http://${name}`) && new URL(`http://${name}`).hostname === name;

function checkWeb(web, faults) {
  const { port, bind, key, cert, hosts = [], behind_proxy = false } = section(web, 'web', WEB_FIELDS, faults);
  const validPort = Number.isInteger(port) && port >= 0 && port <= 65535;
  if (!validPort) faults.push('web.port: must be a whole number from 0 to 65535');
  if (typeof bind !== 'string' || bind === '') faults.push('web.bind: must be the address to listen on');
  if (Boolean(key) !== Boolean(cert)) faults.push('web.key, web.cert: give both files for https, or neither');
  const tls = key && cert ? { key: readPem(key, 'web.key', faults), cert: readPem(cert, 'web.cert', faults) } : null;
  if (!Array.isArray(hosts) || !hosts.every(isHostName)) faults.push('web.hosts: must be a list of host names, in lower case and without port');
  if (typeof behind_proxy !== 'boolean') faults.push('web.behind_proxy: must be true or false');
  return { port, bind, tls, hosts, behind_proxy };
}

function readPem(path, name, faults) {
  try {
    return readFileSync(path);
  } catch (error) {
    faults.push(`${name}: cannot read the file (${error.code ?? 'no path'})`);
    return undefined;
  }
}

/** The value as an object of the known fields; what is wrong with it goes into `faults`. */
export function section(value, name, known, faults) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    faults.push(`${name}: must be an object with ${known.join(', ')}`);
    return {};
  }
  for (const key of Object.keys(value)) {
    if (!known.includes(key)) faults.push(`${name}: has no field "${key}" (known: ${known.join(', ')})`);
  }
  return value;
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new ConfigError(`cannot read ${path} (${error.code}); copy config.template.json there and fill it in`);
  }
}

function parse(text, path) {
  try {
    return JSON.parse(text);
  } catch (error) {
    // The parser's own message may quote the file, and the file holds secrets.
    const position = /position (\d+)/.exec(error.message)?.[1];
    const line = position && text.slice(0, Number(position)).split('\n').length;
    throw new ConfigError(`${path} is not valid JSON${line ? `, see line ${line}` : ''}`);
  }
}
