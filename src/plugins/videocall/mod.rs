//! VideoCall, `janus.plugin.videocall`: calls between two users of the same Janus server, by username.
//!
//! After [`Register`], a [`Call`] sends the other user an [`Event::IncomingCall`] with the SDP offer. [`Accept`]
//! sends the caller an [`Event::Accepted`] with the SDP answer.
//!
#![doc = include_str!("../generated/videocall.md")]

mod replies;
mod requests;

pub use replies::*;
pub use requests::*;

use super::events::Condition::{Has, Is};
use super::{Plugin, RawEvent, Rule, classify, flattened};
use crate::error::Error;
use crate::wire::Payload;

/// The VideoCall plugin.
#[derive(Clone, Copy, Debug)]
pub enum VideoCall {}

impl Plugin for VideoCall {
    const PACKAGE: &'static str = "janus.plugin.videocall";
    const RULES: &'static [Rule] = RULES;
    const DROPPABLE: &'static [&'static str] = &["slowlink", "simulcast"];
    type Event = Event;

    fn event(message: &impl Payload) -> Event {
        Event::read(message).unwrap_or_else(|| Event::Other(RawEvent::new(message)))
    }
}

/// The events of VideoCall.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// A call comes in.
    IncomingCall(IncomingCall),
    /// The peer accepted the call.
    Accepted(Accepted),
    /// The peer renegotiates the call.
    Update(Update),
    /// The call ended.
    Hangup(Hangup),
    /// The simulcast layer that Janus relays was changed.
    Simulcast(Simulcast),
    /// Janus reports packet loss.
    SlowLink(SlowLink),
    /// The response to `Register`, if it comes after its request has ended.
    Registered(Registered),
    /// The response to `Call`, if it comes after its request has ended.
    Calling(Calling),
    /// The response to `Set`, if it comes after its request has ended.
    Set(Done),
    /// The response to `List`, if it comes after its request has ended.
    List(Users),
    /// An error that belongs to no pending request.
    Error(Error),
    /// An event that this version does not know.
    Other(RawEvent),
}

/// The rules that classify a message as an event; the first rule that holds wins.
pub const RULES: &[Rule] = &[
    Rule { event: "error", when: &[Has("error_code")] },
    Rule { event: "error", when: &[Has("error")] },
    Rule { event: "incoming_call", when: &[Is("result.event", "incomingcall")] },
    Rule { event: "accepted", when: &[Is("result.event", "accepted")] },
    Rule { event: "update", when: &[Is("result.event", "update")] },
    Rule { event: "hangup", when: &[Is("result.event", "hangup")] },
    Rule { event: "simulcast", when: &[Is("result.event", "simulcast")] },
    Rule { event: "slowlink", when: &[Is("result.event", "slow_link")] },
    Rule { event: "registered", when: &[Is("result.event", "registered")] },
    Rule { event: "calling", when: &[Is("result.event", "calling")] },
    Rule { event: "set", when: &[Is("result.event", "set")] },
    Rule { event: "list", when: &[Has("result.list")] },
];

impl Event {
    fn read(message: &impl Payload) -> Option<Self> {
        let jsep = || message.jsep().ok();
        let read = match classify(message, RULES)? {
            "error" => Self::Error(message.plugin_refusal()?),
            "incoming_call" => {
                Self::IncomingCall(IncomingCall { jsep: jsep()??, ..flattened(message).ok()? })
            }
            "accepted" => Self::Accepted(Accepted { jsep: jsep()?, ..flattened(message).ok()? }),
            "update" => Self::Update(Update { jsep: jsep()??, ..flattened(message).ok()? }),
            "hangup" => Self::Hangup(flattened(message).ok()?),
            "simulcast" => Self::Simulcast(flattened(message).ok()?),
            "slowlink" => Self::SlowLink(flattened(message).ok()?),
            "registered" => Self::Registered(flattened(message).ok()?),
            "calling" => Self::Calling(flattened(message).ok()?),
            "set" => Self::Set(flattened(message).ok()?),
            "list" => Self::List(flattened(message).ok()?),
            _ => return None,
        };
        Some(read)
    }
}

/// The error codes of VideoCall.
pub mod error_code {
    /// The message has no body.
    pub const NO_MESSAGE: i64 = 470;
    /// The body is not a JSON object.
    pub const INVALID_JSON: i64 = 471;
    /// The plugin does not know the request.
    pub const INVALID_REQUEST: i64 = 472;
    /// The handle must register a username first.
    pub const REGISTER_FIRST: i64 = 473;
    /// A field has the wrong type or an invalid value.
    pub const INVALID_ELEMENT: i64 = 474;
    /// A required field is missing.
    pub const MISSING_ELEMENT: i64 = 475;
    /// The username is already in use.
    pub const USERNAME_TAKEN: i64 = 476;
    /// The handle has already registered a username.
    pub const ALREADY_REGISTERED: i64 = 477;
    /// The username is not registered.
    pub const NO_SUCH_USERNAME: i64 = 478;
    /// The handle can't call itself.
    pub const USE_ECHO_TEST: i64 = 479;
    /// The handle is already in a call.
    pub const ALREADY_IN_CALL: i64 = 480;
    /// There is no incoming call.
    pub const NO_CALL: i64 = 481;
    /// The SDP is missing.
    pub const MISSING_SDP: i64 = 482;
    /// The SDP is invalid.
    pub const INVALID_SDP: i64 = 483;
    /// An error without a code of its own.
    pub const UNKNOWN_ERROR: i64 = 499;
}
