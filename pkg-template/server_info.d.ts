// Generated from src/client/server_info.rs: change it there, then run `make generate`.

/**
 * The description of a server (`server_info`). All but the version may be missing,
 * as servers are built and configured differently.
 */
export interface ServerInfo {
  /** `Janus WebRTC Server`. */
  name: string;
  /** The version as a number, such as 1102 for 1.1.2. */
  version: number;
  /** The version as text. */
  version_string: string;
  /** The commit it was built from. */
  'commit-hash'?: string;
  /** Whether it was built with data channels. */
  data_channels?: boolean;
  /** Whether `create` may succeed. */
  'accepting-new-sessions'?: boolean;
  /** Seconds without a request after which a session ends; 0 for never. */
  'session-timeout'?: number;
  /** How long a session outlives its transport connection, in seconds; 0 if it does not. */
  'reclaim-session-timeout'?: number;
  /** Seconds for which early candidates are kept. */
  'candidates-timeout'?: number;
  /** The name in its configuration. */
  'server-name'?: string;
  /** The address that it gathers candidates on. */
  'local-ip'?: string;
  /** The public address that Janus puts into candidates. */
  'public-ip'?: string;
  /** Whether it speaks IPv6. */
  ipv6?: boolean;
  /** Whether it is an ICE Lite endpoint. */
  'ice-lite'?: boolean;
  /** Whether ICE may use TCP. */
  'ice-tcp'?: boolean;
  /** Whether it checks the peer's consent to get media, by ICE (Janus 1.2.0 and newer). */
  'ice-consent-freshness'?: boolean;
  /** Whether failed ICE ends the PeerConnection; otherwise only the event of the failure is sent (Janus 1.2.1 and newer). */
  'hangup-on-failed'?: boolean;
  /** Whether it trickles its own candidates. */
  'full-trickle'?: boolean;
  /** Whether it resolves mDNS candidates. */
  'mdns-enabled'?: boolean;
  /** Whether an API secret is asked for. */
  api_secret?: boolean;
  /** Whether tokens are in use. */
  auth_token?: boolean;
  /** Whether event handlers are in use. */
  event_handlers?: boolean;
  /** Whether messages of the API contain the opaque id of the handle. */
  opaqueid_in_api?: boolean;
  /** The transports, by package name. */
  transports: Record<string, ServerModule>;
  /** The event handlers, by package name. */
  events: Record<string, ServerModule>;
  /** The loggers, by package name. */
  loggers: Record<string, ServerModule>;
  /** The plugins, by package name. */
  plugins: Record<string, ServerModule>;
  /** The libraries' versions, by name. */
  dependencies: Record<string, string>;
}

/** A loaded module. */
export interface ServerModule {
  /** Its full name. */
  name: string;
  /** The author of the plugin or transport. */
  author: string;
  /** What the plugin or transport does, in English. */
  description: string;
  /** Its version as text. */
  version_string: string;
  /** Its version as a number. */
  version: number;
}
