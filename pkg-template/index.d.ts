import type { AdminMethods } from './admin.js';
import type { Configuration, ConnectOptions, LogFields } from './configuration.js';
import type { EVENT, EndReason, ErrorCode, Fault, MediaKind, PluginName, Stats } from './shared.js';
import type { ServerInfo } from './server_info.js';
import type { ConnectionEvents, HandleEvents, SessionEvents } from './events.js';

export { EVENT } from './shared.js';
export type { ServerInfo, ServerModule } from './server_info.js';
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
  PluginName,
  SrtpMode,
  Stats,
} from './shared.js';

/**
 * An ICE candidate to send, or end-of-candidates: an `RTCIceCandidate`, what its `toJSON` returns, the data of
 * HANDLE_TRICKLE.
 */
export type Candidate =
  | { completed: true }
  | {
      candidate?: string | undefined;
      sdpMid?: string | null | undefined;
      sdpMLineIndex?: number | null | undefined;
      usernameFragment?: string | null | undefined;
    };

/** An ICE candidate of Janus, or end-of-candidates; `addIceCandidate` of a PeerConnection accepts it. */
export interface TrickledCandidate {
  /** Whether no candidate follows; then the other fields are missing. */
  completed?: true;
  candidate?: string;
  sdpMid?: string;
  sdpMLineIndex?: number;
}

/** A session description. `setRemoteDescription` of a PeerConnection accepts it. */
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

/** A session description to send: a `Jsep`, the `localDescription` of a PeerConnection, the result of `createOffer`. */
export type JsepInit = Jsep | SessionDescription;

/** A session description of a browser. Janus accepts offers and answers. */
export interface SessionDescription {
  readonly type: 'offer' | 'answer' | 'pranswer' | 'rollback';
  readonly sdp?: string | undefined;
}

/** What Janus sent. */
export interface Received {
  /**
   * The fields that this version does not know, as a newer Janus may send; missing if there are none. The object has
   * them, too.
   */
  readonly extra?: { readonly [field: string]: unknown };
}

/**
 * A whole message of Janus.
 * @typeParam Data the data of the plugin
 */
export interface JanusMessage<Data = unknown> {
  /** The kind of the message. */
  janus: 'success' | 'ack' | 'event' | 'server_info' | 'pong' | (string & {});
  transaction?: string;
  session_id?: number;
  /** The handle that it is about. */
  sender?: number;
  plugindata?: { plugin: string; data: Data };
  jsep?: Jsep;
  [field: string]: unknown;
}

/** The members of every response. What this version does not know is typed by `sendRequest` only. */
export interface Reply {
  /** The kind of the response. */
  janus: 'success' | 'server_info' | (string & {});
  transaction: string;
}

/** A request to Janus. */
export interface JanusRequest {
  /** The kind of the request, such as `message`. */
  janus: string;
  [field: string]: unknown;
}

