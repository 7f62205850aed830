import { GatewayError } from './errors.js';

/** A text of TOML has the escapes of JSON. */
const quoted = (/** @type {string} */ text) => JSON.stringify(text).replaceAll('\u007f', '\\u007f');

/**
 * Writes settings of an application as TOML, which the core reads: each value begins on a line of its own, so that the
 * line of a problem gives its place.
 * @param {Record<string, unknown>} settings
 * @returns {{ text: string, placeOf(line: number): string }}
 */
export function toToml(settings) {
  // To the core what is missing altogether is at the first line: that is no place in the object.
  const lines = [''];
  const places = [''];

  /** @param {string} place @param {string} text */
  const write = (place, text) => {
    lines.push(text);
    places.push(place);
  };

  /** @param {string} place @param {string} before @param {unknown} value @param {string} after */
  const writeValue = (place, before, value, after) => {
    if (Array.isArray(value)) {
      write(place, `${before}[`);
      value.forEach((element, index) => writeValue(`${place}[${index}]`, '', element, ','));
      write(place, `]${after}`);
    } else if (isPlain(value)) {
      write(place, `${before}{`);
      for (const [name, member] of membersOf(value)) writeValue(`${place}.${name}`, `${quoted(name)} = `, member, ',');
      write(place, `}${after}`);
    } else {
      write(place, `${before}${scalar(place, value)}${after}`);
    }
  };

  for (const [name, value] of membersOf(settings)) writeValue(name, `${quoted(name)} = `, value, '');
  return { text: `${lines.join('\n')}\n`, placeOf: (line) => places[line - 1] ?? '' };
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isPlain = (value) => typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value));

/** What is undefined is not there. @param {Record<string, unknown>} object */
const membersOf = (object) => Object.entries(object).filter(([, value]) => value !== undefined);

/** @param {string} place @param {unknown} value */
function scalar(place, value) {
  switch (typeof value) {
    case 'string': return quoted(value);
    case 'boolean': case 'bigint': return String(value);
    case 'number':
      if (Number.isSafeInteger(value)) return String(value);
      // A whole number of this size is not exact.
      if (Number.isFinite(value) && !Number.isInteger(value)) return String(value);
  }
  const text = 'a setting is a text, a number, a boolean, a list or an object';
  throw new GatewayError('invalid_config', `createGateway: ${place}: ${text}`, [{ place, text }]);
}
