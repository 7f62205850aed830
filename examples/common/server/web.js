import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LIMITS } from './limits.js';

const SHARED = new URL('../page/', import.meta.url);
/** The tiles of a conference, which two examples show. */
export const CONFERENCE = new URL('../conference/', import.meta.url);
const PACKAGE = pathToFileURL(createRequire(import.meta.url).resolve('bifrons/package.json'));

/** The modules of `bifrons` for a page that speaks Janus's API itself, without a bundler. */
export const clientModules = () => [
  ...['streamed.js', 'webrtc.js', 'plugins/videoroom.js', 'wasm/engine.wasm'],
  ...readdirSync(new URL('lib/', PACKAGE)).flatMap((name) => (name.endsWith('.js') ? [`lib/${name}`] : [])),
];

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

const HEADERS = {
  'Cache-Control': 'no-cache',
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

/** `connect` are the other addresses that the page may connect to; with WebAssembly it has a worker, too. */
const policy = ({ connect = [], webAssembly = false }) =>
  `default-src 'none'; script-src 'self'${webAssembly ? " 'wasm-unsafe-eval'; worker-src blob:" : ''}; style-src 'self'; img-src 'self'; ` +
  `connect-src ${["'self'", ...connect].join(' ')}; ` +
  "media-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * Creates a server of the files of these folders, and of these modules of `bifrons`, only: it reads them once, so that no
 * path of a request reaches the disk. `devices` are the devices that the page may use. `routes` have a function for each path
 * that responds to a POST.
 */
export function createWebServer({ tls }, { folders, modules = ['webrtc.js'], devices, routes = {}, ...allowed }) {
  const files = new Map([SHARED, ...folders].flatMap(readFiles));
  for (const name of modules) files.set(`/bifrons/${name}`, readFile(name, PACKAGE));
  files.set('/', files.get('/index.html'));
  const permissions = devices.map((device) => `${device}=(self)`).join(', ');
  const headers = {
    ...HEADERS,
    'Content-Security-Policy': policy(allowed),
    'Permissions-Policy': permissions,
    ...(tls && HTTPS_ONLY),
  };
  const serve = (request, response) => {
    const path = request.url.split('?')[0];
    if (request.method === 'POST' && Object.hasOwn(routes, path)) return routes[path](request, response);
    const readable = request.method === 'GET' || request.method === 'HEAD';
    const file = files.get(path);
    const status = !readable ? 405 : file ? 200 : 404;
    response.writeHead(status, { ...headers, 'Content-Type': file?.type ?? 'text/plain' });
    response.end(status === 200 ? file.body : `${status}\n`);
  };
  return tls ? createSecureServer({ ...TIMES, ...tls }, serve) : createServer(TIMES, serve);
}

const readFiles = (folder) => readdirSync(folder).map((name) => [`/${name}`, readFile(name, folder)]);

const readFile = (name, folder) => ({ type: TYPES[extname(name)], body: readFileSync(new URL(name, folder)) });
