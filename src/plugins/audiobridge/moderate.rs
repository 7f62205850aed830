//! What is done to others.

use serde::Serialize;
use serde_json::{Map, Value};

use super::replies::Done;
use super::{AudioBridge, expect};
use crate::error::Result;
use crate::id::Id;
use crate::plugins::Request;
use crate::secret::Secret;
use crate::wire::Payload;

/// Throws a participant out.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Kick {
    /// The room.
    pub room: Id,
    /// Whom.
    #[serde(rename = "id")]
    pub feed: Id,
    /// The room's secret, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Kick {
    type Plugin = AudioBridge;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "kick")];
    const ECHO: &'static [&'static str] = &["room", "feed"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];

    fn reply(message: &impl Payload) -> Result<Done> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Throws everybody out.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct KickAll {
    /// The room.
    pub room: Id,
    /// The room's secret, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for KickAll {
    type Plugin = AudioBridge;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "kick_all")];
    const ECHO: &'static [&'static str] = &["room"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];

    fn reply(message: &impl Payload) -> Result<Done> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Mutes a participant; all are told.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Mute {
    /// The room.
    pub room: Id,
    /// Whom.
    #[serde(rename = "id")]
    pub feed: Id,
    /// The room's secret, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Mute {
    type Plugin = AudioBridge;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "mute")];
    const ECHO: &'static [&'static str] = &["room", "feed"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];

    fn reply(message: &impl Payload) -> Result<Done> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Unmutes a participant; all are told.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Unmute {
    /// The room.
    pub room: Id,
    /// Whom.
    #[serde(rename = "id")]
    pub feed: Id,
    /// The room's secret, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Unmute {
    type Plugin = AudioBridge;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "unmute")];
    const ECHO: &'static [&'static str] = &["room", "feed"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];

    fn reply(message: &impl Payload) -> Result<Done> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Mutes the room; all are told.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct MuteRoom {
    /// The room.
    pub room: Id,
    /// The room's secret, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for MuteRoom {
    type Plugin = AudioBridge;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "mute_room")];
    const ECHO: &'static [&'static str] = &["room"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];

    fn reply(message: &impl Payload) -> Result<Done> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Unmutes the room; all are told.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct UnmuteRoom {
    /// The room.
    pub room: Id,
    /// The room's secret, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for UnmuteRoom {
    type Plugin = AudioBridge;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "unmute_room")];
    const ECHO: &'static [&'static str] = &["room"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];

    fn reply(message: &impl Payload) -> Result<Done> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Suspends a participant; the others are told (Janus 1.2.1 and newer).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Suspend {
    /// The room.
    pub room: Id,
    /// Whom.
    #[serde(rename = "id")]
    pub feed: Id,
    /// The room's secret, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// End its recording.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stop_record: Option<bool>,
    /// Tell it nothing meanwhile.
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
    const ECHO: &'static [&'static str] = &["room", "feed"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];

    fn reply(message: &impl Payload) -> Result<Done> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Ends a suspension; all are told (Janus 1.2.1 and newer).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Resume {
    /// The room.
    pub room: Id,
    /// Whom.
    #[serde(rename = "id")]
    pub feed: Id,
    /// The room's secret, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// Record the participant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<bool>,
    /// The recording's path on the server.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filename: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Resume {
    type Plugin = AudioBridge;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "resume")];
    const ECHO: &'static [&'static str] = &["room", "feed"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];

    fn reply(message: &impl Payload) -> Result<Done> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Takes the noise of a participant away (Janus 1.2.3 and newer).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct DenoiseEnable {
    /// The room.
    pub room: Id,
    /// Whom.
    #[serde(rename = "id")]
    pub feed: Id,
    /// The room's secret, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for DenoiseEnable {
    type Plugin = AudioBridge;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "denoise_enable")];
    const ECHO: &'static [&'static str] = &["room", "feed"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];

    fn reply(message: &impl Payload) -> Result<Done> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Leaves the noise of a participant in (Janus 1.2.3 and newer).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct DenoiseDisable {
    /// The room.
    pub room: Id,
    /// Whom.
    #[serde(rename = "id")]
    pub feed: Id,
    /// The room's secret, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for DenoiseDisable {
    type Plugin = AudioBridge;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "denoise_disable")];
    const ECHO: &'static [&'static str] = &["room", "feed"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];

    fn reply(message: &impl Payload) -> Result<Done> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}
