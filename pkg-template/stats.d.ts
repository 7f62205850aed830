/** The figures of a connection since it was made. */
export interface Stats {
  /** Requests made here; each is answered, refused, timed out, cancelled, lost, failed or in flight. */
  requests: number;
  /** Requests that are open. */
  in_flight: number;
  /** Requests put on the line, the engine's own among them. */
  sent: number;
  /** Requests that ended with an answer. */
  succeeded: number;
  /** Requests that Janus or a plugin refused. */
  refused: number;
  /** Requests that got no answer in time. */
  timed_out: number;
  /** Requests that the caller gave up. */
  cancelled: number;
  /** Requests that were sent again on a new line. */
  repeated: number;
  /** Requests whose line, session or handle ended before an answer came. */
  lost: number;
  /** Requests that could not be made or sent, or whose answers were unusable. */
  failed: number;
  /** Times that a broken line was replaced. */
  reconnects: number;
  /** Events given to handles. */
  events: number;
  /** Events dropped because a reader was too slow. */
  dropped: number;
  /** Times that reading was held back for a slow reader. */
  reading_stops: number;
  /** Answers and events that came after their request, handle, session or line had ended. */
  late: number;
  /** Things that the server did wrong. */
  protocol_violations: number;
  /** Messages of a kind that this version does not know, as a newer Janus may send. */
  unknown: number;
  /** Lists and objects in answers and events that came as something else; they are handed on as they came. */
  raw_fields: number;
  /** How long 50, 90, 99 % of the answers took at most, in microseconds, to an eighth. */
  round_trip_p50_us: number;
  round_trip_p90_us: number;
  round_trip_p99_us: number;
}
