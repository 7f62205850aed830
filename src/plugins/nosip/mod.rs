//! NoSIP, `janus.plugin.nosip`: between WebRTC and plain RTP, for a signalling of one's own.
//!
//! To call: [`Generate`] makes a plain SDP of an offer, [`Process`] a WebRTC answer of the peer's
//! SDP. To be called: the other way round.

mod replies;
mod requests;

pub use replies::*;
pub use requests::*;

use super::events::Condition::{Has, Is};
use super::{Plugin, RawEvent, Rule, classify, flattened};
use crate::error::Error;
use crate::wire::Payload;

/// The NoSIP plugin.
#[derive(Clone, Copy, Debug)]
pub enum NoSip {}

impl Plugin for NoSip {
    const PACKAGE: &'static str = "janus.plugin.nosip";
    const RULES: &'static [Rule] = RULES;
    type Event = Event;

    fn event(message: &impl Payload) -> Event {
        Event::read(message).unwrap_or_else(|| Event::Other(RawEvent::new(message)))
    }
}

/// What NoSIP tells without being asked.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// The response to `Generate`, where it comes after its request has ended.
    Generated(Generated),
    /// The response to `Process`, where it comes after its request has ended.
    Processed(Processed),
    /// The response to `HangupCall`, where it comes after its request has ended.
    HangingUp(Done),
    /// The response to `Recording`, where it comes after its request has ended.
    RecordingUpdated(Done),
    /// The response to `Keyframe`, where it comes after its request has ended.
    KeyframeSent(Done),
    /// The response to `StartForward`, where it comes after its request has ended.
    Forwarded(Forwarded),
    /// The response to `StopForward`, where it comes after its request has ended.
    ForwardStopped(ForwardStopped),
    /// The response to `ListForward`, where it comes after its request has ended.
    Forwarders(Forwarders),
    /// Something failed.
    Error(Error),
    /// An event that this version does not know.
    Other(RawEvent),
}

/// Which event a message is.
pub const RULES: &[Rule] = &[
    Rule { event: "error", when: &[Has("error_code")] },
    Rule { event: "error", when: &[Has("error")] },
    Rule { event: "generated", when: &[Is("result.event", "generated")] },
    Rule { event: "processed", when: &[Is("result.event", "processed")] },
    Rule { event: "hangingup", when: &[Is("result.event", "hangingup")] },
    Rule { event: "recording_updated", when: &[Is("result.event", "recordingupdated")] },
    Rule { event: "keyframe_sent", when: &[Is("result.event", "keyframesent")] },
    Rule { event: "forwarded", when: &[Is("result.event", "rtp_forward")] },
    Rule { event: "forward_stopped", when: &[Is("result.event", "stop_rtp_forward")] },
    Rule { event: "forwarders", when: &[Is("result.event", "forwarders")] },
];

impl Event {
    fn read(message: &impl Payload) -> Option<Self> {
        let read = match classify(message, RULES)? {
            "error" => Self::Error(message.plugin_refusal()?),
            "generated" => Self::Generated(flattened(message).ok()?),
            "processed" => Self::Processed(Processed { jsep: message.jsep().ok()?, ..flattened(message).ok()? }),
            "hangingup" => Self::HangingUp(flattened(message).ok()?),
            "recording_updated" => Self::RecordingUpdated(flattened(message).ok()?),
            "keyframe_sent" => Self::KeyframeSent(flattened(message).ok()?),
            "forwarded" => Self::Forwarded(flattened(message).ok()?),
            "forward_stopped" => Self::ForwardStopped(flattened(message).ok()?),
            "forwarders" => Self::Forwarders(flattened(message).ok()?),
            _ => return None,
        };
        Some(read)
    }
}

/// NoSIP's error codes.
pub mod error_code {
    /// No message.
    pub const NO_MESSAGE: i64 = 440;
    /// The body is no JSON object.
    pub const INVALID_JSON: i64 = 441;
    /// No such request.
    pub const INVALID_REQUEST: i64 = 442;
    /// A field is missing.
    pub const MISSING_ELEMENT: i64 = 443;
    /// A field is wrong, or the media are encrypted end to end.
    pub const INVALID_ELEMENT: i64 = 444;
    /// There is nothing to change or to end.
    pub const WRONG_STATE: i64 = 445;
    /// The SDP is missing, or has data channels.
    pub const MISSING_SDP: i64 = 446;
    /// The SDP can't be used.
    pub const INVALID_SDP: i64 = 447;
    /// No ports, or no socket.
    pub const IO_ERROR: i64 = 448;
    /// It can't be recorded.
    pub const RECORDING_ERROR: i64 = 449;
    /// One side wants SRTP and the other one does not.
    pub const TOO_STRICT: i64 = 450;
    /// No such forwarder (Janus 1.4.0 and newer).
    pub const NO_SUCH_STREAM: i64 = 451;
    /// Anything else.
    pub const UNKNOWN_ERROR: i64 = 499;
}
