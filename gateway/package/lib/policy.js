import { isObject } from '../bifrons/token/problem.js';
import { textOf } from './errors.js';

/**
 * The application's decision, as the core takes it: its kind, a text, and a code.
 * @typedef {[kind: string, text: string, code?: number]} Decision
 */

/** @type {Decision} */
const FAILED = ['failed', ''];

/**
 * Asks the policy. It fails closed: an error, and what is no verdict, refuse.
 * @param {(request: any) => unknown} policy @param {string} request @param {{ error(text: string): void }} log
 * @returns {Promise<Decision>}
 */
export async function decide(policy, request, log) {
  try {
    return read(await policy(JSON.parse(request)));
  } catch (error) {
    log.error(`the policy has failed, and the request is refused: ${textOf(error)}`);
    return FAILED;
  }
}

/** @param {any} verdict @returns {Decision} */
function read(verdict) {
  if (verdict === 'allow') return ['allow', ''];
  if (typeof verdict === 'object' && verdict !== null) {
    const { change, respond, refuse, code, ...rest } = verdict;
    const given = [change, respond, refuse].filter((member) => member !== undefined);
    if (given.length === 1 && Object.keys(rest).length === 0) {
      if (isObject(change) && code === undefined) return ['change', textOfJson(change)];
      if (respond !== undefined && code === undefined) return ['respond', textOfJson(respond)];
      if (typeof refuse === 'string' && (code === undefined || Number.isSafeInteger(code))) return ['refuse', refuse, code];
    }
  }
  throw new TypeError("a verdict is 'allow', { change: body }, { respond: data } or { refuse: reason, code? }");
}

/** @param {unknown} value */
function textOfJson(value) {
  const text = JSON.stringify(value);
  if (text === undefined) throw new TypeError('what a verdict has is JSON');
  return text;
}
