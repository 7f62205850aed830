//! The responses of NoSIP.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::plugins::Flattened;
use crate::plugins::field_types::HostName;
use crate::plugins::words::{CallStream, MediaKind, SrtpMode};
use crate::secret::Secret;
use crate::wire::Jsep;

/// The response to `Generate`: the plain SDP for the peer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Generated {
    /// The type of the SDP: `offer` or `answer`. Janus's name: `type`.
    #[serde(rename = "type")]
    pub kind: SdpType,
    /// The plain SDP; with SRTP it contains keys.
    #[serde(serialize_with = "Secret::always_on_the_wire")]
    pub sdp: Secret,
    /// Whether the SDP updates an existing session; missing if not.
    pub update: Option<bool>,
    /// The unique id of the session (Janus 1.4.0 and newer).
    pub unique_id: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Generated {
    const FROM: &'static str = "result";
}

/// The response to `Process`: the SDP for the WebRTC side.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Processed {
    /// The encryption that the peer offers: `sdes_optional` or `sdes_mandatory`; missing without SRTP.
    pub srtp: Option<SrtpMode>,
    /// Whether the SDP updates an existing session; missing if not.
    pub update: Option<bool>,
    /// The unique id of the session (Janus 1.4.0 and newer).
    pub unique_id: Option<String>,
    /// The SDP offer or answer for the WebRTC side.
    #[serde(skip_deserializing, default = "Jsep::unread")]
    pub jsep: Jsep,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Processed {
    const FROM: &'static str = "result";
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

impl Flattened for Done {
    const FROM: &'static str = "result";
}

/// The response to `StartForward`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Forwarded {
    /// The RTP forwarders, one for each stream.
    pub forwarders: Vec<Forwarder>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Forwarded {
    const FROM: &'static str = "result";
}

/// An RTP forwarder of a stream.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Forwarder {
    /// The id of the forwarder, for `StopForward`. Janus's name: `stream_id`.
    #[serde(rename = "stream_id")]
    pub stream: u64,
    /// The stream: `audio`, `video`, `peer_audio` or `peer_video`. Janus's name: `type`.
    #[serde(rename = "type")]
    pub kind: CallStream,
    /// The host that receives the stream.
    pub host: HostName,
    /// The port that receives the stream.
    pub port: u16,
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
    /// The id of the stopped forwarder. Janus's name: `stream_id`.
    #[serde(rename = "stream_id")]
    pub stream: u64,
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
    /// The RTP forwarders of the session. Janus's name: `rtp_forwarders`.
    #[serde(rename = "rtp_forwarders")]
    pub forwarders: Vec<Forwarder>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Forwarders {
    const FROM: &'static str = "result";
}

words! {
    /// Whether an SDP is an offer or an answer.
    SdpType {
        /// The SDP is an offer.
        Offer = "offer",
        /// The SDP is an answer.
        Answer = "answer",
    }
}
