import { invalidArgument } from './errors.js';
import { fields, warnOfUnknown } from './fields.js';

/** The fields of each request. @type {Map<string, import('./fields.js').Fields>} */
const known = new Map();

/**
 * Reads the arguments of a method: the fields as one object and the options, or each field by itself and the options.
 * @param {import('./connection_log.js').ConnectionLog} log
 * @param {string} janus
 * @param {string[]} names the fields, the required ones first
 * @param {number} needed the number of required ones
 * @param {any[]} given
 */
export function adminRequest(log, janus, names, needed, given) {
  const [first] = given;
  const isObject = names.length > 0 && first !== null && typeof first === 'object';
  const body = isObject ? first : Object.fromEntries(names.map((name, at) => [name, given[at]]));
  const missing = names.slice(0, needed).find((name) => body[name] === undefined || body[name] === null);
  if (missing) throw invalidArgument(`${missing} parameter not specified`, janus);
  if (isObject) warnOfUnknown(log, `the request "${janus}"`, body, fieldsOf(janus, names));
  return { body, options: given[isObject ? 1 : names.length] };
}

/**
 * @param {string} janus
 * @param {string[]} names
 */
function fieldsOf(janus, names) {
  const present = known.get(janus) ?? fields(names.join(' '));
  known.set(janus, present);
  return present;
}
