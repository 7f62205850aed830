import { TooLong, collect } from './body.js';
import { textOf } from './errors.js';

/** How long keys may take to come. */
const LIMIT_MS = 5000;

/** The largest set of keys, in bytes. */
const LARGEST_SET = 256 << 10;

/**
 * Fetches the set of keys at this URL.
 * @param {string} url
 * @returns {Promise<string>}
 */
export async function fetchKeys(url) {
  const signal = AbortSignal.timeout(LIMIT_MS);
  try {
    // A redirect could lead elsewhere.
    const response = await fetch(url, { redirect: 'manual', signal });
    if (response.status < 200 || response.status > 299) throw new Error(`the response's status is ${response.status}`);
    const bytes = await collect(/** @type {any} */ (response.body), LARGEST_SET);
    return checked(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (signal.aborted) throw new Error('no response within 5 s');
    if (error instanceof TooLong) throw new Error('the response is larger than 256 KB');
    const { cause } = /** @type {{ cause?: unknown }} */ (error);
    throw new Error(cause === undefined ? textOf(error) : `${textOf(error)}: ${textOf(cause)}`);
  }
}

/** @param {string} text */
function checked(text) {
  let isSet = false;
  try {
    isSet = Array.isArray(JSON.parse(text)?.keys);
  } catch {
    // It is no JSON.
  }
  if (!isSet) throw new Error('it is no JSON Web Key Set');
  return text;
}
