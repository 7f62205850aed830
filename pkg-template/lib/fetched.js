import { unsupported } from './errors.js';

/**
 * Fetches a WebAssembly module, which the browser then compiles while it is fetched.
 * @param {URL} url
 */
export async function fetched(url) {
  const response = await fetch(url).catch((cause) => {
    throw notFetched(url, cause.message);
  });
  if (!response.ok) throw notFetched(url, `HTTP ${response.status}`);
  const type = response.headers.get('content-type') ?? '';
  // Page servers answer unknown paths with their page.
  if (type.startsWith('text/html')) throw notFetched(url, 'a page was served instead');
  // From a server that does not know the type, it is compiled when it is here.
  return type.startsWith('application/wasm') ? response : response.arrayBuffer();
}

/**
 * @param {URL} url
 * @param {string} why
 */
const notFetched = ({ href }, why) =>
  unsupported(`the engine could not be fetched from ${href}: ${why}. A bundler must take new URL(…, import.meta.url) along (Vite's development server: optimizeDeps.exclude ["bifrons"]); in Node import from 'bifrons'`);
