//! The responses of Streaming, and the parts of its events.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::plugins::Flattened;
use crate::plugins::field_types::{AccessKey, FilePath, HostName, MountpointId};
use crate::plugins::words::{Codec, MediaKind};
use crate::secret::Secret;
use crate::wire::Jsep;

/// The state of the viewer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Status {
    /// The state: `preparing`, `updating`, `starting`, `started`, `pausing`, `stopping`, `stopped`, `idle` or
    /// `kicked_all`.
    pub status: ViewerState,
    /// The SDP offer of Janus with `preparing` and `updating`, which `Start` answers; the SDP answer to an offer of
    /// `Watch`.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Status {
    const FROM: &'static str = "result";
}

/// The response to `Configure`: the change is applied.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Configured {
    /// The SDP that comes with the response, if Janus sends one.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Configured {
    const FROM: &'static str = "result";
}

/// The response to `Switch`: Janus relays the media of another mountpoint.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Switched {
    /// The text `ok`.
    pub switched: String,
    /// The id of the new mountpoint.
    pub id: MountpointId,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Switched {
    const FROM: &'static str = "result";
}

/// The simulcast or SVC layers that Janus relays were changed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Layers {
    /// The mid of the stream.
    pub mid: Option<String>,
    /// The simulcast substream that Janus relays now, 0 to 2.
    pub substream: Option<u8>,
    /// The highest simulcast temporal layer that Janus relays now, 0 to 2.
    pub temporal: Option<u8>,
    /// The SVC spatial layer that Janus relays now.
    pub spatial_layer: Option<u8>,
    /// The SVC temporal layer that Janus relays now.
    pub temporal_layer: Option<u8>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Layers {
    const FROM: &'static str = "result";
}

/// The response to the requests that create mountpoints.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Created {
    /// The name of the mountpoint. Janus's name: `created`.
    #[serde(rename = "created")]
    pub name: String,
    /// Whether the mountpoint was saved in Janus's configuration file.
    pub permanent: bool,
    /// The id of the mountpoint: a number, or a text if the plugin is configured with `string_ids`.
    pub id: MountpointId,
    /// The type of the mountpoint: `live` or `on demand`. Janus's name: `type`.
    #[serde(rename = "type")]
    pub kind: MountpointKind,
    /// The description of the mountpoint.
    pub description: String,
    /// Whether `List` hides the mountpoint.
    pub is_private: bool,
    /// The address of Janus that receives the media.
    pub host: Option<HostName>,
    /// The ports of Janus that receive the streams.
    pub ports: Option<Vec<Ports>>,
    /// The port that receives audio (in the deprecated form).
    pub audio_port: Option<u16>,
    /// The port for RTCP of audio (in the deprecated form).
    pub audio_rtcp_port: Option<u16>,
    /// The port that receives video (in the deprecated form).
    pub video_port: Option<u16>,
    /// The port for RTCP of video (in the deprecated form).
    pub video_rtcp_port: Option<u16>,
    /// The port that receives the second simulcast substream (in the deprecated form).
    pub video_port_2: Option<u16>,
    /// The port that receives the third simulcast substream (in the deprecated form).
    pub video_port_3: Option<u16>,
    /// The port that receives data (in the deprecated form).
    pub data_port: Option<u16>,
    /// The address that receives audio (in the deprecated form).
    pub audio_host: Option<String>,
    /// The address that receives video (in the deprecated form).
    pub video_host: Option<String>,
    /// The address that receives data (in the deprecated form).
    pub data_host: Option<String>,
    /// The text `deprecated_api` if the request used the fields that `media` deprecates.
    pub warning: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Created {
    const FROM: &'static str = "stream";
}

