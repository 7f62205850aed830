//! Requests that administer mountpoints.

use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

use super::Streaming;
use super::replies::{Destroyed, Details, Done, Edited, Mountpoints};
use crate::engine::Idempotency;
use crate::plugins::Request;
use crate::plugins::field_types::{AccessKey, FilePath, MountpointId};
use crate::secret::Secret;

/// Destroys a mountpoint (`"request": "destroy"`). Its viewers receive the status `stopped`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct DestroyMountpoint {
    /// The id of the mountpoint: a number, or a text if the plugin is configured with `string_ids`.
    pub id: MountpointId,
    /// The secret of the mountpoint; required if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// Whether to remove the mountpoint from Janus's configuration file, too (Janus's default: false).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permanent: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for DestroyMountpoint {
    type Plugin = Streaming;
    type Reply = Destroyed;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "destroy")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["destroyed"];
}

/// Changes the settings of a mountpoint (`"request": "edit"`). Fields that are not set stay as they are.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Edit {
    /// The id of the mountpoint: a number, or a text if the plugin is configured with `string_ids`.
    pub id: MountpointId,
    /// The secret of the mountpoint; required if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// The new description of the mountpoint.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_description: Option<String>,
    /// The new metadata of the mountpoint.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_metadata: Option<String>,
    /// The new secret of the mountpoint.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub new_secret: Option<AccessKey>,
    /// The new PIN that viewers must send to watch; an empty text removes the PIN.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub new_pin: Option<AccessKey>,
    /// Whether to hide the mountpoint from `List` from now on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_is_private: Option<bool>,
    /// Whether viewers receive `Edited` if the metadata changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edited_event: Option<bool>,
    /// Whether to save the change in Janus's configuration file (Janus's default: false).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permanent: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Edit {
    type Plugin = Streaming;
    type Reply = Edited;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "edit")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["changed"];
}

/// Lists the mountpoints (`"request": "list"`).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct List {
    /// The `admin_key` of the plugin's configuration. With it, the list contains private mountpoints, too.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub admin_key: Option<AccessKey>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for List {
    type Plugin = Streaming;
    type Reply = Mountpoints;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "list")];
    const IDEMPOTENCY: Idempotency = Idempotency::Idempotent;
    const RESPONSE_EVENTS: &'static [&'static str] = &["list"];
}

/// Requests the details of a mountpoint (`"request": "info"`). The response lacks some fields without the
/// mountpoint's secret.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Info {
    /// The id of the mountpoint: a number, or a text if the plugin is configured with `string_ids`.
    pub id: MountpointId,
    /// The secret of the mountpoint. Without it, or with a wrong one, the response lacks some fields.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Info {
    type Plugin = Streaming;
    type Reply = Details;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "info")];
    const IDEMPOTENCY: Idempotency = Idempotency::Idempotent;
    const RESPONSE_EVENTS: &'static [&'static str] = &["info"];
    const REPLY_IN: &'static str = "info";
}

/// Enables a mountpoint: Janus relays its media (`"request": "enable"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Enable {
    /// The id of the mountpoint: a number, or a text if the plugin is configured with `string_ids`.
    pub id: MountpointId,
    /// The secret of the mountpoint; required if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Enable {
    type Plugin = Streaming;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "enable")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["ok"];
}

/// Writes `false` if there is no value, because Janus's default is `true`. (The code generator knows this function's
/// name.)
fn false_unless_set<S: Serializer>(value: &Option<bool>, to: S) -> std::result::Result<S::Ok, S::Error> {
    to.serialize_bool(value.unwrap_or(false))
}

/// Disables a mountpoint: Janus relays no media (`"request": "disable"`). Its recording continues, unless
/// `stop_recording` is true.
///
/// Janus itself crashes when `stop_recording` is true, which is Janus's default, and an RTP mountpoint has a stream
/// that is not being recorded (all versions up to 1.4.2). For that reason `false` is sent if the field is not set.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Disable {
    /// The id of the mountpoint: a number, or a text if the plugin is configured with `string_ids`.
    pub id: MountpointId,
    /// The secret of the mountpoint; required if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// Whether to stop the recording, too (default: `false`, which is sent; Janus's own default is true). `true` is
    /// safe for an RTP mountpoint only while all its streams are recorded.
    #[serde(serialize_with = "false_unless_set")]
    pub stop_recording: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Disable {
    type Plugin = Streaming;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "disable")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["ok"];
}

/// Kicks all viewers of a mountpoint (`"request": "kick_all"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct KickAll {
    /// The id of the mountpoint: a number, or a text if the plugin is configured with `string_ids`.
    pub id: MountpointId,
    /// The secret of the mountpoint; required if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for KickAll {
    type Plugin = Streaming;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "kick_all")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["kicked_all"];
}

/// Starts recording a mountpoint (`"request": "recording"`, `"action": "start"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct StartRecording {
    /// The id of the mountpoint: a number, or a text if the plugin is configured with `string_ids`.
    pub id: MountpointId,
    /// The secret of the mountpoint; required if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// The streams to record, with their files.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub media: Option<Vec<RecordedMedia>>,
    /// The path of the audio recording on the server (deprecated by `media`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio: Option<FilePath>,
    /// The path of the video recording on the server (deprecated by `media`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video: Option<FilePath>,
    /// The path of the data recording on the server (deprecated by `media`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<FilePath>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for StartRecording {
    type Plugin = Streaming;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "recording"), ("action", "start")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["ok"];
}

/// Stops recording a mountpoint (`"request": "recording"`, `"action": "stop"`). In JavaScript it stops all recordings
/// if no field names one.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct StopRecording {
    /// The id of the mountpoint: a number, or a text if the plugin is configured with `string_ids`.
    pub id: MountpointId,
    /// The secret of the mountpoint; required if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// The streams whose recordings are stopped.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub media: Option<Vec<RecordedMedia>>,
    /// Whether to stop the audio recording (deprecated by `media`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio: Option<bool>,
    /// Whether to stop the video recording (deprecated by `media`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video: Option<bool>,
    /// Whether to stop the data recording (deprecated by `media`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for StopRecording {
    type Plugin = Streaming;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "recording"), ("action", "stop")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["ok"];
}

/// A stream that is recorded.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct RecordedMedia {
    /// The mid of the stream.
    pub mid: String,
    /// The path of the recording on the server; only to start a recording.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filename: Option<FilePath>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}
