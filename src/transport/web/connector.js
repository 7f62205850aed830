// The transports of the runtime itself, seen by connector.rs.

/** What this runtime has by itself: its WebSocket; for HTTP, what ends the line's requests. */
export function openHere(url, protocol) {
  const scheme = url.slice(0, url.indexOf('://'));
  if (scheme === 'http' || scheme === 'https') return new AbortController();
  if (scheme === 'ws' || scheme === 'wss') {
    if (globalThis.WebSocket) return new WebSocket(url, protocol);
    throw unsupported('there is no WebSocket here; in Node before 22, install the package ws');
  }
  throw unsupported(`there is no transport for ${scheme}:// here`);
}

const unsupported = (message) => Object.assign(new Error(message), { code: 'unsupported' });
