//! The state of a handle in Janus.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::id::{HandleId, SessionId};
use crate::secret::Secret;

/// The state of a handle in Janus. All fields are optional, because servers and states differ.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct HandleState {
    /// The id of the session in Janus.
    pub session_id: Option<SessionId>,
    /// The time of the last activity of the session, in microseconds of Janus's monotonic clock.
    pub session_last_activity: Option<u64>,
    /// The timeout of the session, in seconds.
    pub session_timeout: Option<i64>,
    /// The package name of the session's transport.
    pub session_transport: Option<String>,
    /// The id of the handle in Janus.
    pub handle_id: Option<HandleId>,
    /// The opaque id that the client chose for the handle.
    pub opaque_id: Option<String>,
    /// The token that the handle was created with.
    #[serde(serialize_with = "Secret::on_the_wire")]
    pub token: Option<Secret>,
    /// Whether the event loop of the handle runs. Janus's name: `loop-running`.
    #[serde(rename = "loop-running")]
    pub loop_running: Option<bool>,
    /// The time when the handle was created, in microseconds of Janus's monotonic clock.
    pub created: Option<u64>,
    /// The current time, in microseconds of Janus's monotonic clock.
    pub current_time: Option<u64>,
    /// The package name of the plugin.
    pub plugin: Option<String>,
    /// The state of the handle in the plugin; its fields depend on the plugin.
    pub plugin_specific: Option<Map<String, Value>>,
    /// The state of the negotiation.
    pub flags: Option<Flags>,
    /// The time when the ICE agent was created, in microseconds of Janus's monotonic clock. Janus's name:
    /// `agent-created`.
    #[serde(rename = "agent-created")]
    pub agent_created: Option<u64>,
    /// The time when ICE gathering started, in microseconds of Janus's monotonic clock. Janus's name:
    /// `agent-started`.
    #[serde(rename = "agent-started")]
    pub agent_started: Option<u64>,
    /// The ICE mode: `full` or `lite`. Janus's name: `ice-mode`.
    #[serde(rename = "ice-mode")]
    pub ice_mode: Option<String>,
    /// The ICE role: `controlling` or `controlled`. Janus's name: `ice-role`.
    #[serde(rename = "ice-role")]
    pub ice_role: Option<String>,
    /// The SDPs of the negotiation.
    pub sdps: Option<Sdps>,
    /// The number of candidates that are not processed yet. Janus's name: `pending-trickles`.
    #[serde(rename = "pending-trickles")]
    pub pending_trickles: Option<u32>,
    /// The number of packets in the send queue. Janus's name: `queued-packets`.
    #[serde(rename = "queued-packets")]
    pub queued_packets: Option<u32>,
    /// Whether Janus writes the packets to a text file. Janus's name: `dump-to-text2pcap`.
    #[serde(rename = "dump-to-text2pcap")]
    pub dump_to_text2pcap: Option<bool>,
    /// The path of the text file. Janus's name: `text2pcap-file`.
    #[serde(rename = "text2pcap-file")]
    pub text2pcap_file: Option<String>,
    /// Whether Janus writes the packets to a `.pcap` file. Janus's name: `dump-to-pcap`.
    #[serde(rename = "dump-to-pcap")]
    pub dump_to_pcap: Option<bool>,
    /// The path of the `.pcap` file. Janus's name: `pcap-file`.
    #[serde(rename = "pcap-file")]
    pub pcap_file: Option<String>,
    /// The PeerConnection; missing if there is none.
    pub webrtc: Option<Webrtc>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The state of a handle's negotiation.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Flags {
    /// Whether there was an SDP offer. Janus's name: `got-offer`.
    #[serde(rename = "got-offer")]
    pub got_offer: Option<bool>,
    /// Whether there was an SDP answer. Janus's name: `got-answer`.
    #[serde(rename = "got-answer")]
    pub got_answer: Option<bool>,
    /// Whether the negotiation is complete.
    pub negotiated: Option<bool>,
    /// Whether Janus processes an SDP offer at the moment. Janus's name: `processing-offer`.
    #[serde(rename = "processing-offer")]
    pub processing_offer: Option<bool>,
    /// Whether ICE is starting.
    pub starting: Option<bool>,
    /// Whether ICE is restarting. Janus's name: `ice-restart`.
    #[serde(rename = "ice-restart")]
    pub ice_restart: Option<bool>,
    /// Whether the PeerConnection is ready for media.
    pub ready: Option<bool>,
    /// Whether the PeerConnection is stopped.
    pub stopped: Option<bool>,
    /// Whether a DTLS alert was received.
    pub alert: Option<bool>,
    /// Whether the peer trickles its candidates.
    pub trickle: Option<bool>,
    /// Whether all candidates of the peer were received. Janus's name: `all-trickles`.
    #[serde(rename = "all-trickles")]
    pub all_trickles: Option<bool>,
    /// Whether Janus must send its candidates again. Janus's name: `resend-trickles`.
    #[serde(rename = "resend-trickles")]
    pub resend_trickles: Option<bool>,
    /// Whether the queued candidates were processed. Janus's name: `trickle-synced`.
    #[serde(rename = "trickle-synced")]
    pub trickle_synced: Option<bool>,
    /// Whether data channels are negotiated. Janus's name: `data-channels`.
    #[serde(rename = "data-channels")]
    pub data_channels: Option<bool>,
    /// Whether audio is negotiated. Janus's name: `has-audio`.
    #[serde(rename = "has-audio")]
    pub has_audio: Option<bool>,
    /// Whether video is negotiated. Janus's name: `has-video`.
    #[serde(rename = "has-video")]
    pub has_video: Option<bool>,
    /// Whether data channels are negotiated with the new SDP format. Janus's name: `new-datachan-sdp`.
    #[serde(rename = "new-datachan-sdp")]
    pub new_datachan_sdp: Option<bool>,
    /// Whether retransmissions use streams of their own (RFC 4588). Janus's name: `rfc4588-rtx`.
    #[serde(rename = "rfc4588-rtx")]
    pub rfc4588_rtx: Option<bool>,
    /// Whether Janus cleans the PeerConnection up at the moment.
    pub cleaning: Option<bool>,
    /// Whether the media are encrypted end to end.
    pub e2ee: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The SDPs of a negotiation.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Sdps {
    /// The RTP profile.
    pub profile: Option<String>,
    /// The SDP of Janus.
    pub local: Option<String>,
    /// The SDP of the peer.
    pub remote: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The state of a PeerConnection.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Webrtc {
    /// The state of ICE.
    pub ice: Option<Ice>,
    /// The state of DTLS.
    pub dtls: Option<Dtls>,
    /// The ids of the RTP extensions, by URI.
    pub extensions: Option<BTreeMap<String, u32>>,
    /// The state of the bandwidth estimation.
    pub bwe: Option<Bandwidth>,
    /// The number of packets that were too large (Janus 1.4.1 and newer). Janus's name: `too-large`.
    #[serde(rename = "too-large")]
    pub too_large: Option<u64>,
    /// The streams, by mid.
    pub media: Option<BTreeMap<String, Medium>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The state of ICE of a PeerConnection.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Ice {
    /// The number of the ICE stream.
    pub stream_id: Option<u32>,
    /// The number of the ICE component.
    pub component_id: Option<u32>,
    /// The state of the ICE component.
    pub state: Option<String>,
    /// The time when a failure was detected, in microseconds of Janus's monotonic clock. Janus's name:
    /// `failed-detected`.
    #[serde(rename = "failed-detected")]
    pub failed_detected: Option<u64>,
    /// Whether the timer that confirms a failure runs. Janus's name: `icetimer-started`.
    #[serde(rename = "icetimer-started")]
    pub icetimer_started: Option<bool>,
    /// The time when ICE gathering ended, in microseconds of Janus's monotonic clock.
    pub gathered: Option<u64>,
    /// The time when ICE connected, in microseconds of Janus's monotonic clock.
    pub connected: Option<u64>,
    /// The candidates of Janus. Janus's name: `local-candidates`.
    #[serde(rename = "local-candidates")]
    pub local_candidates: Option<Vec<String>>,
    /// The candidates of the peer. Janus's name: `remote-candidates`.
    #[serde(rename = "remote-candidates")]
    pub remote_candidates: Option<Vec<String>>,
    /// The candidate pair in use. Janus's name: `selected-pair`.
    #[serde(rename = "selected-pair")]
    pub selected_pair: Option<String>,
    /// Whether ICE is ready, as a number.
    pub ready: Option<i64>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The state of DTLS of a PeerConnection.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Dtls {
    /// The fingerprint of Janus's certificate.
    pub fingerprint: Option<String>,
    /// The fingerprint of the peer's certificate. Janus's name: `remote-fingerprint`.
    #[serde(rename = "remote-fingerprint")]
    pub remote_fingerprint: Option<String>,
    /// The hash algorithm of the peer's fingerprint. Janus's name: `remote-fingerprint-hash`.
    #[serde(rename = "remote-fingerprint-hash")]
    pub remote_fingerprint_hash: Option<String>,
    /// The DTLS role of Janus. Janus's name: `dtls-role`.
    #[serde(rename = "dtls-role")]
    pub dtls_role: Option<String>,
    /// The state of the DTLS handshake. Janus's name: `dtls-state`.
    #[serde(rename = "dtls-state")]
    pub dtls_state: Option<String>,
    /// The number of retransmissions of the handshake.
    pub retransmissions: Option<u32>,
    /// Whether the peer's certificate matches the fingerprint in its SDP.
    pub valid: Option<bool>,
    /// The SRTP profile. Janus's name: `srtp-profile`.
    #[serde(rename = "srtp-profile")]
    pub srtp_profile: Option<String>,
    /// Whether DTLS is ready.
    pub ready: Option<bool>,
    /// The time when the handshake started, in microseconds of Janus's monotonic clock. Janus's name:
    /// `handshake-started`.
    #[serde(rename = "handshake-started")]
    pub handshake_started: Option<u64>,
    /// The time when the handshake ended, in microseconds of Janus's monotonic clock.
    pub connected: Option<u64>,
    /// Whether there is an SCTP association for data channels. Janus's name: `sctp-association`.
    #[serde(rename = "sctp-association")]
    pub sctp_association: Option<bool>,
    /// The statistics of the received and sent packets.
    pub stats: Option<Traffic>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The state of the bandwidth estimation.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Bandwidth {
    /// Whether transport-wide congestion control is in use.
    pub twcc: Option<bool>,
    /// The id of the RTP extension for transport-wide congestion control. Janus's name: `twcc-ext-id`.
    #[serde(rename = "twcc-ext-id")]
    pub twcc_ext_id: Option<u32>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A stream of a PeerConnection.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Medium {
    /// The media type: `audio`, `video` or `data`. Janus's name: `type`.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// The index of the stream's m-line.
    pub mindex: Option<u32>,
    /// The mid of the stream.
    pub mid: Option<String>,
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
    pub stats: Option<Traffic>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The ids of media streams and tracks (`msid`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
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
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Direction {
    /// Whether Janus sends to the peer.
    pub send: Option<bool>,
    /// Whether Janus receives from the peer.
    pub recv: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The codecs of a stream.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
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
    pub codec: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The RTCP statistics of a stream.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RtcpStatistics {
    /// The clock rate, in Hz.
    pub base: Option<u64>,
    /// The round-trip time, in milliseconds.
    pub rtt: Option<u64>,
    /// The number of packets that Janus did not receive.
    pub lost: Option<i64>,
    /// The number of packets that the peer did not receive. Janus's name: `lost-by-remote`.
    #[serde(rename = "lost-by-remote")]
    pub lost_by_remote: Option<i64>,
    /// The jitter at Janus, in milliseconds. Janus's name: `jitter-local`.
    #[serde(rename = "jitter-local")]
    pub jitter_local: Option<i64>,
    /// The jitter at the peer, in milliseconds. Janus's name: `jitter-remote`.
    #[serde(rename = "jitter-remote")]
    pub jitter_remote: Option<i64>,
    /// The quality of the link to Janus, 0 to 100. Janus's name: `in-link-quality`.
    #[serde(rename = "in-link-quality")]
    pub in_link_quality: Option<i64>,
    /// The quality of the media on the link to Janus, 0 to 100. Janus's name: `in-media-link-quality`.
    #[serde(rename = "in-media-link-quality")]
    pub in_media_link_quality: Option<i64>,
    /// The quality of the link to the peer, 0 to 100. Janus's name: `out-link-quality`.
    #[serde(rename = "out-link-quality")]
    pub out_link_quality: Option<i64>,
    /// The quality of the media on the link to the peer, 0 to 100. Janus's name: `out-media-link-quality`.
    #[serde(rename = "out-media-link-quality")]
    pub out_media_link_quality: Option<i64>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The statistics of received and sent packets.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Traffic {
    /// The statistics of the packets from the peer. Janus's name: `in`.
    #[serde(rename = "in")]
    pub inbound: Option<PacketStatistics>,
    /// The statistics of the packets to the peer. Janus's name: `out`.
    #[serde(rename = "out")]
    pub outbound: Option<PacketStatistics>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The statistics of packets in one direction.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PacketStatistics {
    /// The number of packets.
    pub packets: Option<u64>,
    /// The number of bytes.
    pub bytes: Option<u64>,
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
