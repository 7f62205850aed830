//! The events of VideoRoom, and the parts that events and responses share.

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

use crate::id::Id;
use crate::plugins::Flattened;
use crate::wire::Jsep;

use super::streams::{Stream, SubscriberStream};
use crate::plugins::field_types::{Bitrate, FeedId, RoomId};
use crate::plugins::words::Codec;

/// Reads a participant's id; the text `ok`, which means this handle, becomes `None`.
fn unless_ok<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Id>, D::Error> {
    Ok(Some(Id::deserialize(from)?).filter(|id| *id != Id::from("ok")))
}

/// The handle has joined the room as a publisher.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Joined {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The publisher id of this handle: a number, or a text if the plugin is configured with `string_ids`. Janus's
    /// name: `id`.
    #[serde(rename = "id")]
    pub feed: FeedId,
    /// The description of the room.
    pub description: String,
    /// The private id of this publisher. `JoinSubscriber` must send it in rooms with `require_pvtid`.
    pub private_id: u32,
    /// The active publishers of the room.
    pub publishers: Vec<Publisher>,
    /// The participants that do not publish; only in rooms with `notify_joining`.
    pub attendees: Option<Vec<Attendee>>,
    /// The number of audio packets over which talking is detected; only if this handle set it.
    pub audio_active_packets: Option<u64>,
    /// The audio level that counts as talking, 127 (silence) to 0 (loudest); only if this handle set it.
    pub audio_level_average: Option<u32>,
    /// The audio codec that this handle publishes; only in the response to an offer. Janus's name: `audio_codec`.
    #[serde(rename = "audio_codec")]
    pub audiocodec: Option<Codec>,
    /// The video codec that this handle publishes; only in the response to an offer. Janus's name: `video_codec`.
    #[serde(rename = "video_codec")]
    pub videocodec: Option<Codec>,
    /// The streams that this handle publishes; only in the response to an offer.
    pub streams: Option<Vec<Stream>>,
    /// The SDP answer, if the request carried an offer.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// An active publisher and its streams.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Publisher {
    /// The id of the publisher: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
    /// `id`.
    #[serde(rename = "id")]
    pub feed: FeedId,
    /// The display name of the publisher.
    pub display: Option<String>,
    /// The metadata object that the publisher set (Janus 1.3.0 and newer).
    pub metadata: Option<Value>,
    /// Whether this is the room's dummy publisher, which sends no media; missing for all others.
    pub dummy: Option<bool>,
    /// Whether the participant is talking (rooms with `talking_events`, Janus: `audiolevel_event`).
    pub talking: Option<bool>,
    /// The audio codec of the publisher. Janus's name: `audio_codec`.
    #[serde(rename = "audio_codec")]
    pub audiocodec: Option<Codec>,
    /// The video codec of the publisher. Janus's name: `video_codec`.
    #[serde(rename = "video_codec")]
    pub videocodec: Option<Codec>,
    /// The streams of the publisher.
    pub streams: Vec<Stream>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A participant that has joined as a publisher and does not publish.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Attendee {
    /// The id of the participant: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
    /// `id`.
    #[serde(rename = "id")]
    pub feed: FeedId,
    /// The display name of the participant.
    pub display: Option<String>,
    /// The metadata object that the participant set (Janus 1.3.0 and newer).
    pub metadata: Option<Value>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The publishers that became active or changed their streams. Each entry is the complete state of one publisher.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PublisherList {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The publishers that became active or changed.
    pub publishers: Vec<Publisher>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The response to `Configure` and `Publish`: the change is applied.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Configured {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The text `ok`.
    pub configured: String,
    /// The audio codec that this handle publishes; only in the response to an offer. Janus's name: `audio_codec`.
    #[serde(rename = "audio_codec")]
    pub audiocodec: Option<Codec>,
    /// The video codec that this handle publishes; only in the response to an offer. Janus's name: `video_codec`.
    #[serde(rename = "video_codec")]
    pub videocodec: Option<Codec>,
    /// The streams that this handle publishes; only in the response to an offer.
    pub streams: Option<Vec<Stream>>,
    /// The SDP answer to a publisher's offer, or the SDP offer to a subscriber; answer an offer with `Start`.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A participant, or this handle, stopped publishing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Unpublished {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The id of the participant; none if it is this handle. In JavaScript this handle's own feed, or no value if the
    /// handle was adopted. Janus's name: `unpublished`.
    #[serde(rename = "unpublished", deserialize_with = "unless_ok")]
    pub feed: Option<FeedId>,
    /// The display name of the participant (Janus 1.3.0 and newer).
    pub display: Option<String>,
    /// The metadata object of the participant (Janus 1.3.0 and newer).
    pub metadata: Option<Value>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A participant leaves the room, or this handle has left it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Leaving {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The id of the participant; none if it is this handle. In JavaScript this handle's own feed, or no value if the
    /// handle was adopted. Janus's name: `leaving`.
    #[serde(rename = "leaving", alias = "left", deserialize_with = "unless_ok")]
    pub feed: Option<FeedId>,
    /// The reason: `kicked` if this handle was kicked. The other participants receive `Kicked` instead.
    pub reason: Option<LeaveReason>,
    /// The display name of the participant (Janus 1.3.0 and newer).
    pub display: Option<String>,
    /// The metadata object of the participant (Janus 1.3.0 and newer).
    pub metadata: Option<Value>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The subscription was changed. With an SDP offer, the handle must answer with `Start`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Updated {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The streams of the subscription.
    pub streams: Option<Vec<SubscriberStream>>,
    /// The SDP offer of Janus, if a renegotiation is needed; answer it with `Start`.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The recording state of the room.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Recording {
    /// Whether the publishers of the room are recorded.
    pub record: bool,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A participant joined as a publisher and does not publish yet (rooms with `notify_joining`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PeerJoined {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The id of the participant: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
    /// `id`.
    #[serde(rename = "id")]
    pub feed: FeedId,
    /// The display name of the participant.
    pub display: Option<String>,
    /// The metadata object that the participant set (Janus 1.3.0 and newer).
    pub metadata: Option<Value>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for PeerJoined {
    const FROM: &'static str = "joining";
}

/// A participant was kicked from the room.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Kicked {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The id of the kicked participant. Janus's name: `kicked`.
    #[serde(rename = "kicked")]
    pub feed: FeedId,
    /// The display name of the participant (Janus 1.3.0 and newer).
    pub display: Option<String>,
    /// The metadata object of the participant (Janus 1.3.0 and newer).
    pub metadata: Option<Value>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A participant changed its display name or its metadata.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Display {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`. No version up to Janus
    /// 1.4.1 sends it.
    pub room: Option<RoomId>,
    /// The id of the participant: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
    /// `id`.
    #[serde(rename = "id")]
    pub feed: FeedId,
    /// The new display name.
    pub display: Option<String>,
    /// The new metadata object (Janus 1.3.0 and newer).
    pub metadata: Option<Value>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A stream of a participant was muted or unmuted with `Moderate`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Moderated {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The id of the participant: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
    /// `id`.
    #[serde(rename = "id")]
    pub feed: FeedId,
    /// The mid of the publisher's stream.
    pub mid: String,
    /// The new state: `muted` or `unmuted`.
    pub moderation: Moderation,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The room was destroyed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Destroyed {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A participant started or stopped talking (rooms with `talking_events`, Janus: `audiolevel_event`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Talking {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The id of the participant: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
    /// `id`.
    #[serde(rename = "id")]
    pub feed: FeedId,
    /// The index of the stream's m-line.
    pub mindex: u32,
    /// The mid of the audio stream.
    pub mid: String,
    /// The average audio level, 127 (silence) to 0 (loudest). Janus's name: `audio-level-dBov-avg`.
    #[serde(rename = "audio-level-dBov-avg")]
    pub audio_level: f64,
    /// Whether the participant is talking now. Janus's events: `talking` and `stopped-talking`. Janus's name:
    /// `videoroom`.
    #[serde(rename = "videoroom", with = "crate::plugins::talking")]
    pub talking: bool,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Janus reports packet loss on this handle's PeerConnection (Janus: `slow_link`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct SlowLink {
    /// The bitrate limit in force, in bit/s; only for publishers. Janus's name: `current-bitrate`.
    #[serde(rename = "current-bitrate")]
    pub bitrate: Option<Bitrate>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The simulcast substream that Janus relays was changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SubstreamLayer {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The mid of the stream in the subscription.
    pub mid: String,
    /// The simulcast substream that Janus relays now, 0 to 2. Janus's name: `substream`.
    #[serde(rename = "substream")]
    pub sc_substream_layer: u8,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The number of simulcast temporal layers that Janus relays was changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TemporalLayers {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The mid of the stream in the subscription.
    pub mid: String,
    /// The highest simulcast temporal layer that Janus relays now, 0 to 2. Janus's name: `temporal`.
    #[serde(rename = "temporal")]
    pub sc_temporal_layers: u8,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The SVC layers that Janus relays were changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SvcLayers {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The mid of the stream in the subscription.
    pub mid: String,
    /// The SVC spatial layer that Janus relays now, 0 to 2.
    pub spatial_layer: Option<u8>,
    /// The SVC temporal layer that Janus relays now, 0 to 2.
    pub temporal_layer: Option<u8>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

words! {
    /// The state of a moderated stream.
    Moderation {
        /// The stream is muted.
        Muted = "muted",
        /// The stream is no longer muted.
        Unmuted = "unmuted",
    }

    /// The reason why a participant leaves.
    LeaveReason {
        /// This handle was kicked.
        Kicked = "kicked",
    }
}
