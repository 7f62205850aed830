//! Requests that administer rooms. The handle does not need to join.

use serde::Serialize;
use serde_json::{Map, Value};

use super::{VideoRoom, events::*, replies::*, types::*};
use crate::engine::Idempotency;
use crate::plugins::Request;
use crate::plugins::field_types::{AccessKey, Bitrate, FeedId, FilePath, RoomId};
pub use crate::plugins::words::AllowAction;
use crate::secret::Secret;

/// Creates a room (`"request": "create"`).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Create {
    /// The id of the new room; Janus chooses a random one by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub room: Option<RoomId>,
    /// Whether to save the room in Janus's configuration file (Janus's default: false).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permanent: Option<bool>,
    /// The description of the room (Janus's default: "Room" and the id).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The secret that later requests must send to change, destroy or moderate the room.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// The PIN that participants must send to join.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub pin: Option<AccessKey>,
    /// Whether to hide the room from `List` (Janus's default: false).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_private: Option<bool>,
    /// The tokens of which a publisher must send one to join. A list, even an empty one, turns the check on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allowed: Option<Vec<String>>,
    /// The `admin_key` of the plugin's configuration; required if one is configured.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub admin_key: Option<AccessKey>,
    /// The maximum number of publishers at the same time (Janus's default: 3). Janus's name: `publishers`.
    #[serde(rename = "publishers", skip_serializing_if = "Option::is_none")]
    pub max_publishers: Option<u32>,
    /// The maximum bitrate of each publisher, in bit/s; 0, Janus's default, means unlimited. Janus raises 1 to 63,999
    /// to 64,000.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bitrate: Option<Bitrate>,
    /// Whether publishers are refused a bitrate above `bitrate` (Janus's default: false).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bitrate_cap: Option<bool>,
    /// The interval between key-frame requests to publishers, in seconds; 0, Janus's default, means none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fir_freq: Option<u32>,
    /// The allowed audio codecs, separated by commas, most preferred first; at most five (Janus's default: `opus`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiocodec: Option<String>,
    /// The allowed video codecs, separated by commas, most preferred first; at most five (Janus's default: `vp8`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videocodec: Option<String>,
    /// The preferred VP9 profile, such as `2`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vp9_profile: Option<String>,
    /// The preferred H.264 profile, such as `42e01f`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub h264_profile: Option<String>,
    /// Whether to negotiate in-band forward error correction for Opus (Janus's default: true).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opus_fec: Option<bool>,
    /// Whether to negotiate discontinuous transmission for Opus (Janus's default: false).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opus_dtx: Option<bool>,
    /// Whether to allow SVC for VP9 (Janus's default: false; up to Janus 1.1.3, newer versions negotiate it with each
    /// publisher).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video_svc: Option<bool>,
    /// Whether to negotiate the RTP extension for audio levels (Janus's default: true).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiolevel_ext: Option<bool>,
    /// Whether to send an event when a participant starts or stops talking (Janus's default: false). Janus's name:
    /// `audiolevel_event`.
    #[serde(rename = "audiolevel_event", skip_serializing_if = "Option::is_none")]
    pub talking_events: Option<bool>,
    /// The number of audio packets over which talking is detected (Janus's default: 100). Janus's name:
    /// `audio_active_packets`.
    #[serde(rename = "audio_active_packets", skip_serializing_if = "Option::is_none")]
    pub talking_packets_threshold: Option<u64>,
    /// The average audio level that counts as talking, 127 (silence) to 0 (loudest) (Janus's default: 25). Janus's
    /// name: `audio_level_average`.
    #[serde(rename = "audio_level_average", skip_serializing_if = "Option::is_none")]
    pub talking_level_threshold: Option<u32>,
    /// Whether to negotiate the RTP extension for video orientation (Janus's default: true). Janus's name:
    /// `videoorient_ext`.
    #[serde(rename = "videoorient_ext", skip_serializing_if = "Option::is_none")]
    pub videoorient: Option<bool>,
    /// Whether to negotiate the RTP extension for playout delay (Janus's default: true).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub playoutdelay_ext: Option<bool>,
    /// Whether to negotiate the RTP extension for transport-wide congestion control (Janus's default: true).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transport_wide_cc_ext: Option<bool>,
    /// Whether to record all publishers (Janus's default: false).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<bool>,
    /// The folder for recordings on the server (Janus's default: its working directory).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rec_dir: Option<FilePath>,
    /// Whether recording may only be started and stopped with the room's secret (Janus's default: false).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lock_record: Option<bool>,
    /// Whether to send `PublisherJoined` to the participants when a participant joins (Janus's default: false).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notify_joining: Option<bool>,
    /// Whether subscribers must send the `private_id` of a publisher (Janus's default: false).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub require_pvtid: Option<bool>,
    /// Whether participants must send a signed token to join. Janus ignores it if the server does not use signed
    /// tokens.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signed_tokens: Option<bool>,
    /// Whether publishers must encrypt their media end to end (Janus's default: false).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub require_e2ee: Option<bool>,
    /// Whether to add a dummy publisher, which sends no media: a placeholder for later subscriptions (Janus's
    /// default: false).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dummy_publisher: Option<bool>,
    /// The streams of the dummy publisher (Janus's default: one stream for each codec).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dummy_streams: Option<Vec<DummyStream>>,
    /// Whether the streams of the dummy publisher count as encrypted end to end (Janus 1.3.2 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dummy_e2ee: Option<bool>,
    /// The number of helper threads for the room (Janus's default: 0; Janus 1.2.3 and newer).
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
    /// The new description of the room. Janus ignores an empty text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_description: Option<String>,
    /// Whether to hide the room from `List` from now on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_is_private: Option<bool>,
    /// The new secret of the room. Janus ignores an empty text.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub new_secret: Option<AccessKey>,
    /// The new PIN that participants must send to join. Janus ignores an empty text.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub new_pin: Option<AccessKey>,
    /// Whether subscribers must send the `private_id` of a publisher from now on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_require_pvtid: Option<bool>,
    /// The new maximum bitrate of each publisher, in bit/s.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_bitrate: Option<Bitrate>,
    /// The new interval between key-frame requests to publishers, in seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_fir_freq: Option<u32>,
    /// The new maximum number of publishers at the same time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_publishers: Option<u32>,
    /// Whether recording may only be started and stopped with the room's secret from now on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_lock_record: Option<bool>,
    /// The new folder for recordings on the server.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_rec_dir: Option<FilePath>,
    /// Whether to save the change in Janus's configuration file (Janus's default: false).
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
}

