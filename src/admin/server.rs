//! What is asked of the server as a whole, and what it is set to.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::Request;
use crate::engine::Idempotency;
use crate::id::SessionId;

/// Asks for the settings that can be changed while Janus runs.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct GetStatus {}

impl Request for GetStatus {
    type Reply = ServerStatus;
    const VERB: &'static str = "get_status";
    const IDEMPOTENCY: Idempotency = Idempotency::Idempotent;
}

/// The settings.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ServerStatus {
    /// Each.
    pub status: Option<Status>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// What can be changed while Janus runs.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Status {
    /// Whether tokens are in use.
    pub token_auth: Option<bool>,
    /// Seconds without a request after which a session ends; 0 for never.
    pub session_timeout: Option<u64>,
    /// Seconds that a session outlives its line; 0 if it does not.
    pub reclaim_session_timeout: Option<u64>,
    /// Seconds for which early candidates are kept.
    pub candidates_timeout: Option<u64>,
    /// How much is logged, 0 (nothing) to 7 (all).
    pub log_level: Option<u32>,
    /// Whether lines of the log have the time.
    pub log_timestamps: Option<bool>,
    /// Whether lines of the log are coloured.
    pub log_colors: Option<bool>,
    /// The signal that makes Janus open its log anew (Janus 1.3.2 and newer).
    pub log_rotate_sig: Option<i64>,
    /// Whether locks are logged.
    pub locking_debug: Option<bool>,
    /// Whether reference counts are logged.
    pub refcount_debug: Option<bool>,
    /// Whether libnice logs (until Janus 1.3.1).
    pub libnice_debug: Option<bool>,
    /// The least milliseconds of packets that are kept for retransmission.
    pub min_nack_queue: Option<u32>,
    /// Whether what a keyframe makes needless is not retransmitted.
    #[serde(rename = "nack-optimizations")]
    pub nack_optimizations: Option<bool>,
    /// Seconds without media after which an application is told.
    pub no_media_timer: Option<u32>,
    /// Lost packets a second that make a `slowlink` event; 0 for none.
    pub slowlink_threshold: Option<u32>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Sets after how long a session without requests ends: all new ones, or the one that is named.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SetSessionTimeout {
    /// Seconds; 0 for never, and for one session -1 for what holds for all.
    pub timeout: i64,
    /// The session; all without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub session_id: Option<SessionId>,
}

impl Request for SetSessionTimeout {
    type Reply = SessionTimeout;
    const VERB: &'static str = "set_session_timeout";
}

/// What holds now.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SessionTimeout {
    /// Seconds; 0 for never.
    pub timeout: Option<i64>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Sets how much is logged.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SetLogLevel {
    /// 0 (nothing), 1 (fatal), 2 (errors), 3 (warnings), 4 (information), 5 (verbose), 6 (huge) or 7 (debug).
    pub level: u32,
}

impl Request for SetLogLevel {
    type Reply = LogLevel;
    const VERB: &'static str = "set_log_level";
}

/// What holds now.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LogLevel {
    /// The level.
    pub level: Option<u32>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Sets whether lines of the log have the time.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SetLogTimestamps {
    /// Whether they have.
    pub timestamps: bool,
}

impl Request for SetLogTimestamps {
    type Reply = LogTimestamps;
    const VERB: &'static str = "set_log_timestamps";
}

/// What holds now.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LogTimestamps {
    /// Whether they have.
    pub log_timestamps: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Sets whether lines of the log are coloured.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SetLogColors {
    /// Whether they are.
    pub colors: bool,
}

impl Request for SetLogColors {
    type Reply = LogColors;
    const VERB: &'static str = "set_log_colors";
}

/// What holds now.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LogColors {
    /// Whether they are.
    pub log_colors: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Sets whether locks are logged.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SetLockingDebug {
    /// Whether they are.
    pub debug: bool,
}

impl Request for SetLockingDebug {
    type Reply = LockingDebug;
    const VERB: &'static str = "set_locking_debug";
}

/// What holds now.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LockingDebug {
    /// Whether they are.
    pub locking_debug: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Sets whether reference counts are logged.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SetRefcountDebug {
    /// Whether they are.
    pub debug: bool,
}

impl Request for SetRefcountDebug {
    type Reply = RefcountDebug;
    const VERB: &'static str = "set_refcount_debug";
}

/// What holds now.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RefcountDebug {
    /// Whether they are.
    pub refcount_debug: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Sets whether libnice logs (until Janus 1.3.1).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SetLibniceDebug {
    /// Whether it does.
    pub debug: bool,
}

impl Request for SetLibniceDebug {
    type Reply = LibniceDebug;
    const VERB: &'static str = "set_libnice_debug";
}

/// What holds now.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LibniceDebug {
    /// Whether it does.
    pub libnice_debug: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Sets how long packets are kept for retransmission.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SetMinNackQueue {
    /// Milliseconds at least.
    pub min_nack_queue: u32,
}

impl Request for SetMinNackQueue {
    type Reply = MinNackQueue;
    const VERB: &'static str = "set_min_nack_queue";
}

/// What holds now.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct MinNackQueue {
    /// Milliseconds at least.
    pub min_nack_queue: Option<u32>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Sets whether what a keyframe makes needless is not retransmitted.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SetNackOptimizations {
    /// Whether it is left out.
    pub nack_optimizations: bool,
}

impl Request for SetNackOptimizations {
    type Reply = NackOptimizations;
    const VERB: &'static str = "set_nack_optimizations";
}

/// What holds now.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct NackOptimizations {
    /// Whether it is left out.
    #[serde(rename = "nack-optimizations")]
    pub nack_optimizations: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Sets after how long without media an application is told.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SetNoMediaTimer {
    /// Seconds.
    pub no_media_timer: u32,
}

impl Request for SetNoMediaTimer {
    type Reply = NoMediaTimer;
    const VERB: &'static str = "set_no_media_timer";
}

/// What holds now.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct NoMediaTimer {
    /// Seconds.
    pub no_media_timer: Option<u32>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Sets how many lost packets make a `slowlink` event.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SetSlowlinkThreshold {
    /// Packets a second; 0 for no such events.
    pub slowlink_threshold: u32,
}

impl Request for SetSlowlinkThreshold {
    type Reply = SlowlinkThreshold;
    const VERB: &'static str = "set_slowlink_threshold";
}

/// What holds now.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SlowlinkThreshold {
    /// Packets a second.
    pub slowlink_threshold: Option<u32>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Sets whether sessions can be created.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AcceptNewSessions {
    /// Whether they can.
    pub accept: bool,
}

impl Request for AcceptNewSessions {
    type Reply = Accepting;
    const VERB: &'static str = "accept_new_sessions";
}

/// What holds now.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Accepting {
    /// Whether they can.
    pub accept: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}
