//! Requests that create mountpoints.

use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

use super::Streaming;
use super::media::Media;
use super::replies::Created;
use super::replies::DataType;
use crate::plugins::Request;
use crate::plugins::field_types::{AccessKey, FilePath, HostName, MediaUrl, MountpointId, NetworkInterface};
use crate::plugins::words::Codec;
use crate::secret::Secret;

/// Writes `true`: Janus plays files only as audio and requires the field. (The code generator knows this function's
/// name.)
fn always<S: Serializer>(_: &Option<bool>, to: S) -> std::result::Result<S::Ok, S::Error> {
    to.serialize_bool(true)
}

/// Creates a mountpoint that receives RTP (`"request": "create"`, `"type": "rtp"`).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct CreateRtpMountpoint {
    /// The id of the new mountpoint; Janus chooses a random one by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<MountpointId>,
    /// The name of the mountpoint.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The description of the mountpoint.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The metadata of the mountpoint: a text, which `Info` and `List` return.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<String>,
    /// Whether to hide the mountpoint from `List` (Janus's default: false).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_private: Option<bool>,
    /// The secret that later requests must send to change or destroy the mountpoint.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// The PIN that viewers must send to watch.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub pin: Option<AccessKey>,
    /// Whether to save the mountpoint in Janus's configuration file (Janus's default: false).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permanent: Option<bool>,
    /// The `admin_key` of the plugin's configuration; required if one is configured.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub admin_key: Option<AccessKey>,
    /// The streams of the mountpoint.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub media: Option<Vec<Media>>,
    /// The time without packets after which a new SSRC is accepted, in milliseconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub collision: Option<u64>,
    /// The number of helper threads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub threads: Option<u32>,
    /// The SRTP suite of the received media: 32 or 80.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub srtpsuite: Option<u32>,
    /// The SRTP key, in base64.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub srtpcrypto: Option<Secret>,
    /// Whether the media are encrypted end to end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub e2ee: Option<bool>,
    /// Whether to negotiate the RTP extension for playout delay (Janus's default: true).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub playoutdelay_ext: Option<bool>,
    /// The id of the RTP extension for absolute capture time in the source's packets (Janus 1.2.2 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub abscapturetime_src_ext_id: Option<u8>,
    /// The time for which a key frame is buffered, in milliseconds (Janus 1.3.3 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bufferkf_ms: Option<u32>,
    /// The maximum size of the buffered key frames, in bytes (Janus 1.3.3 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bufferkf_bytes: Option<u64>,
    /// The H.264 parameter sets, `sprop-parameter-sets` in the SDP (Janus 1.1.3 and newer; deprecated by `media`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub h264sps: Option<String>,
    /// Whether the mountpoint has audio (deprecated by `media`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio: Option<bool>,
    /// The port that receives audio (deprecated by `media`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audioport: Option<u32>,
    /// The port for RTCP of audio (deprecated by `media`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiortcpport: Option<u32>,
    /// The multicast group that audio is received on (deprecated by `media`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiomcast: Option<HostName>,
    /// The network interface that audio is received on (deprecated by `media`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audioiface: Option<NetworkInterface>,
    /// The RTP payload type of audio; required with `audio` (deprecated by `media`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiopt: Option<u8>,
    /// The audio codec (deprecated by `media`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiocodec: Option<Codec>,
    /// The `rtpmap` attribute of audio, for older servers (deprecated by `audiocodec`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiortpmap: Option<String>,
    /// The format parameters of audio, as in an SDP's `fmtp` attribute (deprecated by `media`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiofmtp: Option<String>,
    /// Whether to compensate the clock skew of audio (deprecated by `media`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audioskew: Option<bool>,
    /// Whether the mountpoint has video (deprecated by `media`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video: Option<bool>,
    /// The port that receives video (deprecated by `media`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videoport: Option<u32>,
    /// The port for RTCP of video (deprecated by `media`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videortcpport: Option<u32>,
    /// The multicast group that video is received on (deprecated by `media`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videomcast: Option<HostName>,
    /// The network interface that video is received on (deprecated by `media`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videoiface: Option<NetworkInterface>,
    /// The RTP payload type of video (deprecated by `media`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videopt: Option<u8>,
    /// The video codec (deprecated by `media`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videocodec: Option<Codec>,
    /// The `rtpmap` attribute of video, for older servers (deprecated by `videocodec`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videortpmap: Option<String>,
    /// The format parameters of video, as in an SDP's `fmtp` attribute (deprecated by `media`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videofmtp: Option<String>,
    /// Whether to buffer the last key frame for new viewers (deprecated by `media`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videobufferkf: Option<bool>,
    /// Whether to compensate the clock skew of video (deprecated by `media`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videoskew: Option<bool>,
    /// Whether the video is simulcast (deprecated by `media`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videosimulcast: Option<bool>,
    /// The port that receives the second simulcast substream (deprecated by `media`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videoport2: Option<u32>,
    /// The port that receives the third simulcast substream (deprecated by `media`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videoport3: Option<u32>,
    /// Whether the video uses SVC (deprecated by `media`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videosvc: Option<bool>,
    /// Whether the mountpoint has data (deprecated by `media`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<bool>,
    /// The port that receives data (deprecated by `media`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dataport: Option<u32>,
    /// The multicast group that data are received on (deprecated by `media`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub datamcast: Option<HostName>,
    /// The network interface that data are received on (deprecated by `media`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dataiface: Option<NetworkInterface>,
    /// Whether to buffer the last message for new viewers (deprecated by `media`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub databuffermsg: Option<bool>,
    /// The type of data: `text` or `binary`. Janus reads it for the streams in `media`, too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub datatype: Option<DataType>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for CreateRtpMountpoint {
    type Plugin = Streaming;
    type Reply = Created;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "create"), ("type", "rtp")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["created"];
    const REPLY_IN: &'static str = "stream";
}

