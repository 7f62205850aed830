const PAUSE_MS = 3000;

/** The page's line to its server: requests with answers, and what the server says by itself. */
export class Link {
  #socket = null;
  #lastId = 0;
  #waiting = new Map();
  #hear;
  #changed;

  /** `hear(message)` gets what is no answer; `changed(open, why)` tells when the line comes and goes. */
  constructor(hear, changed) {
    this.#hear = hear;
    this.#changed = changed;
    this.#open();
  }

  request(type, fields = {}) {
    if (this.#socket.readyState !== WebSocket.OPEN) return Promise.reject(new Error('The server is out of reach.'));
    const id = ++this.#lastId;
    this.#socket.send(JSON.stringify({ type, id, ...fields }));
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  #open() {
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    const socket = new WebSocket(`${scheme}://${location.host}/socket`);
    this.#socket = socket;
    socket.onopen = () => this.#changed(true);
    socket.onmessage = ({ data }) => this.#receive(JSON.parse(data));
    socket.onclose = ({ reason }) => {
      for (const { reject } of this.#waiting.values()) reject(new Error('The line to the server was cut.'));
      this.#waiting.clear();
      this.#changed(false, reason);
      setTimeout(() => this.#open(), PAUSE_MS);
    };
  }

  #receive(message) {
    const waiting = this.#waiting.get(message.id);
    if (!waiting) return this.#hear(message);
    this.#waiting.delete(message.id);
    if (message.type === 'fault') waiting.reject(new Error(message.text));
    else waiting.resolve(message);
  }
}
