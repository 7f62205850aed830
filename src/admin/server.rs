//! Requests about the server and its settings.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::Request;
use crate::engine::Idempotency;
use crate::id::SessionId;

/// Requests the settings that can be changed while Janus runs (`"janus": "get_status"`).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct GetStatus {}

impl Request for GetStatus {
    type Reply = ServerStatus;
    const VERB: &'static str = "get_status";
    const IDEMPOTENCY: Idempotency = Idempotency::Idempotent;
}

/// The response to `GetStatus`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ServerStatus {
    /// The current settings.
    pub status: Status,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The settings that can be changed while Janus runs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Status {
    /// Whether token authentication is in use.
    pub token_auth: bool,
    /// The time without requests after which a session ends, in seconds; 0 means never.
    pub session_timeout: u64,
    /// The time for which a session can be claimed after its transport was lost, in seconds; 0 means never.
    pub reclaim_session_timeout: u64,
    /// The time for which early candidates are kept, in seconds.
    pub candidates_timeout: u64,
    /// The log level, 0 (nothing) to 7 (debug).
    pub log_level: u32,
    /// Whether log lines have timestamps.
    pub log_timestamps: bool,
    /// Whether log lines are colored.
    pub log_colors: bool,
    /// The number of the signal that makes Janus reopen its log file (Janus 1.3.2 and newer).
    pub log_rotate_sig: Option<i64>,
    /// Whether Janus logs its locks.
    pub locking_debug: bool,
    /// Whether Janus logs its reference counts.
    pub refcount_debug: bool,
    /// Whether libnice logs (up to Janus 1.3.1).
    pub libnice_debug: Option<bool>,
    /// The minimum time for which packets are kept for retransmission, in milliseconds.
    pub min_nack_queue: u32,
    /// Whether Janus omits retransmissions that a key frame makes unnecessary. Janus's name: `nack-optimizations`.
    #[serde(rename = "nack-optimizations")]
    pub nack_optimizations: bool,
    /// The time without media after which Janus sends a `media` event, in seconds.
    pub no_media_timer: u32,
    /// The number of lost packets in a second that causes a `slowlink` event; 0 means no events.
    pub slowlink_threshold: u32,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Sets the time without requests after which a session ends (`"janus": "set_session_timeout"`), for one session or
/// for all new ones.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SetSessionTimeout {
    /// The timeout in seconds; 0 means never, and for one session -1 means the server's setting.
    pub timeout: i64,
    /// The id of the session; all new sessions by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub session_id: Option<SessionId>,
}

impl Request for SetSessionTimeout {
    type Reply = SessionTimeout;
    const VERB: &'static str = "set_session_timeout";
}

