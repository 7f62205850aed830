//! The responses of SIP, and the events of the registration.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::plugins::Flattened;
use crate::plugins::field_types::{HostName, SipUri};
use crate::plugins::words::{CallStream, MediaKind};

/// The REGISTER is sent.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Registering {
    /// The unique id of the account (Janus 1.4.0 and newer).
    pub unique_id: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Registering {
    const FROM: &'static str = "result";
}

/// The identity is registered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Registered {
    /// The SIP URI of the identity. Janus's name: `username`.
    #[serde(rename = "username")]
    pub user: SipUri,
    /// Whether Janus sent a REGISTER.
    pub register_sent: bool,
    /// The id of this account; helpers name it in `master_id` of `Register`.
    pub master_id: u64,
    /// Whether the account is a helper; missing if not.
    pub helper: Option<bool>,
    /// The SIP headers that `incoming_header_prefixes` of `Register` selects, by name.
    pub headers: Option<BTreeMap<String, String>>,
    /// The unique id of the account (Janus 1.4.0 and newer).
    pub unique_id: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Registered {
    const FROM: &'static str = "result";
}

/// The registration ended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Unregistered {
    /// The SIP URI of the identity. Janus's name: `username`.
    #[serde(rename = "username")]
    pub user: SipUri,
    /// The SIP headers that `incoming_header_prefixes` of `Register` selects, by name.
    pub headers: Option<BTreeMap<String, String>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Unregistered {
    const FROM: &'static str = "result";
}

/// The server refused the registration or its renewal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct RegistrationFailed {
    /// The SIP status code.
    pub code: i32,
    /// The reason phrase of the SIP status; missing if it is not valid UTF-8.
    pub reason: Option<String>,
    /// The SIP headers that `incoming_header_prefixes` of `Register` selects, by name.
    pub headers: Option<BTreeMap<String, String>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for RegistrationFailed {
    const FROM: &'static str = "result";
}

/// The response to `Decline`: the call, or the transfer, is declined.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Declined {
    /// The SIP `Call-ID` header.
    pub call_id: Option<String>,
    /// The SIP status code.
    pub code: i32,
    /// The id of the declined transfer; missing for a call.
    pub refer_id: Option<u32>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Declined {
    const FROM: &'static str = "result";
}

/// An acknowledgement: Janus performs the request.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Done {
    /// The SIP `Call-ID` header.
    pub call_id: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Done {
    const FROM: &'static str = "result";
}

/// The response to `StartForward`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Forwarding {
    /// The SIP `Call-ID` header.
    pub call_id: Option<String>,
    /// The RTP forwarders, one for each stream.
    pub forwarders: Vec<Forwarder>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Forwarding {
    const FROM: &'static str = "result";
}

/// An RTP forwarder of a stream.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Forwarder {
    /// The id of the forwarder.
    pub stream_id: u32,
    /// The stream: `audio`, `video`, `peer_audio` or `peer_video`. Janus's name: `type`.
    #[serde(rename = "type")]
    pub kind: CallStream,
    /// The host that receives the stream.
    pub host: HostName,
    /// The port that receives the stream.
    pub port: u32,
    /// The media type: `audio` or `video`.
    pub media: MediaKind,
    /// The RTP payload type.
    pub pt: Option<u8>,
    /// The SSRC of the forwarded stream.
    pub ssrc: Option<u32>,
    /// Whether the stream is encrypted with SRTP; missing if not.
    pub srtp: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The response to `StopForward`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ForwardStopped {
    /// The SIP `Call-ID` header.
    pub call_id: Option<String>,
    /// The id of the stopped forwarder.
    pub stream_id: u32,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for ForwardStopped {
    const FROM: &'static str = "result";
}

/// The response to `ListForward`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Forwarders {
    /// The SIP `Call-ID` header.
    pub call_id: Option<String>,
    /// The RTP forwarders of the call. Janus's name: `rtp_forwarders`.
    #[serde(rename = "rtp_forwarders")]
    pub forwarders: Vec<Forwarder>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Forwarders {
    const FROM: &'static str = "result";
}
