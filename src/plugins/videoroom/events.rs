//! What VideoRoom tells, and what its answers are made of.

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

use crate::id::Id;
use crate::plugins::Flattened;
use crate::wire::Jsep;

use super::streams::{Stream, SubscriberStream};

/// Janus says "ok" where it means the handle itself.
fn unless_ok<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Id>, D::Error> {
    Ok(Some(Id::deserialize(from)?).filter(|id| *id != Id::from("ok")))
}

/// This handle is in the room.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Joined {
    /// The room.
    pub room: Option<Id>,
    /// The handle's own id.
    #[serde(rename = "id")]
    pub feed: Option<Id>,
    /// The room's description.
    pub description: Option<String>,
    /// What `JoinSubscriber` may need.
    pub private_id: Option<u32>,
    /// Who publishes already.
    pub publishers: Option<Vec<Publisher>>,
    /// Who else is there, where the room tells.
    pub attendees: Option<Vec<Attendee>>,
    /// Packets that talking is judged by, where the handle chose.
    pub audio_active_packets: Option<u64>,
    /// How loud talking is, where the handle chose.
    pub audio_level_average: Option<u32>,
    /// The audio codec, if it publishes.
    #[serde(rename = "audio_codec")]
    pub audiocodec: Option<String>,
    /// The video codec, if it publishes.
    #[serde(rename = "video_codec")]
    pub videocodec: Option<String>,
    /// Its own streams, if it publishes.
    pub streams: Option<Vec<Stream>>,
    /// The session description that goes with it.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Somebody who publishes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Publisher {
    /// Whose it is.
    #[serde(rename = "id")]
    pub feed: Option<Id>,
    /// The name to show.
    pub display: Option<String>,
    /// What the publisher said of itself (Janus 1.3.0 and newer).
    pub metadata: Option<Value>,
    /// Whether it sends nothing.
    pub dummy: Option<bool>,
    /// Whether it talks.
    pub talking: Option<bool>,
    /// The audio codec.
    #[serde(rename = "audio_codec")]
    pub audiocodec: Option<String>,
    /// The video codec.
    #[serde(rename = "video_codec")]
    pub videocodec: Option<String>,
    /// The streams.
    pub streams: Option<Vec<Stream>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Somebody in the room.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Attendee {
    /// Who.
    #[serde(rename = "id")]
    pub feed: Option<Id>,
    /// The name to show.
    pub display: Option<String>,
    /// What it said of itself (Janus 1.3.0 and newer).
    pub metadata: Option<Value>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Who publishes now; each entry is the publisher's whole state.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PublisherList {
    /// The room.
    pub room: Option<Id>,
    /// Who.
    pub publishers: Option<Vec<Publisher>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The change was made.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Configured {
    /// The room.
    pub room: Option<Id>,
    /// `ok`
    pub configured: Option<String>,
    /// The audio codec.
    #[serde(rename = "audio_codec")]
    pub audiocodec: Option<String>,
    /// The video codec.
    #[serde(rename = "video_codec")]
    pub videocodec: Option<String>,
    /// The own streams.
    pub streams: Option<Vec<Stream>>,
    /// The session description that goes with it.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Somebody publishes no more, or this handle does not.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Unpublished {
    /// The room.
    pub room: Option<Id>,
    /// Who: none for this handle itself; in JavaScript the handle's own feed, or none if the handle was adopted.
    #[serde(rename = "unpublished", deserialize_with = "unless_ok")]
    pub feed: Option<Id>,
    /// The participant's name (Janus 1.3.0 and newer).
    pub display: Option<String>,
    /// What the participant said about itself (Janus 1.3.0 and newer).
    pub metadata: Option<Value>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Somebody leaves, or this handle has left.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Leaving {
    /// The room.
    pub room: Option<Id>,
    /// Who: none for this handle itself; in JavaScript the handle's own feed, or none if the handle was adopted.
    #[serde(rename = "leaving", alias = "left", deserialize_with = "unless_ok")]
    pub feed: Option<Id>,
    /// Why: `kicked` if this handle was thrown out of the room. The others get `Kicked`.
    pub reason: Option<String>,
    /// The participant's name (Janus 1.3.0 and newer).
    pub display: Option<String>,
    /// What the participant said about itself (Janus 1.3.0 and newer).
    pub metadata: Option<Value>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The subscription changed; an offer may wait for an answer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Updated {
    /// The room.
    pub room: Option<Id>,
    /// The streams.
    pub streams: Option<Vec<SubscriberStream>>,
    /// The session description that goes with it.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Whether a room is recorded.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Recording {
    /// Whether it is.
    pub record: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Somebody is there, without publishing yet.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PeerJoined {
    /// The room.
    pub room: Option<Id>,
    /// Who.
    #[serde(rename = "id")]
    pub feed: Option<Id>,
    /// The participant's name.
    pub display: Option<String>,
    /// What the participant said about itself.
    pub metadata: Option<Value>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for PeerJoined {
    const FROM: &'static str = "joining";
}

/// Somebody was thrown out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Kicked {
    /// The room.
    pub room: Option<Id>,
    /// Who.
    #[serde(rename = "kicked")]
    pub feed: Option<Id>,
    /// The participant's name (Janus 1.3.0 and newer).
    pub display: Option<String>,
    /// What the participant said about itself (Janus 1.3.0 and newer).
    pub metadata: Option<Value>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A name changed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Display {
    /// The room.
    pub room: Option<Id>,
    /// Whose.
    #[serde(rename = "id")]
    pub feed: Option<Id>,
    /// The new name.
    pub display: Option<String>,
    /// What it says of itself now (Janus 1.3.0 and newer).
    pub metadata: Option<Value>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A stream was muted or unmuted by `Moderate`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Moderated {
    /// The room.
    pub room: Option<Id>,
    /// Whose.
    #[serde(rename = "id")]
    pub feed: Option<Id>,
    /// Which stream.
    pub mid: Option<String>,
    /// `muted` or `unmuted`.
    pub moderation: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The room ended.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Destroyed {
    /// The room.
    pub room: Option<Id>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Somebody talks, or stops.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Talking {
    /// The room.
    pub room: Option<Id>,
    /// Who.
    #[serde(rename = "id")]
    pub feed: Option<Id>,
    /// The stream's index.
    pub mindex: Option<u32>,
    /// The stream.
    pub mid: Option<String>,
    /// How loud, 127 (silence) to 0.
    #[serde(rename = "audio-level-dBov-avg")]
    pub audio_level: Option<f64>,
    /// Whether it talks now.
    #[serde(rename = "videoroom", with = "crate::plugins::talking")]
    pub talking: bool,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Janus reports losses.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SlowLink {
    /// The limit that is in force now, in bit/s.
    #[serde(rename = "current-bitrate")]
    pub bitrate: Option<u64>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The simulcast substream changed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SubstreamLayer {
    /// The room.
    pub room: Option<Id>,
    /// Which stream.
    pub mid: Option<String>,
    /// Which substream flows.
    #[serde(rename = "substream")]
    pub sc_substream_layer: Option<u8>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The simulcast temporal layers changed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TemporalLayers {
    /// The room.
    pub room: Option<Id>,
    /// Which stream.
    pub mid: Option<String>,
    /// Which layers flow.
    #[serde(rename = "temporal")]
    pub sc_temporal_layers: Option<u8>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The SVC layers changed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SvcLayers {
    /// The room.
    pub room: Option<Id>,
    /// Which stream.
    pub mid: Option<String>,
    /// The spatial layer that flows.
    pub spatial_layer: Option<u8>,
    /// The temporal layer that flows.
    pub temporal_layer: Option<u8>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}
