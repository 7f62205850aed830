// The transports of the runtime itself, seen by connector.rs.

/** Returns the runtime's own WebSocket, or for HTTP the controller that ends all requests. */
export function openHere(url, protocol) {
  const scheme = url.slice(0, url.indexOf('://'));
  if (scheme === 'http' || scheme === 'https') return new AbortController();
  if (scheme === 'ws' || scheme === 'wss') {
    if (globalThis.WebSocket) return new WebSocket(url, protocol);
    throw unsupported('this runtime has no WebSocket; in Node before 22, install the package ws');
  }
  throw unsupported(`this runtime has no transport for ${scheme}://`);
}

const unsupported = (message) => Object.assign(new Error(message), { code: 'unsupported' });
