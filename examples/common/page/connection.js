const PAUSE_MS = 3000;

/** The page's connection to its server: requests with responses, and events of the server. */
export class ServerConnection {
  #socket = null;
  #lastId = 0;
  #pending = new Map();
  #onEvent;
  #onChange;

  /** `onEvent(message)` gets every message that is no response; `onChange(open, reason)` runs when the connection opens and closes. */
  constructor(onEvent, onChange) {
    this.#onEvent = onEvent;
    this.#onChange = onChange;
    this.#open();
  }

  request(type, fields = {}) {
    if (this.#socket.readyState !== WebSocket.OPEN) return Promise.reject(new Error('The server is unavailable.'));
    const id = ++this.#lastId;
    this.#socket.send(JSON.stringify({ type, id, ...fields }));
    return new Promise((resolve, reject) => this.#pending.set(id, { resolve, reject }));
  }

  #open() {
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    const socket = new WebSocket(`${scheme}://${location.host}/socket`);
    this.#socket = socket;
    socket.onopen = () => this.#onChange(true);
    socket.onmessage = ({ data }) => this.#receive(JSON.parse(data));
    socket.onclose = ({ reason }) => {
      for (const { reject } of this.#pending.values()) reject(new Error('The connection to the server was lost.'));
      this.#pending.clear();
      this.#onChange(false, reason);
      setTimeout(() => this.#open(), PAUSE_MS);
    };
  }

  #receive(message) {
    const request = this.#pending.get(message.id);
    if (!request) return this.#onEvent(message);
    this.#pending.delete(message.id);
    if (message.type === 'error') request.reject(new Error(message.text));
    else request.resolve(message);
  }
}
