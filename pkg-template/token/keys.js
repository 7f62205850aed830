import { webcrypto } from '#crypto';

import { invalidArgument } from '../lib/errors.js';
import { fromBase64, fromBase64url } from './encoding.js';
import { isObject } from './problem.js';

/** Read when it is needed: pages have it in secure contexts only. */
const subtle = () => webcrypto.subtle;

/** The shortest secret of HS256, in bytes (RFC 7518, 3.2). */
const SHORTEST_SECRET = 32;
/** The shortest modulus of RS256, in bits (RFC 7518, 3.3). */
const SHORTEST_MODULUS = 2048;
/** The most keys of a set that are looked at. */
const MOST_KEYS = 64;

/**
 * The algorithms of signatures, as WebCrypto and JSON Web Keys name them. Each kind of key has one, so that a public
 * key is never taken for a secret.
 * @typedef {{ name: string, hash?: string, namedCurve?: string, kty: string, crv?: string }} Algorithm
 * @type {Record<string, Algorithm>}
 */
const ALGORITHMS = {
  HS256: { name: 'HMAC', hash: 'SHA-256', kty: 'oct' },
  RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', kty: 'RSA' },
  ES256: { name: 'ECDSA', hash: 'SHA-256', namedCurve: 'P-256', kty: 'EC', crv: 'P-256' },
  EdDSA: { name: 'Ed25519', kty: 'OKP', crv: 'Ed25519' },
};

/** The members of a JSON Web Key that are private. */
const PRIVATE = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth'];

/**
 * A key that was read.
 * @typedef {{ algorithm: string, id?: string, key: any }} Key
 */

/**
 * @param {string} algorithm its name in a token
 * @returns {boolean}
 */
export const isAlgorithm = (algorithm) => Object.hasOwn(ALGORITHMS, algorithm);

/**
 * @param {Key} key
 * @param {string} message
 */
export async function sign({ algorithm, key }, message) {
  return new Uint8Array(await subtle().sign(/** @type {any} */ (ALGORITHMS[algorithm]), key, new TextEncoder().encode(message)));
}

/**
 * @param {Key} key
 * @param {string} message
 * @param {Uint8Array} signature
 * @returns {Promise<boolean>}
 */
export function verify({ algorithm, key }, message, signature) {
  return subtle().verify(/** @type {any} */ (ALGORITHMS[algorithm]), key, signature, new TextEncoder().encode(message));
}

/**
 * Reads a key of the application.
 * @param {any} key
 * @param {'sign' | 'verify'} usage
 * @returns {Promise<Key>}
 */
export async function readKey(key, usage) {
  if (typeof key === 'string') return key.includes('-----BEGIN') ? fromPem(key, usage) : fromSecret(new TextEncoder().encode(key), usage);
  if (key instanceof Uint8Array) return fromSecret(key, usage);
  if (!isObject(key)) throw invalidArgument('the key must be a text, bytes, a JSON Web Key, a CryptoKey or a KeyObject');
  // A KeyObject of node:crypto.
  if (typeof key.export === 'function') return fromJwk(key.export({ format: 'jwk' }), usage);
  return typeof key.kty === 'string' ? fromJwk(key, usage) : fromCryptoKey(key, usage);
}

/**
 * Reads a JSON Web Key Set. Keys of other kinds and uses are left out, and secrets: what anyone can fetch is none.
 * @param {any} set
 * @returns {Promise<Key[]>}
 */
export async function readSet(set) {
  if (!isObject(set) || !Array.isArray(set.keys)) throw invalidArgument('jwks must be a JSON Web Key Set: { keys: […] }');
  const keys = set.keys.slice(0, MOST_KEYS).filter((/** @type {any} */ jwk) => {
    const isKey = isObject(jwk) && jwk.kty !== 'oct' && (jwk.kid === undefined || typeof jwk.kid === 'string');
    return isKey && (jwk.use === undefined || jwk.use === 'sig');
  });
  const read = await Promise.allSettled(keys.map((/** @type {any} */ jwk) => fromJwk(jwk, 'verify')));
  return read.flatMap((key) => (key.status === 'fulfilled' ? [key.value] : []));
}

