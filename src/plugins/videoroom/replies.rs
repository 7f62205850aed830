//! What VideoRoom answers.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::id::Id;
use crate::wire::Jsep;

use super::streams::SubscriberStream;

/// The subscription is there; its offer waits for an answer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Attached {
    /// The room.
    pub room: Option<Id>,
    /// Whose, in the old form.
    #[serde(rename = "id")]
    pub feed: Option<Id>,
    /// The publisher's name, in the old form.
    pub display: Option<String>,
    /// The streams.
    pub streams: Option<Vec<SubscriberStream>>,
    /// `deprecated_api` for one in the old form.
    pub warning: Option<String>,
    /// The session description that goes with it.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The subscription flows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Started {
    /// The room.
    pub room: Option<Id>,
    /// `ok`
    pub started: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The subscription is paused.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Paused {
    /// The room.
    pub room: Option<Id>,
    /// `ok`
    pub paused: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Other streams flow.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Switched {
    /// The room.
    pub room: Option<Id>,
    /// `ok`
    pub switched: Option<String>,
    /// How many streams changed.
    pub changes: Option<u32>,
    /// The streams.
    pub streams: Option<Vec<SubscriberStream>>,
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
    /// Whether joining needs a PIN.
    pub pin_required: Option<bool>,
    /// Whether only the plugin's `admin_key` shows it in lists.
    pub is_private: Option<bool>,
    /// How many may publish at a time.
    pub max_publishers: Option<u32>,
    /// The most that a publisher may send, in bits a second; 0 is no bound.
    pub bitrate: Option<u64>,
    /// Whether publishers can't change that; missing where they can.
    pub bitrate_cap: Option<bool>,
    /// How often publishers are asked for a keyframe, in seconds; 0 is never.
    pub fir_freq: Option<u32>,
    /// Whether subscribers must name a publisher's `private_id`.
    pub require_pvtid: Option<bool>,
    /// Whether publishers must encrypt from end to end.
    pub require_e2ee: Option<bool>,
    /// Whether there is a publisher that sends nothing.
    pub dummy_publisher: Option<bool>,
    /// Whether publishers hear of those who join.
    pub notify_joining: Option<bool>,
    /// The audio codecs, by preference and separated by commas.
    pub audiocodec: Option<String>,
    /// The video codecs, likewise.
    pub videocodec: Option<String>,
    /// Whether Opus uses inband FEC; missing where it does not.
    pub opus_fec: Option<bool>,
    /// Whether Opus uses DTX; missing where it does not.
    pub opus_dtx: Option<bool>,
    /// Whether VP9 or AV1 may have SVC (until Janus 1.1.3).
    pub video_svc: Option<bool>,
    /// Whether it is recorded.
    pub record: Option<bool>,
    /// Where recordings go.
    pub rec_dir: Option<String>,
    /// Whether starting and stopping to record needs the room's secret.
    pub lock_record: Option<bool>,
    /// How many publishers and attendees are in it.
    pub num_participants: Option<u32>,
    /// Whether audio levels are negotiated.
    pub audiolevel_ext: Option<bool>,
    /// Whether it is told who talks.
    pub audiolevel_event: Option<bool>,
    /// Over how many packets that is decided.
    pub audio_active_packets: Option<u32>,
    /// The level that counts as talking: 127 is silence, 0 as loud as can be.
    pub audio_level_average: Option<u32>,
    /// Whether the orientation of video is negotiated.
    pub videoorient_ext: Option<bool>,
    /// Whether playout delays are negotiated.
    pub playoutdelay_ext: Option<bool>,
    /// Whether transport-wide congestion control is negotiated.
    pub transport_wide_cc_ext: Option<bool>,
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

/// It was done.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Done {
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

/// Somebody in a room.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Participant {
    /// Who.
    #[serde(rename = "id")]
    pub feed: Option<Id>,
    /// The name to show.
    pub display: Option<String>,
    /// What it said of itself (Janus 1.3.0 and newer).
    pub metadata: Option<Value>,
    /// Whether it publishes.
    pub publisher: Option<bool>,
    /// Whether it talks.
    pub talking: Option<bool>,
    /// Whether it sends nothing.
    pub dummy: Option<bool>,
    /// Whether it comes from another server.
    pub remote: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Media are being forwarded.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Forwarding {
    /// The room.
    pub room: Option<Id>,
    /// Whose.
    #[serde(rename = "publisher_id")]
    pub feed: Option<Id>,
    /// Where to.
    pub forwarders: Option<Vec<Forwarder>>,
    /// Where to, in the old form.
    pub rtp_stream: Option<Value>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Where a stream is forwarded to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Forwarder {
    /// Its id.
    pub stream_id: Option<u32>,
    /// `audio`, `video` or `data`.
    pub r#type: Option<String>,
    /// The host.
    pub host: Option<String>,
    /// The port.
    pub port: Option<u32>,
    /// The RTCP port here.
    pub local_rtcp_port: Option<u32>,
    /// The RTCP port there.
    pub remote_rtcp_port: Option<u32>,
    /// The payload type.
    pub pt: Option<u8>,
    /// The SSRC.
    pub ssrc: Option<u32>,
    /// The simulcast substream.
    pub substream: Option<u8>,
    /// Whether it is encrypted.
    pub srtp: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A forwarder ended.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ForwardStopped {
    /// The room.
    pub room: Option<Id>,
    /// Whose.
    #[serde(rename = "publisher_id")]
    pub feed: Option<Id>,
    /// Which.
    #[serde(rename = "stream_id")]
    pub stream: Option<u32>,
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
    /// Each publisher's.
    #[serde(rename = "publishers")]
    pub forwarders: Option<Vec<FeedForwarders>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A publisher's forwarders.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FeedForwarders {
    /// Whose.
    #[serde(rename = "publisher_id")]
    pub feed: Option<Id>,
    /// The publisher's name.
    pub display: Option<String>,
    /// Where to.
    pub forwarders: Option<Vec<Forwarder>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A publisher between servers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Remote {
    /// The room.
    pub room: Option<Id>,
    /// Whose.
    #[serde(rename = "id")]
    pub feed: Option<Id>,
    /// The connection's name.
    pub remote_id: Option<String>,
    /// Where its media are awaited.
    pub ip: Option<String>,
    /// On which port.
    pub port: Option<u32>,
    /// On which RTCP port.
    pub rtcp_port: Option<u32>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Where a publisher is sent.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Remotes {
    /// The room.
    pub room: Option<Id>,
    /// Whose.
    #[serde(rename = "id")]
    pub feed: Option<Id>,
    /// Each of them.
    pub list: Option<Vec<Destination>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A server that a publisher is sent to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Destination {
    /// The connection's name.
    pub remote_id: Option<String>,
    /// Where to.
    pub host: Option<String>,
    /// To which port.
    pub port: Option<u32>,
    /// To which port RTCP goes.
    pub rtcp_port: Option<u32>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}
