//! The events of AudioBridge.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::replies::Participant;
use crate::plugins::field_types::{FeedId, RoomId};

/// A participant joined the room.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PeerJoined {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The participant that joined: a list of one.
    pub participants: Vec<Participant>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Participants changed. Each entry is the complete state of one participant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Configured {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The participants that changed.
    pub participants: Vec<Participant>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A participant left the room.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Leaving {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The id of the participant: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
    /// `leaving`.
    #[serde(rename = "leaving")]
    pub feed: FeedId,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A participant was kicked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Kicked {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The id of the kicked participant. Janus's name: `kicked`.
    #[serde(rename = "kicked")]
    pub feed: FeedId,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// All participants were kicked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct KickedAll {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The participant id of this handle. Janus's name: `kicked_all`.
    #[serde(rename = "kicked_all")]
    pub feed: FeedId,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The room was muted or unmuted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct RoomMuted {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// Whether the room is muted.
    pub muted: bool,
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
    /// Whether the participant is talking now. Janus's events: `talking` and `stopped-talking`. Janus's name:
    /// `audiobridge`.
    #[serde(rename = "audiobridge", with = "crate::plugins::talking")]
    pub talking: bool,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The playback of a file started or stopped.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct File {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The id of the file, as in `file_id` of `PlayFile`.
    pub file_id: String,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A participant was suspended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Suspended {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The id of the suspended participant. Janus's name: `suspended`.
    #[serde(rename = "suspended")]
    pub feed: FeedId,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The suspension of a participant ended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Resumed {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The id of the resumed participant. Janus's name: `resumed`.
    #[serde(rename = "resumed")]
    pub feed: FeedId,
    /// The participants of the room; only for a participant whose events were paused.
    pub participants: Option<Vec<Participant>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}