/// The response to `SetSessionTimeout`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SessionTimeout {
    /// The timeout that applies now, in seconds; 0 means never.
    pub timeout: i64,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Sets the log level (`"janus": "set_log_level"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SetLogLevel {
    /// The log level: 0 (nothing), 1 (fatal), 2 (errors), 3 (warnings), 4 (information), 5 (verbose), 6 (huge) or 7
    /// (debug).
    pub level: u32,
}

impl Request for SetLogLevel {
    type Reply = LogLevel;
    const VERB: &'static str = "set_log_level";
}

/// The response to `SetLogLevel`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct LogLevel {
    /// The log level that applies now.
    pub level: u32,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Sets whether log lines have timestamps (`"janus": "set_log_timestamps"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SetLogTimestamps {
    /// Whether log lines have timestamps.
    pub timestamps: bool,
}

impl Request for SetLogTimestamps {
    type Reply = LogTimestamps;
    const VERB: &'static str = "set_log_timestamps";
}

/// The response to `SetLogTimestamps`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct LogTimestamps {
    /// Whether log lines have timestamps now.
    pub log_timestamps: bool,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Sets whether log lines are colored (`"janus": "set_log_colors"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SetLogColors {
    /// Whether log lines are colored.
    pub colors: bool,
}

impl Request for SetLogColors {
    type Reply = LogColors;
    const VERB: &'static str = "set_log_colors";
}

/// The response to `SetLogColors`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct LogColors {
    /// Whether log lines are colored now.
    pub log_colors: bool,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Sets whether Janus logs its locks (`"janus": "set_locking_debug"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SetLockingDebug {
    /// Whether Janus logs its locks.
    pub debug: bool,
}

impl Request for SetLockingDebug {
    type Reply = LockingDebug;
    const VERB: &'static str = "set_locking_debug";
}

/// The response to `SetLockingDebug`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct LockingDebug {
    /// Whether Janus logs its locks now.
    pub locking_debug: bool,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Sets whether Janus logs its reference counts (`"janus": "set_refcount_debug"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SetRefcountDebug {
    /// Whether Janus logs its reference counts.
    pub debug: bool,
}

impl Request for SetRefcountDebug {
    type Reply = RefcountDebug;
    const VERB: &'static str = "set_refcount_debug";
}

/// The response to `SetRefcountDebug`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct RefcountDebug {
    /// Whether Janus logs its reference counts now.
    pub refcount_debug: bool,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Sets whether libnice logs (`"janus": "set_libnice_debug"`; up to Janus 1.3.1).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SetLibniceDebug {
    /// Whether libnice logs.
    pub debug: bool,
}

impl Request for SetLibniceDebug {
    type Reply = LibniceDebug;
    const VERB: &'static str = "set_libnice_debug";
}

/// The response to `SetLibniceDebug`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct LibniceDebug {
    /// Whether libnice logs now.
    pub libnice_debug: bool,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Sets the minimum time for which packets are kept for retransmission (`"janus": "set_min_nack_queue"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SetMinNackQueue {
    /// The minimum time, in milliseconds.
    pub min_nack_queue: u32,
}

impl Request for SetMinNackQueue {
    type Reply = MinNackQueue;
    const VERB: &'static str = "set_min_nack_queue";
}

/// The response to `SetMinNackQueue`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MinNackQueue {
    /// The minimum time that applies now, in milliseconds.
    pub min_nack_queue: u32,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Sets whether Janus omits retransmissions that a key frame makes unnecessary (`"janus": "set_nack_optimizations"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SetNackOptimizations {
    /// Whether Janus omits these retransmissions.
    pub nack_optimizations: bool,
}

impl Request for SetNackOptimizations {
    type Reply = NackOptimizations;
    const VERB: &'static str = "set_nack_optimizations";
}

/// The response to `SetNackOptimizations`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct NackOptimizations {
    /// Whether Janus omits these retransmissions now. Janus's name: `nack-optimizations`.
    #[serde(rename = "nack-optimizations")]
    pub nack_optimizations: bool,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Sets the time without media after which Janus sends a `media` event (`"janus": "set_no_media_timer"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SetNoMediaTimer {
    /// The time without media, in seconds.
    pub no_media_timer: u32,
}

impl Request for SetNoMediaTimer {
    type Reply = NoMediaTimer;
    const VERB: &'static str = "set_no_media_timer";
}

/// The response to `SetNoMediaTimer`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct NoMediaTimer {
    /// The time without media that applies now, in seconds.
    pub no_media_timer: u32,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Sets the number of lost packets in a second that causes a `slowlink` event (`"janus": "set_slowlink_threshold"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SetSlowlinkThreshold {
    /// The number of packets in a second; 0 means no events.
    pub slowlink_threshold: u32,
}

impl Request for SetSlowlinkThreshold {
    type Reply = SlowlinkThreshold;
    const VERB: &'static str = "set_slowlink_threshold";
}

/// The response to `SetSlowlinkThreshold`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SlowlinkThreshold {
    /// The number of packets in a second that applies now; 0 means no events.
    pub slowlink_threshold: u32,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Sets whether clients can create sessions (`"janus": "accept_new_sessions"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct AcceptNewSessions {
    /// Whether clients can create sessions.
    pub accept: bool,
}

impl Request for AcceptNewSessions {
    type Reply = Accepting;
    const VERB: &'static str = "accept_new_sessions";
}

/// The response to `AcceptNewSessions`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Accepting {
    /// Whether clients can create sessions now.
    pub accept: bool,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}
