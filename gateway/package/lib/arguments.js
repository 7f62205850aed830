// The arguments of the application: what is wrong with them is its own fault, and is said before the core is called.
import { isId } from '../bifrons/lib/id.js';
import { nearest } from '../bifrons/lib/nearest.js';
import { isObject, problemOfNew } from '../bifrons/token/problem.js';
import { GatewayError, textOf } from './errors.js';

/** The members of a recorded request. */
const RECORDED = ['name', 'tenant', 'subject', 'roles', 'grants', 'claims', 'plugin', 'body', 'entered', 'jsep', 'expect', 'expect_body'];

/** @param {string} method @param {string} text */
export const invalid = (method, text) => new GatewayError('invalid_argument', `${method}: ${text}`);

/** The name that was meant, as the core says it. @param {string} name @param {readonly string[]} names */
export function didYouMean(name, names) {
  const similar = nearest(name, names);
  return similar === undefined ? '' : `; did you mean \`${similar}\`?`;
}

/** An object with these members, and no others. @param {string} method @param {any} value @param {readonly string[]} names */
function mustHave(method, value, names) {
  if (!isObject(value)) throw invalid(method, `its argument is an object with ${names.map((name) => `\`${name}\``).join(', ')}`);
  const other = Object.keys(value).find((name) => !names.includes(name) && value[name] !== undefined);
  if (other !== undefined) throw invalid(method, `unknown argument \`${other}\`${didYouMean(other, names)}`);
}

/** @param {string} method @param {string} name @param {unknown} value */
function mustBeText(method, name, value) {
  if (value === undefined) throw invalid(method, `\`${name}\` is missing`);
  if (typeof value !== 'string' || value === '') throw invalid(method, `\`${name}\` is a text that is not empty`);
}

/** @param {string} method @param {unknown} tenant */
export function mustBeTenant(method, tenant) {
  if (tenant !== undefined) mustBeText(method, 'tenant', tenant);
}

/** @param {string} method @param {any} user */
export function mustBeUser(method, user, names = ['tenant', 'subject']) {
  mustHave(method, user, names);
  mustBeTenant(method, user.tenant);
  mustBeText(method, 'subject', user.subject);
}

/** @param {any} change */
export function mustBeChange(change) {
  mustBeUser('changeGrants', change, ['tenant', 'subject', 'grants']);
  mustBeGrants('changeGrants', change.grants);
}

/** @param {any} ban */
export function mustBeBan(ban) {
  mustHave('ban', ban, ['tenant', 'subject', 'room', 'all']);
  const { tenant, subject, room, all } = ban;
  mustBeTenant('ban', tenant);
  if (all === undefined) {
    if (subject === undefined) throw invalid('ban', '`subject` is missing: a user, or `all: true` for all users');
    mustBeText('ban', 'subject', subject);
  } else if (all !== true) {
    throw invalid('ban', '`all` is true, or absent');
  } else if (subject !== undefined) {
    throw invalid('ban', '`all` takes the place of `subject`');
  }
  if (room === undefined) throw invalid('ban', '`room` is missing');
  if (!isId(room) && (typeof room !== 'string' || room === '')) throw invalid('ban', '`room` is a whole number from 0 to 2^53 - 1, or a text that is not empty');
}

/** @param {string} method @param {unknown} id */
export function mustBeSession(method, id) {
  if (!isId(id)) throw invalid(method, 'a session\'s id is a whole number from 0 to 2^53 - 1');
}

/** @param {any} recorded */
export function mustBeRecorded(recorded) {
  mustHave('explain', recorded, RECORDED);
  if (recorded.grants !== undefined) mustBeGrants('explain', recorded.grants);
}

/** @param {string} method @param {unknown} grants */
function mustBeGrants(method, grants) {
  const problem = grants === undefined ? '`grants` is missing' : problemOfNew(grants);
  if (problem) throw invalid(method, problem);
}

/** What is JSON as a text. @param {string} method @param {unknown} value */
export function textOfJson(method, value) {
  let text;
  try {
    text = JSON.stringify(value);
  } catch (error) {
    throw invalid(method, `its argument is no JSON: ${textOf(error)}`);
  }
  if (text === undefined) throw invalid(method, 'its argument is no JSON');
  return text;
}

/** @param {any} server @param {any} options */
export function mustBeServer(server, options) {
  for (const name of ['on', 'off', 'listenerCount']) {
    if (typeof server?.[name] !== 'function') throw invalid('attach', 'its first argument is an `http.Server` or `https.Server`');
  }
  mustHave('attach', options, ['path']);
  if (options.path !== undefined && !(typeof options.path === 'string' && options.path.startsWith('/'))) throw invalid('attach', '`path` is a text that begins with `/`');
}

/** @param {any} request @param {any} from */
export function mustBeRequest(request, from) {
  if (typeof request?.url !== 'string' || typeof request.headers?.get !== 'function') throw invalid('fetch', 'its first argument is a `Request`');
  mustHave('fetch', from, ['address', 'path']);
  for (const name of ['address', 'path']) {
    if (from[name] !== undefined && typeof from[name] !== 'string') throw invalid('fetch', `\`${name}\` is a text`);
  }
}

/** @param {any} registry */
export function mustBeRegistry(registry) {
  if (typeof registry?.registerMetric !== 'function') throw invalid('registerMetrics', 'its argument is a `Registry` of prom-client');
}

/** @param {any} options */
export function mustBeEnd(options) {
  mustHave('close', options, ['drain']);
  const { drain } = options;
  if (drain !== undefined && !(Number.isFinite(drain) && drain >= 0)) throw invalid('close', '`drain` is a number of seconds from 0');
}
