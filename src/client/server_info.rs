//! What `info` returns.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value};

/// The description of a server (`server_info`). All but the version may be missing,
/// as servers are built and configured differently.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct ServerInfo {
    /// `Janus WebRTC Server`.
    pub name: String,
    /// The version as a number, such as 1102 for 1.1.2.
    pub version: u64,
    /// The version as text.
    pub version_string: String,
    /// The commit it was built from.
    #[serde(rename = "commit-hash")]
    pub commit_hash: Option<String>,
    /// Whether it was built with data channels.
    pub data_channels: Option<bool>,
    /// Whether `create` may succeed.
    #[serde(rename = "accepting-new-sessions")]
    pub accepting_new_sessions: Option<bool>,
    /// Seconds without a request after which a session ends; 0 for never.
    #[serde(rename = "session-timeout")]
    pub session_timeout: Option<u64>,
    /// How long a session outlives its transport connection, in seconds; 0 if it does not.
    #[serde(rename = "reclaim-session-timeout")]
    pub reclaim_session_timeout: Option<u64>,
    /// Seconds for which early candidates are kept.
    #[serde(rename = "candidates-timeout")]
    pub candidates_timeout: Option<u64>,
    /// The name in its configuration.
    #[serde(rename = "server-name")]
    pub server_name: Option<String>,
    /// The address that it gathers candidates on.
    #[serde(rename = "local-ip")]
    pub local_ip: Option<String>,
    /// The public address that Janus puts into candidates.
    #[serde(rename = "public-ip")]
    pub public_ip: Option<String>,
    /// Whether it speaks IPv6.
    pub ipv6: Option<bool>,
    /// Whether it is an ICE Lite endpoint.
    #[serde(rename = "ice-lite")]
    pub ice_lite: Option<bool>,
    /// Whether ICE may use TCP.
    #[serde(rename = "ice-tcp")]
    pub ice_tcp: Option<bool>,
    /// Whether it checks the peer's consent to get media, by ICE (Janus 1.2.0 and newer).
    #[serde(rename = "ice-consent-freshness")]
    pub ice_consent_freshness: Option<bool>,
    /// Whether failed ICE ends the PeerConnection; otherwise only the event of the failure is sent (Janus 1.2.1 and newer).
    #[serde(rename = "hangup-on-failed")]
    pub hangup_on_failed: Option<bool>,
    /// Whether it trickles its own candidates.
    #[serde(rename = "full-trickle")]
    pub full_trickle: Option<bool>,
    /// Whether it resolves mDNS candidates.
    #[serde(rename = "mdns-enabled")]
    pub mdns_enabled: Option<bool>,
    /// Whether an API secret is asked for.
    pub api_secret: Option<bool>,
    /// Whether tokens are in use.
    pub auth_token: Option<bool>,
    /// Whether event handlers are in use.
    pub event_handlers: Option<bool>,
    /// Whether messages of the API contain the opaque id of the handle.
    pub opaqueid_in_api: Option<bool>,
    /// The transports, by package name.
    pub transports: BTreeMap<String, Module>,
    /// The event handlers, by package name.
    pub events: BTreeMap<String, Module>,
    /// The loggers, by package name.
    pub loggers: BTreeMap<String, Module>,
    /// The plugins, by package name.
    pub plugins: BTreeMap<String, Module>,
    /// The libraries' versions, by name.
    pub dependencies: BTreeMap<String, String>,
    /// All other fields.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A loaded module.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Module {
    /// Its full name.
    pub name: String,
    /// The author of the plugin or transport.
    pub author: String,
    /// What the plugin or transport does, in English.
    pub description: String,
    /// Its version as text.
    pub version_string: String,
    /// Its version as a number.
    pub version: i64,
}
