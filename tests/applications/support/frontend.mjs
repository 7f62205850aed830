import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { WebSocketServer } from 'ws';

const TYPES = { '.html': 'text/html', '.js': 'text/javascript' };

/** One browser: events come with { data, _id }, and go as { data, _id }, as in Janode's examples. */
class Browser extends EventEmitter {
  #socket;
  #errors;

  constructor(socket, errors) {
    super();
    this.#socket = socket;
    this.#errors = errors;
    socket.on('message', (text) => {
      const { event, ...message } = JSON.parse(text);
      this.emit(event, message);
    });
    socket.on('close', () => this.emit('disconnect'));
  }

  send(event, data, _id) {
    this.#socket.send(JSON.stringify({ event, data, _id }));
  }

  fail(error, request, _id) {
    this.#socket.send(JSON.stringify({ event: this.#errors, error, request, _id }));
  }

  /** Responds to an event with another one, whose name may depend on the result; a failure gives an error. */
  respond(event, responseName, action) {
    this.on(event, async ({ data, _id }) => {
      try {
        const result = await action(data);
        const name = typeof responseName === 'function' ? responseName(result) : responseName;
        if (name) this.send(name, result, _id);
      } catch ({ message }) {
        this.fail(message, event, _id);
      }
    });
  }
}

/**
 * Serves an application's page and calls `enter` with each browser. `listen` starts the server and prints its
 * address.
 */
export function openFrontend(name, errors, enter) {
  const files = new Map([
    ['/', new URL('../page/index.html', import.meta.url)],
    ['/socket.js', new URL('../page/socket.js', import.meta.url)],
    ['/media.js', new URL('../page/media.js', import.meta.url)],
    ['/app.js', new URL(`../${name}/page.js`, import.meta.url)],
  ]);
  const server = createServer((request, response) => {
    const file = files.get(request.url);
    response.writeHead(file ? 200 : 404, { 'Content-Type': TYPES[extname(file?.pathname ?? '')] ?? 'text/plain' });
    response.end(file && readFileSync(file));
  });
  const browsers = new Set();
  new WebSocketServer({ server }).on('connection', (socket) => {
    const browser = new Browser(socket, errors);
    browsers.add(browser);
    socket.on('close', () => browsers.delete(browser));
    enter(browser);
  });
  return {
    fail: (error) => browsers.forEach((browser) => browser.fail(error)),
    listen: () => server.listen(0, '127.0.0.1', () => console.log(`open http://127.0.0.1:${server.address().port}/`)),
  };
}