/// Creates a mountpoint that plays an audio file to all viewers at the same time (`"request": "create"`, `"type":
/// "live"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct CreateLiveMountpoint {
    /// The id of the new mountpoint; Janus chooses a random one by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<MountpointId>,
    /// The name of the mountpoint.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The description of the mountpoint.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The metadata of the mountpoint: a text, which `Info` and `List` return.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<String>,
    /// Whether to hide the mountpoint from `List` (Janus's default: false).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_private: Option<bool>,
    /// The secret that later requests must send to change or destroy the mountpoint.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// The PIN that viewers must send to watch.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub pin: Option<AccessKey>,
    /// Whether to save the mountpoint in Janus's configuration file (Janus's default: false).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permanent: Option<bool>,
    /// The `admin_key` of the plugin's configuration; required if one is configured.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub admin_key: Option<AccessKey>,
    /// The path of the file on the server: `.alaw`, `.mulaw` or, if Janus is built with libogg, `.opus`.
    pub filename: FilePath,
    /// A field that is always sent as `true`: Janus plays files only as audio and requires it. There is no need to
    /// set it.
    #[serde(serialize_with = "always")]
    pub audio: Option<bool>,
    /// The audio codec.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiocodec: Option<Codec>,
    /// The format parameters of audio, as in an SDP's `fmtp` attribute.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiofmtp: Option<String>,
    /// The RTP payload type of audio.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiopt: Option<u8>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for CreateLiveMountpoint {
    type Plugin = Streaming;
    type Reply = Created;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "create"), ("type", "live")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["created"];
    const REPLY_IN: &'static str = "stream";
}

/// Creates a mountpoint that plays an audio file to each viewer from its beginning (`"request": "create"`, `"type":
/// "ondemand"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct CreateOndemandMountpoint {
    /// The id of the new mountpoint; Janus chooses a random one by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<MountpointId>,
    /// The name of the mountpoint.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The description of the mountpoint.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The metadata of the mountpoint: a text, which `Info` and `List` return.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<String>,
    /// Whether to hide the mountpoint from `List` (Janus's default: false).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_private: Option<bool>,
    /// The secret that later requests must send to change or destroy the mountpoint.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// The PIN that viewers must send to watch.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub pin: Option<AccessKey>,
    /// Whether to save the mountpoint in Janus's configuration file (Janus's default: false).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permanent: Option<bool>,
    /// The `admin_key` of the plugin's configuration; required if one is configured.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub admin_key: Option<AccessKey>,
    /// The path of the file on the server: `.alaw`, `.mulaw` or, if Janus is built with libogg, `.opus`.
    pub filename: FilePath,
    /// A field that is always sent as `true`: Janus plays files only as audio and requires it. There is no need to
    /// set it.
    #[serde(serialize_with = "always")]
    pub audio: Option<bool>,
    /// The audio codec.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiocodec: Option<Codec>,
    /// The format parameters of audio, as in an SDP's `fmtp` attribute.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiofmtp: Option<String>,
    /// The RTP payload type of audio.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiopt: Option<u8>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for CreateOndemandMountpoint {
    type Plugin = Streaming;
    type Reply = Created;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "create"), ("type", "ondemand")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["created"];
    const REPLY_IN: &'static str = "stream";
}