/// Destroys a room (`"request": "destroy"`). Publishers receive `Destroyed`; subscribers receive no plugin event.
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
    type Plugin = VideoRoom;
    type Reply = Created;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "destroy")];
    const ECHOED_FIELDS: &'static [&'static str] = &["permanent"];
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
    type Plugin = VideoRoom;
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
    type Plugin = VideoRoom;
    type Reply = Rooms;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "list")];
    const IDEMPOTENCY: Idempotency = Idempotency::Idempotent;
    const RESPONSE_EVENTS: &'static [&'static str] = &["list"];
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
    pub list: Option<Vec<String>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Allow {
    type Plugin = VideoRoom;
    type Reply = Allowed;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "allowed")];
    const ECHOED_FIELDS: &'static [&'static str] = &["room"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["allowed", "success"];
}

/// Kicks a participant from a room (`"request": "kick"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Kick {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The id of the participant to kick. Janus's name: `id`.
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
    type Plugin = VideoRoom;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "kick")];
    const ECHOED_FIELDS: &'static [&'static str] = &["room", "feed"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];
}

/// Mutes or unmutes a stream of a participant (`"request": "moderate"`). All participants receive `Moderated`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Moderate {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The id of the participant whose stream is muted or unmuted. Janus's name: `id`.
    #[serde(rename = "id")]
    pub feed: FeedId,
    /// The mid of the publisher's stream.
    pub mid: String,
    /// Whether to mute the stream; `false` unmutes it.
    pub mute: bool,
    /// The secret of the room; required if the room has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Moderate {
    type Plugin = VideoRoom;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "moderate")];
    const ECHOED_FIELDS: &'static [&'static str] = &["room", "feed", "mid", "mute"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];
}

/// Lists the participants of a room (`"request": "listparticipants"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ListParticipants {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// A field of Janode, which Janus ignores.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
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
}

/// Starts or stops recording all publishers of a room (`"request": "enable_recording"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct EnableRecording {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The secret of the room; required if the room has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// Whether to record; `false` stops the recordings.
    pub record: bool,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for EnableRecording {
    type Plugin = VideoRoom;
    type Reply = Recording;
    const JS_METHODS: &'static [&'static str] = &["enableRecording", "enable_recording"];
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "enable_recording")];
    const ECHOED_FIELDS: &'static [&'static str] = &["room"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["recording_enabled_state"];
}
