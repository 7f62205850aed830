// What the servers of the recipes share: the command line, a page, and the requests that the page may make.
//   node NAME/server.mjs ws://127.0.0.1:8188 API_SECRET TOKEN_AUTH_SECRET
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';

import { JanusError } from 'bifrons';
import { signToken } from 'bifrons/token';

const [url = 'ws://127.0.0.1:8188', apisecret, tokenSecret] = process.argv.slice(2);

/** The Janus of the command line. */
export const address = { url, apisecret };

/** What a page needs to connect to Janus itself: a token for these plugins, and never the secret. */
export function ticket(...plugins) {
  return { url, token: signToken(tokenSecret, { plugins: plugins.map((name) => `janus.plugin.${name}`), valid_s: 3600 }) };
}

const TYPES = { '.html': 'text/html', '.js': 'text/javascript' };
const PACKAGE = new URL('.', import.meta.resolve('bifrons/package.json'));
const COMMON = new URL('./', import.meta.url);
const MAX_REQUEST = 4096;

/** Serves the page.js beside the server `at` this URL. `requests` are functions: each gets what the page sends. */
export function serve(at, requests) {
  const server = createServer(async (request, response) => {
    const path = request.url.split('?')[0];
    const name = /^\/ask\/(\w+)$/.exec(path)?.[1];
    if (request.method === 'POST' && Object.hasOwn(requests, name)) return respond(request, response, requests[name]);
    const body = await readFile(fileOf(path, at)).catch(() => undefined);
    response.writeHead(body ? 200 : 404, { 'Content-Type': TYPES[extname(path) || '.html'] ?? 'text/plain' }).end(body);
  });
  server.listen(0, '127.0.0.1', () => console.log(`open http://127.0.0.1:${server.address().port}/`));
}

/** The file of a path: the page, what it shares with others, or the package; nothing else. */
function fileOf(path, at) {
  if (path === '/') return new URL('index.html', COMMON);
  if (path === '/page.js') return new URL('page.js', at);
  const [, folder, name] = /^\/(common|bifrons)\/(\w[\w/-]*\.js)$/.exec(path) ?? [];
  return new URL(name ?? 'nothing', folder === 'bifrons' ? PACKAGE : COMMON);
}

/** A refusal of the server is a `Refusal`; other errors are logged, and the page gets their code. */
export class Refusal extends Error {}

async function respond(request, response, action) {
  try {
    const result = await action(await read(request));
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(result ?? {}));
  } catch (error) {
    if (!(error instanceof Refusal)) console.error(error);
    const text = error instanceof Refusal ? error.message : error instanceof JanusError ? error.code : 'internal';
    response.writeHead(error instanceof Refusal ? 403 : 500).end(text);
  }
}

/** A page may send anything: an object of at most 4 KB. */
async function read(request) {
  let text = '';
  for await (const part of request.setEncoding('utf8')) {
    text += part;
    if (text.length > MAX_REQUEST) throw new Refusal('the request is too large');
  }
  const data = parse(text);
  if (typeof data !== 'object' || data === null) throw new Refusal('not an object');
  return data;
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
