import type { Grants } from './grants.js';

export type { CallGrant, Grants, Pattern, RoomGrant, SipGrant, StreamGrant, TextGrant } from './grants.js';

/** A value of JSON. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

/** The body of a request to a plugin. */
export type Body = { [name: string]: Json };

/** A secret: itself, or where it is. An application that has it in the environment uses `process.env`. */
export type SecretOf<Name extends string> = { [name in Name | `${Name}_file` | `${Name}_env`]?: string | undefined };

/** How often something may be done: in the long run, and at once. */
export type Rate = { per_second: number; burst: number } | 'none';

/** The Janus server. */
export interface JanusSettings extends SecretOf<'api_secret'>, SecretOf<'token'> {
  /** Its URLs, such as `ws://127.0.0.1:8188` or `wss://janus.example.org`; with several, the next one is tried when one fails. */
  addresses: string[];
  /** A file with the certificates of the only authorities that may have signed Janus's certificate, in PEM. Default: those of the runtime. */
  ca_file?: string;
  /** The connections to it; sessions are spread over them. Default: 1. */
  connections?: number;
  attempt_timeout?: number | 'none';
  request_timeout?: number | 'none';
  probe_after?: number | 'none';
  probe_timeout?: number;
  max_message_size?: number;
  max_requests?: number;
}

/** How `listen()` listens. The settings of origins, host names, proxies and times are for all handlers. */
export interface ListenSettings {
  /** The address and port. Default: `127.0.0.1:8080`. */
  address?: string;
  /** The files of the certificate and its private key, in PEM. */
  tls?: { certificates: string; key: string };
  /** The proxies whose `X-Forwarded-For` is believed, as networks such as `10.0.0.0/8`. */
  trusted_proxies?: string[];
  /** The origins whose pages may connect. Default: any. */
  origins?: string[];
  /** Whether requests without an `Origin` are accepted where `origins` is set. Default: true. */
  allow_missing_origin?: boolean;
  /** The host names by which the gateway may be addressed. Default: any. */
  hosts?: string[];
  max_connections?: number;
  max_connections_per_address?: number;
  handshake_timeout?: number;
  header_timeout?: number;
  body_timeout?: number;
  write_timeout?: number;
  ping_interval?: number;
  pong_timeout?: number;
}

/** An algorithm of tokens. */
export type Algorithm = 'HS256' | 'RS256' | 'ES256' | 'EdDSA';

/** A public key: the same as the `JsonWebKey` of browsers and of Node. */
export type PublicKey = { readonly [name: string]: unknown };

/** Who issues tokens: a tenant. It has one source of keys. */
export interface Issuer extends SecretOf<'secret'> {
  /** The claim `iss` of its tokens, and the tenant's name. */
  name: string;
  /** Which `aud` a token must have: one of these. */
  audiences: string[];
  /** Its public key, or several. */
  jwk?: PublicKey | PublicKey[];
  /** The URL of its JSON Web Key Set. */
  jwks_url?: string;
  /** The algorithms that its tokens may have. Default: those of its keys. */
  algorithms?: Algorithm[];
  /** The claims that hold names of roles, as paths. `janus.roles` is always one. */
  role_claims?: string[];
  /** The most that its tokens may grant, or `all`. With several issuers each needs it. */
  at_most?: Grants | 'all';
  /** What each role grants. */
  roles?: { [role: string]: Grants };
}

/** A rule: all that fit a request apply, in their order. */
export interface Rule {
  name?: string;
  /** The issuers whose pages it is for. Default: all. */
  tenants?: string[];
  /** The roles of which a page must have one. Default: any page. */
  roles?: string[];
  /** The short names of the plugins, or `*`. */
  plugins: string[];
  /** The requests, by their names in Janus, or `*`. */
  requests?: string[];
  /** A condition in CEL on `tenant`, `subject`, `roles`, `plugin`, `request`, `body` and `publishes`. */
  when?: string;
  /** Allow the request whatever the grants are, with its body as it is. */
  allow?: boolean;
  /** Deny the request. */
  deny?: { reason: string; code?: number };
  /** Fields that the request gets, whatever it had. */
  set?: Body;
  /** Fields that the request gets if it has none of them. */
  default?: Body;
  /** The highest numbers of fields. */
  cap?: { [field: string]: number };
  /** Fields that are removed. */
  remove?: string[];
  /** Fields that are removed from what the page gets of these plugins. */
  redact?: string[];
}

