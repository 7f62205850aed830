// Generated from src/error.rs and src/engine/end_reason.rs: change it there, then run `make generate`.

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
  | 'timed_out'
  | 'unresponsive'
  | 'internal';
