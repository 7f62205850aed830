import { nearest } from './nearest.js';

/** The number of unknown fields of a request that are logged. */
const MOST_WARNINGS = 32;

/**
 * The fields of a request, or of what Janus sends.
 * @typedef {object} Fields
 * @property {string} text the names on the wire; `wire:name` where the package has another name
 * @property {Record<string, Fields>} parts the fields of objects inside, and of lists of them
 * @property {Record<string, true>} [known] the names on the wire; read when they are first needed
 * @property {Set<string>} [logged] the unknown fields that were logged
 */

/**
 * @param {string} text
 * @param {Record<string, Fields>} [parts]
 * @returns {Fields}
 */
export const fields = (text, parts = {}) => ({ text, parts });

/** @param {Fields} fields */
function knownOf(fields) {
  const known = Object.create(null);
  for (const name of fields.text.split(' ')) known[name.split(':')[0]] = true;
  return (fields.known = known);
}

/**
 * Gives a result or an event the fields that the definition does not have as `extra`; it keeps them, too.
 * @template T
 * @param {T} to
 * @param {Record<string, unknown>} data what Janus sent
 * @param {Fields} fields
 * @returns {T}
 */
export function withExtra(to, data, fields) {
  const known = fields.known ?? knownOf(fields);
  for (const name in data) if (known[name] === undefined) return addExtra(to, data, known);
  return to;
}

/**
 * @template T
 * @param {T} to
 * @param {Record<string, unknown>} data
 * @param {Record<string, true>} known
 */
function addExtra(to, data, known) {
  const value = Object.fromEntries(Object.entries(data).filter(([name]) => known[name] === undefined));
  // Not enumerable: the object keeps the fields that Janus sent, and no others.
  return Object.defineProperty(to, 'extra', { value, enumerable: false, configurable: true });
}

/**
 * Logs each field of a request that the definition does not have, once. The field is sent.
 * @param {{ write: (level: 'warning', text: string, fields: Record<string, unknown>) => void }} log
 * @param {string} where the request
 * @param {any} body
 * @param {Fields} fields
 * @param {Fields} [request] the fields of the whole request
 * @param {string} [path]
 */
export function warnOfUnknown(log, where, body, fields, request = fields, path = '') {
  const known = fields.known ?? knownOf(fields);
  for (const name in body) {
    if (known[name] === undefined) {
      warn(log, where, name, fields, request, path);
    } else if (fields.parts[name] !== undefined) {
      const part = body[name];
      const all = Array.isArray(part) ? part : [part];
      for (const one of all) if (typeof one === 'object') warnOfUnknown(log, where, one, fields.parts[name], request, `${path}${name}.`);
    }
  }
}

/**
 * @param {Parameters<typeof warnOfUnknown>[0]} log
 * @param {string} where
 * @param {string} name
 * @param {Fields} fields
 * @param {Fields} request
 * @param {string} path
 */
function warn(log, where, name, fields, request, path) {
  const logged = (request.logged ??= new Set());
  if (logged.size >= MOST_WARNINGS || logged.has(path + name)) return;
  logged.add(path + name);
  const names = fields.text.split(' ').map((pair) => pair.split(':').at(-1) ?? '');
  const similar = nearest(name, names);
  const field = path + name;
  log.write('warning', `${where} has no field ${JSON.stringify(field.slice(0, 100))}, which is sent to Janus all the same${similar ? `: did you mean "${path}${similar}"?` : ''}`, { field: field.slice(0, 100) });
}