/** A request of a flow: its values are literal, or one of `$subject`, `$tenant`, `$body.NAME` and `$app.NAME`. */
export type FlowRequest = Body;

/** What a flow does before its last request. */
export interface FlowStep {
  request: FlowRequest;
  /** The plugin's error codes with which the flow goes on. */
  tolerate?: number[];
  /** The event that ends the step. Default: the response ends it. */
  until?: string;
  /** The events with which the step fails. */
  fails?: string[];
  /** The request that undoes the step if a later one fails. */
  undo?: FlowRequest;
  /** Whether the step is your own word, and not decided. Default: false. */
  allowed?: boolean;
}

/** Several requests to Janus by one request of a page to the plugin `bifrons.plugin.flow`. */
export interface Flow {
  /** What pages have in `request`. */
  name: string;
  /** The short name of the plugin. */
  plugin: string;
  /** The issuers whose pages may use it. Default: all. */
  tenants?: string[];
  /** The roles of which a page must have one. Default: any page. */
  roles?: string[];
  steps?: FlowStep[];
  /** The last request, which is decided as if the page had sent it. */
  last: FlowRequest;
  /** Fields of the page's request that the last request gets, too. */
  pass?: string[];
}

/** What Janus demands and pages don't have: secrets and PINs of rooms, admin keys of plugins. */
export interface Key extends SecretOf<'value'> {
  /** The short name of the plugin. */
  plugin: string;
  /** The field of the request, such as `secret`, `pin` or `admin_key`. */
  field: string;
  /** The room or mountpoint, or a pattern. Default: `*`. */
  of?: string | number;
}

/** STUN and TURN servers, which pages get with their sessions. */
export interface IceServers extends SecretOf<'secret'> {
  urls: string[];
  /** How long credentials of TURN servers are valid, in seconds. Default: 12 hours. */
  valid_for?: number;
}

/** What is reported. */
export type ReportEvent =
  | 'joined' | 'left' | 'published' | 'unpublished' | 'room_created' | 'room_empty' | 'token_refused' | 'session_ended';

/** Where reports go, signed with the secret. */
export interface Webhook extends SecretOf<'secret'> {
  url: string;
  /** What is reported. Default: all. */
  events?: ReportEvent[];
  /** The issuer about whose users it is reported. Default: all; refused tokens are about no issuer. */
  issuer?: string;
}

/** The limits of pages, users, addresses and tenants. */
export interface Limits {
  page?: {
    message_bytes?: number;
    waiting_messages?: number;
    queue_bytes?: number;
    write_within?: number;
    token_within?: number;
    poll_within?: number;
    idle?: number;
  };
  subject?: { sessions?: number; handles?: number; rooms?: number };
  rates?: {
    subject?: { creates?: Rate; requests?: Rate };
    address?: { creates?: Rate; requests?: Rate; refused_tokens?: Rate; connections?: Rate };
    tenant?: { creates?: Rate; requests?: Rate };
  };
}

/** The settings, by the names that they have in `gateway.toml`, which documents each one. Times are in seconds. */
export interface Settings {
  janus: JanusSettings;
  listen?: ListenSettings;
  issuers?: Issuer[];
  rules?: Rule[];
  keys?: Key[];
  /** How rooms of VideoRoom are created that a page enters while they are absent: fields of `create`. */
  presets?: { [name: string]: Body };
  /** Flows beside `enter`, `watch` and `call`. */
  flows?: Flow[];
  ice_servers?: IceServers[];
  webhooks?: Webhook[];
  limits?: Limits;
  sessions?: { grace?: number; drain?: number; warn_before?: number; at_expiry?: 'keep' | 'end' };
}

/**
 * A request to a plugin that grants or rules allow: what the policy decides about. Of a flow it is the last request, as Janus gets it:
 * `enter` is `joinandconfigure` of `videoroom`. Who checks `join` must check `joinandconfigure`, too: both enter a room.
 */
