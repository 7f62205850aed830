//! The state of a handle in Janus.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::webrtc::Webrtc;
use crate::id::{HandleId, SessionId};
use crate::plugins::field_types::FilePath;
use crate::plugins::words::words;
use crate::secret::Secret;

/// The state of a handle in Janus.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct HandleState {
    /// The id of the session in Janus.
    pub session_id: SessionId,
    /// The time of the last activity of the session, in microseconds of Janus's monotonic clock.
    pub session_last_activity: u64,
    /// The timeout of the session, in seconds.
    pub session_timeout: i64,
    /// The package name of the session's transport; missing while the session has none.
    pub session_transport: Option<String>,
    /// The id of the handle in Janus.
    pub handle_id: HandleId,
    /// The opaque id that the client chose for the handle, if it chose one.
    pub opaque_id: Option<String>,
    /// The token that the handle was created with, if there was one.
    #[serde(serialize_with = "Secret::on_the_wire")]
    pub token: Option<Secret>,
    /// Whether the event loop of the handle runs. Janus's name: `loop-running`.
    #[serde(rename = "loop-running")]
    pub loop_running: bool,
    /// The time when the handle was created, in microseconds of Janus's monotonic clock.
    pub created: u64,
    /// The current time, in microseconds of Janus's monotonic clock.
    pub current_time: u64,
    /// The package name of the plugin; missing while the handle is being detached.
    pub plugin: Option<String>,
    /// The state of the handle in the plugin; its fields depend on the plugin.
    pub plugin_specific: Option<Map<String, Value>>,
    /// The state of the negotiation; missing if only the plugin's part was requested.
    pub flags: Option<Flags>,
    /// The time when the ICE agent was created, in microseconds of Janus's monotonic clock. Janus's name:
    /// `agent-created`.
    #[serde(rename = "agent-created")]
    pub agent_created: Option<u64>,
    /// The time when ICE gathering started, in microseconds of Janus's monotonic clock. Janus's name:
    /// `agent-started`.
    #[serde(rename = "agent-started")]
    pub agent_started: Option<u64>,
    /// The ICE mode. Janus's name: `ice-mode`.
    #[serde(rename = "ice-mode")]
    pub ice_mode: Option<IceMode>,
    /// The ICE role of Janus. Janus's name: `ice-role`.
    #[serde(rename = "ice-role")]
    pub ice_role: Option<IceRole>,
    /// The SDPs of the negotiation; missing if only the plugin's part was requested.
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
    pub text2pcap_file: Option<FilePath>,
    /// Whether Janus writes the packets to a `.pcap` file. Janus's name: `dump-to-pcap`.
    #[serde(rename = "dump-to-pcap")]
    pub dump_to_pcap: Option<bool>,
    /// The path of the `.pcap` file. Janus's name: `pcap-file`.
    #[serde(rename = "pcap-file")]
    pub pcap_file: Option<FilePath>,
    /// The PeerConnection; missing if there is none.
    pub webrtc: Option<Webrtc>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The state of a handle's negotiation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Flags {
    /// Whether there was an SDP offer. Janus's name: `got-offer`.
    #[serde(rename = "got-offer")]
    pub got_offer: bool,
    /// Whether there was an SDP answer. Janus's name: `got-answer`.
    #[serde(rename = "got-answer")]
    pub got_answer: bool,
    /// Whether the negotiation is complete.
    pub negotiated: bool,
    /// Whether Janus processes an SDP offer at the moment. Janus's name: `processing-offer`.
    #[serde(rename = "processing-offer")]
    pub processing_offer: bool,
    /// Whether ICE is starting.
    pub starting: bool,
    /// Whether ICE is restarting. Janus's name: `ice-restart`.
    #[serde(rename = "ice-restart")]
    pub ice_restart: bool,
    /// Whether the PeerConnection is ready for media.
    pub ready: bool,
    /// Whether the PeerConnection is stopped.
    pub stopped: bool,
    /// Whether a DTLS alert was received.
    pub alert: bool,
    /// Whether the peer trickles its candidates.
    pub trickle: bool,
    /// Whether all candidates of the peer were received. Janus's name: `all-trickles`.
    #[serde(rename = "all-trickles")]
    pub all_trickles: bool,
    /// Whether Janus must send its candidates again. Janus's name: `resend-trickles`.
    #[serde(rename = "resend-trickles")]
    pub resend_trickles: bool,
    /// Whether the queued candidates were processed. Janus's name: `trickle-synced`.
    #[serde(rename = "trickle-synced")]
    pub trickle_synced: bool,
    /// Whether data channels are negotiated. Janus's name: `data-channels`.
    #[serde(rename = "data-channels")]
    pub data_channels: bool,
    /// Whether audio is negotiated. Janus's name: `has-audio`.
    #[serde(rename = "has-audio")]
    pub has_audio: bool,
    /// Whether video is negotiated. Janus's name: `has-video`.
    #[serde(rename = "has-video")]
    pub has_video: bool,
    /// Whether data channels are negotiated with the new SDP format. Janus's name: `new-datachan-sdp`.
    #[serde(rename = "new-datachan-sdp")]
    pub new_datachan_sdp: bool,
    /// Whether retransmissions use streams of their own (RFC 4588). Janus's name: `rfc4588-rtx`.
    #[serde(rename = "rfc4588-rtx")]
    pub rfc4588_rtx: bool,
    /// Whether Janus cleans the PeerConnection up at the moment.
    pub cleaning: bool,
    /// Whether the media are encrypted end to end.
    pub e2ee: bool,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The SDPs of a negotiation.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
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

words! {
    /// How much of ICE Janus implements for a PeerConnection.
    IceMode {
        /// Janus checks the candidate pairs.
        Full = "full",
        /// Janus only responds to the peer's checks.
        Lite = "lite",
    }

    /// Which side of ICE chooses the candidate pair.
    IceRole {
        /// Janus chooses.
        Controlling = "controlling",
        /// The peer chooses.
        Controlled = "controlled",
    }
}
