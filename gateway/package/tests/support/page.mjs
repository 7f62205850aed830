// A page that speaks the Janus API by WebSocket or by HTTP.
import { once } from 'node:events';

import { WebSocket } from 'ws';

let last = 0;
const transaction = () => `t${(last += 1)}`;

export class Page {
  #waiting = new Map();
  events = [];

  static async open(url, { token, protocols = ['janus-protocol'], ...options } = {}) {
    const page = new Page();
    page.token = token;
    page.socket = new WebSocket(url, protocols, options);
    page.socket.on('message', (text) => page.#receive(JSON.parse(text)));
    page.closed = new Promise((resolve) => { page.socket.on('close', (code, reason) => resolve({ code, reason: String(reason) })); });
    await once(page.socket, 'open');
    return page;
  }

  #receive(message) {
    const waiting = this.#waiting.get(message.transaction);
    // To a message an ack is not the response yet.
    if (waiting === undefined || (message.janus === 'ack' && waiting.verb === 'message')) {
      this.events.push(message);
      return;
    }
    this.#waiting.delete(message.transaction);
    waiting.resolve(message);
  }

  ask(request) {
    const message = { transaction: transaction(), token: this.token, ...request };
    const response = new Promise((resolve) => this.#waiting.set(message.transaction, { verb: request.janus, resolve }));
    this.socket.send(JSON.stringify(message));
    return response;
  }

  async attach(plugin) {
    const { data: { id: session_id } } = await this.ask({ janus: 'create' });
    const attached = await this.ask({ janus: 'attach', session_id, plugin });
    return { session_id, handle_id: attached.data.id };
  }

  message(place, body, jsep) {
    return this.ask({ janus: 'message', ...place, body, ...(jsep && { jsep }) });
  }

  close() {
    this.socket.close();
    return this.closed;
  }
}

export async function post(url, message, headers = {}) {
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ transaction: transaction(), ...message }) });
  const text = await response.text();
  return response.status === 200 ? JSON.parse(text) : { status: response.status, text };
}
