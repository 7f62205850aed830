import type { AdminMethods } from './admin.js';
import type { EVENT, EndReason, ErrorCode, Fault, Limits, Stats } from './shared.js';
import type { Transport } from './transport.js';

export { EVENT } from './shared.js';
export type {
  AllowAction,
  CallStream,
  Codec,
  EndReason,
  ErrorCode,
  Fault,
  HostFamily,
  Limits,
  MediaKind,
  SrtpMode,
  Stats,
} from './shared.js';

/** An ICE candidate, or end-of-candidates. */
export type Candidate =
  | { completed: true }
  | { candidate: string; sdpMid?: string | null; sdpMLineIndex?: number | null };

/** A session description. */
export interface Jsep {
  /** Whether it is an offer or an answer. */
  type: 'offer' | 'answer';
  sdp: string;
  /** Whether candidates follow by trickle (Janus takes true for granted). */
  trickle?: boolean;
  /** The order of simulcast rids in the SDP (Janus's default: `hml`). */
  rid_order?: 'hml' | 'lmh';
  /** Use relays only, where the server allows the choice. */
  force_relay?: boolean;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
  /** SVC modes, by `mid` or `mindex` (Janus 1.1.4 and newer). */
  svc?: Array<{ mid?: string; mindex?: number; svc: string }>;
}

/** A whole message of Janus's. */
export interface JanusMessage {
  /** What it is: `success`, `ack`, `event`, … */
  janus: string;
  transaction?: string;
  session_id?: number;
  /** The handle that it is about. */
  sender?: number;
  plugindata?: { plugin: string; data: any };
  jsep?: Jsep;
  [field: string]: any;
}

/** What every request takes beside its own parameters. */
export interface CallOptions {
  /** How long to wait for the response, in milliseconds; 0 for no limit. */
  timeout_ms?: number;
  /** Gives the request up. */
  signal?: AbortSignal;
}

/** A Janus server. */
export interface Address {
  /**
   * `ws://`, `wss://`, `http://` or `https://` with Janus's path (`http://host:8088/janus`); in Node
   * also `ws+unix:///path/of/the/socket` and `file:///path/of/the/socket`, which is a Unix datagram
   * socket and needs the package `unix-dgram`. With `transport`, whatever that understands.
   */
  url: string;
  /** The server's API secret, or its admin secret where `is_admin` is set. */
  apisecret?: string | null;
  /** A stored or signed token. */
  token?: string | null;
}

export type { Transport, TransportCallbacks, TransportCarrier } from './transport.js';

/** How to connect. */
export interface Configuration extends Limits {
  /** The servers to try, in this order, round and round; their URLs may be of different kinds. */
  address: Address | Address[];
  /** A name, for `connect` to choose an entry of a list by. */
  server_key?: string;
  /** Seconds between two attempts to connect (10). */
  retry_time_secs?: number | null;
  /** Attempts after the first one (5); Infinity for as many as it takes. */
  max_retries?: number | null;
  /** Whether to speak the Admin API, which has an address of its own. */
  is_admin?: boolean | null;
  /**
   * Whether the sessions end in Janus, and the connection with them, when their page is closed, reloaded or left (true);
   * in pages only. A page in the back-forward cache keeps its sessions, unless a handle has sent an SDP: browsers do not
   * cache pages with media. With false Janus keeps the sessions for its `session_timeout` or
   * `reclaim_session_timeout`, so that the next page can `claim` them.
   */
  destroy_on_unload?: boolean | null;
  /** Options for the package `ws`, such as headers or TLS trust (Node only). */
  ws_options?: object | null;
  /** Carries all messages, to whatever address, instead of the transports that are built in. */
  transport?: Transport | null;
  /** The WebSocket to use instead of the one that is found. */
  WebSocket?: (new (url: string, protocol: string, options?: object) => object) | null;
  /**
   * Whether to reconnect after an outage and restore the sessions (default: no). Without it the connection ends with its
   * transport connection: CONNECTION_ERROR.
   */
  reconnect?: boolean | Reconnect | null;
}

/** The recovery after an outage. */
export interface Reconnect {
  /** How long to try, in seconds from the loss of the transport connection (default: 60); 0 or Infinity for no limit. */
  within_secs?: number;
  /** Whether sessions that Janus has lost are created again, and their handles attached again: HANDLE_REBUILT. */
  rebuild?: boolean;
}

