// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

use serde_json::{Map, Value};

use crate::admin::*;
use crate::id::{HandleId, SessionId};
use crate::plugins::field_types::FilePath;
use crate::plugins::setters::setters;
use crate::secret::Secret;

impl SetSessionTimeout {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(timeout: i64) -> Self {
        Self { timeout, session_id: None }
    }
}

setters! {
    SetSessionTimeout {
        set session_id: SessionId,
    }
}

impl SetLogLevel {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(level: u32) -> Self {
        Self { level }
    }
}

impl SetLogTimestamps {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(timestamps: bool) -> Self {
        Self { timestamps }
    }
}

impl SetLogColors {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(colors: bool) -> Self {
        Self { colors }
    }
}

impl SetLockingDebug {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(debug: bool) -> Self {
        Self { debug }
    }
}

impl SetRefcountDebug {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(debug: bool) -> Self {
        Self { debug }
    }
}

impl SetLibniceDebug {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(debug: bool) -> Self {
        Self { debug }
    }
}

impl SetMinNackQueue {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(min_nack_queue: u32) -> Self {
        Self { min_nack_queue }
    }
}

impl SetNackOptimizations {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(nack_optimizations: bool) -> Self {
        Self { nack_optimizations }
    }
}

impl SetNoMediaTimer {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(no_media_timer: u32) -> Self {
        Self { no_media_timer }
    }
}

impl SetSlowlinkThreshold {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(slowlink_threshold: u32) -> Self {
        Self { slowlink_threshold }
    }
}

impl AcceptNewSessions {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(accept: bool) -> Self {
        Self { accept }
    }
}

impl ListHandles {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(session_id: SessionId) -> Self {
        Self { session_id }
    }
}

impl DestroySession {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(session_id: SessionId) -> Self {
        Self { session_id }
    }
}

impl HandleInfo {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(session_id: SessionId, handle_id: HandleId) -> Self {
        Self { session_id, handle_id, plugin_only: None }
    }
}

setters! {
    HandleInfo {
        set plugin_only: bool,
    }
}

impl StartPcap {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(session_id: SessionId, handle_id: HandleId) -> Self {
        Self { session_id, handle_id, folder: None, filename: None, truncate: None }
    }
}

setters! {
    StartPcap {
        into folder: FilePath,
        into filename: FilePath,
        set truncate: u32,
    }
}

impl StopPcap {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(session_id: SessionId, handle_id: HandleId) -> Self {
        Self { session_id, handle_id }
    }
}

impl StartText2pcap {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(session_id: SessionId, handle_id: HandleId) -> Self {
        Self { session_id, handle_id, folder: None, filename: None, truncate: None }
    }
}

setters! {
    StartText2pcap {
        into folder: FilePath,
        into filename: FilePath,
        set truncate: u32,
    }
}

impl StopText2pcap {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(session_id: SessionId, handle_id: HandleId) -> Self {
        Self { session_id, handle_id }
    }
}

impl DetachHandle {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(session_id: SessionId, handle_id: HandleId) -> Self {
        Self { session_id, handle_id }
    }
}

impl HangupWebrtc {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(session_id: SessionId, handle_id: HandleId) -> Self {
        Self { session_id, handle_id }
    }
}

impl AddToken {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(token: impl Into<Secret>) -> Self {
        Self { token: token.into(), plugins: None }
    }
}

setters! {
    AddToken {
        into plugins: Vec<String>,
    }
}

impl AllowToken {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(token: impl Into<Secret>, plugins: impl Into<Vec<String>>) -> Self {
        Self { token: token.into(), plugins: plugins.into() }
    }
}

impl DisallowToken {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(token: impl Into<Secret>, plugins: impl Into<Vec<String>>) -> Self {
        Self { token: token.into(), plugins: plugins.into() }
    }
}

impl RemoveToken {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(token: impl Into<Secret>) -> Self {
        Self { token: token.into() }
    }
}

impl ResolveAddress {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(address: impl Into<String>) -> Self {
        Self { address: address.into() }
    }
}

impl TestStun {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(address: impl Into<String>, port: u32) -> Self {
        Self { address: address.into(), port, localport: None }
    }
}

setters! {
    TestStun {
        set localport: u32,
    }
}

impl MessagePlugin {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(plugin: impl Into<String>) -> Self {
        Self { plugin: plugin.into(), request: None }
    }
}

setters! {
    MessagePlugin {
        into request: Map<String, Value>,
    }
}

impl QueryTransport {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(transport: impl Into<String>) -> Self {
        Self { transport: transport.into(), request: None }
    }
}

setters! {
    QueryTransport {
        into request: Map<String, Value>,
    }
}

impl QueryEventhandler {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(handler: impl Into<String>) -> Self {
        Self { handler: handler.into(), request: None }
    }
}

setters! {
    QueryEventhandler {
        into request: Map<String, Value>,
    }
}

impl QueryLogger {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(logger: impl Into<String>) -> Self {
        Self { logger: logger.into(), request: None }
    }
}

setters! {
    QueryLogger {
        into request: Map<String, Value>,
    }
}

impl CustomEvent {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(schema: impl Into<String>, data: impl Into<Map<String, Value>>) -> Self {
        Self { schema: schema.into(), data: data.into() }
    }
}

impl CustomLogline {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(line: impl Into<String>) -> Self {
        Self { line: line.into(), level: None }
    }
}

setters! {
    CustomLogline {
        set level: u32,
    }
}
