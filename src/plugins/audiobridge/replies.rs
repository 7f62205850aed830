//! What AudioBridge answers and tells.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::id::Id;
use crate::wire::Jsep;

/// This handle is in the room.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Joined {
    /// The room.
    pub room: Option<Id>,
    /// The handle's own id.
    #[serde(rename = "id")]
    pub feed: Option<Id>,
    /// Who else is there.
    pub participants: Option<Vec<Participant>>,
    /// Where Janus awaits plain RTP.
    #[serde(rename = "rtp")]
    pub rtp_participant: Option<RtpAddress>,
    /// The session description that goes with it.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Somebody in a room.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Participant {
    /// Who.
    #[serde(rename = "id")]
    pub feed: Option<Id>,
    /// The name to show.
    pub display: Option<String>,
    /// Whether it is muted.
    pub muted: Option<bool>,
    /// Whether its PeerConnection is up.
    pub setup: Option<bool>,
    /// Whether it talks.
    pub talking: Option<bool>,
    /// Where it is heard, 0 (left) to 100 (right).
    pub spatial_position: Option<u8>,
    /// Whether it is suspended (Janus 1.2.1 and newer).
    pub suspended: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Where Janus awaits plain RTP.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RtpAddress {
    /// The address.
    pub ip: Option<String>,
    /// The port.
    pub port: Option<u32>,
    /// The payload type.
    pub payload_type: Option<u8>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The change was made.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Changed {
    /// The session description that goes with it.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// This handle has left.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Left {
    /// The room.
    pub room: Option<Id>,
    /// The handle's own id.
    #[serde(rename = "id")]
    pub feed: Option<Id>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The PeerConnection ends.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct HangingUp {
    /// The room.
    pub room: Option<Id>,
    /// The handle's own id.
    #[serde(rename = "id")]
    pub feed: Option<Id>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// It was made, changed or ended.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Created {
    /// The room.
    pub room: Option<Id>,
    /// Whether Janus's configuration was changed.
    pub permanent: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Whether a room exists.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Existence {
    /// The room.
    pub room: Option<Id>,
    /// Whether it does.
    pub exists: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The rooms.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Rooms {
    /// Each with its settings.
    pub list: Option<Vec<Room>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A room and its settings.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Room {
    /// Its id.
    pub room: Option<Id>,
    /// What it is called.
    pub description: Option<String>,
    /// At how many hertz it is mixed.
    pub sampling_rate: Option<u32>,
    /// Whether participants have a place between left and right.
    pub spatial_audio: Option<bool>,
    /// Whether joining needs a PIN.
    pub pin_required: Option<bool>,
    /// Whether it is recorded.
    pub record: Option<bool>,
    /// Whether everybody in it is muted.
    pub muted: Option<bool>,
    /// How many are in it.
    pub num_participants: Option<u32>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Who is in a room.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Participants {
    /// The room.
    pub room: Option<Id>,
    /// Who.
    pub participants: Option<Vec<Participant>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Which tokens may join.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Allowed {
    /// The room.
    pub room: Option<Id>,
    /// The tokens; missing where none are asked for.
    #[serde(rename = "allowed")]
    pub list: Option<Vec<String>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Whether it is recorded.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Recording {
    /// The room.
    pub room: Option<Id>,
    /// Whether the room is.
    pub record: Option<bool>,
    /// Whether each participant is.
    pub mjrs: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// It was done.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Done {
    /// The room.
    pub room: Option<Id>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A forwarder began or ended.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Forwarding {
    /// The room.
    pub room: Option<Id>,
    /// The host.
    pub host: Option<String>,
    /// Its id.
    #[serde(rename = "stream_id")]
    pub audio_stream: Option<u32>,
    /// The port.
    #[serde(rename = "port")]
    pub audio_port: Option<u32>,
    /// The group that is forwarded.
    pub group: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The forwarders of a room.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Forwarders {
    /// The room.
    pub room: Option<Id>,
    /// Where to.
    #[serde(rename = "rtp_forwarders")]
    pub forwarders: Option<Vec<Forwarder>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Where a room's sound is forwarded to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Forwarder {
    /// The host.
    #[serde(rename = "ip")]
    pub host: Option<String>,
    /// Its id.
    #[serde(rename = "stream_id")]
    pub audio_stream: Option<u32>,
    /// The port.
    #[serde(rename = "port")]
    pub audio_port: Option<u32>,
    /// The group that is forwarded.
    pub group: Option<String>,
    /// The SSRC.
    pub ssrc: Option<u32>,
    /// The codec.
    pub codec: Option<String>,
    /// The payload type.
    pub ptype: Option<u8>,
    /// Whether it is encrypted.
    pub srtp: Option<bool>,
    /// Whether it sends when nobody is there, too.
    #[serde(rename = "always_on")]
    pub always: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A file in a room.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Playing {
    /// The room.
    pub room: Option<Id>,
    /// Which.
    pub file_id: Option<String>,
    /// Whether it is playing.
    pub playing: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The files that were stopped.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Stopped {
    /// The room.
    pub room: Option<Id>,
    /// Which.
    pub file_id_list: Option<Vec<String>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The files of a room.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Announcements {
    /// The room.
    pub room: Option<Id>,
    /// Which.
    pub announcements: Option<Vec<Announcement>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A file of a room.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Announcement {
    /// Which.
    pub file_id: Option<String>,
    /// Its path on the server.
    pub filename: Option<String>,
    /// Whether it is playing.
    pub playing: Option<bool>,
    /// Whether it is played again and again.
    pub r#loop: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}
