import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

import { GrantToken } from 'bifrons/token';

/** The most users whose names are remembered. */
const MOST_NAMES = 1000;
const VALID_S = 3600;

/**
 * The users, and their tokens. Each browser is a user here, by a cookie, and the key of the host is all that there is of
 * passwords: your own login takes this place.
 */
export class Users {
  #gateway;
  #cookieKey = randomBytes(32);
  /** The names, by user. */
  #names = new Map();
  /** Those who get no more tokens. */
  #removed = new Set();

  constructor(gateway) {
    this.#gateway = gateway;
  }

  /** The user of a cookie of ours, or a new one. */
  userOf(cookie) {
    const [user, mac] = (/(?:^|; )user=([\w.]+)/.exec(cookie ?? '')?.[1] ?? '').split('.');
    return user && mac && isSame(mac, this.#mac(user)) ? user : randomBytes(8).toString('hex');
  }

  cookieOf(user) {
    return `user=${user}.${this.#mac(user)}`;
  }

  /** Returns a token for the gateway, which says who the user is and in which role. */
  async tokenFor(user, name, key) {
    const { issuer, audience, tokenSecret, hostKey } = this.#gateway;
    const role = key !== undefined && isSame(key, hostKey) ? 'host' : 'guest';
    const token = await GrantToken.mint({ key: tokenSecret, issuer, subject: user, audience, valid_s: VALID_S, roles: [role] });
    this.#names.delete(user);
    this.#names.set(user, name);
    if (this.#names.size > MOST_NAMES) this.#names.delete(this.#names.keys().next().value);
    return { token, role };
  }

  /** Whether this token of ours is a host's. */
  async isHost(token) {
    const { issuer, audience, tokenSecret } = this.#gateway;
    const checked = await GrantToken.check(token, { key: tokenSecret, issuer, audience }).catch(() => undefined);
    return checked?.roles.includes('host') ?? false;
  }

  nameOf(user) {
    return this.#names.get(user);
  }

  remove(user) {
    this.#removed.add(user);
  }

  isRemoved(user) {
    return this.#removed.has(user);
  }

  #mac(user) {
    return createHmac('sha256', this.#cookieKey).update(user).digest('hex');
  }
}

/** Compares in a time that does not depend on where the texts differ. */
function isSame(one, other) {
  const hash = (text) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(one), hash(other));
}