/// The ports of Janus that receive a stream.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Ports {
    /// The media type: `audio`, `video` or `data`. Janus's name: `type`.
    #[serde(rename = "type")]
    pub kind: MediaKind,
    /// The mid of the stream.
    pub mid: String,
    /// The `msid` attribute of the stream in the SDP.
    pub msid: Option<String>,
    /// The port that receives RTP or data.
    pub port: Option<u16>,
    /// The port for RTCP.
    pub rtcp_port: Option<u16>,
    /// The port that receives the second simulcast substream.
    pub port_2: Option<u16>,
    /// The port that receives the third simulcast substream.
    pub port_3: Option<u16>,
    /// The address that receives the stream, if it is bound to one (Janus 1.3.2 and newer).
    pub host: Option<HostName>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The response to `DestroyMountpoint`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Destroyed {
    /// The id of the destroyed mountpoint. Janus's name: `destroyed`.
    #[serde(rename = "destroyed")]
    pub id: MountpointId,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The response to `Edit`, and the event that viewers receive.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Edited {
    /// The id of the mountpoint: a number, or a text if the plugin is configured with `string_ids`.
    pub id: MountpointId,
    /// Whether Janus's configuration file was changed; missing in the event.
    pub permanent: Option<bool>,
    /// The new metadata; only in the event.
    pub metadata: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The response to `List`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Mountpoints {
    /// The mountpoints of the server.
    pub list: Vec<Mountpoint>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A mountpoint in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Mountpoint {
    /// The id of the mountpoint: a number, or a text if the plugin is configured with `string_ids`.
    pub id: MountpointId,
    /// The type of the mountpoint: `live` or `on demand`. Janus's name: `type`.
    #[serde(rename = "type")]
    pub kind: MountpointKind,
    /// The description of the mountpoint.
    pub description: String,
    /// The metadata of the mountpoint: a text.
    pub metadata: Option<String>,
    /// Whether the mountpoint is enabled.
    pub enabled: bool,
    /// The streams; only for RTP and RTSP mountpoints.
    pub media: Option<Vec<MediaDetails>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The response to `Info`. Some fields are missing without the mountpoint's secret.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Details {
    /// The id of the mountpoint: a number, or a text if the plugin is configured with `string_ids`.
    pub id: MountpointId,
    /// The name; only with the secret.
    pub name: Option<String>,
    /// The type of the mountpoint: `live` or `on demand`. Janus's name: `type`.
    #[serde(rename = "type")]
    pub kind: MountpointKind,
    /// The description of the mountpoint.
    pub description: Option<String>,
    /// The metadata of the mountpoint: a text.
    pub metadata: Option<String>,
    /// The secret that changes of the mountpoint require; only with the secret.
    #[serde(serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// The PIN that viewers must send; only with the secret.
    #[serde(serialize_with = "Secret::on_the_wire")]
    pub pin: Option<AccessKey>,
    /// Whether `List` hides the mountpoint.
    pub is_private: Option<bool>,
    /// Whether the mountpoint is enabled.
    pub enabled: bool,
    /// The number of viewers; only with the secret.
    pub viewers: Option<u64>,
    /// The streams of the mountpoint.
    pub media: Vec<MediaDetails>,
    /// The path of the file on the server; only with the secret.
    pub filename: Option<FilePath>,
    /// Whether the media come from an RTSP server; missing if not.
    pub rtsp: Option<bool>,
    /// The URL of the RTSP stream; only with the secret.
    #[serde(serialize_with = "Secret::on_the_wire")]
    pub url: Option<Secret>,
    /// The user name at the RTSP server; only with the secret.
    pub rtsp_user: Option<String>,
    /// The password at the RTSP server; only with the secret.
    #[serde(serialize_with = "Secret::on_the_wire")]
    pub rtsp_pwd: Option<Secret>,
    /// Whether RTSP requests are sent in the form that some older servers need; only with the secret.
    pub rtsp_quirk: Option<bool>,
    /// Whether the media are received as SRTP; missing if not.
    pub srtp: Option<bool>,
    /// The time without packets after which a new SSRC is accepted, in milliseconds.
    pub collision: Option<u64>,
    /// The number of helper threads.
    pub threads: Option<u32>,
    /// The address of Janus that receives the media.
    pub host: Option<HostName>,
    /// The time for which a key frame is buffered, in milliseconds (Janus 1.3.3 and newer).
    pub bufferkf_ms: Option<u32>,
    /// The maximum size of the buffered key frames, in bytes (Janus 1.3.3 and newer).
    pub bufferkf_bytes: Option<u64>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Flattened for Details {
    const FROM: &'static str = "info";
}

/// A stream of a mountpoint. Ports and the recording state are missing without the mountpoint's secret.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MediaDetails {
    /// The index of the stream's m-line.
    pub mindex: Option<u32>,
    /// The media type: `audio`, `video` or `data`. Janus's name: `type`.
    #[serde(rename = "type")]
    pub kind: MediaKind,
    /// The mid of the stream.
    pub mid: Option<String>,
    /// The label of the stream.
    pub label: Option<String>,
    /// The `msid` attribute of the stream in the SDP.
    pub msid: Option<String>,
    /// The RTP payload type.
    pub pt: Option<u8>,
    /// The codec of the stream, such as `opus` or `vp8`.
    pub codec: Option<Codec>,
    /// The `rtpmap` attribute in the SDP.
    pub rtpmap: Option<String>,
    /// The format parameters, as in an SDP's `fmtp` attribute.
    pub fmtp: Option<String>,
    /// Whether the last key frame is buffered for new viewers; missing if not (up to Janus 1.3.2).
    pub videobufferkf: Option<bool>,
    /// Whether the video is simulcast; missing if not.
    pub videosimulcast: Option<bool>,
    /// Whether the video uses SVC; missing if not.
    pub videosvc: Option<bool>,
    /// Whether the clock skew is compensated; missing if not.
    pub skew_compensation: Option<bool>,
    /// The port that receives RTP or data.
    pub port: Option<u16>,
    /// The port for RTCP.
    pub rtcpport: Option<u16>,
    /// The port that receives the second simulcast substream.
    pub port2: Option<u16>,
    /// The port that receives the third simulcast substream.
    pub port3: Option<u16>,
    /// The time since the last packet, in milliseconds.
    pub age_ms: Option<u64>,
    /// Whether the stream is recorded.
    pub recording: Option<bool>,
    /// The type of data: `text` or `binary`; only for data (Janus 1.1.3 and newer).
    pub datatype: Option<DataType>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// An acknowledgement without data.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Done {
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The RTSP server of a mountpoint was lost or reconnected (Janus 1.3.3 and newer).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Source {
    /// The id of the mountpoint.
    pub id: MountpointId,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

words! {
    /// How far Janus is with what a viewer asked for.
    ViewerState {
        /// The viewer must answer the SDP offer with `Start`.
        Preparing = "preparing",
        /// The PeerConnection is being renegotiated.
        Updating = "updating",
        /// The PeerConnection is being set up.
        Starting = "starting",
        /// Janus relays the media.
        Started = "started",
        /// Janus pauses the media.
        Pausing = "pausing",
        /// Janus closes the PeerConnection.
        Stopping = "stopping",
        /// The PeerConnection was closed, or the mountpoint was destroyed.
        Stopped = "stopped",
        /// Nothing was relayed when the viewer stopped (Janus 1.3.1 and newer).
        Idle = "idle",
        /// All viewers were kicked.
        KickedAll = "kicked_all",
    }

    /// The type of a mountpoint.
    MountpointKind {
        /// All viewers receive the same media.
        Live = "live",
        /// Each viewer receives a file from its start.
        OnDemand = "on demand",
    }

    /// The type of data that a mountpoint relays.
    DataType {
        /// Messages of text.
        Text = "text",
        /// Messages of bytes.
        Binary = "binary",
    }
}
