import { invalidArgument } from './errors.js';
import { checkReadable } from './readable.js';
import { json } from './request.js';

const completed = '{"completed":true}';

/** The members of a trickle request for end-of-candidates. */
export const END_OF_CANDIDATES = `"candidate":${completed}`;

/**
 * Returns the members of a trickle request for a candidate or a list of candidates.
 * @param {any} candidate
 */
export function candidateMembers(candidate) {
  if (typeof candidate !== 'object') throw invalidArgument('invalid candidate object', 'trickle');
  const members = Array.isArray(candidate)
    ? `"candidates":[${candidate.map(candidateText)}]`
    : `"candidate":${candidateText(candidate)}`;
  checkReadable(members);
  return members;
}

/** Converts end-of-candidates: browsers have an empty candidate, Janus has `completed`. @param {any} candidate */
function candidateText(candidate) {
  return candidate?.candidate === '' ? completed : json(candidate, 'candidate');
}
