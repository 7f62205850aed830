// Any static file server works; this one needs only Node.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

const PORT = 8080;
const FOLDER = new URL('./', import.meta.url);
const TYPES = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml' };

const server = createServer(async ({ url }, response) => {
  try {
    // `URL` resolves dots, including encoded ones, so that the path stays inside the folder.
    const { pathname } = new URL(url === '/' ? '/index.html' : url, 'http://localhost');
    const body = await readFile(fileURLToPath(new URL(`.${pathname}`, FOLDER)));
    response.writeHead(200, { 'Content-Type': `${TYPES[extname(pathname)] ?? 'text/plain'}; charset=utf-8` }).end(body);
  } catch {
    response.writeHead(404).end('404\n');
  }
});

server.listen(PORT, '127.0.0.1', () => console.log(`open http://127.0.0.1:${PORT}/`));
