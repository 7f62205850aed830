import type { Session, Signal } from './index.js';
import type { Limits } from './shared.js';
import type { Transport } from './transport.js';

/** A Janus server. */
export interface Address {
  /**
   * `ws://`, `wss://`, `http://` or `https://` with Janus's path (`http://host:8088/janus`); in Node
   * also `ws+unix:///path/of/the/socket` and `file:///path/of/the/socket`, which is a Unix datagram
   * socket and needs the package `unix-dgram`. With `transport`, whatever that understands.
   */
  url: string;
  /** The server's API secret, or its admin secret where `is_admin` is set. */
  apisecret?: string | null | undefined;
  /** A stored or signed token. */
  token?: string | null | undefined;
}

/** The fields of a record in the log, such as `session`, `handle`, `duration_ms`, `outcome`. No value contains a secret or an SDP. */
export type LogFields = Record<string, unknown>;

/** A logger of the application, such as pino's, winston's, or `console`. */
export interface ConnectionLogger {
  error(...args: any[]): unknown;
  warn(...args: any[]): unknown;
  info(...args: any[]): unknown;
  debug(...args: any[]): unknown;
  isLevelEnabled?(level: any): boolean;
}

/** A clock of the application: `now`, both `setTimeout` and `clearTimeout`, or all three; the others are the runtime's. */
export interface Clock {
  /** Returns a time in milliseconds, from any origin, that never goes back; by default `performance.now()`. */
  now?: (() => number) | undefined;
  /** Calls a function once, after a time in milliseconds, and returns what `clearTimeout` takes. */
  setTimeout?: ((callback: () => void, milliseconds: number) => any) | undefined;
  clearTimeout?: ((timer: any) => void) | undefined;
}

/** How to connect. */
export interface Configuration extends Limits {
  /** The servers to try, in this order, round and round; their URLs may be of different kinds. */
  address: Address | Address[];
  /** A name, for `connect` to choose an entry of a list by. */
  server_key?: string | undefined;
  /** Seconds between two attempts to connect. Default: 10. */
  retry_time_secs?: number | null | undefined;
  /** Attempts after the first one; Infinity for no limit. Default: 5. */
  max_retries?: number | null | undefined;
  /** Whether to speak the Admin API, which has an address of its own. Default: false. */
  is_admin?: boolean | null | undefined;
  /**
   * Whether the sessions end in Janus, and the connection with them, when their page is closed, reloaded or left;
   * in pages only. A page in the back-forward cache keeps its sessions, unless a handle has sent an SDP: browsers do not
   * cache pages with media. With false Janus keeps the sessions for its `session_timeout` or
   * `reclaim_session_timeout`, so that the next page can `claim` them. Default: true.
   */
  destroy_on_unload?: boolean | null | undefined;
  /** Options for the package `ws`, such as headers or TLS trust (Node only). */
  ws_options?: object | null | undefined;
  /** Carries all messages, to whatever address, instead of the transports that are built in. */
  transport?: Transport | null | undefined;
  /**
   * Gets the log of this connection instead of `Logger`. It is called with a text and `LogFields`; a logger that has
   * `bindings`, as pino's has, with the fields first; a console with the text alone. The level is the logger's own, by its
   * method `isLevelEnabled`; that of `Logger` if it has no such method. Where it has no `verbose` or `trace`, `debug` is
   * called; winston's `silly` is its `trace`.
   */
  logger?: ConnectionLogger | null | undefined;
  /**
   * The clock of this connection, for tests with fake timers: all of its timeouts, keepalives and pauses.
   * Default: the runtime's `performance.now`, `setTimeout`, `clearTimeout`.
   */
  clock?: Clock | null | undefined;
  /** The WebSocket to use instead of the one that is found. */
  WebSocket?: (new (url: string, protocol: string, options?: object) => object) | null | undefined;
  /**
   * Whether to reconnect after an outage and restore the sessions. Without it the connection ends with its
   * transport connection: CONNECTION_ERROR. Default: false.
   */
  reconnect?: boolean | Reconnect | null | undefined;
}

/** The recovery after an outage. */
export interface Reconnect {
  /** How long to try, in seconds from the loss of the transport connection; 0 or Infinity for no limit. Default: 60. */
  within_secs?: number | undefined;
  /**
   * Whether sessions that Janus has lost are created again, and their handles attached again: HANDLE_REBUILT.
   * A function is called with each session that was created again; its handles are attached when its promise is
   * fulfilled, so that it can create their room first. If the promise is rejected, or is not settled within
   * `request_timeout_ms`, the session is destroyed: `rebuild_failed`. CONNECTION_RESUMED comes afterwards, so do not wait
   * for it in the function. Default: false.
   */
  rebuild?: boolean | ((session: Session) => unknown) | undefined;
}

/** The options of `connect`. */
export interface ConnectOptions {
  /** Gives the attempts up when it aborts: `cancelled`. */
  signal?: Signal | undefined;
}
