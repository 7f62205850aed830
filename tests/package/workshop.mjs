// The shared code of the cells: a Janus, folders with the tarball installed, commands, pages.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { extname, join, resolve, sep } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const inCache = (path) => join(root, '.cache', path);
const exists = (path) => stat(path).then(() => true, () => false);

const apisecret = 'grid-secret';
const commandDeadline = 30_000;

export async function openWorkshop() {
  await need(inCache('tools/node_modules'), 'scripts/setup tools');
  await need(inCache('bin/node18'), 'scripts/setup runtimes');
  await need(inCache('runtimes/node_modules/typescript50'), 'scripts/setup runtimes');
  await need(inCache('bin/browser'), 'scripts/setup browser');
  const tarball = await findTarball();
  const workplace = await mkdtemp(join(tmpdir(), 'bifrons-grid-'));
  const janus = await startPrivateJanus();
  const workshop = {
    tarball,
    source: join(root, 'pkg/source'),
    stage: join(root, 'pkg/stage'),
    address: { ws: janus.ws, http: janus.http, apisecret },
    inCache,
    tool: createRequire(inCache('tools/package.json')),
    toolPath: (name) => inCache(`tools/node_modules/.bin/${name}`),
    runtime: (name) => inCache(`bin/${name}`),
    folder: (name) => mkdtemp(join(workplace, `${name}-`)),
    run,
    openPage: (folder, page, options) => openPage(workshop, folder, page, options),
    async close() {
      await workshop.browser?.close();
      janus.stop();
      await rm(workplace, { recursive: true });
    },
  };
  workshop.consumer = onceEach((withWs) => installConsumer(workshop, withWs));
  return workshop;
}

async function need(path, command) {
  if (!(await exists(path))) throw new Error(`${path} is missing: run ${command}`);
}

async function findTarball() {
  const found = (await readdir(join(root, 'pkg')).catch(() => [])).filter((name) => name.endsWith('.tgz'));
  if (found.length !== 1) throw new Error(`pkg/ holds ${found.length} tarballs: run scripts/package`);
  return join(root, 'pkg', found[0]);
}

async function startPrivateJanus() {
  const janus = spawn(join(root, 'scripts/janus'), ['--api-secret', apisecret, '--http'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(janus, 'exit').then(([code]) => { throw new Error(`scripts/janus ended with ${code}`); });
  const line = once(createInterface(janus.stdout), 'line').then(([text]) => JSON.parse(text));
  const { ws, http } = await Promise.race([line, ended]);
  ended.catch(() => {});
  return { ws, http, stop: () => janus.stdin.end() };
}

const onceEach = (make) => {
  const made = new Map();
  return (key) => made.get(key) ?? made.set(key, make(key)).get(key);
};

// An empty folder with the tarball, with `ws` beside it or without, and the small application.
async function installConsumer({ folder, tarball }, withWs) {
  const path = await folder(withWs ? 'with-ws' : 'without-ws');
  await writeFile(join(path, 'package.json'), '{ "private": true }\n');
  const ws = withWs ? [inCache('tools/node_modules/ws')] : [];
  await run('npm', ['install', '--offline', '--install-links', '--no-audit', '--no-fund', '--loglevel=error', tarball, ...ws], path);
  const installed = (await readdir(join(path, 'node_modules'))).filter((name) => !name.startsWith('.'));
  const expected = withWs ? ['bifrons', 'ws'] : ['bifrons'];
  if (installed.join() !== expected.join()) throw new Error(`installed: ${installed}, expected: ${expected}`);
  await cp(here('consumer'), path, { recursive: true });
  return path;
}

// Ends with the command's output; fails on an exit code, and on a process that does not end by itself.
async function run(command, args, cwd, environment = {}) {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => { output += text; });
  let late = false;
  const timer = setTimeout(() => { late = true; child.kill('SIGKILL'); }, commandDeadline);
  const [code] = await once(child, 'close');
  clearTimeout(timer);
  if (late) throw new Error(`${command} ${args.join(' ')}: no end in ${commandDeadline / 1000} s\n${output}`);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')}: exit code ${code}\n${output}`);
  return output;
}

const strictPolicy = "default-src 'self'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; connect-src ws: http:";

// Serves the folder under a policy, opens the page in Chromium and returns its outcome.
async function openPage(workshop, folder, page, { way = 'ws', policy = strictPolicy, expect = 'works' } = {}) {
  const server = createServer((request, response) => serve(folder, policy, request, response).catch((error) => response.destroy(error)));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  workshop.browser ??= await workshop.tool('playwright-core').chromium.launch({
    executablePath: workshop.runtime('browser'),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  const tab = await workshop.browser.newPage();
  const errors = [];
  tab.on('pageerror', (error) => errors.push(error.message));
  tab.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
  try {
    const { [way]: url, apisecret: secret } = workshop.address;
    await tab.goto(`http://127.0.0.1:${server.address().port}/${page}?${new URLSearchParams({ url, secret, expect })}`);
    await tab.waitForFunction(() => globalThis.outcome !== undefined, undefined, { timeout: 20_000 }).catch(() => {
      throw new Error(`the page has no outcome\n${errors.join('\n')}`);
    });
    const outcome = await tab.evaluate(() => globalThis.outcome);
    if (outcome !== 'ok') throw new Error(`the page's outcome: ${outcome}\n${errors.join('\n')}`);
  } finally {
    await tab.close();
    server.close();
  }
}

const types = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.wasm': 'application/wasm' };

async function serve(folder, policy, request, response) {
  const path = resolve(folder, `.${new URL(request.url, 'http://localhost').pathname}`);
  const body = path.startsWith(folder + sep) ? await readFile(path).catch(() => undefined) : undefined;
  if (body === undefined) return void response.writeHead(path.endsWith('favicon.ico') ? 204 : 404).end();
  response.writeHead(200, {
    'content-type': types[extname(path)] ?? 'application/octet-stream',
    'content-security-policy': policy,
  }).end(body);
}
