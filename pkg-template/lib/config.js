import { invalidArgument, invalidConfig } from './errors.js';
import { Log } from './log.js';
import { nearest } from './nearest.js';

const optional = {
  retry_time_secs: 'number',
  max_retries: 'number',
  is_admin: 'boolean',
  destroy_on_unload: 'boolean',
  ws_options: 'object',
  request_timeout_ms: 'number',
  max_message_size: 'number',
  max_requests: 'number',
  max_events: 'number',
  max_held_events: 'number',
  WebSocket: 'function',
  transport: 'function',
  logger: 'object',
  clock: 'object',
};

/** The names of all options, by the path of the object that has them. */
const names = {
  '': [...Object.keys(optional), 'address', 'server_key', 'reconnect'],
  'address.': ['url', 'apisecret', 'token'],
  'reconnect.': ['within_secs', 'rebuild'],
};

/** The options that accept Infinity. */
const endless = ['max_retries', 'request_timeout_ms'];

/**
 * The entry of a list of servers that `key` names.
 * @param {any} config
 * @param {string | number | null | undefined} key
 */
function choose(config, key) {
  const entries = Array.isArray(config) ? config : [config];
  if (!['undefined', 'string', 'number'].includes(typeof (key ?? undefined))) {
    throw invalidConfig('the key of a server configuration must be a string or a number');
  }
  const byName = (/** @type {any} */ entry) => entry?.server_key === key;
  const chosen = typeof key === 'string' && key !== '' ? entries.find(byName) : entries[Number(key || 0)];
  if (!chosen) throw invalidConfig(`server configuration not defined for server #${key || 0}`);
  return chosen;
}

/**
 * Refuses an option with an unknown name: it would have no effect.
 * @param {object} options
 * @param {keyof typeof names} path
 */
function checkNames(options, path) {
  const unknown = Object.keys(options).find((name) => !names[path].includes(name));
  if (unknown === undefined) return;
  const similar = nearest(unknown, names[path]);
  const known = similar ? `did you mean "${path}${similar}"?` : `expected one of ${names[path].join(', ')}`;
  throw invalidConfig(`invalid configuration, unknown parameter "${path}${unknown.slice(0, 100)}": ${known}`);
}

/** @param {any} address */
function checkAddress(address) {
  checkNames(address, 'address.');
  const { url, apisecret, token } = address;
  if (typeof url !== 'string' || url === '') throw invalidConfig('invalid configuration, missing server url attribute ');
  for (const [name, value] of Object.entries({ apisecret, token })) {
    if (value !== undefined && value !== null && typeof value !== 'string') {
      throw invalidConfig(`invalid configuration, "${name}" must be a string`);
    }
  }
  return { url, secret: apisecret ?? undefined, token: token ?? undefined };
}

/**
 * Checks a configuration and converts it to the engine's settings.
 * @param {any} config
 * @param {string | number | null} [key]
 */
