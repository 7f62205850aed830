//! TextRoom, `janus.plugin.textroom`: rooms for texts over data channels.
//!
//! [`Setup`], and [`Ack`] with the answer to its offer, establish the PeerConnection of the data channel. Joining a
//! room and sending messages go over the data channel, see [`channel`]. The other requests go over the handle or over
//! the data channel.
//!
#![doc = include_str!("../generated/textroom.md")]

pub mod channel;
mod manage;
mod replies;
mod setup;

pub use manage::*;
pub use replies::*;
pub use setup::*;

use super::events::Condition::{Has, Is};
use super::{Plugin, RawEvent, Rule, classify};
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

/// The events of TextRoom's handle. The events of the rooms arrive on the data channel.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// The response to `Setup`, `Ack` or `Restart`, if it comes after its request has ended.
    Result(Negotiation),
    /// An error that belongs to no pending request.
    Error(Error),
    /// An event that this version does not know.
    Other(RawEvent),
}

/// The rules that classify a message as an event; the first rule that holds wins. Up to Janus 1.3.1 a list of
/// participants has no `textroom` field, and the response to `Kick` has `textbridge` instead.
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

/// The error codes of TextRoom.
pub mod error_code {
    /// The message has no body.
    pub const NO_MESSAGE: i64 = 411;
    /// The body is not a JSON object.
    pub const INVALID_JSON: i64 = 412;
    /// A required field is missing.
    pub const MISSING_ELEMENT: i64 = 413;
    /// A field has the wrong type or an invalid value.
    pub const INVALID_ELEMENT: i64 = 414;
    /// The plugin does not know the request, or not on this channel.
    pub const INVALID_REQUEST: i64 = 415;
    /// The handle already has a PeerConnection, or has none to restart.
    pub const ALREADY_SETUP: i64 = 416;
    /// The room does not exist.
    pub const NO_SUCH_ROOM: i64 = 417;
    /// The room already exists.
    pub const ROOM_EXISTS: i64 = 418;
    /// The secret, the PIN or the token is missing or wrong.
    pub const UNAUTHORIZED: i64 = 419;
    /// The username is already in use.
    pub const USERNAME_EXISTS: i64 = 420;
    /// The participant has already joined the room.
    pub const ALREADY_IN_ROOM: i64 = 421;
    /// The participant has not joined the room.
    pub const NOT_IN_ROOM: i64 = 422;
    /// The participant does not exist.
    pub const NO_SUCH_USER: i64 = 423;
    /// An error without a code of its own.
    pub const UNKNOWN_ERROR: i64 = 499;
}
