//! NoSIP, `janus.plugin.nosip`: connects WebRTC with plain RTP; the application does the signaling itself.
//!
//! As the caller, [`Generate`] converts the WebRTC offer to a plain SDP for the peer, and [`Process`] converts the
//! peer's plain answer to a WebRTC answer. As the callee, [`Process`] converts the peer's offer, and [`Generate`] the
//! WebRTC answer.
//!
#![doc = include_str!("../generated/nosip.md")]

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

/// The events of NoSIP.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// The response to `Generate`, if it comes after its request has ended.
    Generated(Generated),
    /// The response to `Process`, if it comes after its request has ended.
    Processed(Processed),
    /// The response to `HangupCall`, if it comes after its request has ended.
    HangingUp(Done),
    /// The response to `Recording`, if it comes after its request has ended.
    RecordingUpdated(Done),
    /// The response to `Keyframe`, if it comes after its request has ended.
    KeyframeSent(Done),
    /// The response to `StartForward`, if it comes after its request has ended.
    Forwarded(Forwarded),
    /// The response to `StopForward`, if it comes after its request has ended.
    ForwardStopped(ForwardStopped),
    /// The response to `ListForward`, if it comes after its request has ended.
    Forwarders(Forwarders),
    /// An error that belongs to no pending request.
    Error(Error),
    /// An event that this version does not know.
    Other(RawEvent),
}

/// The rules that classify a message as an event; the first rule that holds wins.
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
            "processed" => {
                Self::Processed(Processed { jsep: message.jsep().ok()??, ..flattened(message).ok()? })
            }
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

/// The error codes of NoSIP.
pub mod error_code {
    /// The message has no body.
    pub const NO_MESSAGE: i64 = 440;
    /// The body is not a JSON object.
    pub const INVALID_JSON: i64 = 441;
    /// The plugin does not know the request.
    pub const INVALID_REQUEST: i64 = 442;
    /// A required field is missing.
    pub const MISSING_ELEMENT: i64 = 443;
    /// A field has the wrong type or an invalid value, or the media are encrypted end to end.
    pub const INVALID_ELEMENT: i64 = 444;
    /// The request does not fit the state: there is no session to change or to end.
    pub const WRONG_STATE: i64 = 445;
    /// The SDP is missing, or has data channels.
    pub const MISSING_SDP: i64 = 446;
    /// The SDP is invalid.
    pub const INVALID_SDP: i64 = 447;
    /// Janus could not open the RTP ports.
    pub const IO_ERROR: i64 = 448;
    /// The recording failed.
    pub const RECORDING_ERROR: i64 = 449;
    /// One side requires SRTP and the other side does not support it.
    pub const TOO_STRICT: i64 = 450;
    /// The forwarder does not exist (Janus 1.4.0 and newer).
    pub const NO_SUCH_STREAM: i64 = 451;
    /// An error without a code of its own.
    pub const UNKNOWN_ERROR: i64 = 499;
}
