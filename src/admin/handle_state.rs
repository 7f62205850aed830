//! What Janus knows of a handle.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::id::{HandleId, SessionId};
use crate::secret::Secret;

/// What Janus knows of a handle. Everything may be missing, as servers and states differ.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct HandleState {
    /// Its session.
    pub session_id: Option<SessionId>,
    /// When its session was last heard of, on Janus's clock, in microseconds.
    pub session_last_activity: Option<u64>,
    /// The session's timeout in seconds.
    pub session_timeout: Option<i64>,
    /// The transport of its session, by package name.
    pub session_transport: Option<String>,
    /// The handle.
    pub handle_id: Option<HandleId>,
    /// What its owner called it.
    pub opaque_id: Option<String>,
    /// The token that it was made with.
    #[serde(serialize_with = "Secret::on_the_wire")]
    pub token: Option<Secret>,
    /// Whether its loop runs.
    #[serde(rename = "loop-running")]
    pub loop_running: Option<bool>,
    /// When it was made, on Janus's clock, in microseconds.
    pub created: Option<u64>,
    /// Janus's clock now, in microseconds.
    pub current_time: Option<u64>,
    /// Its plugin, by package name.
    pub plugin: Option<String>,
    /// What its plugin says of it.
    pub plugin_specific: Option<Map<String, Value>>,
    /// Where its negotiation stands.
    pub flags: Option<Flags>,
    /// When ICE began, on Janus's clock, in microseconds.
    #[serde(rename = "agent-created")]
    pub agent_created: Option<u64>,
    /// When gathering began, on Janus's clock, in microseconds.
    #[serde(rename = "agent-started")]
    pub agent_started: Option<u64>,
    /// `full` or `lite`.
    #[serde(rename = "ice-mode")]
    pub ice_mode: Option<String>,
    /// `controlling` or `controlled`.
    #[serde(rename = "ice-role")]
    pub ice_role: Option<String>,
    /// The session descriptions.
    pub sdps: Option<Sdps>,
    /// Candidates that wait.
    #[serde(rename = "pending-trickles")]
    pub pending_trickles: Option<u32>,
    /// Packets that wait to be sent.
    #[serde(rename = "queued-packets")]
    pub queued_packets: Option<u32>,
    /// Whether its packets are written to a file, as text.
    #[serde(rename = "dump-to-text2pcap")]
    pub dump_to_text2pcap: Option<bool>,
    /// That file.
    #[serde(rename = "text2pcap-file")]
    pub text2pcap_file: Option<String>,
    /// Whether its packets are written to a file.
    #[serde(rename = "dump-to-pcap")]
    pub dump_to_pcap: Option<bool>,
    /// That file.
    #[serde(rename = "pcap-file")]
    pub pcap_file: Option<String>,
    /// Its PeerConnection.
    pub webrtc: Option<Webrtc>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Where a handle's negotiation stands.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Flags {
    /// An offer was made.
    #[serde(rename = "got-offer")]
    pub got_offer: Option<bool>,
    /// An answer was made.
    #[serde(rename = "got-answer")]
    pub got_answer: Option<bool>,
    /// Both were.
    pub negotiated: Option<bool>,
    /// An offer is being worked on.
    #[serde(rename = "processing-offer")]
    pub processing_offer: Option<bool>,
    /// ICE is being set up.
    pub starting: Option<bool>,
    /// ICE is being restarted.
    #[serde(rename = "ice-restart")]
    pub ice_restart: Option<bool>,
    /// Media can flow.
    pub ready: Option<bool>,
    /// It is over.
    pub stopped: Option<bool>,
    /// DTLS was ended by the peer.
    pub alert: Option<bool>,
    /// The peer trickles.
    pub trickle: Option<bool>,
    /// All candidates are there.
    #[serde(rename = "all-trickles")]
    pub all_trickles: Option<bool>,
    /// Candidates are to be sent again.
    #[serde(rename = "resend-trickles")]
    pub resend_trickles: Option<bool>,
    /// Candidates that waited are in use.
    #[serde(rename = "trickle-synced")]
    pub trickle_synced: Option<bool>,
    /// There are data channels.
    #[serde(rename = "data-channels")]
    pub data_channels: Option<bool>,
    /// There is audio.
    #[serde(rename = "has-audio")]
    pub has_audio: Option<bool>,
    /// There is video.
    #[serde(rename = "has-video")]
    pub has_video: Option<bool>,
    /// Data channels are negotiated in the new form.
    #[serde(rename = "new-datachan-sdp")]
    pub new_datachan_sdp: Option<bool>,
    /// Retransmissions have a stream of their own.
    #[serde(rename = "rfc4588-rtx")]
    pub rfc4588_rtx: Option<bool>,
    /// It is being cleaned up.
    pub cleaning: Option<bool>,
    /// Media are encrypted end to end.
    pub e2ee: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The session descriptions.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Sdps {
    /// The RTP profile.
    pub profile: Option<String>,
    /// Janus's.
    pub local: Option<String>,
    /// The peer's.
    pub remote: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A PeerConnection.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Webrtc {
    /// Its way.
    pub ice: Option<Ice>,
    /// Its encryption.
    pub dtls: Option<Dtls>,
    /// The ids of RTP extensions, by URI.
    pub extensions: Option<BTreeMap<String, u32>>,
    /// Its bandwidth estimation.
    pub bwe: Option<Bandwidth>,
    /// Packets that were too large (Janus 1.4.1 and newer).
    #[serde(rename = "too-large")]
    pub too_large: Option<u64>,
    /// Its streams, by mid.
    pub media: Option<BTreeMap<String, Medium>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The way of a PeerConnection.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Ice {
    /// Its stream's number.
    pub stream_id: Option<u32>,
    /// Its component's number.
    pub component_id: Option<u32>,
    /// The state of ICE.
    pub state: Option<String>,
    /// When a failure was seen, on Janus's clock, in microseconds.
    #[serde(rename = "failed-detected")]
    pub failed_detected: Option<u64>,
    /// Whether a failure is waited for.
    #[serde(rename = "icetimer-started")]
    pub icetimer_started: Option<bool>,
    /// When gathering ended, on Janus's clock, in microseconds.
    pub gathered: Option<u64>,
    /// When it was connected, on Janus's clock, in microseconds.
    pub connected: Option<u64>,
    /// Janus's candidates.
    #[serde(rename = "local-candidates")]
    pub local_candidates: Option<Vec<String>>,
    /// The peer's candidates.
    #[serde(rename = "remote-candidates")]
    pub remote_candidates: Option<Vec<String>>,
    /// The pair in use.
    #[serde(rename = "selected-pair")]
    pub selected_pair: Option<String>,
    /// Whether it is ready.
    pub ready: Option<i64>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The encryption of a PeerConnection.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Dtls {
    /// The fingerprint of Janus's certificate.
    pub fingerprint: Option<String>,
    /// The fingerprint of the peer's certificate.
    #[serde(rename = "remote-fingerprint")]
    pub remote_fingerprint: Option<String>,
    /// The hash of the peer's fingerprint.
    #[serde(rename = "remote-fingerprint-hash")]
    pub remote_fingerprint_hash: Option<String>,
    /// Janus's role.
    #[serde(rename = "dtls-role")]
    pub dtls_role: Option<String>,
    /// The state of DTLS.
    #[serde(rename = "dtls-state")]
    pub dtls_state: Option<String>,
    /// Retransmissions of the handshake.
    pub retransmissions: Option<u32>,
    /// Whether the peer's certificate is the announced one.
    pub valid: Option<bool>,
    /// The SRTP profile.
    #[serde(rename = "srtp-profile")]
    pub srtp_profile: Option<String>,
    /// Whether it is ready.
    pub ready: Option<bool>,
    /// When the handshake began, on Janus's clock, in microseconds.
    #[serde(rename = "handshake-started")]
    pub handshake_started: Option<u64>,
    /// When the handshake ended, on Janus's clock, in microseconds.
    pub connected: Option<u64>,
    /// Whether there are data channels.
    #[serde(rename = "sctp-association")]
    pub sctp_association: Option<bool>,
    /// What passed.
    pub stats: Option<Traffic>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A bandwidth estimation.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Bandwidth {
    /// Whether transport-wide congestion control is in use.
    pub twcc: Option<bool>,
    /// Its extension's id.
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
    /// `audio`, `video` or `data`.
    pub r#type: Option<String>,
    /// Its place.
    pub mindex: Option<u32>,
    /// Which stream.
    pub mid: Option<String>,
    /// The names of its media streams.
    pub msid: Option<Msid>,
    /// Whether lost packets are asked for.
    pub do_nacks: Option<bool>,
    /// For how long packets are kept, in milliseconds.
    #[serde(rename = "nack-queue-ms")]
    pub nack_queue_ms: Option<u32>,
    /// Its SSRCs, by use.
    pub ssrc: Option<BTreeMap<String, u64>>,
    /// Its simulcast by RID.
    #[serde(rename = "rid-simulcast")]
    pub rid_simulcast: Option<Map<String, Value>>,
    /// Which way it flows.
    pub direction: Option<Direction>,
    /// Its codecs.
    pub codecs: Option<Codecs>,
    /// What RTCP tells, of `main` and of the simulcast substreams `sim1` and `sim2`.
    pub rtcp: Option<BTreeMap<String, RtcpFigures>>,
    /// What passed.
    pub stats: Option<Traffic>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The names of media streams.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Msid {
    /// Janus's stream.
    #[serde(rename = "local-stream")]
    pub local_stream: Option<String>,
    /// Janus's track.
    #[serde(rename = "local-track")]
    pub local_track: Option<String>,
    /// The peer's stream.
    #[serde(rename = "remote-stream")]
    pub remote_stream: Option<String>,
    /// The peer's track.
    #[serde(rename = "remote-track")]
    pub remote_track: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Which way a stream flows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Direction {
    /// To the peer.
    pub send: Option<bool>,
    /// From the peer.
    pub recv: Option<bool>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The codecs of a stream.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Codecs {
    /// The payload type.
    pub pt: Option<u32>,
    /// The payload type of redundant Opus.
    #[serde(rename = "opus-red-pt")]
    pub opus_red_pt: Option<u32>,
    /// The payload type of retransmissions.
    #[serde(rename = "rtx-pt")]
    pub rtx_pt: Option<u32>,
    /// The codec.
    pub codec: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// What RTCP tells of a stream.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RtcpFigures {
    /// The clock rate.
    pub base: Option<u64>,
    /// The round-trip time in milliseconds.
    pub rtt: Option<u64>,
    /// Packets that did not arrive here.
    pub lost: Option<i64>,
    /// Packets that did not arrive there.
    #[serde(rename = "lost-by-remote")]
    pub lost_by_remote: Option<i64>,
    /// The jitter here, in milliseconds.
    #[serde(rename = "jitter-local")]
    pub jitter_local: Option<i64>,
    /// The jitter there, in milliseconds.
    #[serde(rename = "jitter-remote")]
    pub jitter_remote: Option<i64>,
    /// The quality of the way here, 0 to 100.
    #[serde(rename = "in-link-quality")]
    pub in_link_quality: Option<i64>,
    /// The quality of the media on the way here, 0 to 100.
    #[serde(rename = "in-media-link-quality")]
    pub in_media_link_quality: Option<i64>,
    /// The quality of the way there, 0 to 100.
    #[serde(rename = "out-link-quality")]
    pub out_link_quality: Option<i64>,
    /// The quality of the media on the way there, 0 to 100.
    #[serde(rename = "out-media-link-quality")]
    pub out_media_link_quality: Option<i64>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// What passed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Traffic {
    /// From the peer.
    pub r#in: Option<Passed>,
    /// To the peer.
    pub out: Option<Passed>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// What passed one way.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Passed {
    /// Packets.
    pub packets: Option<u64>,
    /// Bytes.
    pub bytes: Option<u64>,
    /// Bytes in the last second.
    pub bytes_lastsec: Option<u64>,
    /// Requests for retransmission.
    pub nacks: Option<u64>,
    /// Retransmissions.
    pub retransmissions: Option<u64>,
    /// The same of the second simulcast substream.
    #[serde(rename = "video-simulcast-1")]
    pub video_simulcast_1: Option<Map<String, Value>>,
    /// The same of the third simulcast substream.
    #[serde(rename = "video-simulcast-2")]
    pub video_simulcast_2: Option<Map<String, Value>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}
