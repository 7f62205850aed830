// nginx and Caddy with the configurations of examples/proxies, at other ports and with a certificate of the test.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';

const EXAMPLES = new URL('../../examples/proxies/', import.meta.url);

/** The shortest idle timeout that the guide permits, in place of that of the example. */
const IDLE = '20s';

/** Starts nginx. `janus` is what scripts/janus prints. */
export async function startNginx(janus, folder) {
  const port = await freePort();
  const site = replaced('nginx.conf', janus, {
    'listen 443 ssl;': `listen 127.0.0.1:${port} ssl;`,
    '/etc/ssl/janus.example.org.pem': join(janus.dir, 'server.pem'),
    '/etc/ssl/janus.example.org.key': join(janus.dir, 'server.key'),
    'proxy_read_timeout 60s;\n        proxy_send_timeout 60s;': `proxy_read_timeout ${IDLE};\n        proxy_send_timeout ${IDLE};`,
  });
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join('\n');
  writeFileSync(join(folder, 'site.conf'), site);
  const main = join(folder, 'nginx.conf');
  writeFileSync(main, `daemon off;\npid ${folder}/nginx.pid;\nerror_log stderr warn;\nevents {}\nhttp {\n${places}\ninclude ${folder}/site.conf;\n}\n`);
  return start('nginx', ['-c', main, '-e', 'stderr'], port);
}

/** Starts Caddy. */
export async function startCaddy(janus, folder) {
  const port = await freePort();
  const site = replaced('Caddyfile', janus, {
    'janus.example.org {': `https://127.0.0.1:${port} {\n\ttls ${join(janus.dir, 'server.pem')} ${join(janus.dir, 'server.key')}`,
  });
  const path = join(folder, 'Caddyfile');
  writeFileSync(path, `{\n\tadmin off\n\tauto_https disable_redirects\n\tskip_install_trust\n}\n${site}`);
  return start('caddy', ['run', '--config', path, '--adapter', 'caddyfile'], port, { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder });
}

/** An example with the test's places; each of its own places must be there. */
function replaced(name, janus, changes) {
  const portOf = (url) => new URL(url).port;
  let text = readFileSync(new URL(name, EXAMPLES), 'utf8');
  const all = { ...changes, '127.0.0.1:8188': `127.0.0.1:${portOf(janus.ws)}`, '127.0.0.1:8088': `127.0.0.1:${portOf(janus.http)}` };
  for (const [from, to] of Object.entries(all)) {
    if (!text.includes(from)) throw new Error(`${name} has no "${from}"`);
    text = text.replace(from, to);
  }
  return text;
}

async function start(command, args, port, env = process.env) {
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], env });
  let output = '';
  child.stderr.on('data', (data) => (output += data));
  const ended = new Promise((resolve) => child.once('error', resolve).once('exit', resolve));
  const failed = ended.then((reason) => {
    throw new Error(`${command} ended (${reason?.code === 'ENOENT' ? 'it is missing: run scripts/setup proxies' : reason}): ${output}`);
  });
  failed.catch(() => {});
  await Promise.race([failed, listens(port)]);
  return {
    at: `127.0.0.1:${port}`,
    async stop() {
      child.kill();
      await ended;
    },
  };
}

async function listens(port) {
  const deadline = performance.now() + 10_000;
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const opened = await once(socket, 'connect').then(() => true, () => false);
    socket.destroy();
    if (opened) return;
    if (performance.now() > deadline) throw new Error(`nothing listens on port ${port} after 10 s`);
    await later(20);
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
