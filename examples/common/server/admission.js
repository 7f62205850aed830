import { isIPv6 } from 'node:net';
import { LIMITS, RateLimit } from './limits.js';

const TOO_MANY = '429 Too Many Requests';
const FULL = '503 Service Unavailable';

/**
 * Decides which connections and pages the server accepts: it limits their numbers per address and in total, and new
 * pages per second. Each page may cost a connection, a session and a token of Janus, so this limits them, too.
 */
export class Admission {
  #addresses = new Map();
  #pages = 0;
  #newPages = new RateLimit(LIMITS.newPages);

  /** Counts a connection until it closes; closes it if its address has too many. */
  acceptConnection(socket) {
    const key = keyOf(socket.remoteAddress);
    const address = this.#address(key);
    if (address.connections >= LIMITS.connectionsPerAddress) return socket.destroy();
    address.connections += 1;
    socket.once('close', () => {
      address.connections -= 1;
      this.#removeUnused(key);
    });
  }

  /** Counts a page and returns null, or returns the HTTP status by which it is refused. */
  acceptPage(remoteAddress) {
    const key = keyOf(remoteAddress);
    const address = this.#address(key);
    const refusal = this.#refusal(address);
    if (refusal === null) {
      address.pages += 1;
      this.#pages += 1;
    }
    this.#removeUnused(key);
    return refusal;
  }

  /** An accepted page has closed. */
  leave(remoteAddress) {
    const key = keyOf(remoteAddress);
    this.#address(key).pages -= 1;
    this.#pages -= 1;
    this.#removeUnused(key);
  }

  /** Removes the addresses without connections whose rate limit has recovered. */
  sweep() {
    for (const key of this.#addresses.keys()) this.#removeUnused(key);
  }

  // A refused address does not use the limit that all addresses share.
  #refusal({ pages, newPages }) {
    if (pages >= LIMITS.pagesPerAddress || !newPages.allows()) return TOO_MANY;
    if (this.#pages >= LIMITS.pages || !this.#newPages.take()) return FULL;
    newPages.take();
    return null;
  }

  #address(key) {
    const known = this.#addresses.get(key);
    if (known) return known;
    const address = { connections: 0, pages: 0, newPages: new RateLimit(LIMITS.newPagesPerAddress) };
    this.#addresses.set(key, address);
    return address;
  }

  #removeUnused(key) {
    const { connections, pages, newPages } = this.#addresses.get(key);
    if (connections === 0 && pages === 0 && newPages.isUnused()) this.#addresses.delete(key);
  }
}

/** Returns the key of an address: with IPv6 the first 64 bits, as one machine may have all other bits. */
export function keyOf(address = '') {
  const v4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (v4 || !isIPv6(address)) return v4 ?? address;
  const [head, tail] = address.split('%')[0].split('::');
  const groups = head ? head.split(':') : [];
  const end = tail ? tail.split(':') : [];
  const missing = tail === undefined ? 0 : 8 - groups.length - end.length;
  const all = [...groups, ...Array(Math.max(0, missing)).fill('0'), ...end];
  return all.slice(0, 4).map((group) => parseInt(group, 16).toString(16)).join(':');
}
