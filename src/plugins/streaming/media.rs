//! The parts of mountpoints.

use super::replies::DataType;
use crate::plugins::field_types::{HostName, NetworkInterface};
use crate::plugins::words::{Codec, MediaKind};
use serde::Serialize;
use serde_json::{Map, Value};

/// A stream of a mountpoint.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Media {
    /// The media type: `audio`, `video` or `data`. Janus's name: `type`.
    #[serde(rename = "type")]
    pub kind: MediaKind,
    /// The mid of the stream.
    pub mid: String,
    /// The port that receives the stream; 0 means that Janus chooses a free one.
    pub port: u32,
    /// The label of the stream.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// The `msid` attribute of the stream in the SDP.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub msid: Option<String>,
    /// The multicast group that the stream is received on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mcast: Option<HostName>,
    /// The network interface that the stream is received on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub iface: Option<NetworkInterface>,
    /// The port for RTCP.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rtcpport: Option<u32>,
    /// The RTP payload type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pt: Option<u8>,
    /// The codec of the stream, such as `opus` or `vp8`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub codec: Option<Codec>,
    /// The `rtpmap` attribute (deprecated by `codec`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rtpmap: Option<String>,
    /// The format parameters, as in an SDP's `fmtp` attribute.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fmtp: Option<String>,
    /// Whether to compensate the clock skew.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub skew: Option<bool>,
    /// Whether to buffer the last key frame for new viewers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bufferkf: Option<bool>,
    /// Whether the video is simulcast.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub simulcast: Option<bool>,
    /// The port that receives the second simulcast substream.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub port2: Option<u32>,
    /// The port that receives the third simulcast substream.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub port3: Option<u32>,
    /// Whether the video uses SVC.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub svc: Option<bool>,
    /// The H.264 parameter sets, `sprop-parameter-sets` in the SDP (Janus 1.1.3 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub h264sps: Option<String>,
    /// Whether to buffer the last message for new viewers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub buffermsg: Option<bool>,
    /// The type of data: `text` or `binary`. Janus ignores it here and uses the `datatype` of the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub datatype: Option<DataType>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}
