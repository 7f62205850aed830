//! What SIP answers, and tells of an account.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::plugins::Flattened;

/// A REGISTER is on its way.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Registering {
    /// The account's id (Janus 1.4.0 and newer).
    pub unique_id: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Registering {
    const FROM: &'static str = "result";
}

/// The identity is registered.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Registered {
    /// The user of the identity.
    #[serde(rename = "username")]
    pub user: Option<String>,
    /// Whether a REGISTER was sent.
    pub register_sent: Option<bool>,
    /// What helpers name this account with.
    pub master_id: Option<u64>,
    /// Whether it is a helper.
    pub helper: Option<bool>,
    /// The headers that were asked for, by name.
    pub headers: Option<BTreeMap<String, String>>,
    /// The account's id (Janus 1.4.0 and newer).
    pub unique_id: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Registered {
    const FROM: &'static str = "result";
}

/// The identity is registered no more.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Unregistered {
    /// The user of the identity.
    #[serde(rename = "username")]
    pub user: Option<String>,
    /// The headers that were asked for, by name.
    pub headers: Option<BTreeMap<String, String>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Unregistered {
    const FROM: &'static str = "result";
}

/// The server refused a registration, maybe a later one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RegistrationFailed {
    /// SIP's code.
    pub code: Option<i32>,
    /// SIP's reason.
    pub reason: Option<String>,
    /// The headers that were asked for, by name.
    pub headers: Option<BTreeMap<String, String>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for RegistrationFailed {
    const FROM: &'static str = "result";
}

/// The call, or the transfer, is declined.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Declined {
    /// The call.
    pub call_id: Option<String>,
    /// SIP's code.
    pub code: Option<i32>,
    /// The transfer.
    pub refer_id: Option<u32>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Declined {
    const FROM: &'static str = "result";
}

/// It was done, or is being done.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Done {
    /// The call.
    pub call_id: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Done {
    const FROM: &'static str = "result";
}

/// The call is forwarded.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Forwarding {
    /// The call.
    pub call_id: Option<String>,
    /// Where to.
    pub forwarders: Option<Vec<Forwarder>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Forwarding {
    const FROM: &'static str = "result";
}

/// Where a stream is forwarded to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Forwarder {
    /// Its id.
    pub stream_id: Option<u32>,
    /// What is forwarded.
    pub r#type: Option<String>,
    /// The host.
    pub host: Option<String>,
    /// The port.
    pub port: Option<u32>,
    /// `audio` or `video`.
    pub media: Option<String>,
    /// The payload type.
    pub pt: Option<u8>,
    /// The SSRC.
    pub ssrc: Option<u32>,
    /// Whether it is encrypted.
    pub srtp: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A forwarder ended.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ForwardStopped {
    /// The call.
    pub call_id: Option<String>,
    /// Which.
    pub stream_id: Option<u32>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for ForwardStopped {
    const FROM: &'static str = "result";
}

/// The forwarders.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Forwarders {
    /// The call.
    pub call_id: Option<String>,
    /// Each.
    #[serde(rename = "rtp_forwarders")]
    pub forwarders: Option<Vec<Forwarder>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Forwarders {
    const FROM: &'static str = "result";
}
