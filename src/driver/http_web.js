// What http_web.rs needs of JavaScript beside fetch.
import { sizeOver } from './text_web.js';

/** Where a server's requests go. */
export class Place {
  #url;
  #path;

  constructor(text) {
    const url = new URL(text);
    // fetch takes no URL with credentials in it.
    if (url.username || url.password) this.authorization = basic(url);
    url.username = url.password = url.hash = '';
    // Without the question mark of a query of nothing.
    if (url.search === '') url.search = '';
    this.#path = url.pathname.replace(/\/+$/, '');
    this.#url = url.href;
  }

  at(path, query) {
    const url = new URL(this.#url);
    url.pathname = this.#path + path;
    const search = query.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
    if (search) url.search += `${url.search ? '&' : ''}${search}`;
    return url.href;
  }
}

function basic({ username, password }) {
  const bytes = new TextEncoder().encode(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}

/** The text of a response, read no further than the limit: undefined if there is more. */
export async function textWithin(response, limit) {
  const reader = response.body?.getReader?.();
  if (reader === undefined) {
    const text = await response.text();
    return sizeOver(text, limit) === 0 ? text : undefined;
  }
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > limit) {
      reader.cancel().catch(() => {});
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}

export function isServerInfo(text) {
  try {
    return JSON.parse(text)?.janus === 'server_info';
  } catch {
    return false;
  }
}

const NEVER_CONNECTED = ['ConnectionRefused', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'UND_ERR_CONNECT_TIMEOUT'];

/** Why fetch failed: in a word, as its own texts name the URL, which may hold a secret. */
export function reasonOf(error) {
  const code = error?.cause?.code ?? error?.code;
  const refusedInDeno = /Connection refused/.test(error?.message) ? 'ECONNREFUSED' : undefined;
  return typeof code === 'string' && /^\w+$/.test(code) ? code : (refusedInDeno ?? 'network error');
}

/** Whether a request that failed with this can't have been sent. */
export const neverConnected = (reason) => NEVER_CONNECTED.includes(reason);

/** An AbortController that aborts with another one. */
export function childOf(parent) {
  const child = new AbortController();
  parent.signal.addEventListener('abort', () => child.abort(), { signal: child.signal });
  return child;
}
