//! The streams that VideoRoom tells of.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::id::Id;

/// A publisher's stream.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Stream {
    /// `audio`, `video` or `data`.
    pub r#type: Option<String>,
    /// Its index.
    pub mindex: Option<u32>,
    /// Its mid.
    pub mid: Option<String>,
    /// Whether it is off; then the rest is missing.
    pub disabled: Option<bool>,
    /// Its codec.
    pub codec: Option<String>,
    /// What it is.
    pub description: Option<String>,
    /// Whether it was muted by `Moderate`.
    pub moderated: Option<bool>,
    /// Whether it is simulcast.
    pub simulcast: Option<bool>,
    /// Whether it is SVC.
    pub svc: Option<bool>,
    /// Whether it talks.
    pub talking: Option<bool>,
    /// Whether it is stereo.
    pub stereo: Option<bool>,
    /// Whether it has forward error correction.
    pub fec: Option<bool>,
    /// Whether it has discontinuous transmission.
    pub dtx: Option<bool>,
    /// H.264's profile.
    pub h264_profile: Option<String>,
    /// VP9's profile.
    pub vp9_profile: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A stream subscribed to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SubscriberStream {
    /// `audio`, `video` or `data`.
    pub r#type: Option<String>,
    /// Whether it is in use.
    pub active: Option<bool>,
    /// Its index.
    pub mindex: Option<u32>,
    /// Its mid in the subscription.
    pub mid: Option<String>,
    /// The subscriber's own name for it.
    pub crossrefid: Option<String>,
    /// Whether it can flow.
    pub ready: Option<bool>,
    /// Whether it flows.
    pub send: Option<bool>,
    /// Whose it is.
    pub feed_id: Option<Id>,
    /// The publisher's name.
    pub feed_display: Option<String>,
    /// Its mid at the publisher.
    pub feed_mid: Option<String>,
    /// What it is.
    pub feed_description: Option<String>,
    /// What the publisher said of itself (Janus 1.4.1 and newer).
    pub feed_metadata: Option<Value>,
    /// Its codec.
    pub codec: Option<String>,
    /// H.264's profile.
    #[serde(rename(serialize = "h264-profile", deserialize = "h264-profile"))]
    pub h264_profile: Option<String>,
    /// VP9's profile.
    #[serde(rename(serialize = "vp9-profile", deserialize = "vp9-profile"))]
    pub vp9_profile: Option<String>,
    /// The playout delay that is asked for.
    #[serde(rename(serialize = "playout-delay", deserialize = "playout-delay"))]
    pub playout_delay: Option<PlayoutDelay>,
    /// Its simulcast substreams, where it has some.
    pub simulcast: Option<SimulcastState>,
    /// Its SVC layers, where it has some.
    pub svc: Option<SvcState>,
    /// How many publishers' data come by it.
    pub sources: Option<u32>,
    /// Whose data come by it.
    pub source_ids: Option<Vec<Id>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A playout delay, in units of 10 ms.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PlayoutDelay {
    /// The least.
    #[serde(rename(serialize = "min-delay", deserialize = "min-delay"))]
    pub min_delay: Option<i32>,
    /// The most.
    #[serde(rename(serialize = "max-delay", deserialize = "max-delay"))]
    pub max_delay: Option<i32>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Which simulcast substream flows, and which is wanted.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SimulcastState {
    /// The substream that flows; -1 for none yet.
    pub substream: Option<i32>,
    /// The substream that is wanted.
    #[serde(rename(serialize = "substream-target", deserialize = "substream-target"))]
    pub substream_target: Option<i32>,
    /// The temporal layer that flows; -1 for none yet.
    #[serde(rename(serialize = "temporal-layer", deserialize = "temporal-layer"))]
    pub temporal_layer: Option<i32>,
    /// The temporal layer that is wanted.
    #[serde(rename(serialize = "temporal-layer-target", deserialize = "temporal-layer-target"))]
    pub temporal_layer_target: Option<i32>,
    /// Microseconds without media before a lower substream is taken.
    pub fallback: Option<u64>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Which SVC layers flow, and which are wanted.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SvcState {
    /// The spatial layer that flows; -1 for none yet.
    #[serde(rename(serialize = "spatial-layer", deserialize = "spatial-layer"))]
    pub spatial_layer: Option<i32>,
    /// The spatial layer that is wanted.
    #[serde(rename(serialize = "target-spatial-layer", deserialize = "target-spatial-layer"))]
    pub target_spatial_layer: Option<i32>,
    /// The temporal layer that flows; -1 for none yet.
    #[serde(rename(serialize = "temporal-layer", deserialize = "temporal-layer"))]
    pub temporal_layer: Option<i32>,
    /// The temporal layer that is wanted.
    #[serde(rename(serialize = "target-temporal-layer", deserialize = "target-temporal-layer"))]
    pub target_temporal_layer: Option<i32>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}