export function readConfig(config, key) {
  const chosen = choose(config, key);
  if (typeof chosen === 'object') checkNames(chosen, '');
  if (!chosen.address) throw invalidConfig('invalid configuration, missing parameter "address"');
  const addresses = Array.isArray(chosen.address) ? chosen.address : [chosen.address];
  if (addresses.length === 0) throw invalidConfig('invalid configuration, empty parameter "address"');
  if (addresses.some((/** @type {unknown} */ address) => address === null || typeof address !== 'object')) {
    throw invalidConfig('invalid configuration, every element of address attribute must be an object');
  }
  for (const [name, type] of Object.entries(optional)) {
    const value = chosen[name];
    const missing = value === undefined || value === null;
    const inRange = () => type !== 'number' || (value >= 0 && (Number.isFinite(value) || endless.includes(name)));
    if (missing || (typeof value === type && inRange())) continue;
    const range = type === 'number' ? ` from 0 on${endless.includes(name) ? '' : ', not Infinity'}` : '';
    throw invalidConfig(`invalid configuration, "${name}" must be ${type === 'object' ? 'an' : 'a'} ${type}${range}`);
  }
  const clock = readClock(chosen.clock);
  return {
    recovery: readRecovery(chosen.reconnect),
    prepare: typeof chosen.reconnect?.rebuild === 'function' ? chosen.reconnect.rebuild : undefined,
    get holds_rebuilt() {
      return this.prepare !== undefined;
    },
    addresses: addresses.map(checkAddress),
    is_admin: chosen.is_admin ?? false,
    destroy_on_unload: chosen.destroy_on_unload ?? true,
    max_retries: Math.trunc(chosen.max_retries ?? 5),
    retry_time_ms: (chosen.retry_time_secs ?? 10) * 1000,
    request_timeout_ms: chosen.request_timeout_ms ?? undefined,
    max_message_size: chosen.max_message_size ?? undefined,
    max_requests: chosen.max_requests ?? undefined,
    max_events: chosen.max_events ?? undefined,
    max_held_events: chosen.max_held_events ?? undefined,
    log: new Log(readLogger(chosen.logger)),
    clock,
    now: clock?.now === undefined ? () => performance.now() : () => clock.now(),
    /** @type {Function | undefined} */
    WebSocket: chosen.WebSocket ?? undefined,
    /** @type {import('./transports/custom.js').Transport | undefined} */
    transport: chosen.transport ?? undefined,
    /** @type {object | undefined} */
    ws_options: chosen.ws_options ?? undefined,
  };
}

/**
 * Reads the recovery after an outage; `undefined` for none.
 * @param {unknown} reconnect
 */
function readRecovery(reconnect) {
  if (reconnect === undefined || reconnect === null || reconnect === false) return undefined;
  if (reconnect !== true && (typeof reconnect !== 'object' || Array.isArray(reconnect))) {
    throw invalidConfig('invalid configuration, "reconnect" must be a boolean or an object');
  }
  if (reconnect !== true) checkNames(reconnect, 'reconnect.');
  const { within_secs, rebuild = false } = /** @type {any} */ (reconnect === true ? {} : reconnect);
  if (within_secs !== undefined && !(typeof within_secs === 'number' && within_secs >= 0)) {
    throw invalidConfig('invalid configuration, "reconnect.within_secs" must be a number of seconds');
  }
  if (!['boolean', 'function'].includes(typeof rebuild)) {
    throw invalidConfig('invalid configuration, "reconnect.rebuild" must be a boolean or a function');
  }
  return { within_ms: within_secs === undefined ? undefined : within_secs * 1000, rebuild: rebuild !== false };
}

/** @param {any} logger */
function readLogger(logger) {
  if (logger === undefined || logger === null) return undefined;
  const missing = ['debug', 'info', 'warn', 'error'].find((method) => typeof logger[method] !== 'function');
  if (missing) throw invalidConfig(`invalid configuration, "logger" must have the methods debug, info, warn and error: ${missing} is missing`);
  return logger;
}

/**
 * Reads the application's clock; `undefined` for the runtime's.
 * @param {any} clock
 */
function readClock(clock) {
  if (clock === undefined || clock === null) return undefined;
  for (const name of ['now', 'setTimeout', 'clearTimeout']) {
    if (clock[name] !== undefined && typeof clock[name] !== 'function') {
      throw invalidConfig(`invalid configuration, "clock.${name}" must be a function`);
    }
  }
  if ((clock.setTimeout === undefined) !== (clock.clearTimeout === undefined)) {
    throw invalidConfig('invalid configuration, "clock" must have both setTimeout and clearTimeout, or neither');
  }
  return clock;
}

/**
 * The interval at which a session is kept alive, in milliseconds.
 * @param {number | undefined | null} seconds
 */
export function readInterval(seconds) {
  if (seconds === undefined || seconds === null) return undefined;
  if (typeof seconds !== 'number' || !(seconds > 0) || !Number.isFinite(seconds)) {
    throw invalidArgument('the keepalive interval must be a number of seconds above 0', 'create');
  }
  return seconds * 1000;
}
