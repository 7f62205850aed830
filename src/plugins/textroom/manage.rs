//! Requests that administer rooms. Over the data channel, `textroom` names the request instead of `request`.

use serde::Serialize;
use serde_json::{Map, Value};

use super::TextRoom;
use super::replies::{Allowed, Created, Done, Existence, Participants, Rooms};
use crate::engine::Idempotency;
use crate::plugins::Request;
use crate::plugins::field_types::{AccessKey, RoomId, UserId};
pub use crate::plugins::words::AllowAction;
use crate::secret::Secret;

/// Creates a room (`"request": "create"`).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Create {
    /// The id of the new room; Janus chooses a random one by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub room: Option<RoomId>,
    /// The `admin_key` of the plugin's configuration; required if one is configured.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub admin_key: Option<AccessKey>,
    /// The description of the room.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Whether to hide the room from `List` (Janus's default: false).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_private: Option<bool>,
    /// The number of messages that Janus keeps for participants that join (Janus's default: 0).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub history: Option<u32>,
    /// The secret that later requests must send to change, destroy or moderate the room.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// The PIN that participants must send to join.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub pin: Option<AccessKey>,
    /// The URL of an HTTP server that Janus sends each message to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub post: Option<String>,
    /// The tokens of which a participant must send one to join.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allowed: Option<Vec<String>>,
    /// Whether to save the room in Janus's configuration file (Janus's default: false).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permanent: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Create {
    type Plugin = TextRoom;
    type Reply = Created;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "create")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["created"];
}

/// Changes the settings of a room (`"request": "edit"`). Fields that are not set stay as they are.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Edit {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The secret of the room; required if the room has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// The new description of the room.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_description: Option<String>,
    /// The new secret of the room.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub new_secret: Option<AccessKey>,
    /// The new PIN that participants must send to join.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub new_pin: Option<AccessKey>,
    /// The new URL of an HTTP server that Janus sends each message to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_post: Option<String>,
    /// Whether to hide the room from `List` from now on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_is_private: Option<bool>,
    /// Whether to save the change in Janus's configuration file (Janus's default: false).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permanent: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Edit {
    type Plugin = TextRoom;
    type Reply = Created;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "edit")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["edited"];
}

/// Destroys a room (`"request": "destroy"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Destroy {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The secret of the room; required if the room has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// Whether to remove the room from Janus's configuration file, too (Janus's default: false).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permanent: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Destroy {
    type Plugin = TextRoom;
    type Reply = Created;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "destroy")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["destroyed"];
}

/// Checks whether a room exists (`"request": "exists"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Exists {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Exists {
    type Plugin = TextRoom;
    type Reply = Existence;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "exists")];
    const IDEMPOTENCY: Idempotency = Idempotency::Idempotent;
    const RESPONSE_EVENTS: &'static [&'static str] = &["exists"];
}

/// Lists the rooms (`"request": "list"`).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct List {
    /// The `admin_key` of the plugin's configuration. With it, the list contains private rooms, too.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub admin_key: Option<AccessKey>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for List {
    type Plugin = TextRoom;
    type Reply = Rooms;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "list")];
    const IDEMPOTENCY: Idempotency = Idempotency::Idempotent;
    const RESPONSE_EVENTS: &'static [&'static str] = &["list"];
}

/// Lists the participants of a room (`"request": "listparticipants"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ListParticipants {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for ListParticipants {
    type Plugin = TextRoom;
    type Reply = Participants;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "listparticipants")];
    const IDEMPOTENCY: Idempotency = Idempotency::Idempotent;
    const RESPONSE_EVENTS: &'static [&'static str] = &["participants_list"];
}

/// Changes the list of tokens that may join a room (`"request": "allowed"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Allow {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The secret of the room; required if the room has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// The change to make.
    pub action: AllowAction,
    /// The tokens to add or to remove. Janus's name: `allowed`.
    #[serde(rename = "allowed", skip_serializing_if = "Option::is_none")]
    pub list: Option<Vec<UserId>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Allow {
    type Plugin = TextRoom;
    type Reply = Allowed;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "allowed")];
    const ECHOED_FIELDS: &'static [&'static str] = &["room"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];
}

/// Kicks a participant from a room (`"request": "kick"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Kick {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The username of the participant to kick.
    pub username: UserId,
    /// The secret of the room; required if the room has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Kick {
    type Plugin = TextRoom;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "kick")];
    const ECHOED_FIELDS: &'static [&'static str] = &["room", "username"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];
}

/// Sends an announcement to all participants of a room (`"request": "announcement"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Announcement {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The text of the announcement.
    pub text: String,
    /// The secret of the room; required if the room has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Announcement {
    type Plugin = TextRoom;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "announcement")];
    const ECHOED_FIELDS: &'static [&'static str] = &["room"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];
}
