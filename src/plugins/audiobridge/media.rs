//! Requests that play files into a room and forward its audio to other hosts.

use serde::Serialize;
use serde_json::{Map, Value};

use super::AudioBridge;
use super::replies::{Announcements, Forwarders, Forwarding, Playing, Stopped};
use crate::engine::Idempotency;
use crate::plugins::Request;
use crate::plugins::field_types::{AccessKey, FilePath, HostName, RoomId};
use crate::plugins::words::{Codec, HostFamily};
use crate::secret::Secret;
use crate::wire::JanusVersion;

/// Forwards the audio of a room to another host over RTP (`"request": "rtp_forward"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct StartForward {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The host that receives the audio: a name or an address.
    pub host: HostName,
    /// The address family for a host name: `ipv4` or `ipv6`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub host_family: Option<HostFamily>,
    /// The port that receives the audio; not zero. Janus's name: `port`.
    #[serde(rename = "port")]
    pub audio_port: u32,
    /// The SSRC of the forwarded audio.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ssrc: Option<u32>,
    /// The codec: `opus`, `pcmu` or `pcma` (Janus's default: `opus`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub codec: Option<Codec>,
    /// The RTP payload type (Janus's default: 100).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ptype: Option<u8>,
    /// The name of the group whose audio is forwarded; all participants by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Whether to send packets while the room is empty, too (Janus's default: false). Janus's name: `always_on`.
    #[serde(rename = "always_on", skip_serializing_if = "Option::is_none")]
    pub always: Option<bool>,
    /// The SRTP suite that encrypts the forwarded audio: 32 or 80. Without it the audio is not encrypted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub srtp_suite: Option<u32>,
    /// The SRTP key, in base64.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub srtp_crypto: Option<Secret>,
    /// The secret of the room; required if the room has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// The `admin_key` of the plugin's configuration; required if `lock_rtp_forward` is configured.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub admin_key: Option<AccessKey>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for StartForward {
    type Plugin = AudioBridge;
    type Reply = Forwarding;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "rtp_forward")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["rtp_fwd"];
}

/// Stops an RTP forwarder (`"request": "stop_rtp_forward"`). Janus acknowledges unknown ids, too.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct StopForward {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The id of the forwarder, as in `audio_stream` of `Forwarding`. Janus's name: `stream_id`.
    #[serde(rename = "stream_id")]
    pub stream: u32,
    /// The secret of the room; required if the room has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// The `admin_key` of the plugin's configuration; required if `lock_rtp_forward` is configured.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub admin_key: Option<AccessKey>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for StopForward {
    type Plugin = AudioBridge;
    type Reply = Forwarding;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "stop_rtp_forward")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["rtp_fwd"];
}

/// Lists the RTP forwarders of a room (`"request": "listforwarders"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ListForward {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The secret of the room; required if the room has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// A field of Janode, which Janus ignores.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub admin_key: Option<AccessKey>,
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
}

/// Plays an Opus file of the server into a room (`"request": "play_file"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct PlayFile {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The path of the `.opus` file on the server.
    pub filename: FilePath,
    /// The id of this playback; Janus chooses a random one by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file_id: Option<String>,
    /// The name of the group that hears the file; required in rooms with groups.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Whether to repeat the file without end (Janus's default: false). Janus's name: `loop`.
    #[serde(rename = "loop", skip_serializing_if = "Option::is_none")]
    pub repeat: Option<bool>,
    /// The secret of the room; required if the room has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// The `admin_key` of the plugin's configuration; required if `lock_play_file` is configured.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub admin_key: Option<AccessKey>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for PlayFile {
    type Plugin = AudioBridge;
    type Reply = Playing;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "play_file")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];
}

/// Checks whether a file is playing (`"request": "is_playing"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct IsPlaying {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The id of the file, as in `file_id` of `PlayFile`.
    pub file_id: String,
    /// The secret of the room; required if the room has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// The `admin_key` of the plugin's configuration; required if `lock_play_file` is configured.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub admin_key: Option<AccessKey>,
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
}

/// Stops the playback of a file (`"request": "stop_file"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct StopFile {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The id of the file, as in `file_id` of `PlayFile`.
    pub file_id: String,
    /// The secret of the room; required if the room has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// The `admin_key` of the plugin's configuration; required if `lock_play_file` is configured.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub admin_key: Option<AccessKey>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for StopFile {
    type Plugin = AudioBridge;
    type Reply = Playing;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "stop_file")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];
}

/// Stops the playback of all files (`"request": "stop_all_files"`; Janus 1.3.2 and newer).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct StopAllFiles {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The secret of the room; required if the room has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// The `admin_key` of the plugin's configuration; required if `lock_play_file` is configured.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub admin_key: Option<AccessKey>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for StopAllFiles {
    type Plugin = AudioBridge;
    type Reply = Stopped;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "stop_all_files")];
    const SINCE: Option<JanusVersion> = Some(JanusVersion::new(1, 3, 2));
    const RESPONSE_EVENTS: &'static [&'static str] = &["success"];
}

/// Lists the files of a room (`"request": "listannouncements"`; Janus 1.2.4 and newer).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ListAnnouncements {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The secret of the room; required if the room has one.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for ListAnnouncements {
    type Plugin = AudioBridge;
    type Reply = Announcements;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "listannouncements")];
    const SINCE: Option<JanusVersion> = Some(JanusVersion::new(1, 2, 4));
    const IDEMPOTENCY: Idempotency = Idempotency::Idempotent;
    const RESPONSE_EVENTS: &'static [&'static str] = &["announcements_list"];
}
