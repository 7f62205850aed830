import { readFileSync } from 'node:fs';
import { checkTokens } from './tokens.js';

export class ConfigError extends Error {}

/**
 * Reads a configuration. `checks` contains the sections of an example besides `janus` and `web`: { name: check(value, problems) },
 * or `janus: null` for one that does not connect to Janus.
 */
export function readConfig(path, checks) {
  return checkConfig(parse(read(path), path), checks);
}

/** Returns the configuration with its defaults; throws one ConfigError that names every problem. */
export function checkConfig(config, checks = {}) {
  const all = Object.entries({ janus: checkJanus, web: checkWeb, ...checks }).filter(([, check]) => check !== null);
  const problems = [];
  const given = section(config, 'configuration', all.map(([name]) => name), problems);
  const checked = {};
  for (const [name, check] of all) checked[name] = check(given[name], problems);
  if (problems.length > 0) throw new ConfigError(`invalid configuration:\n  ${problems.join('\n  ')}`);
  return checked;
}

function checkJanus(janus, problems) {
  const { address, retry_time_secs = 10, tokens } = section(janus, 'janus', ['address', 'retry_time_secs', 'tokens'], problems);
  const pause = Number.isFinite(retry_time_secs) && retry_time_secs > 0;
  if (!pause) problems.push('janus.retry_time_secs: must be a number of seconds above 0');
  if (!Array.isArray(address) || address.length === 0) {
    problems.push('janus.address: must be a list with at least one { url, apisecret }');
    return undefined;
  }
  const checked = { address: address.map((one, index) => checkAddress(one, `janus.address[${index}]`, problems)), retry_time_secs };
  if (tokens === undefined) return checked;
  const given = section(tokens, 'janus.tokens', ['valid_s', 'direct'], problems);
  return { ...checked, tokens: checkTokens(given, process.env.JANUS_TOKEN_SECRET, problems) };
}

function checkAddress(address, name, problems) {
  const { url, apisecret } = section(address, name, ['url', 'apisecret'], problems);
  const scheme = typeof url === 'string' && URL.canParse(url) && new URL(url).protocol;
  if (scheme !== 'ws:' && scheme !== 'wss:') problems.push(`${name}.url: must be a ws:// or wss:// address`);
  if (apisecret !== undefined && typeof apisecret !== 'string') problems.push(`${name}.apisecret: must be a string`);
  return apisecret ? { url, apisecret } : { url };
}

const WEB_FIELDS = ['port', 'bind', 'key', 'cert', 'hosts', 'behind_proxy'];
const isHostName = (name) => typeof name === 'string' && URL.canParse(`http://${name}`) && new URL(`http://${name}`).hostname === name;

function checkWeb(web, problems) {
  const { port, bind, key, cert, hosts = [], behind_proxy = false } = section(web, 'web', WEB_FIELDS, problems);
  const validPort = Number.isInteger(port) && port >= 0 && port <= 65535;
  if (!validPort) problems.push('web.port: must be a whole number from 0 to 65535');
  if (typeof bind !== 'string' || bind === '') problems.push('web.bind: must be the address to listen on');
  if (Boolean(key) !== Boolean(cert)) problems.push('web.key, web.cert: give both files for https, or neither');
  const tls = key && cert ? { key: readPem(key, 'web.key', problems), cert: readPem(cert, 'web.cert', problems) } : null;
  if (!Array.isArray(hosts) || !hosts.every(isHostName)) problems.push('web.hosts: must be a list of host names, in lower case and without port');
  if (typeof behind_proxy !== 'boolean') problems.push('web.behind_proxy: must be true or false');
  return { port, bind, tls, hosts, behind_proxy };
}

function readPem(path, name, problems) {
  try {
    return readFileSync(path);
  } catch (error) {
    problems.push(`${name}: cannot read the file (${error.code ?? 'no path'})`);
    return undefined;
  }
}

/** Returns the value as an object of the known fields; adds its problems to `problems`. */
export function section(value, name, known, problems) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    problems.push(`${name}: must be an object with ${known.join(', ')}`);
    return {};
  }
  for (const key of Object.keys(value)) {
    if (!known.includes(key)) problems.push(`${name}: has no field "${key}" (known: ${known.join(', ')})`);
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
    // The parser's message may quote the file, and the file contains secrets.
    const position = /position (\d+)/.exec(error.message)?.[1];
    const line = position && text.slice(0, Number(position)).split('\n').length;
    throw new ConfigError(`${path} is not valid JSON${line ? `, see line ${line}` : ''}`);
  }
}