/** What this package rejects with. Its text holds no secret. */
export declare class JanusError extends Error {
  /** What happened. */
  readonly code: ErrorCode;
  /** Whose fault it is. */
  readonly fault: Fault;
  /** Janus's own number, such as 458 (no such session). */
  readonly janus?: number;
  /** The plugin's number (`error_code`); 0 is an error, too. */
  readonly plugin?: number;
  /** The request that failed, in Janus's words. */
  readonly request?: string;
  readonly session?: number;
  readonly handle?: number;
  readonly transaction?: string;
  /** How long the request had been open, in milliseconds. */
  readonly elapsed_ms?: number;
  /** Whether the request was sent, so that Janus may have carried it out. */
  readonly sent?: boolean;
}

/** Events and what their listeners are called with. */
export type EventMap = Record<string | symbol, any[]>;

/** Options of a listener. */
export interface ListenerOptions {
  /** Removes the listener when it aborts. */
  signal?: AbortSignal;
}

/**
 * An event emitter with the methods of Node's; `events.once` and `events.on` take it, too.
 *
 * It emits `newListener` and `removeListener` for its listeners, as Node's does. An `error` event
 * without listeners does not throw, and the error of a listener that throws is reported as an uncaught one.
 *
 * Connections, sessions and handles are kept raw by Vue, Pinia and Valtio: their stores hold the object itself.
 */
declare class Emitter<Events extends EventMap = EventMap> {
  on<Name extends keyof Events>(event: Name, listener: (...args: Events[Name]) => void, options?: ListenerOptions): this;
  once<Name extends keyof Events>(event: Name, listener: (...args: Events[Name]) => void, options?: ListenerOptions): this;
  addListener<Name extends keyof Events>(event: Name, listener: (...args: Events[Name]) => void, options?: ListenerOptions): this;
  prependListener<Name extends keyof Events>(event: Name, listener: (...args: Events[Name]) => void, options?: ListenerOptions): this;
  prependOnceListener<Name extends keyof Events>(event: Name, listener: (...args: Events[Name]) => void, options?: ListenerOptions): this;
  off<Name extends keyof Events>(event: Name, listener: (...args: Events[Name]) => void): this;
  removeListener<Name extends keyof Events>(event: Name, listener: (...args: Events[Name]) => void): this;
  removeAllListeners(event?: keyof Events): this;
  emit<Name extends keyof Events>(event: Name, ...args: Events[Name]): boolean;
  listenerCount<Name extends keyof Events>(event: Name, listener?: (...args: Events[Name]) => void): number;
  listeners<Name extends keyof Events>(event: Name): Array<(...args: Events[Name]) => void>;
  /** The listeners as `emit` calls them: a listener of `once` is wrapped; the wrapper has it as `listener`. */
  rawListeners<Name extends keyof Events>(event: Name): Array<(...args: Events[Name]) => void>;
  eventNames(): Array<string | symbol>;
  /** There is no limit; this is for code that sets Node's. */
  setMaxListeners(limit: number): this;
  getMaxListeners(): number;
}

/** The events of a connection. */
export interface ConnectionEvents extends EventMap {
  connection_closed: [{ id: number }];
  connection_error: [JanusError];
  connection_reconnecting: [JanusError];
  /** `events_may_be_lost`: a session was restored, and Janus kept no events of it during the outage. */
  connection_resumed: [{ outage_ms: number; events_may_be_lost: boolean }];
  connection_lost: [JanusError];
}

/** The events of a session. */
export interface SessionEvents extends EventMap {
  session_destroyed: [{ id: number; reason: EndReason }];
}

/** The events of every handle. */
export interface HandleEvents extends EventMap {
  handle_detached: [{ id: number; reason: EndReason }];
  handle_ice_failed: [Record<string, never>];
  handle_hangup: [{ reason?: string }];
  handle_media: [{ type?: string; receiving?: boolean; mid?: string; substream?: number; seconds?: number }];
  handle_webrtcup: [Record<string, never>];
  handle_slowlink: [{ uplink?: boolean; mid?: string; media?: string; lost?: number }];
  handle_trickle: [Candidate];
  handle_event: [{ data: any; jsep?: Jsep; transaction?: string }];
  handle_rebuilt: [{ id: number }];
  handle_missed: [{ count: number }];
  handle_other: [{ kind: string; message: Record<string, unknown> }];
}

