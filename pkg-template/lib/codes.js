// Generated from src/error/code.rs, src/engine/options.rs and src/npm/values.rs: change it there, then run `make generate`.

// The numbers by which the engine knows which message ends a request.

/** The direct reply: `success`, `ack`, `pong` or `server_info`. */
export const DIRECT = 0;
/** `success`, or after an `ack` the first event with the request's transaction. */
export const FIRST_EVENT = 1;
/**
 * As `FIRST_EVENT`, but each such event is offered to the plugin, which decides whether
 * it ends the request.
 */
export const PLUGIN_DECIDES = 2;
/**
 * As `PLUGIN_DECIDES`, and events of the handle without a transaction are offered, too: Janus's SIP plugin
 * reports a registration without the transaction of the request.
 */
export const UNCORRELATED = 3;

/**
 * Whose fault an error with this code usually is, unless it is the caller's.
 * @type {Partial<Record<import('../shared.js').ErrorCode, import('../shared.js').Fault>>}
 */
export const FAULTS = {
  response_lost: 'network',
  bad_response: 'server',
  cancelled: 'none',
  connect_failed: 'network',
  connection_lost: 'network',
  protocol_violation: 'server',
  internal: 'internal',
  janus_refused: 'server',
  plugin_refused: 'plugin',
  timeout: 'network',
  unexpected_response: 'server',
};

/** The text of an error with the code `cancelled`. */
export const CANCELLED = 'the application cancelled the request';
