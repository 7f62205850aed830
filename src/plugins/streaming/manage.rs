//! What an administrator of mountpoints asks.

use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

use super::replies::{Destroyed, Details, Done, Edited, Mountpoints};
use super::{Streaming, expect, flattened};
use crate::engine::Idempotency;
use crate::error::Result;
use crate::id::Id;
use crate::plugins::Request;
use crate::secret::Secret;
use crate::wire::Payload;

/// Ends a mountpoint; viewers are told.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct DestroyMountpoint {
    /// The mountpoint.
    pub id: Id,
    /// The mountpoint's secret, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// Remove it from Janus's configuration, too.
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

    fn reply(message: &impl Payload) -> Result<Destroyed> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Changes a mountpoint.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Edit {
    /// The mountpoint.
    pub id: Id,
    /// The mountpoint's secret, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// What to call it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_description: Option<String>,
    /// More about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_metadata: Option<String>,
    /// What later changes need.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub new_secret: Option<Secret>,
    /// What watching needs; empty for nothing.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub new_pin: Option<Secret>,
    /// Leave it out of `List`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_is_private: Option<bool>,
    /// Tell viewers of new metadata.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edited_event: Option<bool>,
    /// Change Janus's configuration, too.
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

    fn reply(message: &impl Payload) -> Result<Edited> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Lists the mountpoints.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct List {
    /// The plugin's `admin_key`, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub admin_key: Option<Secret>,
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

    fn reply(message: &impl Payload) -> Result<Mountpoints> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Asks about a mountpoint; with its secret, all.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Info {
    /// The mountpoint.
    pub id: Id,
    /// The mountpoint's secret, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
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

    fn reply(message: &impl Payload) -> Result<Details> {
        expect::<Self>(message)?;
        flattened(message)
    }
}

/// Lets a mountpoint's media flow.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Enable {
    /// The mountpoint.
    pub id: Id,
    /// The mountpoint's secret, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Enable {
    type Plugin = Streaming;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "enable")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["ok"];

    fn reply(message: &impl Payload) -> Result<Done> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// What Janus takes for true, if nothing is said. (The code generator knows the name.)
fn false_unless_set<S: Serializer>(value: &Option<bool>, to: S) -> std::result::Result<S::Ok, S::Error> {
    to.serialize_bool(value.unwrap_or(false))
}

/// Stops a mountpoint's media. Its recording goes on, unless `stop_recording` is true.
///
/// Janus itself crashes when `stop_recording` is true, which is Janus's default, and an RTP mountpoint
/// has a stream that is not being recorded (all versions up to 1.4.2). So false is sent if nothing is said.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Disable {
    /// The mountpoint.
    pub id: Id,
    /// The mountpoint's secret, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// End its recording, too (default: false, which is sent; Janus's own is true). True ends an RTP
    /// mountpoint's recordings safely only while all its streams are recorded.
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

    fn reply(message: &impl Payload) -> Result<Done> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Throws all viewers out.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct KickAll {
    /// The mountpoint.
    pub id: Id,
    /// The mountpoint's secret, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for KickAll {
    type Plugin = Streaming;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "kick_all")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["kicked_all"];

    fn reply(message: &impl Payload) -> Result<Done> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Begins to record.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct StartRecording {
    /// The mountpoint.
    pub id: Id,
    /// The mountpoint's secret, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// What, and where to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub media: Option<Vec<RecordedMedia>>,
    /// Where to record audio (deprecated by `media`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio: Option<String>,
    /// Where to record video (deprecated by `media`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video: Option<String>,
    /// Where to record data (deprecated by `media`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for StartRecording {
    type Plugin = Streaming;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "recording"), ("action", "start")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["ok"];

    fn reply(message: &impl Payload) -> Result<Done> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Ends recording; in JavaScript all of it, unless told.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct StopRecording {
    /// The mountpoint.
    pub id: Id,
    /// The mountpoint's secret, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// What.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub media: Option<Vec<RecordedMedia>>,
    /// Whether audio's (deprecated by `media`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio: Option<bool>,
    /// Whether video's (deprecated by `media`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video: Option<bool>,
    /// Whether data's (deprecated by `media`).
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

    fn reply(message: &impl Payload) -> Result<Done> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// A stream that is recorded.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct RecordedMedia {
    /// Which one.
    pub mid: String,
    /// The recording's path on the server, to begin it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filename: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}
