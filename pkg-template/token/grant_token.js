import { JanusError, invalidArgument } from '../lib/errors.js';
import { mustBeObject } from '../lib/request.js';
import { fromBase64url, readJson, toBase64url } from './encoding.js';
import { isAlgorithm, readKey, readSet, sign, verify } from './keys.js';
import { isObject, problemOfNew, problemOfRead } from './problem.js';

/** The longest token that the gateway looks at, in bytes. */
const LONGEST = 8192;
/** How far the clocks of issuer and gateway may differ, in seconds. */
const SKEW = 60;
/** The latest expiry that is signed, the end of the year 9999. */
const LATEST = 253_402_300_799;
/** Times in a token are below this. */
const LATEST_READ = 1e12;

/** @param {import('../token.js').GrantTokenContents} contents */
async function mint(contents) {
  mustBeObject(contents, "the token's contents");
  const { key, key_id, issuer, subject, audience, valid_s, roles, grants = {} } = contents;
  for (const [name, value] of Object.entries({ issuer, subject, audience })) {
    mustBeName(value, name);
  }
  if (key_id !== undefined) mustBeName(key_id, 'key_id');
  if (roles !== undefined && !(Array.isArray(roles) && roles.every(isName))) throw invalidArgument('roles must be a list of texts, not empty ones');
  const problem = problemOfNew(grants);
  if (problem) throw invalidArgument(problem);
  const now = Date.now() / 1000;
  if (!(typeof valid_s === 'number' && valid_s > 0 && now + valid_s <= LATEST)) {
    throw invalidArgument('a token must be valid for more than 0 s, and expire before the year 10000: valid_s is in seconds');
  }
  const read = await readKey(key, 'sign');
  const header = { alg: read.algorithm, typ: 'JWT', kid: key_id ?? read.id };
  const claims = { iss: issuer, sub: subject, aud: audience, iat: Math.floor(now), exp: Math.floor(now + valid_s), janus: { ...grants, roles } };
  const message = [header, claims].map((part) => toBase64url(JSON.stringify(part))).join('.');
  const token = `${message}.${toBase64url(await sign(read, message))}`;
  if (token.length > LONGEST) throw invalidArgument('the token is longer than 8 KB');
  return token;
}

/**
 * @param {unknown} value
 * @param {string} name
 */
function mustBeName(value, name) {
  if (value === '') throw invalidArgument(`${name} must not be empty`);
  if (!isName(value)) throw invalidArgument(`${name} must be a text of well-formed Unicode`);
}

/** @param {unknown} value */
const isName = (value) => typeof value === 'string' && value !== '' && !/\p{Cs}/u.test(value);

/**
 * @param {string} token
 * @param {import('../token.js').GrantTokenRules} rules
 */
async function check(token, rules) {
  mustBeObject(rules, 'the rules of the check');
  const { issuer, audience, key, jwks, now = new Date() } = rules;
  mustBeName(issuer, 'issuer');
  const audiences = Array.isArray(audience) ? audience : [audience];
  for (const one of audiences) mustBeName(one, 'audience');
  if ((key === undefined) === (jwks === undefined)) throw invalidArgument('a check needs either key or jwks');
  const keys = jwks === undefined ? [await readKey(key, 'verify')] : await readSet(jwks);
  const read = readToken(String(token));
  if (member(read.claims, 'iss') !== issuer) throw invalid("the token's issuer (iss) is not known");
  const fitting = keys.filter((one) => one.algorithm === read.algorithm);
  if (fitting.length === 0) throw invalid("the issuer's tokens have another algorithm");
  const checked = readClaims(read.claims, audiences, now.getTime() / 1000);
  const named = fitting.filter(({ id }) => read.id === undefined || id === undefined || read.id === id);
  if (named.length === 0) throw invalid('the issuer has no such key');
  for (const one of named) if (await verify(one, read.message, read.signature)) return checked;
  throw invalid("the token's signature is wrong");
}

/** @param {string} token */
function readToken(token) {
  if (new TextEncoder().encode(token).length > LONGEST) throw invalid('the token is longer than 8 KB');
  const end = token.lastIndexOf('.');
  const message = token.slice(0, Math.max(end, 0));
  const middle = message.indexOf('.');
  if (middle < 0) throw invalid('the token is no JWT');
  const header = readPart(message.slice(0, middle));
  // An extension that must be understood (RFC 7515, 4.1.11).
  if (member(header, 'crit') !== undefined) throw invalid('the token demands an extension (crit)');
  const id = member(header, 'kid');
  if (id !== undefined && typeof id !== 'string') throw invalid("the token's kid is no text");
  const algorithm = member(header, 'alg');
  if (typeof algorithm !== 'string' || !isAlgorithm(algorithm)) throw invalid("the token's algorithm is not HS256, RS256, ES256 or EdDSA");
  const claims = readPart(message.slice(middle + 1));
  const signature = fromBase64url(token.slice(end + 1));
  if (!signature) throw invalid('the signature is not base64url');
  return { algorithm, id, claims, message, signature };
}

/** @param {string} text */
function readPart(text) {
  const bytes = fromBase64url(text);
  if (!bytes) throw invalid('a part of the token is not base64url');
  try {
    return readJson(bytes);
  } catch {
    throw invalid('a part of the token is no JSON, or has a member twice');
  }
}

/**
 * @param {any} claims
 * @param {string[]} audiences
 * @param {number} now
 * @returns {import('../token.js').CheckedGrantToken}
 */
function readClaims(claims, audiences, now) {
  const expires = member(claims, 'exp');
  if (expires === undefined) throw invalid('the token has no expiry (exp)');
  if (!isTime(expires)) throw invalid("the token's expiry (exp) is no time in seconds since 1970");
  // A comparison with an invalid date (NaN) is false: the token is refused then.
  if (!(expires + SKEW > now)) throw invalid('the token has expired');
  for (const [name, refusal] of [['nbf', 'the token is not valid yet'], ['iat', 'the token was issued in the future']]) {
    const time = member(claims, name);
    if (time !== undefined && !(isTime(time) && time <= now + SKEW)) throw invalid(refusal);
  }
  const audience = member(claims, 'aud');
  if (!(Array.isArray(audience) ? audience : [audience]).some((one) => audiences.includes(one))) {
    throw invalid('the token is for another audience (aud)');
  }
  const subject = member(claims, 'sub');
  if (typeof subject !== 'string' || subject === '') throw invalid('the token has no subject (sub)');
  const { roles, ...grants } = readGrants(member(claims, 'janus'));
  return { subject, expires, roles: namesOf(roles), grants, claims };
}

/** @param {any} janus */
function readGrants(janus) {
  if (janus === undefined) return {};
  const problem = problemOfRead(janus);
  if (problem) {
    const [, place] = problem.match(/^grants\.(\S+)/) ?? [];
    throw invalid(`the token's grants (janus) can't be read${place ? `: ${place}` : ''}`);
  }
  return janus;
}

/** @param {unknown} roles one text with spaces, or a list of texts @returns {string[]} */
function namesOf(roles) {
  if (typeof roles === 'string') return roles.split(/\s+/).filter(Boolean);
  return Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : [];
}

/** @param {unknown} value @returns {value is number} */
const isTime = (value) => typeof value === 'number' && value >= 0 && value < LATEST_READ;

/**
 * @param {any} value
 * @param {string} name
 */
const member = (value, name) => (isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined);

/** @param {string} message */
function invalid(message) {
  return new JanusError({ code: 'invalid_token', message });
}

export const GrantToken = Object.freeze({ mint, check });
