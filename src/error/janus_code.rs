//! Janus's own error codes, as [`Error::janus_code`](super::Error::janus_code) returns them.
//!
//! The codes of a plugin are in its module, such as [`videoroom::error_code`](crate::plugins::videoroom::error_code).

/// The API secret or the token is missing or wrong.
pub const UNAUTHORIZED: i64 = 403;
/// The token does not permit this plugin.
pub const UNAUTHORIZED_PLUGIN: i64 = 405;
/// The transport could not carry the request out.
pub const TRANSPORT_SPECIFIC: i64 = 450;
/// The message names no request.
pub const MISSING_REQUEST: i64 = 452;
/// Janus does not know the request.
pub const UNKNOWN_REQUEST: i64 = 453;
/// The message is not JSON that Janus reads.
pub const INVALID_JSON: i64 = 454;
/// The message is not a JSON object.
pub const INVALID_JSON_OBJECT: i64 = 455;
/// A required field of the message is missing.
pub const MISSING_MANDATORY_ELEMENT: i64 = 456;
/// The request does not belong to this path, or needs a session or a handle.
pub const INVALID_REQUEST_PATH: i64 = 457;
/// The session does not exist.
pub const SESSION_NOT_FOUND: i64 = 458;
/// The handle does not exist.
pub const HANDLE_NOT_FOUND: i64 = 459;
/// The server does not have the plugin.
pub const PLUGIN_NOT_FOUND: i64 = 460;
/// The plugin did not accept the new handle.
pub const PLUGIN_ATTACH: i64 = 461;
/// The plugin did not accept the message.
pub const PLUGIN_MESSAGE: i64 = 462;
/// The plugin did not let the handle go.
pub const PLUGIN_DETACH: i64 = 463;
/// The type of the session description is neither `offer` nor `answer`.
pub const JSEP_UNKNOWN_TYPE: i64 = 464;
/// The SDP is invalid.
pub const JSEP_INVALID_SDP: i64 = 465;
/// The candidate is for no media of the PeerConnection.
pub const TRICKLE_INVALID_STREAM: i64 = 466;
/// A field has the wrong type.
pub const INVALID_ELEMENT_TYPE: i64 = 467;
/// The id of the new session is already in use.
pub const SESSION_CONFLICT: i64 = 468;
/// The SDP is an answer, and there is no offer.
pub const UNEXPECTED_ANSWER: i64 = 469;
/// The stored token does not exist.
pub const TOKEN_NOT_FOUND: i64 = 470;
/// The request does not fit the state of the PeerConnection.
pub const WEBRTC_STATE: i64 = 471;
/// Janus takes no new sessions at present (`accept_new_sessions`).
pub const NOT_ACCEPTING_SESSIONS: i64 = 472;
/// An error without a code of its own.
pub const UNKNOWN: i64 = 490;
