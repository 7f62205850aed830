//! What an administrator of rooms asks; no handle needs to have joined.

use serde::Serialize;
use serde_json::{Map, Value};

use super::{VideoRoom, replies::*, events::*, expect, types::*};
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
    /// How many may publish (Janus's default: 3).
    #[serde(rename = "publishers", skip_serializing_if = "Option::is_none")]
    pub max_publishers: Option<u32>,
    /// The most that each may send, in bit/s; 0 for no limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bitrate: Option<u64>,
    /// Nobody may raise the limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bitrate_cap: Option<bool>,
    /// Seconds between requests for key frames.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fir_freq: Option<u32>,
    /// The audio codecs, with commas (Janus's default: opus).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiocodec: Option<String>,
    /// The video codecs, with commas (Janus's default: vp8).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videocodec: Option<String>,
    /// VP9's profile.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vp9_profile: Option<String>,
    /// H.264's profile.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub h264_profile: Option<String>,
    /// Forward error correction (Janus's default: true).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opus_fec: Option<bool>,
    /// Discontinuous transmission.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opus_dtx: Option<bool>,
    /// Whether video may be SVC, with VP9 (until Janus 1.1.3; newer ones ask each publisher).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video_svc: Option<bool>,
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
    /// The orientation extension (Janus's default: true).
    #[serde(rename = "videoorient_ext", skip_serializing_if = "Option::is_none")]
    pub videoorient: Option<bool>,
    /// The playout-delay extension (Janus's default: true).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub playoutdelay_ext: Option<bool>,
    /// The transport-wide-cc extension (Janus's default: true).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transport_wide_cc_ext: Option<bool>,
    /// Record all publishers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<bool>,
    /// Where to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rec_dir: Option<String>,
    /// Only who has the secret may change recording.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lock_record: Option<bool>,
    /// Tell who joins, even without publishing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notify_joining: Option<bool>,
    /// Subscribers must name their publisher.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub require_pvtid: Option<bool>,
    /// Joining needs a signed token.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signed_tokens: Option<bool>,
    /// All media must be encrypted end to end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub require_e2ee: Option<bool>,
    /// A publisher that sends nothing, for subscriptions that are to come.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dummy_publisher: Option<bool>,
    /// Its streams; one of each codec without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dummy_streams: Option<Vec<DummyStream>>,
    /// Its streams count as encrypted (Janus 1.3.2 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dummy_e2ee: Option<bool>,
    /// Helper threads (Janus 1.2.3 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub threads: Option<u32>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Create {
    type Plugin = VideoRoom;
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
    /// Leave it out of `List`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_is_private: Option<bool>,
    /// What later changes need.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub new_secret: Option<Secret>,
    /// What joining needs.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub new_pin: Option<Secret>,
    /// Subscribers must name their publisher.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_require_pvtid: Option<bool>,
    /// The most that each may send, in bit/s.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_bitrate: Option<u64>,
    /// Seconds between requests for key frames.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_fir_freq: Option<u32>,
    /// How many may publish.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_publishers: Option<u32>,
    /// Only who has the secret may change recording.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_lock_record: Option<bool>,
    /// Where recordings go.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_rec_dir: Option<String>,
    /// Change Janus's configuration, too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permanent: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Edit {
    type Plugin = VideoRoom;
    type Reply = Created;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "edit")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["edited"];

    fn reply(message: &impl Payload) -> Result<Created> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Ends a room; publishers are told, subscribers are not.
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
    type Plugin = VideoRoom;
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
    type Plugin = VideoRoom;
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
    type Plugin = VideoRoom;
    type Reply = Rooms;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "list")];
    const IDEMPOTENCY: Idempotency = Idempotency::Idempotent;
    const RESPONSE_EVENTS: &'static [&'static str] = &["list"];

    fn reply(message: &impl Payload) -> Result<Rooms> {
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
    type Plugin = VideoRoom;
    type Reply = Allowed;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "allowed")];
    const ECHO: &'static [&'static str] = &["room"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["allowed", "success"];

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
    type Plugin = VideoRoom;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "kick")];
    const ECHO: &'static [&'static str] = &["room", "feed"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];

    fn reply(message: &impl Payload) -> Result<Done> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Mutes or unmutes a participant's stream; all are told.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Moderate {
    /// The room.
    pub room: Id,
    /// Whose.
    #[serde(rename = "id")]
    pub feed: Id,
    /// Which stream.
    pub mid: String,
    /// Whether to mute.
    pub mute: bool,
    /// The room's secret, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Moderate {
    type Plugin = VideoRoom;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "moderate")];
    const ECHO: &'static [&'static str] = &["room", "feed", "mid", "mute"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];

    fn reply(message: &impl Payload) -> Result<Done> {
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
    type Plugin = VideoRoom;
    type Reply = Participants;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "listparticipants")];
    const IDEMPOTENCY: Idempotency = Idempotency::Idempotent;
    const RESPONSE_EVENTS: &'static [&'static str] = &["participants_list"];

    fn reply(message: &impl Payload) -> Result<Participants> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// Begins or ends recording all of a room.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct EnableRecording {
    /// The room.
    pub room: Id,
    /// The room's secret, if it has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// Whether to record.
    pub record: bool,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for EnableRecording {
    type Plugin = VideoRoom;
    type Reply = Recording;
    const METHODS: &'static [&'static str] = &["enableRecording", "enable_recording"];
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "enable_recording")];
    const ECHO: &'static [&'static str] = &["room"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["recording_enabled_state"];

    fn reply(message: &impl Payload) -> Result<Recording> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}
