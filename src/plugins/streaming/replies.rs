//! What Streaming answers and tells.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::id::Id;
use crate::plugins::Flattened;
use crate::secret::Secret;
use crate::wire::Jsep;

/// How watching goes on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Status {
    /// `preparing`, `updating`, `starting`, `started`, `pausing`, `stopping`, `stopped`, `idle` or `kicked_all`.
    pub status: Option<String>,
    /// The session description that goes with it.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Status {
    const FROM: &'static str = "result";
}

/// The change was made.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Configured {
    /// The session description that goes with it.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Configured {
    const FROM: &'static str = "result";
}

/// Another mountpoint's media flow.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Switched {
    /// `ok`
    pub switched: Option<String>,
    /// The mountpoint.
    pub id: Option<Id>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Switched {
    const FROM: &'static str = "result";
}

/// The layers that flow changed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Layers {
    /// Which stream.
    pub mid: Option<String>,
    /// The simulcast substream.
    pub substream: Option<u8>,
    /// The simulcast temporal layers.
    pub temporal: Option<u8>,
    /// The SVC spatial layer.
    pub spatial_layer: Option<u8>,
    /// The SVC temporal layer.
    pub temporal_layer: Option<u8>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Layers {
    const FROM: &'static str = "result";
}

/// A mountpoint was made.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Created {
    /// Its name.
    #[serde(rename = "created")]
    pub name: Option<String>,
    /// Whether it is in Janus's configuration.
    pub permanent: Option<bool>,
    /// Which one.
    pub id: Option<Id>,
    /// `rtp`, `live`, `ondemand` or `rtsp`, as it was asked for.
    pub r#type: Option<String>,
    /// What it is, for people.
    pub description: Option<String>,
    /// Whether it is left out of lists.
    pub is_private: Option<bool>,
    /// The address to send to.
    pub host: Option<String>,
    /// Where to send each stream.
    pub ports: Option<Vec<Ports>>,
    /// The port for audio (old form).
    pub audio_port: Option<u16>,
    /// The RTCP port for audio (old form).
    pub audio_rtcp_port: Option<u16>,
    /// The port for video (old form).
    pub video_port: Option<u16>,
    /// The RTCP port for video (old form).
    pub video_rtcp_port: Option<u16>,
    /// The port for the second simulcast substream (old form).
    pub video_port_2: Option<u16>,
    /// The port for the third simulcast substream (old form).
    pub video_port_3: Option<u16>,
    /// The port for data (old form).
    pub data_port: Option<u16>,
    /// The address for audio (old form).
    pub audio_host: Option<String>,
    /// The address for video (old form).
    pub video_host: Option<String>,
    /// The address for data (old form).
    pub data_host: Option<String>,
    /// `deprecated_api` for one in the old form.
    pub warning: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Created {
    const FROM: &'static str = "stream";
}

