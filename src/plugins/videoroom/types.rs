//! What requests and events are made of.

use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

use crate::id::Id;

/// Janus counts in microseconds.
pub(super) fn ms_as_us<S: Serializer>(value: &Option<u64>, to: S) -> Result<S::Ok, S::Error> {
    value.map(|value| value.saturating_mul(1000)).serialize(to)
}

/// What `Allow` does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum AllowAction {
    /// Ask for tokens.
    Enable,
    /// Ask for none.
    Disable,
    /// Add tokens.
    #[default]
    Add,
    /// Remove tokens.
    Remove,
}

/// What a stream is.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Description {
    /// Which stream.
    pub mid: String,
    /// What it is.
    pub description: String,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// What to change of a stream.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct StreamChange {
    /// Which one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mid: Option<String>,
    /// Send or pause it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub send: Option<bool>,
    /// Ask for a key frame.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keyframe: Option<bool>,
    /// The simulcast substream to get, 0 to 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub substream: Option<u8>,
    /// The simulcast temporal layers to get, 0 to 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temporal: Option<u8>,
    /// Microseconds without media before a lower substream is taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fallback: Option<u64>,
    /// The SVC spatial layer to get.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spatial_layer: Option<u8>,
    /// The SVC temporal layer to get.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temporal_layer: Option<u8>,
    /// The playout-delay extension's minimum, in units of 10 ms.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_delay: Option<i32>,
    /// The playout-delay extension's maximum, in units of 10 ms.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_delay: Option<i32>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A stream to get, or all of a publisher's.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Subscription {
    /// Whose.
    pub feed: Id,
    /// Which one; all without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mid: Option<String>,
    /// A name of your own for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub crossrefid: Option<String>,
    /// Whether it flows at once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub send: Option<bool>,
    /// The simulcast substream to get, 0 to 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub substream: Option<u8>,
    /// The simulcast temporal layers to get, 0 to 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temporal: Option<u8>,
    /// Microseconds without media before a lower substream is taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fallback: Option<u64>,
    /// The SVC spatial layer to get.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spatial_layer: Option<u8>,
    /// The SVC temporal layer to get.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temporal_layer: Option<u8>,
    /// The playout-delay extension's minimum, in units of 10 ms.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_delay: Option<i32>,
    /// The playout-delay extension's maximum, in units of 10 ms.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_delay: Option<i32>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A stream to get no more, or all of a publisher's.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Unsubscription {
    /// Whose.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub feed: Option<Id>,
    /// Which one of the publisher's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mid: Option<String>,
    /// Which one of the subscription's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sub_mid: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A stream in the place of another.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct SwitchStream {
    /// Whose.
    pub feed: Id,
    /// Which one of the publisher's.
    pub mid: String,
    /// In the place of which.
    pub sub_mid: String,
    /// The simulcast substream to get, 0 to 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub substream: Option<u8>,
    /// The simulcast temporal layers to get, 0 to 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temporal: Option<u8>,
    /// The SVC spatial layer to get, 0 to 2 (Janus 1.1.4 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spatial_layer: Option<u8>,
    /// The SVC temporal layer to get, 0 to 2 (Janus 1.1.4 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temporal_layer: Option<u8>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A stream of a dummy publisher.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct DummyStream {
    /// Its codec.
    pub codec: String,
    /// Its format parameters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fmtp: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A stream to forward.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ForwardStream {
    /// Which one.
    pub mid: String,
    /// To which port.
    pub port: u32,
    /// To which host, if another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub host: Option<String>,
    /// `ipv4` or `ipv6`, for a host by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub host_family: Option<String>,
    /// The RTCP port.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rtcp_port: Option<u32>,
    /// The payload type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pt: Option<u8>,
    /// The SSRC.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ssrc: Option<u32>,
    /// Forward the best substream only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub simulcast: Option<bool>,
    /// The port of the second substream.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub port_2: Option<u32>,
    /// Its SSRC.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ssrc_2: Option<u32>,
    /// Its payload type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pt_2: Option<u8>,
    /// The port of the third substream.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub port_3: Option<u32>,
    /// Its SSRC.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ssrc_3: Option<u32>,
    /// Its payload type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pt_3: Option<u8>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A stream of a remote publisher.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct RemoteStream {
    /// Its mid.
    pub mid: String,
    /// Its index.
    pub mindex: u32,
    /// `audio`, `video` or `data`.
    pub r#type: String,
    /// Its codec, for audio and video.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub codec: Option<String>,
    /// What it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Whether it is off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disabled: Option<bool>,
    /// Whether it is stereo.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stereo: Option<bool>,
    /// Whether it has forward error correction.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fec: Option<bool>,
    /// Whether it has discontinuous transmission.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dtx: Option<bool>,
    /// H.264's profile.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub h264_profile: Option<String>,
    /// VP9's profile.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vp9_profile: Option<String>,
    /// Whether it is simulcast.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub simulcast: Option<bool>,
    /// Whether it is SVC.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub svc: Option<bool>,
    /// The id of the audio-level extension.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiolevel_ext_id: Option<u8>,
    /// The id of the orientation extension.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videoorient_ext_id: Option<u8>,
    /// The id of the playout-delay extension.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub playoutdelay_ext_id: Option<u8>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}
