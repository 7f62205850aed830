// Generated from src/engine/stats.rs: change it there, then run `make generate`.

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
