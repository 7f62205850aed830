// Generated from src/error.rs, src/config.rs, src/engine and lib/events.js: change it there, then run `make generate`.

/**
 * What happened, as in `error.code`. Whose fault it usually is:
 *
 * - caller: `connection_closed`, `duplicate_transaction`, `handle_detached`, `invalid_argument`, `invalid_config`, `invalid_token`, `message_too_large`, `session_gone`, `too_many_requests`, `unsupported`
 * - none: `cancelled`
 * - network: `response_lost`, `connect_failed`, `connection_lost`, `timeout`
 * - plugin: `plugin_refused`
 * - server: `bad_response`, `protocol_violation`, `janus_refused`, `unexpected_response`
 * - internal: `internal`
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

/** Whose fault an error is: who must change something for the request to succeed. */
export type Fault =
  | 'caller'
  | 'none'
  | 'network'
  | 'plugin'
  | 'server'
  | 'internal';

/** Why a session or a handle ended. */
export type EndReason =
  | 'by_server'
  | 'connection_closed'
  | 'connection_lost'
  | 'destroyed'
  | 'detached'
  | 'lost_in_outage'
  | 'not_found'
  | 'overflow'
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
  /** How long a request waits for its response; each request may override it. In milliseconds; 0 or Infinity for no limit. Default: 10,000. */
  request_timeout_ms?: number | null;
  /** The largest message that is received or sent, in bytes. Default: 16 MiB. */
  max_message_size?: number | null;
  /** The maximum number of pending requests; one more fails with `too_many_requests`. Default: 65,536. */
  max_requests?: number | null;
  /**
   * The number of events that a handle holds until they are read. Above it droppable events are dropped, oldest
   * first, with one HANDLE_MISSED in their place. With four times as many the handle
   * ends with `overflow`. Default: 1,024.
   */
  max_events?: number | null;
  /**
   * The number of events that all handles of the connection hold together. Above it reading from the connection
   * stops for a second at most, then each new event makes its handle drop a droppable one. Default: 65,536.
   */
  max_held_events?: number | null;
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
