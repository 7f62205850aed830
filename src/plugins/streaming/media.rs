//! What a mountpoint is made of.

use serde::Serialize;
use serde_json::{Map, Value};

/// A stream of a mountpoint.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Media {
    /// `audio`, `video` or `data`.
    pub r#type: String,
    /// Its mid.
    pub mid: String,
    /// The port to receive on; 0 for a free one.
    pub port: u32,
    /// What it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Its `msid` in the SDP.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub msid: Option<String>,
    /// Its multicast group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mcast: Option<String>,
    /// The interface to receive on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub iface: Option<String>,
    /// Its RTCP port.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rtcpport: Option<u32>,
    /// Its payload type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pt: Option<u8>,
    /// Its codec.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub codec: Option<String>,
    /// Its `rtpmap` (deprecated by `codec`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rtpmap: Option<String>,
    /// Its format parameters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fmtp: Option<String>,
    /// Compensate its clock.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub skew: Option<bool>,
    /// Keep the last key frame for those who come.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bufferkf: Option<bool>,
    /// Whether it is simulcast.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub simulcast: Option<bool>,
    /// The second substream's port.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub port2: Option<u32>,
    /// The third substream's port.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub port3: Option<u32>,
    /// Whether it is SVC.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub svc: Option<bool>,
    /// H.264's parameter sets (Janus 1.1.3 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub h264sps: Option<String>,
    /// Keep the last message for those who come.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub buffermsg: Option<bool>,
    /// `text` or `binary`. Janus ignores it here, and takes the `datatype` of the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub datatype: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}
