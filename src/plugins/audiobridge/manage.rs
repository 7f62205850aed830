//! Requests that administer rooms. The handle does not need to join.

use serde::Serialize;
use serde_json::{Map, Value};

use super::AudioBridge;
use super::replies::{Allowed, Created, Existence, Participants, Recording, Rooms};
use crate::engine::Idempotency;
use crate::plugins::Request;
use crate::plugins::field_types::{AccessKey, Bitrate, FilePath, RoomId};
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
    /// The tokens of which a participant must send one to join.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allowed: Option<Vec<String>>,
    /// The `admin_key` of the plugin's configuration; required if one is configured.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub admin_key: Option<AccessKey>,
    /// The sampling rate of the mix in Hz: 8000, 12000, 16000, 24000 or 48000 (Janus's default: 16000).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sampling_rate: Option<u32>,
    /// Whether the mix is stereo, with a position for each participant (Janus's default: false).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spatial_audio: Option<bool>,
    /// The default Opus bitrate of the participants, 500 to 512,000 bit/s; 0 means automatic. Janus's name:
    /// `default_bitrate`.
    #[serde(rename = "default_bitrate", skip_serializing_if = "Option::is_none")]
    pub bitrate: Option<Bitrate>,
    /// The default number of packets to buffer, 50 at most (Janus's default: 6; Janus 1.1.4 and older). Janus's name:
    /// `default_prebuffering`.
    #[serde(rename = "default_prebuffering", skip_serializing_if = "Option::is_none")]
    pub prebuffer: Option<u32>,
    /// The default packet loss that the Opus encoder expects, 0 to 20 percent. Janus's name: `default_expectedloss`.
    #[serde(rename = "default_expectedloss", skip_serializing_if = "Option::is_none")]
    pub expected_loss: Option<u8>,
    /// Whether to remove noise (Janus 1.2.3 and newer that are built with RNNoise; others ignore it).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub denoise: Option<bool>,
    /// Whether to record the mix of the room.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<bool>,
    /// The file name of the recording. Janus's name: `record_file`.
    #[serde(rename = "record_file", skip_serializing_if = "Option::is_none")]
    pub filename: Option<FilePath>,
    /// The folder for the recording on the server. Janus's name: `record_dir`.
    #[serde(rename = "record_dir", skip_serializing_if = "Option::is_none")]
    pub rec_dir: Option<FilePath>,
    /// Whether to record each participant in a file of its own (`.mjr`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mjrs: Option<bool>,
    /// The folder for the recordings of the participants on the server.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mjrs_dir: Option<FilePath>,
    /// Whether participants may use plain RTP instead of WebRTC (Janus's default: false). Janus's name:
    /// `allow_rtp_participants`.
    #[serde(rename = "allow_rtp_participants", skip_serializing_if = "Option::is_none")]
    pub allow_rtp: Option<bool>,
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
    /// The names of the groups of participants, five at most. Files and RTP forwarders can address a group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub groups: Option<Vec<String>>,
    /// Whether participants must send a signed token to join (Janus 1.4.2 and newer; ignored without
    /// `token_auth_secret`).
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
    /// The new PIN that participants must send to join; an empty text removes the PIN.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub new_pin: Option<AccessKey>,
    /// Whether to hide the room from `List` from now on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_is_private: Option<bool>,
    /// The new folder for recordings on the server.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_record_dir: Option<FilePath>,
    /// The new folder for the recordings of the participants on the server.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_mjrs_dir: Option<FilePath>,
    /// Whether to save the change in Janus's configuration file (Janus's default: false).
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
}

/// Destroys a room (`"request": "destroy"`). Its participants receive `Destroyed`.
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
    type Plugin = AudioBridge;
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
    type Plugin = AudioBridge;
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
    type Plugin = AudioBridge;
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
    /// A field of Janode, which Janus ignores.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
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
    type Plugin = AudioBridge;
    type Reply = Allowed;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "allowed")];
    const ECHOED_FIELDS: &'static [&'static str] = &["room"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];
}

/// Starts or stops recording the mix of a room (`"request": "enable_recording"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct EnableRecording {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The secret of the room; required if the room has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// Whether to record; `false` stops the recording.
    pub record: bool,
    /// The file name of the recording. Janus's name: `record_file`.
    #[serde(rename = "record_file", skip_serializing_if = "Option::is_none")]
    pub filename: Option<FilePath>,
    /// The folder for the recording on the server. Janus's name: `record_dir`.
    #[serde(rename = "record_dir", skip_serializing_if = "Option::is_none")]
    pub rec_dir: Option<FilePath>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for EnableRecording {
    type Plugin = AudioBridge;
    type Reply = Recording;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "enable_recording")];
    const ECHOED_FIELDS: &'static [&'static str] = &["room"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["recording"];
}

/// Starts or stops recording each participant of a room (`"request": "enable_mjrs"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct EnableMjrs {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The secret of the room; required if the room has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// Whether to record; `false` stops the recordings.
    pub mjrs: bool,
    /// The folder for the recordings of the participants on the server.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mjrs_dir: Option<FilePath>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for EnableMjrs {
    type Plugin = AudioBridge;
    type Reply = Recording;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "enable_mjrs")];
    const ECHOED_FIELDS: &'static [&'static str] = &["room"];
    const RESPONSE_EVENTS: &'static [&'static str] = &["recording"];
}
