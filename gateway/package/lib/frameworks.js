// The gateway as a part of an application's server.
import { Buffer } from 'node:buffer';

import { collect } from './body.js';
import { attach, handle } from './node_http.js';
import { SOCKET_PATHS, route } from './routes.js';

/** @typedef {import('./gateway.js').Inside} Inside */

/** Middleware for Express and Connect. @param {Inside} inside */
export const express = (inside) => (/** @type {any} */ request, /** @type {any} */ response, /** @type {any} */ next) => void handle(inside, request, response, next);

/**
 * A plugin for Fastify. The option `prefix` of `register` is the path before those of the gateway.
 * @param {Inside} inside
 */
export const fastify = (inside) => async (/** @type {any} */ scope) => {
  // The core reads the body.
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (/** @type {any} */ _request, /** @type {any} */ _payload, /** @type {any} */ done) => done(null));
  const prefix = scope.prefix ?? '';
  const handler = (/** @type {any} */ request, /** @type {any} */ reply) => {
    reply.hijack();
    const raw = request.raw;
    raw.url = raw.url.slice(prefix.length);
    void handle(inside, raw, reply.raw);
  };
  for (const url of ['/janus', '/janus/*', '/healthz', '/readyz']) {
    scope.route({ method: ['GET', 'POST', 'OPTIONS'], url, handler, exposeHeadRoute: false });
  }
  const detach = attach(inside, scope.server, { paths: SOCKET_PATHS.map((path) => `${prefix}${path}`), isOwn: false });
  scope.addHook('onClose', async () => detach());
};

/**
 * Responds to a `Request`; `undefined` if its path is not the gateway's.
 * @param {Inside} inside @param {Request} request @param {{ address?: string, path?: string }} from
 * @returns {Promise<Response | undefined>}
 */
export async function respondTo(inside, request, { address = '', path }) {
  const url = new URL(request.url);
  const headers = (/** @type {string} */ name) => {
    const value = request.headers.get(name);
    return value === null ? [] : [value];
  };
  const found = await route(inside, {
    method: request.method,
    path: path ?? url.pathname,
    query: url.search,
    headers: (name) => (name === 'host' && headers(name).length === 0 ? [url.host] : headers(name)),
    address: inside.driver.look('sender', address, headers('x-forwarded-for')) ?? address,
    body: (longest) => collect(/** @type {any} */ (request.body), longest),
    onGone: (listener) => request.signal?.addEventListener('abort', listener, { once: true }),
  });
  if (found === undefined) return undefined;
  const { status, body = '' } = found;
  const type = { 'content-type': 'text/plain; charset=utf-8' };
  return new Response(typeof body === 'string' ? body : Buffer.from(body), { status, headers: { ...type, ...found.headers } });
}

/** Middleware for Hono. @param {Inside} inside */
export const hono = (inside) => async (/** @type {any} */ context, /** @type {any} */ next) => {
  const request = context.req.raw;
  const response = await respondTo(inside, request, { address: addressOf(context.env, request) });
  return response ?? next();
};

/** Who has connected, by what Hono has of Node, Deno or Bun. @param {any} env @param {Request} request */
const addressOf = (env, request) => [env?.incoming?.socket?.remoteAddress, env?.remoteAddr?.hostname, env?.requestIP?.(request)?.address].find((address) => typeof address === 'string');
