//! What an administrator of rooms asks; no handle needs to have joined.

use serde::Serialize;
use serde_json::{Map, Value};

use super::replies::{Allowed, Created, Existence, Participants, Recording, Rooms};
use super::{AudioBridge, expect};
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
    /// Keep the room in Janus's configuration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permanent: Option<bool>,
    /// What to call it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// What later changes need.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// What joining needs.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub pin: Option<Secret>,
    /// Leave it out of `List`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_private: Option<bool>,
    /// The tokens that may join.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allowed: Option<Vec<String>>,
    /// The plugin's `admin_key`, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub admin_key: Option<Secret>,
    /// 8000, 12000, 16000, 24000 or 48000 (Janus's default: 16000).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sampling_rate: Option<u32>,
    /// Place participants between left and right.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spatial_audio: Option<bool>,
    /// Each one's bitrate, 500 to 512,000 bit/s; 0 for automatic.
    #[serde(rename = "default_bitrate", skip_serializing_if = "Option::is_none")]
    pub bitrate: Option<u64>,
    /// Packets to buffer, 50 at most (Janus 1.1.4 and older).
    #[serde(rename = "default_prebuffering", skip_serializing_if = "Option::is_none")]
    pub prebuffer: Option<u32>,
    /// The losses to expect, 0 to 20 percent.
    #[serde(rename = "default_expectedloss", skip_serializing_if = "Option::is_none")]
    pub expected_loss: Option<u8>,
    /// Take the noise away (Janus 1.2.3 and newer that are built with RNNoise; others ignore it).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub denoise: Option<bool>,
    /// Record the room.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<bool>,
    /// The recording's name.
    #[serde(rename = "record_file", skip_serializing_if = "Option::is_none")]
    pub filename: Option<String>,
    /// Where to.
    #[serde(rename = "record_dir", skip_serializing_if = "Option::is_none")]
    pub rec_dir: Option<String>,
    /// Record each participant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mjrs: Option<bool>,
    /// Where to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mjrs_dir: Option<String>,
    /// Let plain RTP participants in.
    #[serde(rename = "allow_rtp_participants", skip_serializing_if = "Option::is_none")]
    pub allow_rtp: Option<bool>,
    /// The audio-level extension (Janus's default: true).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiolevel_ext: Option<bool>,
    /// Tell who talks.
    #[serde(rename = "audiolevel_event", skip_serializing_if = "Option::is_none")]
    pub talking_events: Option<bool>,
    /// Packets to judge talking by (Janus's default: 100).
    #[serde(rename = "audio_active_packets", skip_serializing_if = "Option::is_none")]
    pub talking_packets_threshold: Option<u64>,
    /// How loud talking is, 127 (silence) to 0 (Janus's default: 25).
    #[serde(rename = "audio_level_average", skip_serializing_if = "Option::is_none")]
    pub talking_level_threshold: Option<u32>,
    /// Groups of participants, 5 at most, for forwarders.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub groups: Option<Vec<String>>,
    /// Joining needs a signed token (Janus 1.4.2 and newer; ignored without `token_auth_secret`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signed_tokens: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Create {
    type Plugin = AudioBridge;
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
    /// What joining needs; empty for nothing.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub new_pin: Option<Secret>,
    /// Leave it out of `List`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_is_private: Option<bool>,
    /// Where recordings go.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_record_dir: Option<String>,
    /// Where participants' recordings go.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_mjrs_dir: Option<String>,
    /// Change Janus's configuration, too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permanent: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Edit {
    type Plugin = AudioBridge;
    type Reply = Created;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "edit")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["edited"];

    fn reply(message: &impl Payload) -> Result<Created> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Ends a room; participants are told.
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
    type Plugin = AudioBridge;
    type Reply = Created;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "destroy")];
    const ECHO: &'static [&'static str] = &["permanent"];
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
    type Plugin = AudioBridge;
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
    type Plugin = AudioBridge;
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
    /// As in Janode; Janus does nothing with it.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for ListParticipants {
    type Plugin = AudioBridge;
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
    type Plugin = AudioBridge;
    type Reply = Allowed;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "allowed")];
    const ECHO: &'static [&'static str] = &["room"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];

    fn reply(message: &impl Payload) -> Result<Allowed> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Begins or ends recording a room.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct EnableRecording {
    /// The room.
    pub room: Id,
    /// The room's secret, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// Whether to record.
    pub record: bool,
    /// The recording's name.
    #[serde(rename = "record_file", skip_serializing_if = "Option::is_none")]
    pub filename: Option<String>,
    /// Where to.
    #[serde(rename = "record_dir", skip_serializing_if = "Option::is_none")]
    pub rec_dir: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for EnableRecording {
    type Plugin = AudioBridge;
    type Reply = Recording;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "enable_recording")];
    const ECHO: &'static [&'static str] = &["room"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["recording"];

    fn reply(message: &impl Payload) -> Result<Recording> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Begins or ends recording each participant.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct EnableMjrs {
    /// The room.
    pub room: Id,
    /// The room's secret, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// Whether to record.
    pub mjrs: bool,
    /// Where to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mjrs_dir: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for EnableMjrs {
    type Plugin = AudioBridge;
    type Reply = Recording;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "enable_mjrs")];
    const ECHO: &'static [&'static str] = &["room"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["recording"];

    fn reply(message: &impl Payload) -> Result<Recording> {
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
