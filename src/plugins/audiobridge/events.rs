//! What AudioBridge tells.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::replies::Participant;
use crate::id::Id;

/// Somebody joined.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PeerJoined {
    /// The room.
    pub room: Option<Id>,
    /// Who.
    pub participants: Option<Vec<Participant>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Somebody changed; each entry is the participant's whole state.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Configured {
    /// The room.
    pub room: Option<Id>,
    /// Who.
    pub participants: Option<Vec<Participant>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Somebody left.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Leaving {
    /// The room.
    pub room: Option<Id>,
    /// Who.
    #[serde(rename = "leaving")]
    pub feed: Option<Id>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
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
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Everybody was thrown out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct KickedAll {
    /// The room.
    pub room: Option<Id>,
    /// The handle's own id.
    #[serde(rename = "kicked_all")]
    pub feed: Option<Id>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The room was muted or unmuted.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RoomMuted {
    /// The room.
    pub room: Option<Id>,
    /// Whether it is muted.
    pub muted: Option<bool>,
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

/// Somebody talks, or stops (rooms with `talking_events`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Talking {
    /// The room.
    pub room: Option<Id>,
    /// Who.
    #[serde(rename = "id")]
    pub feed: Option<Id>,
    /// Whether it talks now.
    #[serde(rename = "audiobridge", with = "crate::plugins::talking")]
    pub talking: bool,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A file begins or ends.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct File {
    /// The room.
    pub room: Option<Id>,
    /// Which.
    pub file_id: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Somebody was suspended.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Suspended {
    /// The room.
    pub room: Option<Id>,
    /// Who.
    #[serde(rename = "suspended")]
    pub feed: Option<Id>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A suspension ended.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Resumed {
    /// The room.
    pub room: Option<Id>,
    /// Who.
    #[serde(rename = "resumed")]
    pub feed: Option<Id>,
    /// Who is there, for one that was told nothing meanwhile.
    pub participants: Option<Vec<Participant>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}
