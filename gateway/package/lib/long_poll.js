import { Buffer, isUtf8 } from 'node:buffer';

import { TooLong } from './body.js';

/**
 * A request over HTTP, and its response.
 * @typedef {object} Asked
 * @property {string} method
 * @property {string} path
 * @property {string} query
 * @property {(name: string) => string[]} headers the values of a header
 * @property {string} address who sends
 * @property {(longest: number) => Promise<Uint8Array>} body
 * @property {(listener: () => void) => void} onGone
 *
 * @typedef {{ status: number, headers?: Record<string, string>, body?: string | Uint8Array }} Response
 * @typedef {import('./pages.js').Pages} Pages
 */

const JSON_TEXT = { 'content-type': 'application/json' };
const INFO = Buffer.from('{"janus":"info","transaction":"info"}');

/** The Janus API over HTTP: requests by POST, events by long polls. `ids` is the path behind the API's own. @param {Pages} pages @param {Asked} asked @param {string} ids @returns {Promise<Response>} */
export async function respond(pages, asked, ids) {
  const [session, handle, ...more] = ids.split('/').slice(1).map((segment) => segment || undefined);
  if (more.length > 0 && more[0] !== undefined) return { status: 404 };
  switch (asked.method) {
    case 'GET':
      if (session === 'info') return new HttpPage(pages, asked).post(undefined, -1, -1, INFO);
      return poll(pages, asked, idOf(session), session === undefined ? undefined : handle);
    case 'POST':
      if (session === 'info') return { status: 400 };
      return post(pages, asked, session, session === undefined ? undefined : handle);
    default: {
      const error = { code: 450, reason: `Unsupported method ${asked.method}` };
      return { status: 200, headers: JSON_TEXT, body: JSON.stringify({ janus: 'error', error }) };
    }
  }
}

/** What is no number counts as 0, as with Janus. @param {string | undefined} segment */
function idOf(segment) {
  if (segment === undefined) return -1;
  const id = /^\d+$/.test(segment) ? Number(segment) : 0;
  return Number.isSafeInteger(id) ? id : 0;
}

/** @param {Pages} pages @param {Asked} asked @param {number} session @param {string | undefined} handle */
async function poll(pages, asked, session, handle) {
  if (session <= 0) return { status: 404 };
  // A poll of a handle is one of its session.
  if (handle !== undefined) return { status: 302, headers: { location: `../${session}` } };
  const parameters = parametersOf(asked.query);
  if (parameters === undefined) return { status: 400 };
  const most = /^\d+$/.test(parameters.maxev ?? '') ? Math.min(Number(parameters.maxev), 2 ** 32 - 1) : 1;
  return new HttpPage(pages, asked).poll(tokenOf(asked, parameters), session, most);
}

/** @param {Pages} pages @param {Asked} asked @param {string | undefined} session @param {string | undefined} handle */
async function post(pages, asked, session, handle) {
  const parameters = parametersOf(asked.query);
  if (parameters === undefined) return { status: 400 };
  const { message_bytes, listen: { body_timeout } } = pages.settings;
  /** @type {Uint8Array | Response} */
  const body = await within(body_timeout, asked.body(message_bytes)).catch(refusalOf);
  if (!(body instanceof Uint8Array)) return body;
  if (body.length === 0) return { status: 400, body: 'the body is empty\n' };
  if (!isUtf8(body)) return { status: 400, body: 'the body is not UTF-8\n' };
  return new HttpPage(pages, asked).post(tokenOf(asked, parameters), idOf(session), idOf(handle), body);
}

/** @param {unknown} error @returns {Response} */
function refusalOf(error) {
  if (error === TIMEOUT) return { status: 408, body: 'the body took too long\n' };
  if (error instanceof TooLong) return { status: 413, body: 'the body is too long\n' };
  return { status: 400, body: 'the body broke off\n' };
}

const TIMEOUT = new Error('it took too long');

/** @template T @param {number} time_ms @param {Promise<T>} work @returns {Promise<T>} */
function within(time_ms, work) {
  /** @type {ReturnType<typeof setTimeout>} */
  let timer;
  const timeout = new Promise((_, reject) => { timer = setTimeout(() => reject(TIMEOUT), time_ms); });
  return Promise.race([work, /** @type {Promise<never>} */ (timeout)]).finally(() => clearTimeout(timer));
}

/** What may stand in a query; none if one of them is there twice. @param {string} query */
function parametersOf(query) {
  const all = new URLSearchParams(query);
  const [tokens, counts] = [all.getAll('token'), all.getAll('maxev')];
  return tokens.length > 1 || counts.length > 1 ? undefined : { token: tokens[0], maxev: counts[0] };
}

/** @param {Asked} asked @param {{ token?: string }} parameters */
const tokenOf = (asked, { token }) => bearerOf(asked.headers('authorization')) ?? token;

/** The token in `Authorization`. @param {string[]} values */
export const bearerOf = ([value]) => (value?.startsWith('Bearer ') ? value.slice('Bearer '.length) : undefined);

/** A page that ends with its request, also by the sender's going away. */
class HttpPage {
  #pages;
  #asked;
  #page;
  /** @type {(response: Response) => void} */
  #respond = () => {};
  /** @type {Promise<Response>} */
  #response = new Promise((resolve) => { this.#respond = resolve; });

  /** @param {Pages} pages @param {Asked} asked */
  constructor(pages, asked) {
    this.#pages = pages;
    this.#asked = asked;
    this.#page = pages.add(this);
    asked.onGone(() => this.terminate());
  }

  /** @param {string | undefined} token @param {number} session @param {number} handle @param {Uint8Array} body */
  post(token, session, handle, body) {
    return this.#open('postOpened', this.#asked.address, token, session, handle, body);
  }

  /** @param {string | undefined} token @param {number} session @param {number} most */
  poll(token, session, most) {
    return this.#open('pollOpened', this.#asked.address, token, session, most);
  }

  /** @param {string} how @param {unknown[]} args */
  #open(how, ...args) {
    try {
      this.#pages.driver.report(how, this.#page, ...args);
    } finally {
      if (this.#pages.driver.isBroken) this.terminate();
    }
    return this.#response;
  }

  /** @param {Uint8Array} text */
  send(text) {
    this.#end({ status: 200, headers: JSON_TEXT, body: text });
  }

  /** @param {number} status @param {Uint8Array} text */
  endPoll(status, text) {
    if (status === 200) this.send(text);
    else this.#end({ status, body: text.length > 0 ? Buffer.concat([text, Buffer.from('\n')]) : text });
  }

  /** @param {number} _code @param {string} reason @param {number} status */
  close(_code, reason, status) {
    this.#end({ status, body: `${reason}\n` });
  }

  terminate() {
    this.#end({ status: 503, body: 'the gateway has ended the request\n' });
  }

  /** @param {Response} response */
  #end(response) {
    this.#respond(response);
    this.#pages.end(this.#page);
  }
}