/** A plugin: its package name and the class of its handles. */
export interface PluginDescriptor<H extends Handle<any> = Handle> {
  readonly id: string;
  readonly Handle?: new (session: Session, id: number) => H;
}

declare interface Connection extends AdminMethods {}

/** A connection to a Janus server. */
declare class Connection extends Emitter<ConnectionEvents> {
  private constructor();
  readonly id: number;
  readonly name: string;
  /**
   * Closes the connection. Its sessions are destroyed in Janus first; with `graceful: false` they are left there, as
   * Janode leaves them, for another connection to claim while Janus keeps them (`reclaim_session_timeout`).
   */
  close(options?: { graceful?: boolean }): Promise<void>;
  /**
   * Creates a session.
   * @param ka_interval seconds between keepalives; by default as the server needs them
   */
  create(ka_interval?: number | null, options?: CallOptions & { id?: number }): Promise<Session>;
  /** Takes over a session that another connection left; one that this connection has is the same object. */
  claim(session_id: number, ka_interval?: number | null, options?: CallOptions): Promise<Session>;
  /** The server's version, plugins, transports and limits (`info`). */
  getInfo(options?: CallOptions): Promise<JanusMessage>;
  /** Checks that the server responds. */
  ping(options?: CallOptions): Promise<JanusMessage>;
  /** Sends any request and resolves with Janus's whole response. */
  sendRequest(request: { janus: string; [field: string]: any }, options?: CallOptions): Promise<JanusMessage>;
  /**
   * The requests of a plugin that need no session, over the Admin API, with their types: VideoRoom, AudioBridge,
   * Streaming and TextRoom accept those that they respond to directly; `janus_refused` (490) by other plugins.
   *
   * ```js
   * const { list } = await admin.plugin(VideoRoom).list();
   * ```
   */
  plugin<H extends Handle<any>>(plugin: PluginDescriptor<H>): Omit<H, keyof Handle>;
  /** The host of the server in use; the path of a `file://` address. */
  getRemoteHostname(): string | null;
  /** Returns the statistics of this connection. */
  stats(): Stats;
  /** Closes the connection. */
  [Symbol.asyncDispose](): Promise<void>;
}

/** A session in Janus. */
declare class Session extends Emitter<SessionEvents> {
  private constructor();
  readonly connection: Connection;
  /** The session's id in Janus. It changes when the session is rebuilt (`reconnect`, `rebuild`). */
  readonly id: number;
  readonly name: string;
  /** Attaches a handle to a plugin: a descriptor such as `EchoTestPlugin`, or a package name. */
  attach<H extends Handle<any> = Handle>(
    plugin: PluginDescriptor<H> | string,
    options?: CallOptions & { opaque_id?: string; loop_index?: number },
  ): Promise<H>;
  /** Takes over a handle that an earlier connection left in a claimed session. */
  adopt<H extends Handle<any> = Handle>(
    plugin: PluginDescriptor<H> | string,
    handle_id: number,
    options?: CallOptions,
  ): Promise<H>;
  /** Ends the session and all its handles. */
  destroy(options?: CallOptions): Promise<void>;
  /** Sends any request in this session and resolves with Janus's whole response. */
  sendRequest(request: { janus: string; [field: string]: any }, options?: CallOptions): Promise<JanusMessage>;
  /** Destroys the session, unless it has ended. */
  [Symbol.asyncDispose](): Promise<void>;
}

/** What carries texts both ways: a page's `RTCDataChannel`, or something of one's own. */
export interface TextCarrier {
  send(text: string): void;
  /** While it is `connecting`, requests wait for its event `open`. */
  readonly readyState?: string;
  /** It must be `JanusDataChannel`, on which Janus responds: `peerConnection.createDataChannel('JanusDataChannel')`. */
  readonly label?: string;
  addEventListener?(type: 'open' | 'message' | 'close', listener: (event: any) => void): void;
}

/** What a plugin's author makes of a message. */
export interface PluginEvent {
  event: string | null;
  data: any;
}

/**
 * One attachment to a plugin, with at most one PeerConnection.
 *
 * Its events are held until the application reads the handle, up to `max_events`; the first of these reads it:
 * - the first listener of any event: from then on an event without a listener is lost, as with any emitter, so add all
 *   listeners in one turn;
 * - `for await`: events wait until they are taken, and are held again when the loop is left and no listener is left;
 * - the first request, if the handle's class overrides `handleMessage` or listens in its constructor.
 *
 * Held events come first, in order. A handle that is never read costs memory up to the bound. Media, slow links and what a plugin repeats, such as who talks, may be dropped above it. For a plugin of your
 * own, extend this class and override `handleMessage`.
 */
