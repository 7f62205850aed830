//! What Janus can try out, hand on to its parts, or log.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::Request;
use crate::engine::Idempotency;

/// Lists the event loops, where their number is fixed.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct LoopsInfo {}

impl Request for LoopsInfo {
    type Reply = Loops;
    const VERB: &'static str = "loops_info";
    const IDEMPOTENCY: Idempotency = Idempotency::Idempotent;
}

/// The event loops.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Loops {
    /// Each; none where every handle has its own.
    pub loops: Option<Vec<Loop>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// An event loop.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Loop {
    /// Which.
    pub id: Option<u32>,
    /// How many handles it serves.
    pub handles: Option<u32>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Looks up an address, as Janus sees it. Janus does nothing else meanwhile.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ResolveAddress {
    /// The name.
    pub address: String,
}

impl Request for ResolveAddress {
    type Reply = Resolved;
    const VERB: &'static str = "resolve_address";
    const IDEMPOTENCY: Idempotency = Idempotency::Idempotent;
}

/// An address that was looked up.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Resolved {
    /// The address.
    pub ip: Option<String>,
    /// How long it took, in microseconds.
    pub elapsed: Option<u32>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Asks a STUN server who Janus is. Janus does nothing else meanwhile.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TestStun {
    /// The STUN server.
    pub address: String,
    /// Its port.
    pub port: u32,
    /// The port to ask from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub localport: Option<u32>,
}

impl Request for TestStun {
    type Reply = StunAnswer;
    const VERB: &'static str = "test_stun";
    const IDEMPOTENCY: Idempotency = Idempotency::Idempotent;
}

/// Who Janus is to a STUN server.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct StunAnswer {
    /// The address.
    pub public_ip: Option<String>,
    /// The port.
    pub public_port: Option<u32>,
    /// How long it took, in microseconds.
    pub elapsed: Option<u32>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Puts a request to a plugin, without a session: VideoRoom, AudioBridge, Streaming and TextRoom take all
/// their synchronous ones. A refusal by the plugin is in the response.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MessagePlugin {
    /// Its package name.
    pub plugin: String,
    /// The request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request: Option<Map<String, Value>>,
}

impl Request for MessagePlugin {
    type Reply = Response;
    const VERB: &'static str = "message_plugin";
}

/// Puts a request to a transport.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct QueryTransport {
    /// Its package name.
    pub transport: String,
    /// The request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request: Option<Map<String, Value>>,
}

impl Request for QueryTransport {
    type Reply = Response;
    const VERB: &'static str = "query_transport";
}

/// Puts a request to an event handler.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct QueryEventhandler {
    /// Its package name.
    pub handler: String,
    /// The request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request: Option<Map<String, Value>>,
}

impl Request for QueryEventhandler {
    type Reply = Response;
    const VERB: &'static str = "query_eventhandler";
}

/// Puts a request to a logger.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct QueryLogger {
    /// Its package name.
    pub logger: String,
    /// The request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request: Option<Map<String, Value>>,
}

impl Request for QueryLogger {
    type Reply = Response;
    const VERB: &'static str = "query_logger";
}

/// What was answered.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Response {
    /// The answer.
    pub response: Option<Map<String, Value>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Gives an event of one's own to the event handlers; it is dropped where there are none.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CustomEvent {
    /// What it is about.
    pub schema: String,
    /// The event.
    pub data: Map<String, Value>,
}

impl Request for CustomEvent {
    type Reply = Done;
    const VERB: &'static str = "custom_event";
}

/// Writes a line of one's own to the log.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CustomLogline {
    /// The line.
    pub line: String,
    /// The level (Janus's default: 4).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<u32>,
}

impl Request for CustomLogline {
    type Reply = Done;
    const VERB: &'static str = "custom_logline";
}

/// It was done.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Done {
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}
