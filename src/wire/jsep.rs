//! Session descriptions and candidates.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The type of an SDP.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum JsepType {
    /// It asks.
    Offer,
    /// An SDP answer.
    Answer,
}

/// A session description on its way to or from Janus.
///
/// ```
/// use bifrons::Jsep;
///
/// let offer = Jsep::offer("v=0\r\n…");
/// let all_candidates_inside = Jsep { trickle: Some(false), ..offer };
/// ```
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Jsep {
    /// The type: offer or answer.
    #[serde(rename = "type")]
    pub kind: JsepType,
    /// The SDP itself.
    pub sdp: String,
    /// Whether candidates follow by trickle (Janus takes true for granted).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trickle: Option<bool>,
    /// The order of simulcast rids in the SDP: `hml` (Janus's default) or `lmh`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rid_order: Option<String>,
    /// Use relays only, where the server allows the choice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub force_relay: Option<bool>,
    /// Whether the media are encrypted end to end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub e2ee: Option<bool>,
    /// SVC modes, by `mid` or `mindex` (Janus 1.1.4 and newer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub svc: Option<Vec<SvcMode>>,
}

/// The SVC mode of one m-line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SvcMode {
    /// The m-line's index.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mindex: Option<u32>,
    /// The m-line's `mid`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mid: Option<String>,
    /// The mode, such as `L3T3`.
    pub svc: String,
}

impl Jsep {
    /// Creates an offer with this SDP.
    pub fn offer(sdp: impl Into<String>) -> Self {
        Self::new(JsepType::Offer, sdp)
    }

    /// Creates an answer with this SDP.
    pub fn answer(sdp: impl Into<String>) -> Self {
        Self::new(JsepType::Answer, sdp)
    }

    /// Stands for the SDP of a response until that of the message is put into it.
    pub(crate) fn unread() -> Self {
        Self::answer(String::new())
    }

    fn new(kind: JsepType, sdp: impl Into<String>) -> Self {
        Self {
            kind,
            sdp: sdp.into(),
            trickle: None,
            rid_order: None,
            force_relay: None,
            e2ee: None,
            svc: None,
        }
    }
}

impl fmt::Debug for Jsep {
    /// Without the SDP, which holds addresses and keys.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Jsep")
            .field("kind", &self.kind)
            .field("sdp", &format_args!("({} bytes)", self.sdp.len()))
            .field("trickle", &self.trickle)
            .field("e2ee", &self.e2ee)
            .finish_non_exhaustive()
    }
}

/// An ICE candidate, or end-of-candidates.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Candidate {
    /// End-of-candidates.
    Completed {
        /// Always true.
        completed: bool,
    },
    /// One more.
    #[serde(rename_all = "camelCase")]
    Candidate {
        /// The candidate line; an empty one is end-of-candidates.
        candidate: String,
        /// The `mid` of its m-line.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        sdp_mid: Option<String>,
        /// The index of its m-line in the SDP, from 0.
        #[serde(skip_serializing_if = "Option::is_none", default, rename = "sdpMLineIndex")]
        sdp_m_line_index: Option<u32>,
    },
}

impl Candidate {
    /// No more candidates follow.
    pub const COMPLETED: Self = Self::Completed { completed: true };

    /// A candidate of the m-line with this `mid`.
    pub fn of_mid(candidate: impl Into<String>, mid: impl Into<String>) -> Self {
        Self::Candidate { candidate: candidate.into(), sdp_mid: Some(mid.into()), sdp_m_line_index: None }
    }

    /// A candidate of the m-line with this index.
    pub fn of_index(candidate: impl Into<String>, index: u32) -> Self {
        Self::Candidate { candidate: candidate.into(), sdp_mid: None, sdp_m_line_index: Some(index) }
    }

    /// Writes end-of-candidates as Janus expects it: browsers have an empty candidate line, Janus has `completed`.
    #[must_use]
    pub fn normalised(self) -> Self {
        match self {
            Self::Candidate { candidate, .. } if candidate.is_empty() => Self::COMPLETED,
            other => other,
        }
    }
}

impl fmt::Debug for Candidate {
    /// Without the candidate line, which contains addresses.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Completed { .. } => f.write_str("Completed"),
            Self::Candidate { sdp_mid, sdp_m_line_index, .. } => f
                .debug_struct("Candidate")
                .field("sdp_mid", sdp_mid)
                .field("sdp_m_line_index", sdp_m_line_index)
                .finish_non_exhaustive(),
        }
    }
}