export declare class Handle<Events extends EventMap = HandleEvents> extends Emitter<Events> {
  constructor(session: Session, id: number);
  readonly session: Session;
  /** The handle's id in Janus. It changes with HANDLE_REBUILT. */
  readonly id: number;
  readonly name: string;
  /** Sends any request for this handle; a number is a timeout in milliseconds. */
  sendRequest(request: { janus: string; [field: string]: any }, options?: number | CallOptions): Promise<JanusMessage>;
  /** Sends a message to the plugin and resolves with Janus's whole response. */
  message(body: object, jsep?: Jsep | null, options?: CallOptions): Promise<JanusMessage>;
  /** Sends a candidate, or several; nothing means that no more follow. */
  trickle(candidate?: Candidate | Candidate[] | null, options?: CallOptions): Promise<JanusMessage>;
  /** Sends end-of-candidates. */
  trickleComplete(options?: CallOptions): Promise<JanusMessage>;
  /**
   * Closes the PeerConnection; the handle can have a new one. Without a PeerConnection, Janus 1.2.2 and newer
   * do nothing; older versions inform the plugin.
   */
  hangup(options?: CallOptions): Promise<JanusMessage>;
  /** Ends the handle. */
  detach(options?: CallOptions): Promise<void>;
  /** For plugins: gives a request its transaction and handle before it is sent. */
  decorateRequest<R extends object>(request: R): R & { transaction: string; handle_id: number };
  /** For plugins: looks at a plugin's message; something truthy means that it was understood. */
  handleMessage(message: JanusMessage): any;
  /** For plugins: whether a pending request of this handle has this transaction. */
  ownsTransaction(transaction: string | undefined): boolean;
  /** For plugins: ends the request with this transaction, if it is open and this handle's. */
  closeTransactionWithSuccess(transaction: string | undefined, data: unknown): void;
  /** For plugins: fails the request with this transaction, if it is open and this handle's. */
  closeTransactionWithError(transaction: string | undefined, error: Error): void;
  /** For plugins: begins an event from a message. */
  _newPluginEvent(message: JanusMessage): PluginEvent;
  /** For plugins: the event of a message. */
  _getPluginEvent(message: JanusMessage): Partial<PluginEvent>;
  /** For plugins: what the handle was in the plugin is no more; called before HANDLE_REBUILT. */
  _forget(): void;
  /** The handle's events until it ends; they wait until they are taken, and listeners get them then, too. */
  [Symbol.asyncIterator](): AsyncGenerator<{ event: string; data: any }, void, undefined>;
  /** Detaches the handle, unless it has ended. */
  [Symbol.asyncDispose](): Promise<void>;
}

export type LogLevel = 'none' | 'error' | 'warning' | 'info' | 'verbose' | 'debug';

/** The package's log: one for all connections. It never sees secrets or SDPs. */
export declare const Logger: {
  debug(...args: unknown[]): void;
  verbose(...args: unknown[]): void;
  verb(...args: unknown[]): void;
  info(...args: unknown[]): void;
  warning(...args: unknown[]): void;
  warn(...args: unknown[]): void;
  error(...args: unknown[]): void;
  /** Sets the level and returns it; one that is unknown means `info`. */
  setLevel(level?: string): LogLevel;
  setLogLevel(level?: string): LogLevel;
  /** Takes what is logged from now on; without one it goes to the console again. */
  setSink(sink?: (level: LogLevel, args: unknown[]) => void): void;
};

/**
 * Connects to a Janus server.
 * @param config one server, or a list of them
 * @param key which one of a list: its index, or its `server_key`
 * @param options a signal that gives the attempts up
 */
export declare function connect(
  config: Configuration | Configuration[],
  key?: string | number | null,
  options?: { signal?: AbortSignal },
): Promise<Connection>;

/** The package's version. */
export declare function version(): string;

export type * from './admin.js';
export type { Connection, Emitter, Session };

declare global {
  interface SymbolConstructor {
    /** What `await using` calls; libraries older than TypeScript 5.2 do not declare it. */
    readonly asyncDispose: unique symbol;
  }
}

declare const Bifrons: { connect: typeof connect; Logger: typeof Logger; EVENT: typeof EVENT };
export default Bifrons;
