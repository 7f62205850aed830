import { webcrypto } from 'node:crypto';

// The same object in each runtime; Node 18 has it by this name only.
const { subtle } = webcrypto;

const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
const P256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const HMAC = { name: 'HMAC', hash: 'SHA-256' };

/** @type {Record<string, { name: string }>} */
const ALGORITHMS = { HS256: HMAC, RS256: RSA, ES256: P256, EdDSA: { name: 'Ed25519' } };

/** The sizes of RSA keys that are accepted, in bits. */
const [LEAST_RSA, MOST_RSA] = [2048, 8192];

/** The most keys that stay imported. */
const MOST_KEYS = 64;

/** @type {Map<string, Promise<CryptoKey>>} */
const imported = new Map();

/** @param {string} algorithm @param {string} jwk */
function keyOf(algorithm, jwk) {
  let key = imported.get(jwk);
  if (key === undefined) {
    key = subtle.importKey('jwk', JSON.parse(jwk), ALGORITHMS[algorithm], false, ['verify']);
    if (imported.size >= MOST_KEYS) imported.delete(/** @type {string} */ (imported.keys().next().value));
    imported.set(jwk, key);
  }
  return key;
}

/**
 * Whether the signature of this message was made with the key.
 * @param {string} algorithm @param {string} jwk @param {Uint8Array} message @param {Uint8Array} signature
 */
export async function isSigned(algorithm, jwk, message, signature) {
  try {
    const key = await keyOf(algorithm, jwk);
    const size = /** @type {{ modulusLength?: number }} */ (key.algorithm).modulusLength;
    if (size !== undefined && (size < LEAST_RSA || size > MOST_RSA)) return false;
    return await subtle.verify(ALGORITHMS[algorithm], key, signature, message);
  } catch {
    // A key that can't be imported has signed nothing.
    return false;
  }
}
