/** The callbacks of one transport connection, for an application's own transport. They may be called at any time. */
export interface TransportCallbacks {
  /** The API of the transport connection: the name of the WebSocket subprotocol that Janus uses for it. */
  readonly protocol: 'janus-protocol' | 'janus-admin-protocol';
  /** The transport connection is open. */
  opened(): void;
  /** Janus sent this message, whole. */
  message(text: string): void;
  /**
   * The request with this number, from `send`, has left the transport's queue. Only for a transport that has `cancel`;
   * an unknown number, or one whose request has ended, is ignored.
   */
  sent(request: number): void;
  /** The transport connection is closed, or could not be opened; no event follows. */
  closed(reason?: string): void;
}

/** The sending half of a transport connection. */
export interface TransportCarrier {
  /**
   * Sends one message, whole and in order. `request` is a number that names the request in `cancel` and `sent` only: it is
   * not the transaction, and not part of the message.
   */
  send(text: string, request: number): void;
  /** Closes the transport connection; nothing more is sent. */
  close(): void;
  /**
   * Drops a request that has ended: it had its response, timed out or was cancelled. If it is still in the transport's
   * queue, it must not be sent.
   *
   * A transport that queues requests after `send` has this function, and calls `callbacks.sent(request)` for each request
   * that leaves. Then an error's `sent` is true only for a request that left. Without it, a request counts as sent as soon as
   * `send` returns, and the transport must not hold it back: a request that was reported as failed could be carried out later.
   * Queued requests are dropped when the transport connection is closed.
   */
  cancel?(request: number): void;
  /** The maximum length of a message, in bytes; only a longer message fails. */
  readonly maxMessage?: number;
  /** The number of bytes that did not leave yet; while there are many, requests wait in the engine. */
  readonly bufferedAmount?: number;
}

/**
 * An application's own transport. It is called for each attempt to connect, begins to open a transport connection, and
 * returns its sending half. An error in it ends this transport connection only.
 *
 * ```js
 * const transport = (url, callbacks) => {
 *   const port = openPort(url);
 *   port.onopen = () => callbacks.opened();
 *   port.onmessage = ({ data }) => callbacks.message(data);
 *   port.onclose = () => callbacks.closed();
 *   return { send: (text) => port.postMessage(text), close: () => port.close() };
 * };
 * const connection = await Bifrons.connect({ address: { url: 'mine://anywhere' }, transport });
 * ```
 *
 * A transport with a queue of its own, of which it sends one message at a time:
 *
 * ```js
 * const transport = (url, callbacks) => {
 *   const queue = new Map();
 *   const port = openPort(url);
 *   port.onready = () => {
 *     for (const [request, text] of queue) {
 *       queue.delete(request);
 *       port.postMessage(text);
 *       return callbacks.sent(request);
 *     }
 *   };
 *   // onopen, onmessage and onclose as above
 *   return {
 *     send: (text, request) => queue.set(request, text),
 *     cancel: (request) => queue.delete(request),
 *     close: () => port.close(),
 *   };
 * };
 * ```
 */
export type Transport = (url: string, callbacks: TransportCallbacks) => TransportCarrier;
