//! Sessions and handles, whose ever they are.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::Request;
use super::handle_state::HandleState;
use crate::engine::Idempotency;
use crate::id::{HandleId, SessionId};

/// Lists all sessions.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ListSessions {}

impl Request for ListSessions {
    type Reply = Sessions;
    const VERB: &'static str = "list_sessions";
    const IDEMPOTENCY: Idempotency = Idempotency::Idempotent;
}

/// The sessions.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Sessions {
    /// Each.
    pub sessions: Option<Vec<SessionId>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Lists the handles of a session.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ListHandles {
    /// The session.
    pub session_id: SessionId,
}

impl Request for ListHandles {
    type Reply = Handles;
    const VERB: &'static str = "list_handles";
    const IDEMPOTENCY: Idempotency = Idempotency::Idempotent;
}

/// The handles of a session.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Handles {
    /// Each.
    pub handles: Option<Vec<HandleId>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Ends a session; its owner is not told.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DestroySession {
    /// The session.
    pub session_id: SessionId,
}

impl Request for DestroySession {
    type Reply = Ended;
    const VERB: &'static str = "destroy_session";
}

/// It has ended, or is being ended.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Ended {
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Asks for all that Janus knows of a handle: its plugin's state, ICE, DTLS, every stream and its figures.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct HandleInfo {
    /// The session.
    pub session_id: SessionId,
    /// The handle.
    pub handle_id: HandleId,
    /// Leave the WebRTC part out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plugin_only: Option<bool>,
}

impl Request for HandleInfo {
    type Reply = Described;
    const VERB: &'static str = "handle_info";
    const IDEMPOTENCY: Idempotency = Idempotency::Idempotent;
}

/// A handle.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Described {
    /// All of it.
    pub info: Option<HandleState>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Begins to write a handle's packets to a file on the server, as `.pcap`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StartPcap {
    /// The session.
    pub session_id: SessionId,
    /// The handle.
    pub handle_id: HandleId,
    /// The folder on the server.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub folder: Option<String>,
    /// The file; a random name without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filename: Option<String>,
    /// How much of each packet, in bytes; 0 for all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub truncate: Option<u32>,
}

impl Request for StartPcap {
    type Reply = Ended;
    const VERB: &'static str = "start_pcap";
}

/// Ends what `StartPcap` began.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StopPcap {
    /// The session.
    pub session_id: SessionId,
    /// The handle.
    pub handle_id: HandleId,
}

impl Request for StopPcap {
    type Reply = Ended;
    const VERB: &'static str = "stop_pcap";
}

/// Begins to write a handle's packets to a file on the server, as text.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StartText2pcap {
    /// The session.
    pub session_id: SessionId,
    /// The handle.
    pub handle_id: HandleId,
    /// The folder on the server.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub folder: Option<String>,
    /// The file; a random name without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filename: Option<String>,
    /// How much of each packet, in bytes; 0 for all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub truncate: Option<u32>,
}

impl Request for StartText2pcap {
    type Reply = Ended;
    const VERB: &'static str = "start_text2pcap";
}

/// Ends what `StartText2pcap` began.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StopText2pcap {
    /// The session.
    pub session_id: SessionId,
    /// The handle.
    pub handle_id: HandleId,
}

impl Request for StopText2pcap {
    type Reply = Ended;
    const VERB: &'static str = "stop_text2pcap";
}

/// Ends a handle; its owner is told.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DetachHandle {
    /// The session.
    pub session_id: SessionId,
    /// The handle.
    pub handle_id: HandleId,
}

impl Request for DetachHandle {
    type Reply = Ended;
    const VERB: &'static str = "detach_handle";
}

/// Closes a handle's PeerConnection; its owner is told.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct HangupWebrtc {
    /// The session.
    pub session_id: SessionId,
    /// The handle.
    pub handle_id: HandleId,
}

impl Request for HangupWebrtc {
    type Reply = Ended;
    const VERB: &'static str = "hangup_webrtc";
}
