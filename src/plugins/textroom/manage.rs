//! What an administrator of rooms asks.

use serde::Serialize;
use serde_json::{Map, Value};

use super::replies::{Allowed, Created, Done, Existence, Participants, Rooms};
use super::{TextRoom, expect};
use crate::engine::Idempotency;
use crate::error::Result;
use crate::id::Id;
use crate::plugins::Request;
use crate::secret::Secret;
use crate::wire::Payload;

/// Makes a room.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Create {
    /// The id to have; a random one without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub room: Option<Id>,
    /// The plugin's `admin_key`, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub admin_key: Option<Secret>,
    /// What to call it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Leave it out of `List`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_private: Option<bool>,
    /// How many messages those who join get to see.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub history: Option<u32>,
    /// What later changes need.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// What joining needs.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub pin: Option<Secret>,
    /// A web address that is told each message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub post: Option<String>,
    /// The tokens that may join.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allowed: Option<Vec<String>>,
    /// Keep the room in Janus's configuration.
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

    fn reply(message: &impl Payload) -> Result<Created> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Changes a room.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Edit {
    /// The room.
    pub room: Id,
    /// The room's secret, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// What to call it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_description: Option<String>,
    /// What later changes need.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub new_secret: Option<Secret>,
    /// What joining needs.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub new_pin: Option<Secret>,
    /// A web address that is told each message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_post: Option<String>,
    /// Leave it out of `List`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_is_private: Option<bool>,
    /// Change Janus's configuration, too.
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

    fn reply(message: &impl Payload) -> Result<Created> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Ends a room.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Destroy {
    /// The room.
    pub room: Id,
    /// The room's secret, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// Remove it from Janus's configuration, too.
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

    fn reply(message: &impl Payload) -> Result<Created> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Asks whether a room exists.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Exists {
    /// The room.
    pub room: Id,
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

    fn reply(message: &impl Payload) -> Result<Existence> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Lists the rooms.
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
    type Plugin = TextRoom;
    type Reply = Rooms;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "list")];
    const IDEMPOTENCY: Idempotency = Idempotency::Idempotent;
    const RESPONSE_EVENTS: &'static [&'static str] = &["list"];

    fn reply(message: &impl Payload) -> Result<Rooms> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Lists who is in a room.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ListParticipants {
    /// The room.
    pub room: Id,
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

    fn reply(message: &impl Payload) -> Result<Participants> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Changes which tokens may join.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Allow {
    /// The room.
    pub room: Id,
    /// The room's secret, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// What to do.
    pub action: AllowAction,
    /// The tokens to add or remove.
    #[serde(rename = "allowed", skip_serializing_if = "Option::is_none")]
    pub list: Option<Vec<String>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Allow {
    type Plugin = TextRoom;
    type Reply = Allowed;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "allowed")];
    const ECHO: &'static [&'static str] = &["room"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];

    fn reply(message: &impl Payload) -> Result<Allowed> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Throws a participant out.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Kick {
    /// The room.
    pub room: Id,
    /// Whom.
    pub username: String,
    /// The room's secret, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Kick {
    type Plugin = TextRoom;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "kick")];
    const ECHO: &'static [&'static str] = &["room", "username"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];

    fn reply(message: &impl Payload) -> Result<Done> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Tells all of a room something.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Announcement {
    /// The room.
    pub room: Id,
    /// What.
    pub text: String,
    /// The room's secret, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Announcement {
    type Plugin = TextRoom;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "announcement")];
    const ECHO: &'static [&'static str] = &["room"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];

    fn reply(message: &impl Payload) -> Result<Done> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// What `Allow` does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum AllowAction {
    /// Ask for tokens.
    Enable,
    /// Ask for none.
    Disable,
    /// Add tokens.
    #[default]
    Add,
    /// Remove tokens.
    Remove,
}
