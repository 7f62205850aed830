import { isId } from '../lib/id.js';
import { nearest } from '../lib/nearest.js';
import { REQUIRED, TYPES } from './grants.js';

const MEDIA = ['audio', 'video', 'screen', 'data'];

/** @param {unknown} value */
const isText = (value) => typeof value === 'string';
/** @param {unknown} value */
const isPattern = (value) => isText(value) || isId(value);
/**
 * @param {(value: unknown) => boolean} of
 * @returns {(value: unknown) => boolean}
 */
const listOf = (of) => (value) => Array.isArray(value) && value.every(of);

/**
 * The kinds of values that are no grants themselves: what they are, and their description.
 * @type {Record<string, [(value: any) => boolean, string]>}
 */
const KINDS = {
  boolean: [(value) => typeof value === 'boolean', 'true or false'],
  pattern: [isPattern, 'a text or a whole number from 0 to 2^53 - 1'],
  patterns: [listOf(isPattern), 'a list of texts and whole numbers from 0 to 2^53 - 1'],
  text: [(value) => value === null || isText(value), 'a text'],
  texts: [listOf(isText), 'a list of texts'],
  media: [listOf(isText), 'a list of kinds of media'],
  number: [(value) => value === null || isId(value), 'a whole number from 0 to 2^53 - 1'],
  object: [isObject, 'an object'],
};

/** @param {unknown} value */
export function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Returns what is wrong with the grants of a token that is read. A member that is not known grants nothing.
 * @param {unknown} grants
 */
export const problemOfRead = (grants) => problemOf('Grants', grants, 'grants', () => undefined);

/**
 * Returns what is wrong with the grants of a new token: unknown members, too, which are misspelt ones.
 * @param {unknown} grants
 */
export const problemOfNew = (grants) => problemOf('Grants', grants, 'grants', misspelt);

/**
 * @param {string} name
 * @param {string[]} names
 * @param {string} where
 */
function misspelt(name, names, where) {
  if (names.includes(name)) return undefined;
  const similar = nearest(name, names);
  return `${where} has no ${JSON.stringify(name.slice(0, 100))}${similar ? `: did you mean "${similar}"?` : ''}`;
}

/**
 * @param {string} type
 * @param {any} value
 * @param {string} path
 * @param {(name: string, names: string[], where: string) => string | undefined} unknown what is wrong with an unknown name
 * @returns {string | undefined}
 */
function problemOf(type, value, path, unknown) {
  if (!isObject(value)) return `${path} must be an object`;
  const members = TYPES[type];
  for (const name of Object.keys(value)) {
    if (value[name] === undefined) continue;
    const problem = unknown(name, Object.keys(members), path);
    if (problem) return problem;
  }
  for (const [name, kind] of Object.entries(members)) {
    const problem = problemOfMember(kind, value[name], `${path}.${name}`, REQUIRED.includes(`${type}.${name}`), unknown);
    if (problem) return problem;
  }
  return undefined;
}

/**
 * @param {string} kind
 * @param {any} value
 * @param {string} path
 * @param {boolean} isRequired
 * @param {Parameters<typeof problemOf>[3]} unknown
 */
function problemOfMember(kind, value, path, isRequired, unknown) {
  if (value === undefined) return isRequired ? `${path} is missing` : undefined;
  const [type, list] = kind.split(' ');
  if (type in TYPES) {
    if (!list) return value === null ? undefined : problemOf(type, value, path, unknown);
    const all = Array.isArray(value) ? value : [value];
    return all.map((one) => problemOf(type, one, path, unknown)).find(Boolean);
  }
  const [is, description] = KINDS[kind];
  if (!is(value)) return `${path} must be ${description}`;
  return kind === 'media' ? value.map((/** @type {string} */ name) => unknown(name, MEDIA, path)).find(Boolean) : undefined;
}
