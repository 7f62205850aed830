//! The state of a PeerConnection in Janus.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::medium::{Medium, Traffic};
use crate::plugins::words::words;

/// The state of a PeerConnection.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Webrtc {
    /// The state of ICE.
    pub ice: Ice,
    /// The state of DTLS; it has no fields before DTLS is set up.
    pub dtls: Dtls,
    /// The ids of the RTP extensions, by URI.
    pub extensions: BTreeMap<String, u32>,
    /// The state of the bandwidth estimation.
    pub bwe: Bandwidth,
    /// The number of packets that were too large (Janus 1.4.1 and newer). Janus's name: `too-large`.
    #[serde(rename = "too-large")]
    pub too_large: Option<u64>,
    /// The streams, by mid.
    pub media: BTreeMap<String, Medium>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The state of ICE of a PeerConnection.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Ice {
    /// The number of the ICE stream.
    pub stream_id: u32,
    /// The number of the ICE component.
    pub component_id: u32,
    /// The state of the ICE component.
    pub state: IceState,
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
    pub ready: i64,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// The state of DTLS of a PeerConnection.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
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
    pub dtls_role: Option<DtlsRole>,
    /// The state of the DTLS handshake. Janus's name: `dtls-state`.
    #[serde(rename = "dtls-state")]
    pub dtls_state: Option<DtlsState>,
    /// The number of retransmissions of the handshake.
    pub retransmissions: Option<u32>,
    /// Whether the peer's certificate matches the fingerprint in its SDP.
    pub valid: Option<bool>,
    /// The SRTP profile. Janus's name: `srtp-profile`.
    #[serde(rename = "srtp-profile")]
    pub srtp_profile: Option<SrtpProfile>,
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Bandwidth {
    /// Whether transport-wide congestion control is in use.
    pub twcc: bool,
    /// The id of the RTP extension for transport-wide congestion control. Janus's name: `twcc-ext-id`.
    #[serde(rename = "twcc-ext-id")]
    pub twcc_ext_id: Option<u32>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

words! {
    /// The state of an ICE component.
    IceState {
        /// ICE has not started, or has no connection.
        Disconnected = "disconnected",
        /// Janus gathers its candidates.
        Gathering = "gathering",
        /// Janus checks the candidate pairs.
        Connecting = "connecting",
        /// A candidate pair works; others are still checked.
        Connected = "connected",
        /// The candidate pair is chosen.
        Ready = "ready",
        /// No candidate pair works.
        Failed = "failed",
    }

    /// The DTLS role of Janus.
    DtlsRole {
        /// The role is not negotiated yet.
        Actpass = "actpass",
        /// Janus is the server: it waits for the handshake.
        Passive = "passive",
        /// Janus is the client: it starts the handshake.
        Active = "active",
    }

    /// The state of a DTLS handshake.
    DtlsState {
        /// The handshake has not started.
        Created = "created",
        /// The handshake is in progress.
        Trying = "trying",
        /// The handshake has succeeded.
        Connected = "connected",
        /// The handshake has failed.
        Failed = "failed",
    }

    /// The SRTP profile that DTLS negotiated.
    SrtpProfile {
        /// AES-128 in counter mode, with an authentication tag of 80 bits.
        Aes128CmSha1At80 = "SRTP_AES128_CM_SHA1_80",
        /// AES-128 in counter mode, with an authentication tag of 32 bits.
        Aes128CmSha1At32 = "SRTP_AES128_CM_SHA1_32",
        /// AES-256 in Galois/counter mode.
        AeadAes256Gcm = "SRTP_AEAD_AES_256_GCM",
        /// AES-128 in Galois/counter mode.
        AeadAes128Gcm = "SRTP_AEAD_AES_128_GCM",
        /// No profile is negotiated yet.
        NoProfile = "none",
    }
}
