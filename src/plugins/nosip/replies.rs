//! What NoSIP answers and tells.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::plugins::Flattened;
use crate::secret::Secret;
use crate::wire::Jsep;

/// A plain SDP for the peer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Generated {
    /// `offer` or `answer`.
    pub r#type: Option<String>,
    /// The SDP; where it is for SRTP there are keys in it.
    #[serde(serialize_with = "Secret::on_the_wire")]
    pub sdp: Option<Secret>,
    /// Whether it renews a session.
    pub update: Option<bool>,
    /// A name for the session (Janus 1.4.0 and newer).
    pub unique_id: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Generated {
    const FROM: &'static str = "result";
}

/// A session description for the WebRTC side.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Processed {
    /// `sdes_optional` or `sdes_mandatory`, where the peer encrypts.
    pub srtp: Option<String>,
    /// Whether it renews a session.
    pub update: Option<bool>,
    /// A name for the session (Janus 1.4.0 and newer).
    pub unique_id: Option<String>,
    /// The offer or the answer.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Processed {
    const FROM: &'static str = "result";
}

/// It was done.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Done {
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Done {
    const FROM: &'static str = "result";
}

/// Media are forwarded.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Forwarded {
    /// By which forwarders.
    pub forwarders: Option<Vec<Forwarder>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Forwarded {
    const FROM: &'static str = "result";
}

/// A forwarder.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Forwarder {
    /// Its id, for `StopForward`.
    #[serde(rename = "stream_id")]
    pub stream: Option<u64>,
    /// Which media it takes.
    pub r#type: Option<String>,
    /// The host it sends to.
    pub host: Option<String>,
    /// The port it sends to.
    pub port: Option<u16>,
    /// `audio` or `video`.
    pub media: Option<String>,
    /// The payload type.
    pub pt: Option<u8>,
    /// The SSRC.
    pub ssrc: Option<u32>,
    /// Whether it encrypts.
    pub srtp: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A forwarder ended.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ForwardStopped {
    /// Which one.
    #[serde(rename = "stream_id")]
    pub stream: Option<u64>,
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
