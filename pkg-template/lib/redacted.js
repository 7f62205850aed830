import { isTraceWord } from './engine.js';
import { printable } from './errors.js';

/**
 * A message for the log: with its structure, but without the texts in it, which may be an SDP, a candidate, a secret, a token,
 * or a user's name. Only words of the protocol stay, and the kind of a request that is sent.
 * @param {string} text
 * @param {boolean} isSent
 */
export function redacted(text, isSent) {
  try {
    const message = JSON.parse(text);
    return printable(JSON.stringify(message, hide));

    /**
     * @this {unknown}
     * @param {string} name
     * @param {unknown} value
     */
    function hide(name, value) {
      const isShown = typeof value !== 'string' || isTraceWord(name, value) || (isSent && this === message && name === 'janus');
      return isShown ? value : `(${bytesOf(value)} bytes)`;
    }
  } catch {
    return `(${bytesOf(text)} bytes that are not JSON)`;
  }
}

/** @param {string} text */
const bytesOf = (text) => new TextEncoder().encode(text).length;
