//! The streams in the responses and events of VideoRoom.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::plugins::field_types::FeedId;
use crate::plugins::words::{Codec, MediaKind};

/// A stream of a publisher.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Stream {
    /// The media type: `audio`, `video` or `data`. Janus's name: `type`.
    #[serde(rename = "type")]
    pub kind: MediaKind,
    /// The index of the stream's m-line.
    pub mindex: u32,
    /// The mid of the stream at the publisher.
    pub mid: String,
    /// Whether the stream is inactive; then the other fields are missing.
    pub disabled: Option<bool>,
    /// The codec; missing for data.
    pub codec: Option<Codec>,
    /// The description of the stream that the publisher set.
    pub description: Option<String>,
    /// Whether the stream was muted with `Moderate`; missing if not.
    pub moderated: Option<bool>,
    /// Whether the stream is simulcast.
    pub simulcast: Option<bool>,
    /// Whether the stream uses SVC.
    pub svc: Option<bool>,
    /// Whether the stream carries speech at the moment (rooms with `talking_events`, Janus: `audiolevel_event`).
    pub talking: Option<bool>,
    /// Whether the audio is stereo.
    pub stereo: Option<bool>,
    /// Whether Opus uses in-band forward error correction.
    pub fec: Option<bool>,
    /// Whether Opus uses discontinuous transmission.
    pub dtx: Option<bool>,
    /// The H.264 profile, such as `42e01f`.
    pub h264_profile: Option<String>,
    /// The VP9 profile, such as `2`.
    pub vp9_profile: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A stream of a subscription.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SubscriberStream {
    /// The media type: `audio`, `video` or `data`. Janus's name: `type`.
    #[serde(rename = "type")]
    pub kind: MediaKind,
    /// Whether the stream's m-line is active.
    pub active: bool,
    /// The index of the stream's m-line.
    pub mindex: u32,
    /// The mid of the stream in the subscription; `feed_mid` is the publisher's.
    pub mid: String,
    /// The id that the subscriber gave the stream (`crossrefid` of `Subscription`).
    pub crossrefid: Option<String>,
    /// Whether the stream is ready to be relayed.
    pub ready: bool,
    /// Whether Janus relays the stream; `false` means that it is paused.
    pub send: bool,
    /// The id of the publisher: a number, or a text if the plugin is configured with `string_ids`.
    pub feed_id: Option<FeedId>,
    /// The display name of the publisher.
    pub feed_display: Option<String>,
    /// The mid of the stream at the publisher.
    pub feed_mid: Option<String>,
    /// The description of the stream that the publisher set.
    pub feed_description: Option<String>,
    /// The metadata object that the publisher set (Janus 1.4.1 and newer).
    pub feed_metadata: Option<Value>,
    /// The codec; missing for data.
    pub codec: Option<Codec>,
    /// The H.264 profile. Janus's name: `h264-profile`.
    #[serde(rename(serialize = "h264-profile", deserialize = "h264-profile"))]
    pub h264_profile: Option<String>,
    /// The VP9 profile. Janus's name: `vp9-profile`.
    #[serde(rename(serialize = "vp9-profile", deserialize = "vp9-profile"))]
    pub vp9_profile: Option<String>,
    /// The playout delay that is requested from the receiver. Janus's name: `playout-delay`.
    #[serde(rename(serialize = "playout-delay", deserialize = "playout-delay"))]
    pub playout_delay: Option<PlayoutDelay>,
    /// The state of the simulcast substreams; only for simulcast streams.
    pub simulcast: Option<SimulcastState>,
    /// The state of the SVC layers; only for SVC streams.
    pub svc: Option<SvcState>,
    /// The number of publishers whose data the stream carries; only for data.
    pub sources: Option<u32>,
    /// The ids of the publishers whose data the stream carries; only for data.
    pub source_ids: Option<Vec<FeedId>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The limits of a playout delay, in units of 10 ms.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PlayoutDelay {
    /// The minimum playout delay, in units of 10 ms. Janus's name: `min-delay`.
    #[serde(rename(serialize = "min-delay", deserialize = "min-delay"))]
    pub min_delay: i32,
    /// The maximum playout delay, in units of 10 ms. Janus's name: `max-delay`.
    #[serde(rename(serialize = "max-delay", deserialize = "max-delay"))]
    pub max_delay: i32,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The relayed and the requested simulcast layers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SimulcastState {
    /// The substream that is relayed; -1 if there is none yet.
    pub substream: i32,
    /// The substream that is requested. Janus's name: `substream-target`.
    #[serde(rename(serialize = "substream-target", deserialize = "substream-target"))]
    pub substream_target: i32,
    /// The temporal layer that is relayed; -1 if there is none yet. Janus's name: `temporal-layer`.
    #[serde(rename(serialize = "temporal-layer", deserialize = "temporal-layer"))]
    pub temporal_layer: i32,
    /// The temporal layer that is requested. Janus's name: `temporal-layer-target`.
    #[serde(rename(serialize = "temporal-layer-target", deserialize = "temporal-layer-target"))]
    pub temporal_layer_target: i32,
    /// The time without media before Janus relays a lower substream, in microseconds.
    pub fallback: Option<u64>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The relayed and the requested SVC layers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SvcState {
    /// The spatial layer that is relayed; -1 if there is none yet. Janus's name: `spatial-layer`.
    #[serde(rename(serialize = "spatial-layer", deserialize = "spatial-layer"))]
    pub spatial_layer: i32,
    /// The spatial layer that is requested. Janus's name: `target-spatial-layer`.
    #[serde(rename(serialize = "target-spatial-layer", deserialize = "target-spatial-layer"))]
    pub target_spatial_layer: i32,
    /// The temporal layer that is relayed; -1 if there is none yet. Janus's name: `temporal-layer`.
    #[serde(rename(serialize = "temporal-layer", deserialize = "temporal-layer"))]
    pub temporal_layer: i32,
    /// The temporal layer that is requested. Janus's name: `target-temporal-layer`.
    #[serde(rename(serialize = "target-temporal-layer", deserialize = "target-temporal-layer"))]
    pub target_temporal_layer: i32,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}
