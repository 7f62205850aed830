//! Record&Play, `janus.plugin.recordplay`: records media on the server and plays recordings.
//!
//! [`Record`] carries an SDP offer. The response to [`Play`] carries one, which [`Start`] answers. A recording can be
//! played after it has ended.
//!
#![doc = include_str!("../generated/recordplay.md")]

mod replies;
mod requests;
pub mod role;

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
    const DROPPABLE: &'static [&'static str] = &["slowlink"];
    type Event = Event;

    fn event(message: &impl Payload) -> Event {
        Event::read(message).unwrap_or_else(|| Event::Other(RawEvent::new(message)))
    }
}

/// The events of Record&Play.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// The recording or the playback ended.
    Done(Finished),
    /// Janus reports packet loss.
    SlowLink(SlowLink),
    /// The response to `Record`, `Play`, `Start`, `Pause`, `Resume` or `Stop`, if it comes after its request has
    /// ended.
    Status(Status),
    /// The response to `Pause` or `Resume` without a recording, if it comes after its request has ended.
    Nothing(Status),
    /// An error that belongs to no pending request.
    Error(Error),
    /// An event that this version does not know.
    Other(RawEvent),
}

/// The rules that classify a message as an event; the first rule that holds wins. Before Janus 1.3.1 the `result` of
/// the event `done` is a text.
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

/// The events whose key in JavaScript is Janode's and not the event's name in capitals.
pub const EVENT_KEYS: &[(&str, &str)] = &[("slowlink", "slow_link")];

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

/// The error codes of Record&Play.
pub mod error_code {
    /// The message has no body.
    pub const NO_MESSAGE: i64 = 411;
    /// The body is not a JSON object.
    pub const INVALID_JSON: i64 = 412;
    /// The plugin does not know the request.
    pub const INVALID_REQUEST: i64 = 413;
    /// A field has the wrong type or an invalid value, or the request must not carry an SDP.
    pub const INVALID_ELEMENT: i64 = 414;
    /// A required field is missing.
    pub const MISSING_ELEMENT: i64 = 415;
    /// The recording does not exist.
    pub const NOT_FOUND: i64 = 416;
    /// The files of the recording can't be read.
    pub const INVALID_RECORDING: i64 = 417;
    /// The handle plays no recording.
    pub const INVALID_STATE: i64 = 418;
    /// The SDP is missing or invalid.
    pub const INVALID_SDP: i64 = 419;
    /// The id is already in use.
    pub const RECORDING_EXISTS: i64 = 420;
    /// The `admin_key` is missing or wrong (Janus 1.3.1 and newer).
    pub const UNAUTHORIZED: i64 = 440;
    /// An error without a code of its own.
    pub const UNKNOWN_ERROR: i64 = 499;
}
