// Helpers of http.rs around fetch.
import { shownCause, sizeOver } from './text.js';

/** The URL that requests are sent to. */
export class Endpoint {
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

export function isServerInfo(text) {
  try {
    return JSON.parse(text)?.janus === 'server_info';
  } catch {
    return false;
  }
}

/** Whether the response of a poll contains an event. */
export function bringsEvents(text) {
  return text.length > 100 || /"janus"\s*:\s*"(?!keepalive")/.test(text);
}

/** Whether the page is being left: browsers then cancel requests without `keepalive`, and limit the size of those with it. */
let leaving = false;
globalThis.addEventListener?.('pagehide', () => (leaving = true));
globalThis.addEventListener?.('pageshow', () => (leaving = false));

const UNSENT = -1;
const LOST = -2;
const TIMED_OUT = -3;

/**
 * The status and text of one exchange. Its response is read no further than `limit` bytes, unpacked: a small
 * response may be a large one that is packed.
 */
export async function exchange(clock, request, limit, milliseconds, ending) {
  let timedOut = false;
  const timer = clock.setTimer(() => {
    timedOut = true;
    ending.abort();
  }, milliseconds);
  try {
    const response = await (leaving ? fetch(request, { keepalive: true }) : fetch(request));
    const text = await textOf(response, limit);
    if (text !== undefined) return [response.status, text];
    return [LOST, `the server's answer has more than ${limit} bytes`];
  } catch (error) {
    if (timedOut) return [TIMED_OUT, `no response of the server within ${milliseconds / 1000} s`];
    const reason = reasonOf(error);
    return [NEVER_CONNECTED.includes(reason) ? UNSENT : LOST, `no response from the server: ${reason}`, shownCause(error?.cause)];
  } finally {
    clock.clearTimer(timer);
  }
}

async function textOf(response, limit) {
  const reader = response.body?.getReader?.();
  if (reader === undefined) {
    const text = await response.text();
    return sizeOver(text, limit) === 0 ? text : undefined;
  }
  const decoder = new TextDecoder();
  let size = 0;
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > limit) {
      // To abort would end the whole connection without a reason.
      reader.cancel().catch(() => {});
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}

const NEVER_CONNECTED = ['ConnectionRefused', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'UND_ERR_CONNECT_TIMEOUT'];

/** Why fetch failed, without its own text, which names the URL. */
function reasonOf(error) {
  const code = error?.cause?.code ?? error?.code;
  const refusedInDeno = /Connection refused/.test(error?.message) ? 'ECONNREFUSED' : undefined;
  return typeof code === 'string' && /^\w+$/.test(code) ? code : (refusedInDeno ?? 'network error');
}

/** An AbortController that aborts with another one, and does not outlive its signal there. */
export function childOf(parent) {
  const child = new AbortController();
  parent.signal.addEventListener('abort', () => child.abort(), { signal: child.signal });
  return child;
}