/**
 * @param {Uint8Array} secret
 * @param {string} usage
 */
async function fromSecret(secret, usage) {
  if (secret.length < SHORTEST_SECRET) throw invalidArgument('the secret of HS256 has fewer than 32 bytes');
  return { algorithm: 'HS256', key: await imported('raw', secret, 'HS256', usage) };
}

/**
 * @param {string} text
 * @param {string} usage
 */
async function fromPem(text, usage) {
  const [, label, base64] = text.match(/^\s*-----BEGIN ([A-Z ]+)-----([\sA-Za-z0-9+/=]+)-----END \1-----\s*$/) ?? [];
  const [wanted, format] = usage === 'sign' ? ['PRIVATE KEY', 'pkcs8'] : ['PUBLIC KEY', 'spki'];
  if (label !== wanted) throw invalidArgument(`to ${usage}, a key in PEM must be one "BEGIN ${wanted}": openssl pkey writes it`);
  const bytes = fromBase64(base64.replace(/\s/g, ''));
  for (const algorithm of ['ES256', 'EdDSA', 'RS256']) {
    const key = await imported(format, bytes, algorithm, usage).catch(() => undefined);
    if (key) return { algorithm, key: strong(key) };
  }
  throw invalidArgument('the key in PEM is none of P-256, Ed25519 or RSA');
}

/**
 * @param {any} jwk
 * @param {string} usage
 */
async function fromJwk(jwk, usage) {
  const { alg, use, key_ops, ext, kid, ...material } = jwk;
  const found = Object.entries(ALGORITHMS).find(([, { kty, crv }]) => kty === jwk.kty && crv === jwk.crv)?.[0];
  if (!found || (alg !== undefined && alg !== found)) throw invalidArgument('the JSON Web Key is none of HS256, RS256, ES256 or EdDSA');
  if (found === 'HS256') return { ...(await fromSecret(fromBase64url(String(material.k)) ?? new Uint8Array(), usage)), id: kid };
  if (usage === 'verify') for (const name of PRIVATE) delete material[name];
  else if (material.d === undefined) throw invalidArgument('to sign, the JSON Web Key must be a private one');
  const key = await imported('jwk', material, found, usage).catch(() => undefined);
  if (!key) throw invalidArgument(`the JSON Web Key can't be read as one of ${found}`);
  return { algorithm: found, id: kid, key: strong(key) };
}

/**
 * @param {any} key
 * @param {string} usage
 */
function fromCryptoKey(key, usage) {
  const { name, hash, namedCurve, length } = key.algorithm ?? {};
  const found = Object.entries(ALGORITHMS).find(([, algorithm]) => {
    return algorithm.name === name && algorithm.namedCurve === namedCurve && (name === 'ECDSA' || algorithm.hash === hash?.name);
  });
  if (!found || !key.usages?.includes(usage)) throw invalidArgument(`the CryptoKey is none of HS256, RS256, ES256 or EdDSA that may ${usage}`);
  if (length < SHORTEST_SECRET * 8) throw invalidArgument('the secret of HS256 has fewer than 32 bytes');
  return { algorithm: found[0], key: strong(key) };
}

/** @param {any} key */
function strong(key) {
  if (key.algorithm.modulusLength < SHORTEST_MODULUS) throw invalidArgument('the key of RS256 has fewer than 2048 bits');
  return key;
}

/**
 * @param {string} format
 * @param {any} data
 * @param {string} algorithm
 * @param {string} usage
 */
function imported(format, data, algorithm, usage) {
  return subtle().importKey(/** @type {any} */ (format), data, /** @type {any} */ (ALGORITHMS[algorithm]), false, [/** @type {any} */ (usage)]);
}
