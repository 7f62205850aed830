// Generated from src/error/code.rs, src/config/mod.rs, src/engine, src/plugins/words.rs and lib/events.js: change it there, then run `make generate`.

/**
 * What happened, as in `error.code`, and in parentheses whose fault it usually is:
 *
 * - `response_lost` (network): The transport connection was lost after the request was sent and before its response came.
 * - `bad_response` (server): The response was not a valid message of Janus.
 * - `cancelled` (none): The application cancelled the request.
 * - `connect_failed` (network): No address could be connected to.
 * - `connection_closed` (caller): The connection was closed by this side.
 * - `connection_lost` (network): The connection was lost; the request was not sent.
 * - `duplicate_transaction` (caller): A request with the same transaction is still pending.
 * - `handle_detached` (caller): The handle no longer exists.
 * - `protocol_violation` (server): The server violated the protocol of the transport: an oversize message, invalid UTF-8, an invalid frame.
 * - `internal` (internal): A bug in Bifrons.
 * - `invalid_argument` (caller): An argument has a wrong type or value.
 * - `invalid_config` (caller): The configuration can't work.
 * - `invalid_token` (caller): A signed token was changed, has expired, or can't be read.
 * - `janus_refused` (server): Janus refused the request; `janus` has its number.
 * - `message_too_large` (caller): The request is larger than the transport can carry.
 * - `plugin_refused` (plugin): The plugin refused the request; `plugin` has its number.
 * - `session_gone` (caller): The session no longer exists.
 * - `timeout` (network): No response came in time.
 * - `too_many_requests` (caller): Too many requests are pending.
 * - `unsupported` (caller): The transport or the platform does not support the call.
 * - `unexpected_response` (server): The plugin's response was of an unexpected kind.
 */
export type ErrorCode =
  | 'response_lost'
  | 'bad_response'
  | 'cancelled'
  | 'connect_failed'
  | 'connection_closed'
  | 'connection_lost'
  | 'duplicate_transaction'
  | 'handle_detached'
  | 'protocol_violation'
  | 'internal'
  | 'invalid_argument'
  | 'invalid_config'
  | 'invalid_token'
  | 'janus_refused'
  | 'message_too_large'
  | 'plugin_refused'
  | 'session_gone'
  | 'timeout'
  | 'too_many_requests'
  | 'unsupported'
  | 'unexpected_response';

/**
 * Whose fault an error is: who must change something for the request to succeed.
 *
 * - `caller`: An argument, the order of calls or the configuration is wrong.
 * - `none`: The application cancelled the request.
 * - `network`: The connection was lost, or no response came in time.
 * - `plugin`: The plugin refused the request.
 * - `server`: Janus refused the request, or violated its protocol.
 * - `internal`: A bug in Bifrons: please report it.
 */
export type Fault =
  | 'caller'
  | 'none'
  | 'network'
  | 'plugin'
  | 'server'
  | 'internal';

/**
 * Why a session or a handle ended:
 *
 * - `by_server`: Janus, the plugin or an administrator ended the handle.
 * - `connection_closed`: This side closed the connection.
 * - `connection_lost`: The connection was lost.
 * - `destroyed`: This side destroyed the session.
 * - `detached`: This side detached the handle.
 * - `lost_in_outage`: The session or the handle was lost in an outage.
 * - `not_found`: Janus does not have the session or the handle.
 * - `overflow`: The handle held more events than its bound allows, as they were not read.
 * - `rebuild_failed`: The application did not prepare the session after its rebuild, or failed to.
 * - `timed_out`: The session expired in Janus.
 * - `unresponsive`: Janus stopped responding to the session's keepalives.
 * - `internal`: A bug in Bifrons ended the connection.
 */
export type EndReason =
  | 'by_server'
  | 'connection_closed'
  | 'connection_lost'
  | 'destroyed'
  | 'detached'
  | 'lost_in_outage'
  | 'not_found'
  | 'overflow'
  | 'rebuild_failed'
  | 'timed_out'
  | 'unresponsive'
  | 'internal';

/** The names of the events of connections, sessions and handles. */
export declare const EVENT: {
  /** The connection was closed by this side. */
  readonly CONNECTION_CLOSED: 'connection_closed';
  /** The connection was lost. */
  readonly CONNECTION_ERROR: 'connection_error';
  /** The transport connection is lost, and a new one is being opened; requests wait (only with `reconnect`). */
  readonly CONNECTION_RECONNECTING: 'connection_reconnecting';
  /** A new transport connection is open; each session was restored, was rebuilt, or has ended (only with `reconnect`). */
  readonly CONNECTION_RESUMED: 'connection_resumed';
  /** Reconnecting failed; `connection_error` follows (only with `reconnect`). */
  readonly CONNECTION_LOST: 'connection_lost';
  /** The token of a session's user expires soon (only with the gateway): give `setToken` a newer one. */
  readonly CONNECTION_TOKEN_EXPIRING: 'connection_token_expiring';
  /** The session has ended. */
  readonly SESSION_DESTROYED: 'session_destroyed';
  /** The handle has ended, and its PeerConnection with it. */
  readonly HANDLE_DETACHED: 'handle_detached';
  /** A connected ICE went to failed (Janus 1.2.0 and newer). */
  readonly HANDLE_ICE_FAILED: 'handle_ice_failed';
  /** The PeerConnection has ended; the handle has not. */
  readonly HANDLE_HANGUP: 'handle_hangup';
  /** Media began or stopped to arrive at Janus. */
  readonly HANDLE_MEDIA: 'handle_media';
  /** The PeerConnection is usable. */
  readonly HANDLE_WEBRTCUP: 'handle_webrtcup';
  /** Packets are being lost. */
  readonly HANDLE_SLOWLINK: 'handle_slowlink';
  /** A candidate of Janus's (full-trickle servers). */
  readonly HANDLE_TRICKLE: 'handle_trickle';
  /** A plugin's event that this version does not know, with its SDP and its transaction. */
  readonly HANDLE_EVENT: 'handle_event';
  /** Janus had lost the session; the handle was attached again in a new one: join again, make a new offer. */
  readonly HANDLE_REBUILT: 'handle_rebuilt';
  /** Events were dropped in this place: the handle held more than `max_events` of them. */
  readonly HANDLE_MISSED: 'handle_missed';
  /** An event of Janus itself of a kind that this version does not know, as a newer Janus may send. */
  readonly HANDLE_OTHER: 'handle_other';
};