/** An `AbortSignal`. The types of this package need no `lib.dom`. */
export interface Signal {
  readonly aborted: boolean;
  readonly reason: any;
  throwIfAborted(): void;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** What every request takes beside its own parameters. */
export interface CallOptions {
  /** How long to wait for the response, in milliseconds; 0 for no limit. */
  timeout_ms?: number | undefined;
  /**
   * Gives the request up when it aborts: `cancelled`, with `name` AbortError and the signal's reason as `cause`. `sent` says
   * whether Janus may carry it out all the same.
   */
  signal?: Signal | undefined;
}

/** The SDP and the options of `message`. */
export interface MessageOptions extends CallOptions {
  jsep?: JsepInit | null | undefined;
}

export type { Address, Clock, Configuration, ConnectOptions, ConnectionLogger, LogFields, Reconnect } from './configuration.js';
export type { Transport, TransportCallbacks, TransportCarrier } from './transport.js';

/** The fields of a new `JanusError`. */
export type Failure = { code: ErrorCode; message: string } & {
  [Name in 'fault' | 'janus' | 'plugin' | 'request' | 'session' | 'handle' | 'transaction' | 'elapsed_ms' | 'sent' | 'retryable' | 'cause']?:
    | JanusError[Name]
    | null;
};

/** What this package rejects with. Its text holds no secret. */
export declare class JanusError extends Error {
  /** For plugins and tests: by default `fault` is that of the code. */
  constructor(failure: Failure);
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
  /** Whether the same request may succeed later, and does no harm when it is sent again. */
  readonly retryable: boolean;
  /** The transport's own error (`ECONNREFUSED`, TLS), or with `cancelled` the signal's reason. */
  readonly cause?: unknown;
  /** All of this with `name` and `message`, for logs. */
  toJSON(): Record<string, unknown>;
}

/** The names of events, with the arguments of their listeners. */
export type EventMap<Events> = { [Name in keyof Events]: any[] };

/** The events that each emitter emits for its listeners, as Node's does. */
export interface ListenerEvents {
  newListener: [event: string | symbol, listener: (...args: any[]) => void];
  removeListener: [event: string | symbol, listener: (...args: any[]) => void];
}

/** The events of `for await`: `event` decides the type of `data`. */
export type EmittedEvent<Events> = {
  [Name in Exclude<keyof Events, keyof ListenerEvents>]: { event: Name; data: Events[Name] extends [infer Data, ...any[]] ? Data : undefined };
}[Exclude<keyof Events, keyof ListenerEvents>];

/** Options of a listener. */
export interface ListenerOptions {
  /** Removes the listener when it aborts. */
  signal?: Signal | undefined;
}

/**
 * An event emitter with the methods of Node's; `events.once` and `events.on` take it, too.
 *
 * It emits `newListener` and `removeListener` for its listeners, as Node's does. An `error` event
 * without listeners does not throw, and the error of a listener that throws is reported as an uncaught one.
 *
 * Connections, sessions and handles are kept raw by Vue, Pinia and Valtio: their stores hold the object itself.
 */
declare class Emitter<Events extends EventMap<Events> = ListenerEvents> {
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

export type { ConnectionEvents, HandleEvents, SessionEvents };

/** A handle of a plugin that is attached by its package name: the plugin's events are HANDLE_EVENT. */
export type PlainHandle = Handle<HandleEvents, EmittedEvent<HandleEvents>>;

/** A plugin: its package name and the class of its handles. */
export interface PluginDescriptor<H extends Handle<any, any> = Handle> {
  readonly id: string;
  readonly Handle?: new (session: Session, id: number) => H;
}

/** A connection to a Janus server, without the Admin API: that of `bifrons/slim`. */
declare class SlimConnection extends Emitter<ConnectionEvents> {
  protected constructor();
  readonly id: number;
  readonly name: string;
  /** What JSON shows: no secret. */ toJSON(): { name: string; url: string; state: ConnectionState };
  /**
   * Closes the connection. Its sessions are destroyed in Janus first; with `graceful: false` they are left there, as
   * Janode leaves them, for another connection to claim while Janus keeps them (`reclaim_session_timeout`).
   */
  close(options?: { graceful?: boolean | undefined }): Promise<void>;
  /**
   * Creates a session.
   * @param ka_interval seconds between keepalives; by default as the server needs them
   */
  create(ka_interval?: number | null, options?: CallOptions & { id?: number | undefined }): Promise<Session>;
  create(options: SessionOptions & { id?: number | undefined }): Promise<Session>;
  /** Takes over a session that another connection left; one that this connection has is the same object. */
  claim(session_id: number, ka_interval?: number | null, options?: CallOptions): Promise<Session>;
  claim(session_id: number, options: SessionOptions): Promise<Session>;
  claim(options: SessionOptions & { session_id: number }): Promise<Session>;
  /**
   * Replaces the token of all addresses: each request from now on has this one, also after a reconnect. A keepalive is such
   * a request, so that the server learns of it within half a minute in any case.
   */
  setToken(token: string): void;
  /** The server's version, plugins, transports and limits (`info`). */
  getInfo(options?: CallOptions): Promise<Reply & ServerInfo>;
  /** Checks that the server responds. */
  ping(options?: CallOptions): Promise<JanusMessage>;
  /** Sends any request and resolves with Janus's whole response. */
  sendRequest(request: JanusRequest, options?: CallOptions): Promise<JanusMessage>;
  /** The host of the server in use; the path of a `file://` address. */
  getRemoteHostname(): string | null;
  /** Returns the statistics of this connection, and its `state`. */
  stats(): Stats & { state: ConnectionState };
  /** Whether it is usable. */
  readonly state: ConnectionState;
  /** The URL of the server in use, without user name, password and query. */
  readonly url: string;
  /** The connection's events from now on, until it has ended. */
  [Symbol.asyncIterator](): AsyncGenerator<EmittedEvent<ConnectionEvents>, void, undefined>;
  /** Closes the connection. */
  [Symbol.asyncDispose](): Promise<void>;
}

declare interface Connection extends AdminMethods {}

/** A connection to a Janus server. */
declare class Connection extends SlimConnection {
  private constructor();
  /**
   * The requests of a plugin that need no session, over the Admin API, with their types: VideoRoom, AudioBridge,
   * Streaming and TextRoom accept those that they respond to directly; `janus_refused` (490) by other plugins.
   *
   * ```js
   * const { list } = await admin.plugin(VideoRoom).list();
   * ```
   */
  plugin<H extends Handle<any, any>>(plugin: PluginDescriptor<H>): Omit<H, keyof Handle>;
}

/** A STUN or TURN server, as `RTCPeerConnection` takes it. */
export interface IceServer {
  urls: string[];
  username?: string;
  credential?: string;
}

/** Whether a connection is usable; requests wait while it is `reconnecting`. */
export type ConnectionState = 'connecting' | 'connected' | 'reconnecting' | 'closed';

/** The options of `create` and `claim`. */
export interface SessionOptions extends CallOptions {
  /** Seconds between keepalives; by default as the server needs them. */
  ka_interval?: number | undefined;
}

/** A session in Janus. */
declare class Session extends Emitter<SessionEvents> {
  private constructor();
  /** The connection; one with sessions is none to the Admin API. */
  readonly connection: SlimConnection;
  /** The session's id in Janus. It changes when the session is rebuilt (`reconnect`, `rebuild`). */
  readonly id: number;
  readonly name: string;
  /**
   * The STUN and TURN servers that the gateway gave with the session, which peers of `bifrons/webrtc` use. Janus itself gives
   * none. A session that was rebuilt keeps those of the first one.
   */
  readonly ice_servers: IceServer[] | undefined;
  /** What JSON shows. */ toJSON(): { id: number; ended: EndReason | undefined };
  /** Attaches a handle to a plugin: a descriptor such as `EchoTestPlugin`, or a package name. */
  attach<H extends Handle<any, any> = PlainHandle>(
    plugin: PluginDescriptor<H> | PluginName,
    options?: CallOptions & { opaque_id?: string | undefined; loop_index?: number | undefined },
  ): Promise<H>;
  /** Takes over a handle that an earlier connection left in a claimed session. */
  adopt<H extends Handle<any, any> = PlainHandle>(
    plugin: PluginDescriptor<H> | PluginName,
    handle_id: number,
    options?: CallOptions,
  ): Promise<H>;
  adopt<H extends Handle<any, any> = PlainHandle>(
    plugin: PluginDescriptor<H> | PluginName,
    options: CallOptions & { handle_id: number },
  ): Promise<H>;
  /** Why the session has ended; undefined while it is there. */
  readonly ended: EndReason | undefined;
  /** Ends the session and all its handles; no effect if it has ended. */
  destroy(options?: CallOptions): Promise<void>;
  /** Sends any request in this session and resolves with Janus's whole response. */
  sendRequest(request: JanusRequest, options?: CallOptions): Promise<JanusMessage>;
  /** The session's events from now on, until it has ended. */
  [Symbol.asyncIterator](): AsyncGenerator<EmittedEvent<SessionEvents>, void, undefined>;
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
  addEventListener?(type: 'open' | 'message' | 'close', listener: (event: { data?: any }) => void): void;
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
 *
 * @typeParam Events the plugin's events beside those of every handle: `interface MyEvents extends HandleEvents { … }`
 * @typeParam Emitted the events of `for await`. A `Handle` may be that of any plugin, so its events have any data
 */
export declare class Handle<
  Events extends EventMap<Events> = HandleEvents,
  Emitted = [HandleEvents] extends [Events] ? { event: keyof HandleEvents | (string & {}); data: unknown } : EmittedEvent<Events>,
> extends Emitter<Events> {
  constructor(session: Session, id: number);
  readonly session: Session;
  /** The handle's id in Janus. It changes with HANDLE_REBUILT. */
  readonly id: number;
  readonly name: string;
  /** What JSON shows. */ toJSON(): { id: number; plugin: string; session: number; detached: EndReason | undefined };
  /** Sends any request for this handle; a number is a timeout in milliseconds. */
  sendRequest(request: JanusRequest, options?: number | CallOptions): Promise<JanusMessage>;
  /** Sends a message to the plugin and resolves with Janus's whole response. */
  message<Data = unknown>(body: object, jsep?: JsepInit | null, options?: CallOptions): Promise<JanusMessage<Data>>;
  message<Data = unknown>(body: object, options: MessageOptions): Promise<JanusMessage<Data>>;
  /** Sends a candidate, or several; nothing means that no more follow. */
  trickle(candidate?: Candidate | Candidate[] | null, options?: CallOptions): Promise<JanusMessage>;
  /** Sends end-of-candidates. */
  trickleComplete(options?: CallOptions): Promise<JanusMessage>;
  /**
   * Closes the PeerConnection; the handle can have a new one. Without a PeerConnection, Janus 1.2.2 and newer
   * do nothing; older versions inform the plugin.
   */
  hangup(options?: CallOptions): Promise<JanusMessage>;
  /** Why the handle has ended; undefined while it is attached. */
  readonly detached: EndReason | undefined;
  /** Ends the handle; no effect if it has ended. */
  detach(options?: CallOptions): Promise<void>;
  /** For plugins: gives a request its transaction and handle before it is sent. */
  decorateRequest<R extends object>(request: R): R & { transaction: string; handle_id: number };
  /** For plugins: looks at a plugin's message; something truthy means that it was understood. */
  handleMessage(message: JanusMessage<any>): unknown;
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
  [Symbol.asyncIterator](): AsyncGenerator<Emitted, void, undefined>;
  /** Detaches the handle, unless it has ended. */
  [Symbol.asyncDispose](): Promise<void>;
}

export type LogLevel = 'none' | 'error' | 'warning' | 'info' | 'verbose' | 'debug' | 'trace';

/** The package's log: one for all connections. It never sees secrets or SDPs. */
export declare const Logger: {
  trace(...args: unknown[]): void;
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
  /**
   * Takes what is logged from now on; without one it goes to the console again. What the package logs of a connection has
   * `fields`.
   */
  setSink(sink?: (level: LogLevel, args: unknown[], fields?: LogFields) => void): void;
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
  options?: ConnectOptions,
): Promise<Connection>;
export declare function connect(config: Configuration | Configuration[], options: ConnectOptions): Promise<Connection>;

/** The package's version. */
export declare function version(): string;

export type * from './admin.js';
export type { Connection, Emitter, Session, SlimConnection };

declare global {
  interface SymbolConstructor {
    /** What `await using` calls; libraries older than TypeScript 5.2 do not declare it. */
    readonly asyncDispose: unique symbol;
  }
}

declare const Bifrons: { connect: typeof connect; Logger: typeof Logger; EVENT: typeof EVENT };
export default Bifrons;
