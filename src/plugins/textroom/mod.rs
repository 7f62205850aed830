//! TextRoom, `janus.plugin.textroom`: text by data channels, in rooms.
//!
//! [`Setup`], then [`Ack`] with the answer to its offer, make the data channel's PeerConnection.
//! Joining a room and writing to it goes over the data channel, see [`channel`]; the other requests
//! go either way.

mod replies;
pub mod channel;
mod manage;
mod setup;

pub use replies::*;
pub use manage::*;
pub use setup::*;

use super::events::Condition::{Has, Is};
use super::{Plugin, RawEvent, Rule, classify, expect};
use crate::error::Error;
use crate::wire::Payload;

/// The TextRoom plugin.
#[derive(Clone, Copy, Debug)]
pub enum TextRoom {}

impl Plugin for TextRoom {
    const PACKAGE: &'static str = "janus.plugin.textroom";
    const RULES: &'static [Rule] = RULES;
    type Event = Event;

    fn event(message: &impl Payload) -> Event {
        Event::read(message).unwrap_or_else(|| Event::Other(RawEvent::new(message)))
    }
}

/// What TextRoom tells without being asked; the rooms' own events come by the data channel.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// The response to `Setup`, `Ack` or `Restart`, where it comes after its request has ended.
    Result(Negotiation),
    /// Something failed.
    Error(Error),
    /// An event that this version does not know.
    Other(RawEvent),
}

/// Which event a message is. A list of participants has no `textroom`, and until Janus 1.3.1
/// a success after `Kick` is called `textbridge`.
pub const RULES: &[Rule] = &[
    Rule { event: "error", when: &[Has("error_code")] },
    Rule { event: "error", when: &[Has("error")] },
    Rule { event: "created", when: &[Is("textroom", "created")] },
    Rule { event: "edited", when: &[Is("textroom", "edited")] },
    Rule { event: "destroyed", when: &[Is("textroom", "destroyed")] },
    Rule { event: "result", when: &[Is("textroom", "event"), Has("result")] },
    Rule { event: "exists", when: &[Is("textroom", "success"), Has("exists")] },
    Rule { event: "list", when: &[Is("textroom", "success"), Has("list")] },
    Rule { event: "participants_list", when: &[Has("participants")] },
    Rule { event: "success", when: &[Is("textroom", "success")] },
    Rule { event: "success", when: &[Is("textbridge", "success")] },
];

impl Event {
    fn read(message: &impl Payload) -> Option<Self> {
        let read = match classify(message, RULES)? {
            "error" => Self::Error(message.plugin_refusal()?),
            "result" => {
                Self::Result(Negotiation { jsep: message.jsep().ok()?, ..message.plugin_data().ok()? })
            }
            _ => return None,
        };
        Some(read)
    }
}

/// TextRoom's error codes.
pub mod error_code {
    /// No message.
    pub const NO_MESSAGE: i64 = 411;
    /// The body is no JSON object.
    pub const INVALID_JSON: i64 = 412;
    /// A field is missing.
    pub const MISSING_ELEMENT: i64 = 413;
    /// A field is wrong.
    pub const INVALID_ELEMENT: i64 = 414;
    /// No such request, or none for this way.
    pub const INVALID_REQUEST: i64 = 415;
    /// There is a PeerConnection already, or none yet.
    pub const ALREADY_SETUP: i64 = 416;
    /// No such room.
    pub const NO_SUCH_ROOM: i64 = 417;
    /// The room exists already.
    pub const ROOM_EXISTS: i64 = 418;
    /// A wrong secret, pin or token.
    pub const UNAUTHORIZED: i64 = 419;
    /// The name is taken.
    pub const USERNAME_EXISTS: i64 = 420;
    /// The participant is in the room already.
    pub const ALREADY_IN_ROOM: i64 = 421;
    /// The participant is not in the room.
    pub const NOT_IN_ROOM: i64 = 422;
    /// No such participant.
    pub const NO_SUCH_USER: i64 = 423;
    /// Anything else.
    pub const UNKNOWN_ERROR: i64 = 499;
}