/** The limits of a connection. */
export interface Limits {
  /** How long a request waits for its response. Each request may override it. In milliseconds; 0 or Infinity for no limit. Default: 10,000. */
  request_timeout_ms?: number | null | undefined;
  /** The largest message that is received or sent, in bytes. Default: 16 MiB. */
  max_message_size?: number | null | undefined;
  /** The maximum number of pending requests; one more fails with `too_many_requests`. Default: 65,536. */
  max_requests?: number | null | undefined;
  /**
   * The number of events that a handle holds until they are read. Above it droppable events are dropped, oldest
   * first, with one HANDLE_MISSED in their place. With four times as many the handle
   * ends with `overflow`. Default: 1,024.
   */
  max_events?: number | null | undefined;
  /**
   * The number of events that all handles of the connection hold together. Above it reading from the connection
   * stops for a second at most, then each new event makes its handle drop a droppable one. Default: 65,536.
   */
  max_held_events?: number | null | undefined;
}

/** The statistics of a connection since it was created. Counters, unless they say otherwise. */
export interface Stats {
  /**
   * Requests that the application made. Each one has succeeded, was refused, timed out, was cancelled, was lost,
   * has failed, or is in flight.
   */
  requests: number;
  /** Requests that are pending (a gauge). */
  in_flight: number;
  /** Sessions of this connection (a gauge). */
  sessions: number;
  /** Handles that are attached or have unread events (a gauge). */
  handles: number;
  /** Requests that were sent, keepalives and the engine's other requests among them. */
  sent: number;
  /** Requests that ended with a successful response. */
  succeeded: number;
  /** Requests that Janus or a plugin refused. */
  refused: number;
  /** Requests without a response in time. */
  timed_out: number;
  /** Requests that the application cancelled. */
  cancelled: number;
  /** Requests that were sent again after an outage. */
  repeated: number;
  /** Requests whose connection, session or handle ended before the response came. */
  lost: number;
  /** Requests that were invalid or could not be sent, and those with an unusable response. */
  failed: number;
  /** Outages that ended with a new transport connection. */
  reconnects: number;
  /** Events of handles. */
  events: number;
  /** Events that were dropped because they were not read fast enough. */
  dropped: number;
  /** How often reading from the socket stopped because too many events were not read. */
  reading_stops: number;
  /** Responses and events that came after their request, handle, session or transport connection had ended. */
  late: number;
  /** Messages that violated the protocol. */
  protocol_violations: number;
  /** Messages of a kind that this version does not know, as a newer Janus may send. */
  unknown: number;
  /**
   * Fields of responses and events that had an unexpected type and were kept as they came (in JavaScript: lists
   * and objects).
   */
  raw_fields: number;
  /** The median round trip from a request to its response, in microseconds, accurate to 12.5 % (a gauge). */
  round_trip_p50_us: number;
  /** The 90th percentile of the round trips, in microseconds (a gauge). */
  round_trip_p90_us: number;
  /** The 99th percentile of the round trips, in microseconds (a gauge). */
  round_trip_p99_us: number;
}

/** The type of media. */
export type MediaKind = 'audio' | 'video' | 'data' | (string & {});

/** A codec of audio or video. */
export type Codec = 'opus' | 'multiopus' | 'red' | 'pcmu' | 'pcma' | 'g722' | 'isac16' | 'isac32' | 'l16' | 'l16-48' | 'vp8' | 'vp9' | 'h264' | 'av1' | 'h265' | 'none' | (string & {});

/** Whether media over plain RTP are encrypted, with keys in the SDP (SDES). */
export type SrtpMode = 'sdes_optional' | 'sdes_mandatory' | (string & {});

/** The address family in which a host name is resolved. */
export type HostFamily = 'ipv4' | 'ipv6' | (string & {});

/** The stream of a call that is forwarded. */
export type CallStream = 'audio' | 'video' | 'peer_audio' | 'peer_video' | (string & {});

/** The change of the tokens that may join a room. */
export type AllowAction = 'enable' | 'disable' | 'add' | 'remove' | (string & {});

/** The package name of a plugin. */
export type PluginName = 'janus.plugin.audiobridge' | 'janus.plugin.duktape' | 'janus.plugin.echotest' | 'janus.plugin.lua' | 'janus.plugin.nosip' | 'janus.plugin.recordplay' | 'janus.plugin.sip' | 'janus.plugin.streaming' | 'janus.plugin.textroom' | 'janus.plugin.videocall' | 'janus.plugin.videoroom' | 'janus.plugin.voicemail' | (string & {});

