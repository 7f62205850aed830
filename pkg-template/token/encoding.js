/** The deepest nesting that the gateway reads. */
const DEEPEST = 127;

/** @param {string | Uint8Array} data a text is written in UTF-8 */
export function toBase64url(data) {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * Returns the bytes, or undefined for what is no base64url. Each value has one text: no padding, no spare bits.
 * @param {string} text
 */
export function fromBase64url(text) {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return undefined;
  const bytes = fromBase64(text.replaceAll('-', '+').replaceAll('_', '/'));
  return toBase64url(bytes) === text ? bytes : undefined;
}

/** @param {string} text */
export const fromBase64 = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

/**
 * Reads JSON as the gateway does: without a member that is there twice, of which two readers could see different ones.
 * @param {Uint8Array} bytes
 * @throws what is no such JSON
 */
export function readJson(bytes) {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  const value = JSON.parse(text, checked);
  checkNames(text);
  return value;
}

/**
 * @param {string} name
 * @param {unknown} value
 */
function checked(name, value) {
  const isText = [name, value].every((text) => typeof text !== 'string' || !/\p{Cs}/u.test(text));
  if (!isText || value === Infinity || value === -Infinity) throw new SyntaxError('a value that JSON can not have');
  return value;
}

/**
 * Checks that no object has a member twice, and the nesting.
 * @param {string} text JSON
 */
function checkNames(text) {
  /** @type {Set<string>[]} */
  const open = [];
  for (const [token, name] of text.matchAll(/("(?:[^"\\]|\\.)*")\s*:|"(?:[^"\\]|\\.)*"|[{}[\]]/g)) {
    if (name) {
      const names = open[open.length - 1];
      const plain = JSON.parse(name);
      if (names.has(plain)) throw new SyntaxError('a member is there twice');
      names.add(plain);
    } else if (token === '{' || token === '[') {
      if (open.push(new Set()) > DEEPEST) throw new SyntaxError('nested too deeply');
    } else if (token === '}' || token === ']') {
      open.pop();
    }
  }
}
