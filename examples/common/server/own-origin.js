import { isIP } from 'node:net';

/**
 * Whether a request comes from a page of this server: a browser lets any site send requests to any server, and open
 * WebSockets.
 */
export function isFromOwnPage(config, { origin, host }) {
  // Without its own certificate, the server may be behind a proxy that has one.
  const schemes = config.tls ? ['https'] : ['http', 'https'];
  return schemes.some((scheme) => origin === `${scheme}://${host}`) && isOwnHost(config, host);
}

/**
 * The owner of any name can point it to this server (DNS rebinding); then its pages have a valid origin. With TLS,
 * the browser compares the certificate with the name; without TLS, the host must be a configured name or an address.
 */
function isOwnHost({ tls, bind, hosts = [] }, host) {
  if (tls) return true;
  const name = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '';
  return isIP(name.replace(/^\[|\]$/g, '')) > 0 || ['localhost', bind, ...hosts].includes(name);
}

/** The address of a request's sender. */
export function addressOf({ behind_proxy }, { socket, headers }) {
  // The proxy adds the last entry; a client can invent the entries before it.
  const forwarded = behind_proxy && headers['x-forwarded-for']?.split(',').at(-1).trim();
  return forwarded || socket.remoteAddress;
}
