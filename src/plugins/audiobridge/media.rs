//! Files played into a room, and its sound forwarded to other hosts.

use serde::Serialize;
use serde_json::{Map, Value};

use super::replies::{Announcements, Forwarders, Forwarding, Playing, Stopped};
use super::{AudioBridge, expect};
use crate::engine::Idempotency;
use crate::error::Result;
use crate::id::Id;
use crate::plugins::Request;
use crate::secret::Secret;
use crate::wire::Payload;

/// Forwards a room's sound to a host.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct StartForward {
    /// The room.
    pub room: Id,
    /// Where to.
    pub host: String,
    /// `ipv4` or `ipv6`, for a host by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub host_family: Option<String>,
    /// To which port.
    #[serde(rename = "port")]
    pub audio_port: u32,
    /// The SSRC.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ssrc: Option<u32>,
    /// `opus`, `pcmu` or `pcma` (Janus's default: opus).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub codec: Option<String>,
    /// The payload type (Janus's default: 100).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ptype: Option<u8>,
    /// Of this group only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Send when nobody is there, too.
    #[serde(rename = "always_on", skip_serializing_if = "Option::is_none")]
    pub always: Option<bool>,
    /// Encrypt with this SRTP suite, 32 or 80.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub srtp_suite: Option<u32>,
    /// The SRTP key, in base64.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub srtp_crypto: Option<Secret>,
    /// The room's secret, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// The plugin's `admin_key`, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub admin_key: Option<Secret>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for StartForward {
    type Plugin = AudioBridge;
    type Reply = Forwarding;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "rtp_forward")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["rtp_fwd"];

    fn reply(message: &impl Payload) -> Result<Forwarding> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Ends a forwarder.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct StopForward {
    /// The room.
    pub room: Id,
    /// Which.
    #[serde(rename = "stream_id")]
    pub stream: u32,
    /// The room's secret, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// The plugin's `admin_key`, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub admin_key: Option<Secret>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for StopForward {
    type Plugin = AudioBridge;
    type Reply = Forwarding;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "stop_rtp_forward")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["rtp_fwd"];

    fn reply(message: &impl Payload) -> Result<Forwarding> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Lists the forwarders of a room.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ListForward {
    /// The room.
    pub room: Id,
    /// The room's secret, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// As in Janode; Janus does nothing with it.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub admin_key: Option<Secret>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for ListForward {
    type Plugin = AudioBridge;
    type Reply = Forwarders;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "listforwarders")];
    const IDEMPOTENCY: Idempotency = Idempotency::Idempotent;
    const RESPONSE_EVENTS: &'static [&'static str] = &["rtp_list"];

    fn reply(message: &impl Payload) -> Result<Forwarders> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Plays an Opus file of the server's into a room.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PlayFile {
    /// The room.
    pub room: Id,
    /// Its path on the server.
    pub filename: String,
    /// A name for this; a random one without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file_id: Option<String>,
    /// To this group only; needed in rooms with groups.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Play it again and again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#loop: Option<bool>,
    /// The room's secret, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// The plugin's `admin_key`, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub admin_key: Option<Secret>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for PlayFile {
    type Plugin = AudioBridge;
    type Reply = Playing;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "play_file")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];

    fn reply(message: &impl Payload) -> Result<Playing> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Asks whether a file is playing.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct IsPlaying {
    /// The room.
    pub room: Id,
    /// Which.
    pub file_id: String,
    /// The room's secret, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// The plugin's `admin_key`, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub admin_key: Option<Secret>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for IsPlaying {
    type Plugin = AudioBridge;
    type Reply = Playing;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "is_playing")];
    const IDEMPOTENCY: Idempotency = Idempotency::Idempotent;
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];

    fn reply(message: &impl Payload) -> Result<Playing> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Stops a file.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct StopFile {
    /// The room.
    pub room: Id,
    /// Which.
    pub file_id: String,
    /// The room's secret, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// The plugin's `admin_key`, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub admin_key: Option<Secret>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for StopFile {
    type Plugin = AudioBridge;
    type Reply = Playing;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "stop_file")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];

    fn reply(message: &impl Payload) -> Result<Playing> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Stops all files (Janus 1.3.2 and newer).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct StopAllFiles {
    /// The room.
    pub room: Id,
    /// The room's secret, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// The plugin's `admin_key`, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub admin_key: Option<Secret>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for StopAllFiles {
    type Plugin = AudioBridge;
    type Reply = Stopped;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "stop_all_files")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];

    fn reply(message: &impl Payload) -> Result<Stopped> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Lists the files that are there (Janus 1.2.4 and newer).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ListAnnouncements {
    /// The room.
    pub room: Id,
    /// The room's secret, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for ListAnnouncements {
    type Plugin = AudioBridge;
    type Reply = Announcements;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "listannouncements")];
    const IDEMPOTENCY: Idempotency = Idempotency::Idempotent;
    const RESPONSE_EVENTS: &'static [&'static str] = &["announcements_list"];

    fn reply(message: &impl Payload) -> Result<Announcements> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}
