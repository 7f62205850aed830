// Generated from src/config.rs: change it there, then run `make generate`.

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
