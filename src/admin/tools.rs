//! Requests that test the network, and requests to plugins, transports, event handlers and loggers.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::Request;
use crate::engine::Idempotency;

/// Lists the event loops, if the server has a fixed number of them (`"janus": "loops_info"`).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct LoopsInfo {}

impl Request for LoopsInfo {
    type Reply = Loops;
    const VERB: &'static str = "loops_info";
    const IDEMPOTENCY: Idempotency = Idempotency::Idempotent;
}

/// The response to `LoopsInfo`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Loops {
    /// The event loops; empty if each handle has its own.
    pub loops: Vec<Loop>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// An event loop.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Loop {
    /// The id of the event loop.
    pub id: u32,
    /// The number of handles that the event loop serves.
    pub handles: u32,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Resolves a host name on the server (`"janus": "resolve_address"`). The request blocks the server's request thread.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ResolveAddress {
    /// The host name.
    pub address: String,
}

impl Request for ResolveAddress {
    type Reply = Resolved;
    const VERB: &'static str = "resolve_address";
    const IDEMPOTENCY: Idempotency = Idempotency::Idempotent;
}

/// The response to `ResolveAddress`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Resolved {
    /// The IP address.
    pub ip: String,
    /// The duration, in microseconds.
    pub elapsed: u32,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Requests the public address of Janus from a STUN server (`"janus": "test_stun"`). The request blocks the server's
/// request thread.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct TestStun {
    /// The address of the STUN server.
    pub address: String,
    /// The port of the STUN server.
    pub port: u32,
    /// The local port that the request is sent from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub localport: Option<u32>,
}

impl Request for TestStun {
    type Reply = StunResult;
    const VERB: &'static str = "test_stun";
    const IDEMPOTENCY: Idempotency = Idempotency::Idempotent;
}

/// The response to `TestStun`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct StunResult {
    /// The public address of Janus.
    pub public_ip: String,
    /// The public port of Janus.
    pub public_port: u32,
    /// The duration, in microseconds.
    pub elapsed: u32,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Sends a request to a plugin without a session (`"janus": "message_plugin"`). VideoRoom, AudioBridge, Streaming and
/// TextRoom accept all their synchronous requests. A refusal by the plugin is part of the response.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct MessagePlugin {
    /// The package name of the plugin.
    pub plugin: String,
    /// The request: a JSON object.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request: Option<Map<String, Value>>,
}

impl Request for MessagePlugin {
    type Reply = Response;
    const VERB: &'static str = "message_plugin";
}

/// Sends a request to a transport plugin (`"janus": "query_transport"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct QueryTransport {
    /// The package name of the transport.
    pub transport: String,
    /// The request: a JSON object.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request: Option<Map<String, Value>>,
}

impl Request for QueryTransport {
    type Reply = Response;
    const VERB: &'static str = "query_transport";
}

/// Sends a request to an event handler (`"janus": "query_eventhandler"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct QueryEventhandler {
    /// The package name of the event handler.
    pub handler: String,
    /// The request: a JSON object.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request: Option<Map<String, Value>>,
}

impl Request for QueryEventhandler {
    type Reply = Response;
    const VERB: &'static str = "query_eventhandler";
}

/// Sends a request to a logger (`"janus": "query_logger"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct QueryLogger {
    /// The package name of the logger.
    pub logger: String,
    /// The request: a JSON object.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request: Option<Map<String, Value>>,
}

impl Request for QueryLogger {
    type Reply = Response;
    const VERB: &'static str = "query_logger";
}

/// The response of a plugin, a transport, an event handler or a logger.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Response {
    /// The response: a JSON object, from a script of Lua or Duktape perhaps a list.
    pub response: Value,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Sends a custom event to the event handlers (`"janus": "custom_event"`). Janus drops it if there are none.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct CustomEvent {
    /// The schema of the event: a text that the application chooses.
    pub schema: String,
    /// The event: a JSON object.
    pub data: Map<String, Value>,
}

impl Request for CustomEvent {
    type Reply = Done;
    const VERB: &'static str = "custom_event";
}

/// Writes a line to the log of the server (`"janus": "custom_logline"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct CustomLogline {
    /// The text of the line.
    pub line: String,
    /// The log level, 0 to 7 (Janus's default: 4).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<u32>,
}

impl Request for CustomLogline {
    type Reply = Done;
    const VERB: &'static str = "custom_logline";
}

/// An acknowledgement without data.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Done {
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}