export interface PolicyRequest {
  /** The issuer of the page's token. */
  tenant: string;
  /** The user (`sub`). */
  subject: string;
  roles: string[];
  /** What the user's token and roles grant. */
  grants: Grants;
  /** The session and the handle, by the ids that the page has. */
  session: number;
  handle: number;
  /** The short name of the plugin, such as `videoroom`. */
  plugin: string;
  /** The request, by its name in Janus; `other` if the gateway does not know it. */
  request: string;
  /** The body, as it would go to Janus. */
  body: Body;
  /** The member `app` of the body, which never goes to Janus. */
  app?: Json;
  /** The kinds of media that its offer publishes in a room. */
  publishes: ('audio' | 'video' | 'data')[];
  /** The flow to which the request belongs: its name, such as `enter`, and the bodies of the requests that come before. */
  flow?: { name: string; steps: Body[] };
}

/**
 * What the policy has decided: the request goes to Janus, or goes there with another body, which is not judged again; the page gets this
 * as the plugin's data, and Janus nothing; or the request is refused, by error 403 unless there is another code.
 */
export type Verdict =
  | 'allow'
  | { change: Body }
  | { respond: Json }
  | { refuse: string; code?: number };

/** The application's say in each request that grants or rules allow. It fails closed: an error, and a promise that takes too long, refuse. */
export type Policy = (request: PolicyRequest) => Verdict | Promise<Verdict>;

/** A log, such as those of pino and winston, or the console. */
export interface Logger {
  debug(text: string): void;
  info(text: string): void;
  warn(text: string): void;
  error(text: string): void;
}

/** What stands beside the settings. */
export interface GatewayOptions {
  policy?: Policy;
  /** How long the policy may take, in seconds. Default: 1. */
  verdict_within?: number;
  /** The log; `false` for none. Default: the console, without `debug`. */
  logger?: Logger | false;
}

/** A session of a page. */
export interface SessionView {
  id: number;
  tenant: string;
  subject: string;
  roles: string[];
  /** Whether its page is connected; if not, the session waits for it to come back. */
  connected: boolean;
  expires_in_s: number;
  handles: { id: number; plugin: string; asked_for: (number | string)[]; media: string[] }[];
}

/** A room in which there are users of this gateway. */
export interface RoomView {
  tenant: string;
  plugin: string;
  room: number | string;
  sequence: number;
  /** `id` is the user's id in the room: the feed of VideoRoom, the participant of AudioBridge. */
  users: { subject: string; session: number; handle: number; id: number | string | null; publishing: boolean }[];
}

/** What has happened: the body of a webhook. */
export interface Report {
  id: string;
  event: ReportEvent;
  time_ms: number;
  tenant?: string;
  subject?: string;
  session?: number;
  plugin?: string;
  room?: number | string;
  sequence?: number;
  reason?: string;
}

/** A recorded request, as `bifrons-gateway policy test` takes it. */
export interface Recorded {
  name?: string;
  tenant?: string;
  subject?: string;
  roles?: string[];
  grants?: Grants;
  claims?: { [name: string]: Json };
  plugin: string;
  body: Body;
  entered?: (number | string)[];
  jsep?: { type: string; sdp: string };
  expect?: 'allow' | { deny: number };
  expect_body?: Body;
}

/** A decision about a recorded request. */
export type Decision =
  | { allowed: true; explanation: string; body: Body }
  | { allowed: false; explanation: string; code: number; reason: string };

/** What a server of Node has for `attach`. */
export interface UpgradableServer {
  on(event: 'upgrade', listener: (request: any, socket: any, head: any) => void): unknown;
  off(event: 'upgrade', listener: (request: any, socket: any, head: any) => void): unknown;
  listenerCount(event: 'upgrade'): number;
}

