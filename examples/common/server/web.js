import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LIMITS } from './limits.js';

const SHARED = new URL('../page/', import.meta.url);
const PACKAGE = pathToFileURL(createRequire(import.meta.url).resolve('bifrons/package.json'));

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const HEADERS = {
  'Cache-Control': 'no-cache',
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
    "media-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** Browsers use https only for a year, on any port of this name. */
const HTTPS_ONLY = { 'Strict-Transport-Security': 'max-age=31536000' };

/** A client whose request is slower than this is disconnected. */
const TIMES = {
  headersTimeout: LIMITS.requestMs,
  requestTimeout: LIMITS.requestMs,
  connectionsCheckingInterval: LIMITS.requestMs / 2,
};

/** Creates a server of the page's files and `bifrons/webrtc` only: it reads them once, so that no path of a request reaches the disk. */
export function createWebServer({ tls }, folder, devices) {
  const files = new Map([...readFiles(SHARED), ...readFiles(folder)]);
  files.set('/bifrons/webrtc.js', readFile('webrtc.js', PACKAGE));
  files.set('/', files.get('/index.html'));
  const headers = { ...HEADERS, ...(tls && HTTPS_ONLY) };
  const permissions = devices.map((device) => `${device}=(self)`).join(', ');
  const serve = (request, response) => {
    const readable = request.method === 'GET' || request.method === 'HEAD';
    const file = files.get(request.url.split('?')[0]);
    const status = !readable ? 405 : file ? 200 : 404;
    response.writeHead(status, { ...headers, 'Permissions-Policy': permissions, 'Content-Type': file?.type ?? 'text/plain' });
    response.end(status === 200 ? file.body : `${status}\n`);
  };
  return tls ? createSecureServer({ ...TIMES, ...tls }, serve) : createServer(TIMES, serve);
}

const readFiles = (folder) => new Map(readdirSync(folder).map((name) => [`/${name}`, readFile(name, folder)]));

const readFile = (name, folder) => ({ type: TYPES[extname(name)], body: readFileSync(new URL(name, folder)) });
