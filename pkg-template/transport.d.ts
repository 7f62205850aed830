/** A line to Janus, as a transport of one's own sees it. Its functions may be called at any time. */
export interface TransportLine {
  /** Which API it is for, in the words of Janus's WebSockets. */
  readonly protocol: 'janus-protocol' | 'janus-admin-protocol';
  /** The line is there: messages may pass. */
  opened(): void;
  /** Janus sent this message, whole. */
  message(text: string): void;
  /** The line is gone, or did not come about; nothing follows. */
  closed(reason?: string): void;
}

/** What carries a line's messages to Janus. */
export interface TransportCarrier {
  /** Sends one message, whole and in order. */
  send(text: string): void;
  /** Ends the line; no more is sent. */
  close(): void;
  /** The longest message that it takes, in bytes; a longer one fails alone. */
  readonly maxMessage?: number;
  /** How many bytes it holds that did not leave yet: while they are many, requests wait outside. */
  readonly bufferedAmount?: number;
}

/**
 * A transport of one's own: called for each attempt to connect, it begins to open a line and
 * returns what carries it. What it throws, or does wrong, ends this line only.
 *
 * ```js
 * const transport = (url, line) => {
 *   const port = openPort(url);
 *   port.onopen = () => line.opened();
 *   port.onmessage = ({ data }) => line.message(data);
 *   port.onclose = () => line.closed();
 *   return { send: (text) => port.postMessage(text), close: () => port.close() };
 * };
 * const connection = await Bifrons.connect({ address: { url: 'mine://anywhere' }, transport });
 * ```
 */
export type Transport = (url: string, line: TransportLine) => TransportCarrier;
