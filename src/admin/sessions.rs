//! Requests about the sessions and handles of all clients.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::Request;
use super::handle_state::HandleState;
use crate::engine::Idempotency;
use crate::id::{HandleId, SessionId};
use crate::plugins::field_types::FilePath;

/// Lists the sessions of all clients (`"janus": "list_sessions"`).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ListSessions {}

impl Request for ListSessions {
    type Reply = Sessions;
    const VERB: &'static str = "list_sessions";
    const IDEMPOTENCY: Idempotency = Idempotency::Idempotent;
}

/// The response to `ListSessions`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Sessions {
    /// The ids of the sessions.
    pub sessions: Vec<SessionId>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Lists the handles of a session (`"janus": "list_handles"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ListHandles {
    /// The id of the session in Janus.
    pub session_id: SessionId,
}

impl Request for ListHandles {
    type Reply = Handles;
    const VERB: &'static str = "list_handles";
    const IDEMPOTENCY: Idempotency = Idempotency::Idempotent;
}

/// The response to `ListHandles`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Handles {
    /// The ids of the handles.
    pub handles: Vec<HandleId>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Destroys a session (`"janus": "destroy_session"`). Its client receives no event.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct DestroySession {
    /// The id of the session in Janus.
    pub session_id: SessionId,
}

impl Request for DestroySession {
    type Reply = Ended;
    const VERB: &'static str = "destroy_session";
}

/// An acknowledgement: Janus destroys the session, detaches the handle or closes the PeerConnection.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Ended {
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Requests the state of a handle: its plugin, ICE, DTLS, and each stream with statistics (`"janus": "handle_info"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct HandleInfo {
    /// The id of the session in Janus.
    pub session_id: SessionId,
    /// The id of the handle in Janus.
    pub handle_id: HandleId,
    /// Whether to omit the WebRTC part.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plugin_only: Option<bool>,
}

impl Request for HandleInfo {
    type Reply = HandleDetails;
    const VERB: &'static str = "handle_info";
    const IDEMPOTENCY: Idempotency = Idempotency::Idempotent;
}

/// The response to `HandleInfo`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct HandleDetails {
    /// The state of the handle.
    pub info: HandleState,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Starts writing the packets of a handle to a `.pcap` file on the server (`"janus": "start_pcap"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct StartPcap {
    /// The id of the session in Janus.
    pub session_id: SessionId,
    /// The id of the handle in Janus.
    pub handle_id: HandleId,
    /// The folder on the server.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub folder: Option<FilePath>,
    /// The file name; a random name by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filename: Option<FilePath>,
    /// The maximum number of bytes of each packet; 0, Janus's default, means whole packets.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub truncate: Option<u32>,
}

impl Request for StartPcap {
    type Reply = Ended;
    const VERB: &'static str = "start_pcap";
}

/// Stops writing the packets of a handle to a file (`"janus": "stop_pcap"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct StopPcap {
    /// The id of the session in Janus.
    pub session_id: SessionId,
    /// The id of the handle in Janus.
    pub handle_id: HandleId,
}

impl Request for StopPcap {
    type Reply = Ended;
    const VERB: &'static str = "stop_pcap";
}

/// Starts writing the packets of a handle to a text file on the server (`"janus": "start_text2pcap"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct StartText2pcap {
    /// The id of the session in Janus.
    pub session_id: SessionId,
    /// The id of the handle in Janus.
    pub handle_id: HandleId,
    /// The folder on the server.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub folder: Option<FilePath>,
    /// The file name; a random name by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filename: Option<FilePath>,
    /// The maximum number of bytes of each packet; 0, Janus's default, means whole packets.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub truncate: Option<u32>,
}

impl Request for StartText2pcap {
    type Reply = Ended;
    const VERB: &'static str = "start_text2pcap";
}

/// Stops writing the packets of a handle to a text file (`"janus": "stop_text2pcap"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct StopText2pcap {
    /// The id of the session in Janus.
    pub session_id: SessionId,
    /// The id of the handle in Janus.
    pub handle_id: HandleId,
}

impl Request for StopText2pcap {
    type Reply = Ended;
    const VERB: &'static str = "stop_text2pcap";
}

/// Detaches a handle (`"janus": "detach_handle"`). Its client receives `detached`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct DetachHandle {
    /// The id of the session in Janus.
    pub session_id: SessionId,
    /// The id of the handle in Janus.
    pub handle_id: HandleId,
}

impl Request for DetachHandle {
    type Reply = Ended;
    const VERB: &'static str = "detach_handle";
}

/// Closes the PeerConnection of a handle (`"janus": "hangup_webrtc"`). Its client receives `hangup`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct HangupWebrtc {
    /// The id of the session in Janus.
    pub session_id: SessionId,
    /// The id of the handle in Janus.
    pub handle_id: HandleId,
}

impl Request for HangupWebrtc {
    type Reply = Ended;
    const VERB: &'static str = "hangup_webrtc";
}
