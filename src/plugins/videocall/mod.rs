//! VideoCall, `janus.plugin.videocall`: two users of one Janus call each other by name.
//!
//! After [`Register`], [`Call`] brings the other user an [`Event::IncomingCall`] with the offer;
//! [`Accept`] brings the caller an [`Event::Accepted`] with the answer.

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
    type Event = Event;

    fn event(message: &impl Payload) -> Event {
        Event::read(message).unwrap_or_else(|| Event::Other(RawEvent::new(message)))
    }

    fn droppable(message: &impl Payload) -> bool {
        matches!(classify(message, RULES), Some("slowlink" | "simulcast"))
    }
}

/// What VideoCall tells without being asked.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// Somebody calls.
    IncomingCall(IncomingCall),
    /// The other one took the call.
    Accepted(Accepted),
    /// The other one negotiates anew.
    Update(Update),
    /// The call is over.
    Hangup(Hangup),
    /// Another simulcast layer comes.
    Simulcast(Simulcast),
    /// Packets are being lost.
    SlowLink(SlowLink),
    /// The response to `Register`, where it comes after its request has ended.
    Registered(Registered),
    /// The response to `Call`, where it comes after its request has ended.
    Calling(Calling),
    /// The response to `Set`, where it comes after its request has ended.
    Set(Done),
    /// The response to `List`, where it comes after its request has ended.
    List(Users),
    /// Something failed.
    Error(Error),
    /// An event that this version does not know.
    Other(RawEvent),
}

/// Which event a message is.
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
            "incoming_call" => Self::IncomingCall(IncomingCall { jsep: jsep()?, ..flattened(message).ok()? }),
            "accepted" => Self::Accepted(Accepted { jsep: jsep()?, ..flattened(message).ok()? }),
            "update" => Self::Update(Update { jsep: jsep()?, ..flattened(message).ok()? }),
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

/// VideoCall's error codes.
pub mod error_code {
    /// No message.
    pub const NO_MESSAGE: i64 = 470;
    /// The body is no JSON object.
    pub const INVALID_JSON: i64 = 471;
    /// No such request.
    pub const INVALID_REQUEST: i64 = 472;
    /// The handle has no name yet.
    pub const REGISTER_FIRST: i64 = 473;
    /// A field is wrong.
    pub const INVALID_ELEMENT: i64 = 474;
    /// A field is missing.
    pub const MISSING_ELEMENT: i64 = 475;
    /// Somebody else has the name.
    pub const USERNAME_TAKEN: i64 = 476;
    /// The handle has a name already.
    pub const ALREADY_REGISTERED: i64 = 477;
    /// Nobody has the name.
    pub const NO_SUCH_USERNAME: i64 = 478;
    /// One can't call oneself.
    pub const USE_ECHO_TEST: i64 = 479;
    /// The handle is in a call.
    pub const ALREADY_IN_CALL: i64 = 480;
    /// There is no call to take.
    pub const NO_CALL: i64 = 481;
    /// The offer is missing.
    pub const MISSING_SDP: i64 = 482;
    /// The SDP can't be used.
    pub const INVALID_SDP: i64 = 483;
    /// Anything else.
    pub const UNKNOWN_ERROR: i64 = 499;
}
