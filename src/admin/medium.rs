//! The state of a stream of a PeerConnection in Janus.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::plugins::words::{Codec, MediaKind};

/// A stream of a PeerConnection.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Medium {
    /// The media type; missing for an m-line of another type. Janus's name: `type`.
    #[serde(rename = "type")]
    pub kind: Option<MediaKind>,
    /// The index of the stream's m-line.
    pub mindex: u32,
    /// The mid of the stream.
    pub mid: String,
    /// The ids of the media streams and tracks (`msid`).
    pub msid: Option<Msid>,
    /// Whether Janus requests lost packets with NACK.
    pub do_nacks: Option<bool>,
    /// The time for which packets are kept for retransmission, in milliseconds. Janus's name: `nack-queue-ms`.
    #[serde(rename = "nack-queue-ms")]
    pub nack_queue_ms: Option<u32>,
    /// The SSRCs, by purpose.
    pub ssrc: Option<BTreeMap<String, u64>>,
    /// The state of simulcast with RIDs. Janus's name: `rid-simulcast`.
    #[serde(rename = "rid-simulcast")]
    pub rid_simulcast: Option<Map<String, Value>>,
    /// The direction of the stream.
    pub direction: Option<Direction>,
    /// The codecs of the stream.
    pub codecs: Option<Codecs>,
    /// The RTCP statistics, by layer: `main`, and the simulcast substreams `sim1` and `sim2`.
    pub rtcp: Option<BTreeMap<String, RtcpStatistics>>,
    /// The statistics of the received and sent packets.
    pub stats: Traffic,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The ids of media streams and tracks (`msid`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Msid {
    /// The id of Janus's media stream. Janus's name: `local-stream`.
    #[serde(rename = "local-stream")]
    pub local_stream: Option<String>,
    /// The id of Janus's track. Janus's name: `local-track`.
    #[serde(rename = "local-track")]
    pub local_track: Option<String>,
    /// The id of the peer's media stream. Janus's name: `remote-stream`.
    #[serde(rename = "remote-stream")]
    pub remote_stream: Option<String>,
    /// The id of the peer's track. Janus's name: `remote-track`.
    #[serde(rename = "remote-track")]
    pub remote_track: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The direction of a stream.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Direction {
    /// Whether Janus sends to the peer.
    pub send: bool,
    /// Whether Janus receives from the peer.
    pub recv: bool,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The codecs of a stream.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Codecs {
    /// The RTP payload type.
    pub pt: Option<u32>,
    /// The RTP payload type of redundant Opus. Janus's name: `opus-red-pt`.
    #[serde(rename = "opus-red-pt")]
    pub opus_red_pt: Option<u32>,
    /// The RTP payload type of retransmissions. Janus's name: `rtx-pt`.
    #[serde(rename = "rtx-pt")]
    pub rtx_pt: Option<u32>,
    /// The codec of the stream.
    pub codec: Option<Codec>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The RTCP statistics of a stream.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct RtcpStatistics {
    /// The clock rate, in Hz.
    pub base: u64,
    /// The round-trip time, in milliseconds.
    pub rtt: Option<u64>,
    /// The number of packets that Janus did not receive.
    pub lost: i64,
    /// The number of packets that the peer did not receive. Janus's name: `lost-by-remote`.
    #[serde(rename = "lost-by-remote")]
    pub lost_by_remote: i64,
    /// The jitter at Janus, in milliseconds. Janus's name: `jitter-local`.
    #[serde(rename = "jitter-local")]
    pub jitter_local: i64,
    /// The jitter at the peer, in milliseconds. Janus's name: `jitter-remote`.
    #[serde(rename = "jitter-remote")]
    pub jitter_remote: i64,
    /// The quality of the link to Janus, 0 to 100. Janus's name: `in-link-quality`.
    #[serde(rename = "in-link-quality")]
    pub in_link_quality: i64,
    /// The quality of the media on the link to Janus, 0 to 100. Janus's name: `in-media-link-quality`.
    #[serde(rename = "in-media-link-quality")]
    pub in_media_link_quality: i64,
    /// The quality of the link to the peer, 0 to 100. Janus's name: `out-link-quality`.
    #[serde(rename = "out-link-quality")]
    pub out_link_quality: i64,
    /// The quality of the media on the link to the peer, 0 to 100. Janus's name: `out-media-link-quality`.
    #[serde(rename = "out-media-link-quality")]
    pub out_media_link_quality: i64,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The statistics of received and sent packets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Traffic {
    /// The statistics of the packets from the peer. Janus's name: `in`.
    #[serde(rename = "in")]
    pub inbound: PacketStatistics,
    /// The statistics of the packets to the peer. Janus's name: `out`.
    #[serde(rename = "out")]
    pub outbound: PacketStatistics,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The statistics of packets in one direction.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PacketStatistics {
    /// The number of packets.
    pub packets: u64,
    /// The number of bytes.
    pub bytes: u64,
    /// The number of bytes in the last second.
    pub bytes_lastsec: Option<u64>,
    /// The number of NACKs.
    pub nacks: Option<u64>,
    /// The number of retransmissions.
    pub retransmissions: Option<u64>,
    /// The statistics of the second simulcast substream. Janus's name: `video-simulcast-1`.
    #[serde(rename = "video-simulcast-1")]
    pub video_simulcast_1: Option<Map<String, Value>>,
    /// The statistics of the third simulcast substream. Janus's name: `video-simulcast-2`.
    #[serde(rename = "video-simulcast-2")]
    pub video_simulcast_2: Option<Map<String, Value>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}
