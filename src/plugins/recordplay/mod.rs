//! Record&Play, `janus.plugin.recordplay`: records media on the server, and plays recordings.
//!
//! [`Record`] takes an offer; [`Play`] brings one, to be answered with [`Start`]. A recording can
//! be played once it has ended.

mod replies;
mod requests;

pub use replies::*;
pub use requests::*;

use super::events::Condition::{Has, Is};
use super::{Plugin, RawEvent, Rule, classify, flattened};
use crate::error::Error;
use crate::wire::Payload;

/// The Record&Play plugin.
#[derive(Clone, Copy, Debug)]
pub enum RecordPlay {}

impl Plugin for RecordPlay {
    const PACKAGE: &'static str = "janus.plugin.recordplay";
    const RULES: &'static [Rule] = RULES;
    type Event = Event;

    fn event(message: &impl Payload) -> Event {
        Event::read(message).unwrap_or_else(|| Event::Other(RawEvent::new(message)))
    }

    fn droppable(message: &impl Payload) -> bool {
        classify(message, RULES) == Some("slowlink")
    }
}

/// What Record&Play tells without being asked.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// Recording or playing is over.
    Done(Finished),
    /// Packets are being lost.
    SlowLink(SlowLink),
    /// The response to `Record`, `Play`, `Start`, `Pause`, `Resume` or `Stop`, where it comes after its request has ended.
    Status(Status),
    /// The response to `Pause` or `Resume`, where it comes after its request has ended.
    Nothing(Status),
    /// Something failed.
    Error(Error),
    /// An event that this version does not know.
    Other(RawEvent),
}

/// Which event a message is. Before Janus 1.3.1 the `result` that says `done` is a text.
pub const RULES: &[Rule] = &[
    Rule { event: "error", when: &[Has("error_code")] },
    Rule { event: "error", when: &[Has("error")] },
    Rule { event: "slowlink", when: &[Is("result.status", "slow_link")] },
    Rule { event: "done", when: &[Is("result.status", "done")] },
    Rule { event: "done", when: &[Is("result", "done")] },
    Rule { event: "status", when: &[Has("result.status")] },
    Rule { event: "list", when: &[Is("recordplay", "list")] },
    Rule { event: "configured", when: &[Is("recordplay", "configure")] },
    Rule { event: "ok", when: &[Is("recordplay", "ok")] },
    Rule { event: "nothing", when: &[Is("recordplay", "event")] },
];

/// Janode's key.
pub const KEYS: &[(&str, &str)] = &[("slowlink", "slow_link")];

impl Event {
    fn read(message: &impl Payload) -> Option<Self> {
        let read = match classify(message, RULES)? {
            "error" => Self::Error(message.plugin_refusal()?),
            "done" => Self::Done(flattened(message).ok()?),
            "slowlink" => Self::SlowLink(flattened(message).ok()?),
            "status" => Self::Status(Status { jsep: message.jsep().ok()?, ..flattened(message).ok()? }),
            "nothing" => Self::Nothing(Status { jsep: message.jsep().ok()?, ..flattened(message).ok()? }),
            _ => return None,
        };
        Some(read)
    }
}

/// Record&Play's error codes.
pub mod error_code {
    /// No message.
    pub const NO_MESSAGE: i64 = 411;
    /// The body is no JSON object.
    pub const INVALID_JSON: i64 = 412;
    /// No such request.
    pub const INVALID_REQUEST: i64 = 413;
    /// A field is wrong, or an SDP came where none may.
    pub const INVALID_ELEMENT: i64 = 414;
    /// A field is missing.
    pub const MISSING_ELEMENT: i64 = 415;
    /// No such recording.
    pub const NOT_FOUND: i64 = 416;
    /// The recording's files can't be read.
    pub const INVALID_RECORDING: i64 = 417;
    /// Nothing is being played.
    pub const INVALID_STATE: i64 = 418;
    /// The SDP can't be used.
    pub const INVALID_SDP: i64 = 419;
    /// The id is taken.
    pub const RECORDING_EXISTS: i64 = 420;
    /// A wrong `admin_key` (Janus 1.3.1 and newer).
    pub const UNAUTHORIZED: i64 = 440;
    /// Anything else.
    pub const UNKNOWN_ERROR: i64 = 499;
}