/// Creates a mountpoint that receives its media from an RTSP server (`"request": "create"`, `"type": "rtsp"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct CreateRtspMountpoint {
    /// The id of the new mountpoint; Janus chooses a random one by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<MountpointId>,
    /// The name of the mountpoint.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The description of the mountpoint.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The metadata of the mountpoint: a text, which `Info` and `List` return.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<String>,
    /// Whether to hide the mountpoint from `List` (Janus's default: false).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_private: Option<bool>,
    /// The secret that later requests must send to change or destroy the mountpoint.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub secret: Option<AccessKey>,
    /// The PIN that viewers must send to watch.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub pin: Option<AccessKey>,
    /// Whether to save the mountpoint in Janus's configuration file (Janus's default: false).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permanent: Option<bool>,
    /// The `admin_key` of the plugin's configuration; required if one is configured.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub admin_key: Option<AccessKey>,
    /// The `rtsp://` URL of the stream.
    pub url: MediaUrl,
    /// The user name at the RTSP server.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rtsp_user: Option<String>,
    /// The password at the RTSP server.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "Secret::on_the_wire")]
    pub rtsp_pwd: Option<Secret>,
    /// Whether to send the RTSP requests in the form that some older servers need (Janus 1.3.3 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rtsp_quirk: Option<bool>,
    /// Whether the request fails if the RTSP server is unreachable (Janus's default: true).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rtsp_failcheck: Option<bool>,
    /// The network interface that the media are received on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rtspiface: Option<NetworkInterface>,
    /// The delay before Janus reconnects to the RTSP server, in seconds (Janus's default: 5).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rtsp_reconnect_delay: Option<u32>,
    /// The timeout of the RTSP session, in seconds; 0, Janus's default, means the server's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rtsp_session_timeout: Option<u32>,
    /// The timeout of RTSP requests, in seconds (Janus's default: 10).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rtsp_timeout: Option<u32>,
    /// The timeout of the connection to the RTSP server, in seconds (Janus's default: 5).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rtsp_conn_timeout: Option<u32>,
    /// Whether viewers receive `RtspDisconnected` and `RtspReconnected` (Janus 1.3.3 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rtsp_notify_changes: Option<bool>,
    /// Whether to receive audio; audio or video is required.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio: Option<bool>,
    /// The RTP payload type of audio.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiopt: Option<u8>,
    /// The audio codec.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiocodec: Option<Codec>,
    /// The format parameters of audio, as in an SDP's `fmtp` attribute.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audiofmtp: Option<String>,
    /// Whether to receive video; audio or video is required.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video: Option<bool>,
    /// The RTP payload type of video.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videopt: Option<u8>,
    /// The video codec.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videocodec: Option<Codec>,
    /// The format parameters of video, as in an SDP's `fmtp` attribute.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videofmtp: Option<String>,
    /// Whether to buffer the last key frame for new viewers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub videobufferkf: Option<bool>,
    /// The time for which a key frame is buffered, in milliseconds (Janus 1.3.3 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bufferkf_ms: Option<u32>,
    /// The maximum size of the buffered key frames, in bytes (Janus 1.3.3 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bufferkf_bytes: Option<u64>,
    /// The number of helper threads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub threads: Option<u32>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for CreateRtspMountpoint {
    type Plugin = Streaming;
    type Reply = Created;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "create"), ("type", "rtsp")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["created"];
    const REPLY_IN: &'static str = "stream";
}
