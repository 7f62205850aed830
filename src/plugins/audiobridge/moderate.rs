//! Requests that moderate participants.

use serde::Serialize;
use serde_json::{Map, Value};

use super::AudioBridge;
use super::replies::Done;
use crate::plugins::Request;
use crate::plugins::field_types::{AccessKey, FeedId, FilePath, RoomId};
use crate::secret::Secret;
use crate::wire::JanusVersion;

/// Kicks a participant from a room (`"request": "kick"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Kick {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The id of the participant: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
    /// `id`.
    #[serde(rename = "id")]
    pub feed: FeedId,
    /// The secret of the room; required if the room has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Kick {
    type Plugin = AudioBridge;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "kick")];
    const ECHOED_FIELDS: &'static [&'static str] = &["room", "feed"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];
}

/// Kicks all participants of a room (`"request": "kick_all"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct KickAll {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The secret of the room; required if the room has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for KickAll {
    type Plugin = AudioBridge;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "kick_all")];
    const ECHOED_FIELDS: &'static [&'static str] = &["room"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];
}

/// Mutes a participant (`"request": "mute"`). All participants receive `Configured`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Mute {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The id of the participant: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
    /// `id`.
    #[serde(rename = "id")]
    pub feed: FeedId,
    /// The secret of the room; required if the room has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Mute {
    type Plugin = AudioBridge;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "mute")];
    const ECHOED_FIELDS: &'static [&'static str] = &["room", "feed"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];
}

/// Unmutes a participant (`"request": "unmute"`). All participants receive `Configured`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Unmute {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The id of the participant: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
    /// `id`.
    #[serde(rename = "id")]
    pub feed: FeedId,
    /// The secret of the room; required if the room has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Unmute {
    type Plugin = AudioBridge;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "unmute")];
    const ECHOED_FIELDS: &'static [&'static str] = &["room", "feed"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];
}

/// Mutes a room (`"request": "mute_room"`). All participants receive `RoomMuted`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct MuteRoom {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The secret of the room; required if the room has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for MuteRoom {
    type Plugin = AudioBridge;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "mute_room")];
    const ECHOED_FIELDS: &'static [&'static str] = &["room"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];
}

/// Unmutes a room (`"request": "unmute_room"`). All participants receive `RoomMuted`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct UnmuteRoom {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The secret of the room; required if the room has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for UnmuteRoom {
    type Plugin = AudioBridge;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "unmute_room")];
    const ECHOED_FIELDS: &'static [&'static str] = &["room"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];
}

/// Suspends a participant (`"request": "suspend"`; Janus 1.2.1 and newer). The others receive `Suspended`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Suspend {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The id of the participant: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
    /// `id`.
    #[serde(rename = "id")]
    pub feed: FeedId,
    /// The secret of the room; required if the room has one, except to suspend this handle.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// Whether to stop the recording of the participant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stop_record: Option<bool>,
    /// Whether the participant receives no events while it is suspended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pause_events: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Suspend {
    type Plugin = AudioBridge;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "suspend")];
    const SINCE: Option<JanusVersion> = Some(JanusVersion::new(1, 2, 1));
    const ECHOED_FIELDS: &'static [&'static str] = &["room", "feed"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];
}

/// Ends the suspension of a participant (`"request": "resume"`; Janus 1.2.1 and newer). The participants receive
/// `Resumed`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Resume {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The id of the participant: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
    /// `id`.
    #[serde(rename = "id")]
    pub feed: FeedId,
    /// The secret of the room; required if the room has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// Whether to record the participant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<bool>,
    /// The path of the recording on the server.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filename: Option<FilePath>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Resume {
    type Plugin = AudioBridge;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "resume")];
    const SINCE: Option<JanusVersion> = Some(JanusVersion::new(1, 2, 1));
    const ECHOED_FIELDS: &'static [&'static str] = &["room", "feed"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];
}

/// Turns noise reduction on for a participant (`"request": "denoise_enable"`; Janus 1.2.3 and newer that are built
/// with RNNoise).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct DenoiseEnable {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The id of the participant: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
    /// `id`.
    #[serde(rename = "id")]
    pub feed: FeedId,
    /// The secret of the room; required if the room has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for DenoiseEnable {
    type Plugin = AudioBridge;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "denoise_enable")];
    const SINCE: Option<JanusVersion> = Some(JanusVersion::new(1, 2, 3));
    const ECHOED_FIELDS: &'static [&'static str] = &["room", "feed"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];
}

/// Turns noise reduction off for a participant (`"request": "denoise_disable"`; Janus 1.2.3 and newer that are built
/// with RNNoise).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct DenoiseDisable {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The id of the participant: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
    /// `id`.
    #[serde(rename = "id")]
    pub feed: FeedId,
    /// The secret of the room; required if the room has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for DenoiseDisable {
    type Plugin = AudioBridge;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "denoise_disable")];
    const SINCE: Option<JanusVersion> = Some(JanusVersion::new(1, 2, 3));
    const ECHOED_FIELDS: &'static [&'static str] = &["room", "feed"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];
}