/** A gateway before Janus. Wrong arguments are a `GatewayError` with the code `invalid_argument`, and change nothing. */
export declare class Gateway {
  private constructor();
  /** Responds to requests of `node:http`: the Janus API by HTTP at `/janus`, `/healthz` and `/readyz`. */
  readonly handler: (request: any, response: any) => void;
  /** The plugin for Fastify, with WebSockets: `app.register(gateway.fastify, { prefix: '/media' })`. */
  readonly fastify: (scope: any) => Promise<void>;
  /** Whether a connection to Janus is open. */
  readonly isConnected: boolean;
  /** Takes the WebSockets of an `http.Server` or `https.Server` at this path. Default: `/` and `/janus-ws`. */
  attach(server: UpgradableServer, options?: { path?: string }): this;
  /** Middleware for Express and Connect. */
  express(): (request: any, response: any, next: (error?: any) => void) => void;
  /** Middleware for Hono: long polls, `/healthz` and `/readyz`. */
  hono(): (context: any, next: () => Promise<void>) => Promise<any>;
  /** Responds to a `Request`, likewise. `address` is who sends it, `path` its path where the application has mounted it elsewhere. */
  fetch(request: any, from?: { address?: string; path?: string }): Promise<any>;
  /** Listens as the settings in `listen` say, and returns the `http.Server`. */
  listen(): Promise<any>;
  /** Waits until a connection to Janus is open. */
  connected(): Promise<void>;
  /** Returns the number of sessions, and of all their handles. */
  counts(): { sessions: number; handles: number };
  /** Returns the sessions of a tenant, or of all. */
  sessions(tenant?: string): SessionView[];
  /** Returns a session, by the id that its page has. */
  session(id: number): SessionView | undefined;
  /** Returns the rooms of VideoRoom and AudioBridge in which users of a tenant are, or of all. */
  rooms(tenant?: string): RoomView[];
  /** Makes all tokens worthless that the user has, and ends its sessions. `tenant` is needed where there are several issuers. */
  revoke(user: { tenant?: string; subject: string }): void;
  /** Changes what the user's tokens grant; what they no longer allow ends. */
  changeGrants(change: { tenant?: string; subject: string; grants: Grants }): void;
  /** Removes the user from a room; with `all` all users of the tenant. */
  ban(ban: { tenant?: string; room: number | string } & ({ subject: string; all?: undefined } | { all: true; subject?: undefined })): void;
  /** Ends a session, and returns whether there is one. */
  endSession(id: number): boolean;
  /** Decides a recorded request, as `bifrons-gateway policy explain` does. */
  explain(recorded: Recorded): Decision;
  /**
   * Reads the file again, or takes these settings, while pages stay connected; returns the names of those that need a restart.
   * @throws GatewayError `invalid_config`; then all stays as it was
   */
  reload(settings?: Settings): string[];
  /** Returns all metrics in the text format of Prometheus. */
  metrics(): string;
  /** Registers all metrics with a `Registry` of prom-client. */
  registerMetrics(registry: { registerMetric(metric: any): void }): void;
  /** Accepts no new pages and sessions; those that there are go on. */
  drain(): void;
  /** Drains; after `drain` seconds (by default those of the settings) closes the pages with code 1001, and ends their sessions. */
  close(options?: { drain?: number }): Promise<void>;
  /** What has happened, also without webhooks. */
  on(event: 'report', listener: (report: Report) => void): this;
  /** A connection to Janus is open, or none is. */
  on(event: 'connected' | 'disconnected', listener: () => void): this;
  /** A defect of the gateway: it accepts nothing from now on, and the process needs a restart. */
  on(event: 'failed', listener: (error: unknown) => void): this;
  off(event: string, listener: (...values: any[]) => void): this;
}

/** The path of `gateway.toml`, in place of settings. */
export type FromFile = { config: string } & { [name in keyof Settings]?: undefined };

/**
 * Makes a gateway, and connects it to Janus: with settings, or with those of a file.
 * @throws GatewayError `invalid_config` with all mistakes of the settings; `invalid_argument`
 */
export declare function createGateway(options: (Settings | FromFile) & GatewayOptions): Gateway;

/** What is wrong with settings or arguments. */
export declare class GatewayError extends Error {
  readonly name: 'GatewayError';
  readonly code: 'invalid_config' | 'invalid_argument';
  /** Each problem of the settings: where it is (`issuers[0].audiences`, or a line of the file), and its text. */
  readonly problems: { place: string; text: string }[];
}
