//! The responses of AudioBridge, and the parts of its events.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::plugins::field_types::{FeedId, FilePath, HostName, RoomId};
use crate::plugins::words::Codec;
use crate::wire::Jsep;

/// The response to `Join` and `ChangeRoom`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Joined {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The participant id of this handle. Janus's name: `id`.
    #[serde(rename = "id")]
    pub feed: FeedId,
    /// The other participants of the room.
    pub participants: Vec<Participant>,
    /// The address on which Janus receives plain RTP; only for plain RTP participants. Janus's name: `rtp`.
    #[serde(rename = "rtp")]
    pub rtp_participant: Option<RtpAddress>,
    /// The SDP answer to an offer, or the SDP offer of Janus; answer an offer with `Configure`.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A participant of a room.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Participant {
    /// The id of the participant: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
    /// `id`.
    #[serde(rename = "id")]
    pub feed: FeedId,
    /// The display name of the participant.
    pub display: Option<String>,
    /// Whether the participant is muted.
    pub muted: bool,
    /// Whether the PeerConnection of the participant is ready.
    pub setup: bool,
    /// Whether the participant is talking; only if the RTP extension for audio levels is negotiated.
    pub talking: Option<bool>,
    /// The position of the participant in the mix, 0 (left) to 100 (right); only in rooms with `spatial_audio`.
    pub spatial_position: Option<u8>,
    /// Whether the participant is suspended; missing if not (Janus 1.2.1 and newer).
    pub suspended: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The address on which Janus receives plain RTP.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct RtpAddress {
    /// The address of Janus.
    pub ip: HostName,
    /// The port of Janus.
    pub port: u32,
    /// The RTP payload type.
    pub payload_type: u8,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The response to `Configure`: the change is applied.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Changed {
    /// The SDP answer to an offer, or the SDP offer of Janus; answer an offer with `Configure`.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The response to `Leave`: this handle has left the room.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Left {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`; missing if the room is
    /// destroyed at the same time.
    pub room: Option<RoomId>,
    /// The participant id of this handle. Janus's name: `id`.
    #[serde(rename = "id")]
    pub feed: FeedId,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The response to `AudioHangup`: Janus closes the PeerConnection.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct HangingUp {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`. No version up to Janus
    /// 1.4.1 sends it.
    pub room: Option<RoomId>,
    /// The participant id of this handle. No version up to Janus 1.4.1 sends it. Janus's name: `id`.
    #[serde(rename = "id")]
    pub feed: Option<FeedId>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The response to `Create`, `Edit` and `Destroy`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Created {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// Whether Janus's configuration file was changed.
    pub permanent: bool,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The response to `Exists`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Existence {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// Whether the room exists.
    pub exists: bool,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The response to `List`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Rooms {
    /// The rooms with their settings.
    pub list: Vec<Room>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A room and its settings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Room {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The description of the room.
    pub description: String,
    /// The sampling rate of the mix, in Hz.
    pub sampling_rate: u32,
    /// Whether the mix is stereo, with a position for each participant.
    pub spatial_audio: bool,
    /// Whether joining requires a PIN.
    pub pin_required: bool,
    /// Whether the mix of the room is recorded.
    pub record: bool,
    /// Whether the room is muted.
    pub muted: bool,
    /// The number of participants.
    pub num_participants: u32,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The response to `ListParticipants`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Participants {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The participants of the room.
    pub participants: Vec<Participant>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The response to `Allow`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Allowed {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The tokens that may join; missing if tokens are not checked. Janus's name: `allowed`.
    #[serde(rename = "allowed")]
    pub list: Option<Vec<String>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The response to `EnableRecording` and `EnableMjrs`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Recording {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`. No version up to Janus
    /// 1.4.1 sends it.
    pub room: Option<RoomId>,
    /// Whether the mix of the room is recorded; only for `EnableRecording`.
    pub record: Option<bool>,
    /// Whether each participant is recorded; only for `EnableMjrs`.
    pub mjrs: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// An acknowledgement without data.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Done {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`; missing if the request
    /// mutes or unmutes and changes nothing, and for `Kick`, `KickAll`, `Suspend`, `Resume` and `ResetDecoder`.
    pub room: Option<RoomId>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The response to `StartForward` and `StopForward`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Forwarding {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The host that receives the audio.
    pub host: Option<HostName>,
    /// The id of the forwarder. Janus's name: `stream_id`.
    #[serde(rename = "stream_id")]
    pub audio_stream: u32,
    /// The port that receives the audio. Janus's name: `port`.
    #[serde(rename = "port")]
    pub audio_port: Option<u32>,
    /// The name of the group whose audio is forwarded.
    pub group: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The response to `ListForward`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Forwarders {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The RTP forwarders of the room. Janus's name: `rtp_forwarders`.
    #[serde(rename = "rtp_forwarders")]
    pub forwarders: Vec<Forwarder>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// An RTP forwarder of a room.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Forwarder {
    /// The address of the host that receives the audio. Janus's name: `ip`.
    #[serde(rename = "ip")]
    pub host: HostName,
    /// The id of the forwarder. Janus's name: `stream_id`.
    #[serde(rename = "stream_id")]
    pub audio_stream: u32,
    /// The port that receives the audio. Janus's name: `port`.
    #[serde(rename = "port")]
    pub audio_port: u32,
    /// The name of the group whose audio is forwarded.
    pub group: Option<String>,
    /// The SSRC of the forwarded audio.
    pub ssrc: u32,
    /// The codec: `opus`, `pcmu` or `pcma`.
    pub codec: Codec,
    /// The RTP payload type.
    pub ptype: u8,
    /// Whether the audio is encrypted with SRTP; missing if not.
    pub srtp: Option<bool>,
    /// Whether packets are sent while the room is empty, too. Janus's name: `always_on`.
    #[serde(rename = "always_on")]
    pub always: bool,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The response to `PlayFile`, `IsPlaying` and `StopFile`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Playing {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The id of the file, as in `file_id` of `PlayFile`.
    pub file_id: String,
    /// Whether the file is playing.
    pub playing: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The response to `StopAllFiles`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Stopped {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The ids of the stopped files.
    pub file_id_list: Vec<String>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The response to `ListAnnouncements`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Announcements {
    /// The id of the room: a number, or a text if the plugin is configured with `string_ids`.
    pub room: RoomId,
    /// The files of the room.
    pub announcements: Vec<Announcement>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A file that is played into a room.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Announcement {
    /// The id of the file, as in `file_id` of `PlayFile`.
    pub file_id: String,
    /// The path of the file on the server.
    pub filename: Option<FilePath>,
    /// Whether the file is playing.
    pub playing: bool,
    /// Whether the file is repeated without end. Janus's name: `loop`.
    #[serde(rename = "loop")]
    pub repeat: bool,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}
