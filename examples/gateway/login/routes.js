import { Admission } from '../../common/server/admission.js';
import { PageError, describe, errorForPage } from '../../common/server/errors.js';
import { LIMITS } from '../../common/server/limits.js';
import { log } from '../../common/server/log.js';
import { addressOf, isFromOwnPage } from '../../common/server/own-origin.js';
import { readBody } from './requests.js';

/**
 * The handlers of the login's requests, by their paths, for a server of Node's or for Express. `urlFor(request)` is the URL of
 * the gateway for the page.
 */
export class Routes {
  #config;
  #admission = new Admission();
  #sweeping = setInterval(() => this.#admission.sweep(), LIMITS.silenceMs);

  constructor(config, requests, urlFor) {
    this.#config = config;
    this.byPath = Object.fromEntries(Object.entries(requests).map(([path, perform]) => [path, this.#handler(perform, urlFor)]));
  }

  /** Counts the connections of a server. */
  watch(web) {
    web.maxConnections = LIMITS.connections;
    // Behind a proxy, all connections come from the proxy.
    if (!this.#config.behind_proxy) web.on('connection', (socket) => this.#admission.acceptConnection(socket));
  }

  stop() {
    clearInterval(this.#sweeping);
  }

  #handler(perform, urlFor) {
    return async (request, response) => {
      try {
        this.#accept(request);
        const { result, cookie } = await perform(await readBody(request), request.headers.cookie);
        const attributes = `HttpOnly; SameSite=Strict; Path=/${this.#config.tls ? '; Secure' : ''}`;
        respond(response, 200, { ...result, url: urlFor(request) }, cookie && { 'Set-Cookie': `${cookie}; ${attributes}` });
      } catch (error) {
        if (!(error instanceof PageError)) log(describe(error));
        respond(response, error instanceof PageError ? 403 : 500, errorForPage(error));
      }
    };
  }

  #accept(request) {
    if (!isFromOwnPage(this.#config, request.headers)) throw new PageError('origin', 'Only pages of this server may do this.');
    const address = addressOf(this.#config, request);
    if (this.#admission.acceptPage(address)) throw new PageError('too-often', 'Too many requests; wait a while.');
    // Requests are limited by their rate; none stays.
    this.#admission.leave(address);
  }
}

function respond(response, status, value, headers) {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers });
  response.end(JSON.stringify(value));
}
