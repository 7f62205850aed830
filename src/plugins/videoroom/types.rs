//! The parts of requests.

use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

use crate::plugins::field_types::{FeedId, HostName};
use crate::plugins::words::{Codec, HostFamily, MediaKind};

/// Writes milliseconds as microseconds, the unit of Janus.
pub(super) fn ms_as_us<S: Serializer>(value: &Option<u64>, to: S) -> Result<S::Ok, S::Error> {
    value.map(|value| value.saturating_mul(1000)).serialize(to)
}

/// The description of a stream.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Description {
    /// The mid of the publisher's stream.
    pub mid: String,
    /// The text that the other participants receive as the stream's description.
    pub description: String,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The settings of one stream that the participant changes.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct StreamChange {
    /// The mid of the stream; required if there is more than one stream.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mid: Option<String>,
    /// Whether the stream is sent or paused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub send: Option<bool>,
    /// Whether to request a key frame from the publisher.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keyframe: Option<bool>,
    /// The simulcast substream to receive, 0 to 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub substream: Option<u8>,
    /// The highest simulcast temporal layer to receive, 0 to 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temporal: Option<u8>,
    /// The time without media before Janus relays a lower substream, in microseconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fallback: Option<u64>,
    /// The SVC spatial layer to receive, 0 to 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spatial_layer: Option<u8>,
    /// The SVC temporal layer to receive, 0 to 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temporal_layer: Option<u8>,
    /// The minimum of the playout-delay extension, in units of 10 ms.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_delay: Option<i32>,
    /// The maximum of the playout-delay extension, in units of 10 ms.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_delay: Option<i32>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A stream to subscribe to, or all streams of a publisher.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Subscription {
    /// The id of the publisher: a number, or a text if the plugin is configured with `string_ids`.
    pub feed: FeedId,
    /// The mid of the stream at the publisher; all streams of the publisher by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mid: Option<String>,
    /// An id for the stream that the subscriber chooses; `crossrefid` of `SubscriberStream` repeats it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub crossrefid: Option<String>,
    /// Whether Janus relays the stream at once; `false` starts it paused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub send: Option<bool>,
    /// The simulcast substream to receive, 0 to 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub substream: Option<u8>,
    /// The highest simulcast temporal layer to receive, 0 to 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temporal: Option<u8>,
    /// The time without media before Janus relays a lower substream, in microseconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fallback: Option<u64>,
    /// The SVC spatial layer to receive, 0 to 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spatial_layer: Option<u8>,
    /// The SVC temporal layer to receive, 0 to 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temporal_layer: Option<u8>,
    /// The minimum of the playout-delay extension, in units of 10 ms.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_delay: Option<i32>,
    /// The maximum of the playout-delay extension, in units of 10 ms.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_delay: Option<i32>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A stream to unsubscribe from, or all streams of a publisher.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Unsubscription {
    /// The id of the publisher: a number, or a text if the plugin is configured with `string_ids`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub feed: Option<FeedId>,
    /// The mid of the stream at the publisher.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mid: Option<String>,
    /// The mid of the stream in the subscription.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sub_mid: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A publisher's stream that replaces a stream of the subscription.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SwitchStream {
    /// The id of the publisher: a number, or a text if the plugin is configured with `string_ids`.
    pub feed: FeedId,
    /// The mid of the new stream at its publisher.
    pub mid: String,
    /// The mid of the replaced stream in the subscription.
    pub sub_mid: String,
    /// The simulcast substream to receive, 0 to 2 (Janus 1.1.4 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub substream: Option<u8>,
    /// The highest simulcast temporal layer to receive, 0 to 2 (Janus 1.1.4 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temporal: Option<u8>,
    /// The SVC spatial layer to receive, 0 to 2 (Janus 1.1.4 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spatial_layer: Option<u8>,
    /// The SVC temporal layer to receive, 0 to 2 (Janus 1.1.4 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temporal_layer: Option<u8>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A stream of a dummy publisher.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct DummyStream {
    /// The codec of the stream.
    pub codec: Codec,
    /// The format parameters of the codec, as in an SDP's `fmtp` attribute.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fmtp: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A stream to forward.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ForwardStream {
    /// The mid of the stream at the publisher.
    pub mid: String,
    /// The port that receives the stream.
    pub port: u32,
    /// The host that receives the stream (default: the request's `host`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub host: Option<HostName>,
    /// The address family for a host name: `ipv4` or `ipv6`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub host_family: Option<HostFamily>,
    /// The port for RTCP.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rtcp_port: Option<u32>,
    /// The RTP payload type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pt: Option<u8>,
    /// The SSRC of the forwarded stream.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ssrc: Option<u32>,
    /// Whether to forward only the best substream of a simulcast stream.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub simulcast: Option<bool>,
    /// The port that receives the second simulcast substream.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub port_2: Option<u32>,
    /// The SSRC of the second simulcast substream.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ssrc_2: Option<u32>,
    /// The RTP payload type of the second simulcast substream.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pt_2: Option<u8>,
    /// The port that receives the third simulcast substream.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub port_3: Option<u32>,
    /// The SSRC of the third simulcast substream.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ssrc_3: Option<u32>,
    /// The RTP payload type of the third simulcast substream.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pt_3: Option<u8>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A stream of a remote publisher.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct RemoteStream {
    /// The mid of the stream.
    pub mid: String,
    /// The index of the stream's m-line.
    pub mindex: u32,
    /// The media type: `audio`, `video` or `data`. Janus's name: `type`.
    #[serde(rename = "type")]
    pub kind: MediaKind,
    /// The codec; required for audio and video.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub codec: Option<Codec>,
    /// The description of the stream.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Whether the stream is inactive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disabled: Option<bool>,
    /// Whether the audio is stereo.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stereo: Option<bool>,
    /// Whether Opus uses in-band forward error correction.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fec: Option<bool>,
    /// Whether Opus uses discontinuous transmission.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dtx: Option<bool>,
    /// The H.264 profile, such as `42e01f`. Janus refuses it before 1.2.1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub h264_profile: Option<String>,
    /// The VP9 profile, such as `2`. Janus refuses it before 1.2.1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vp9_profile: Option<String>,
    /// Whether the stream is simulcast.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub simulcast: Option<bool>,
    /// Whether the stream uses SVC.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub svc: Option<bool>,
    /// The id of the RTP extension for audio levels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiolevel_ext_id: Option<u8>,
    /// The id of the RTP extension for video orientation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videoorient_ext_id: Option<u8>,
    /// The id of the RTP extension for playout delay.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub playoutdelay_ext_id: Option<u8>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}