/// Where to send a stream.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Ports {
    /// `audio`, `video` or `data`.
    pub r#type: Option<String>,
    /// Which stream.
    pub mid: Option<String>,
    /// The id of the media stream that it is in.
    pub msid: Option<String>,
    /// The port for RTP or data.
    pub port: Option<u16>,
    /// The port for RTCP.
    pub rtcp_port: Option<u16>,
    /// The port for the second simulcast substream.
    pub port_2: Option<u16>,
    /// The port for the third simulcast substream.
    pub port_3: Option<u16>,
    /// The address to send to, where it is a certain one (Janus 1.3.2 and newer).
    pub host: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A mountpoint ended.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Destroyed {
    /// Which one.
    #[serde(rename = "destroyed")]
    pub id: Option<Id>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A mountpoint was changed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Edited {
    /// Which one.
    pub id: Option<Id>,
    /// Whether Janus's configuration was changed.
    pub permanent: Option<bool>,
    /// More about it, where viewers are told.
    pub metadata: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The mountpoints.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Mountpoints {
    /// Each.
    pub list: Option<Vec<Mountpoint>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A mountpoint in a list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Mountpoint {
    /// Which one.
    pub id: Option<Id>,
    /// `live` or `on demand`.
    pub r#type: Option<String>,
    /// What it is, for people.
    pub description: Option<String>,
    /// More about it, for programs.
    pub metadata: Option<String>,
    /// Whether its media flow.
    pub enabled: Option<bool>,
    /// Its streams, where it is RTP or RTSP.
    pub media: Option<Vec<MediaDetails>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// All that may be told of a mountpoint; what is secret only with its secret.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Details {
    /// Which one.
    pub id: Option<Id>,
    /// Its name.
    pub name: Option<String>,
    /// `live` or `on demand`.
    pub r#type: Option<String>,
    /// What it is, for people.
    pub description: Option<String>,
    /// More about it, for programs.
    pub metadata: Option<String>,
    /// What changing it needs.
    #[serde(serialize_with = "Secret::on_the_wire")]
    pub secret: Option<Secret>,
    /// What watching it needs.
    #[serde(serialize_with = "Secret::on_the_wire")]
    pub pin: Option<Secret>,
    /// Whether it is left out of lists.
    pub is_private: Option<bool>,
    /// Whether its media flow.
    pub enabled: Option<bool>,
    /// How many watch it.
    pub viewers: Option<u64>,
    /// Its streams.
    pub media: Option<Vec<MediaDetails>>,
    /// Its file on Janus's machine.
    pub filename: Option<String>,
    /// Whether its media come from an RTSP server.
    pub rtsp: Option<bool>,
    /// The RTSP server's address.
    #[serde(serialize_with = "Secret::on_the_wire")]
    pub url: Option<Secret>,
    /// The user at the RTSP server.
    pub rtsp_user: Option<String>,
    /// The user's password.
    #[serde(serialize_with = "Secret::on_the_wire")]
    pub rtsp_pwd: Option<Secret>,
    /// Whether the RTSP server is asked in the old way.
    pub rtsp_quirk: Option<bool>,
    /// Whether its media come as SRTP.
    pub srtp: Option<bool>,
    /// Milliseconds without media before another sender is taken.
    pub collision: Option<u64>,
    /// How many threads send.
    pub threads: Option<u32>,
    /// The address to send to.
    pub host: Option<String>,
    /// Milliseconds that key frames are kept for (Janus 1.3.3 and newer).
    pub bufferkf_ms: Option<u32>,
    /// Bytes of key frames that are kept (Janus 1.3.3 and newer).
    pub bufferkf_bytes: Option<u64>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Details {
    const FROM: &'static str = "info";
}

/// A stream of a mountpoint; all but the first fields only with its secret.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct MediaDetails {
    /// Its place.
    pub mindex: Option<u32>,
    /// `audio`, `video` or `data`.
    pub r#type: Option<String>,
    /// Which stream.
    pub mid: Option<String>,
    /// What it is, for people.
    pub label: Option<String>,
    /// The id of the media stream that it is in.
    pub msid: Option<String>,
    /// The payload type.
    pub pt: Option<u8>,
    /// The codec.
    pub codec: Option<String>,
    /// The codec's line in the SDP.
    pub rtpmap: Option<String>,
    /// The codec's settings in the SDP.
    pub fmtp: Option<String>,
    /// Whether the last keyframe is kept for new viewers (until Janus 1.3.2).
    pub videobufferkf: Option<bool>,
    /// Whether it is simulcast.
    pub videosimulcast: Option<bool>,
    /// Whether it is SVC.
    pub videosvc: Option<bool>,
    /// Whether the skew of clocks is compensated.
    pub skew_compensation: Option<bool>,
    /// The port for RTP or data.
    pub port: Option<u16>,
    /// The port for RTCP.
    pub rtcpport: Option<u16>,
    /// The port for the second simulcast substream.
    pub port2: Option<u16>,
    /// The port for the third simulcast substream.
    pub port3: Option<u16>,
    /// Milliseconds since its last packet.
    pub age_ms: Option<u64>,
    /// Whether it is recorded.
    pub recording: Option<bool>,
    /// `text` or `binary`, of data (Janus 1.1.3 and newer).
    pub datatype: Option<String>,
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

/// What became of a mountpoint's RTSP server (Janus 1.3.3 and newer).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Source {
    /// Which mountpoint.
    pub id: Option<Id>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}
