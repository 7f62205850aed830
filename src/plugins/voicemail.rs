//! VoiceMail, `janus.plugin.voicemail`: records ten seconds of speech to a file on the server.
//!
//! Janus 1.1.3 and newer have it no more.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::events::Condition::Has;
use super::{NeedsJsep, Plugin, RawEvent, Request, Rule, classify, expect};
use crate::error::{Error, Result};
use crate::wire::{Jsep, Payload};

/// The VoiceMail plugin.
#[derive(Clone, Copy, Debug)]
pub enum VoiceMail {}

impl Plugin for VoiceMail {
    const PACKAGE: &'static str = "janus.plugin.voicemail";
    const RULES: &'static [Rule] = RULES;
    type Event = Event;

    fn event(message: &impl Payload) -> Event {
        Event::read(message).unwrap_or_else(|| Event::Other(RawEvent::new(message)))
    }
}

/// Begins a recording with an offer of Opus audio; the answer comes back.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Record {
    /// The offer.
    #[serde(skip)]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know; they go to Janus as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Record {
    type Plugin = VoiceMail;
    type Reply = Status;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "record")];
    const NEEDS_JSEP: NeedsJsep = NeedsJsep::Always;
    const RESPONSE_EVENTS: &'static [&'static str] = &["status"];

    fn jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    fn reply(message: &impl Payload) -> Result<Status> {
        expect::<Self>(message)?;
        Ok(Status { jsep: message.jsep()?, ..message.plugin_data()? })
    }
}

/// Negotiates a running recording's PeerConnection anew.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Update {
    /// The offer.
    #[serde(skip)]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know; they go to Janus as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Update {
    type Plugin = VoiceMail;
    type Reply = Status;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "update")];
    const NEEDS_JSEP: NeedsJsep = NeedsJsep::Always;
    const RESPONSE_EVENTS: &'static [&'static str] = &["status"];

    fn jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    fn reply(message: &impl Payload) -> Result<Status> {
        expect::<Self>(message)?;
        Ok(Status { jsep: message.jsep()?, ..message.plugin_data()? })
    }
}

/// Ends a recording before its ten seconds are over.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Stop {
    /// Fields that this version does not know; they go to Janus as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Stop {
    type Plugin = VoiceMail;
    type Reply = Status;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "stop")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["status"];

    fn reply(message: &impl Payload) -> Result<Status> {
        expect::<Self>(message)?;
        message.plugin_data()
    }
}

/// How a recording goes on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Status {
    /// `starting`, `started`, `updating` or `done`.
    pub status: Option<String>,
    /// Where to fetch the recording, once it is done.
    pub recording: Option<String>,
    /// The answer to an offer.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// What VoiceMail tells without being asked.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// The recording began (`started`), or ended by itself (`done`).
    Status(Status),
    /// Something failed.
    Error(Error),
    /// An event that this version does not know.
    Other(RawEvent),
}

/// Which event a message is.
pub const RULES: &[Rule] = &[
    Rule { event: "error", when: &[Has("error_code")] },
    Rule { event: "error", when: &[Has("error")] },
    Rule { event: "status", when: &[Has("status")] },
];

impl Event {
    fn read(message: &impl Payload) -> Option<Self> {
        let read = match classify(message, RULES)? {
            "error" => Self::Error(message.plugin_refusal()?),
            _ => Self::Status(Status { jsep: message.jsep().ok()?, ..message.plugin_data().ok()? }),
        };
        Some(read)
    }
}

/// VoiceMail's error codes.
pub mod error_code {
    /// No message.
    pub const NO_MESSAGE: i64 = 460;
    /// The body is no JSON object.
    pub const INVALID_JSON: i64 = 461;
    /// No such request.
    pub const INVALID_REQUEST: i64 = 462;
    /// A field is missing.
    pub const MISSING_ELEMENT: i64 = 463;
    /// A field is wrong.
    pub const INVALID_ELEMENT: i64 = 464;
    /// A recording is running already.
    pub const ALREADY_RECORDING: i64 = 465;
    /// The file can't be written.
    pub const IO_ERROR: i64 = 466;
    /// The file's container failed.
    pub const LIBOGG_ERROR: i64 = 467;
    /// No recording is running.
    pub const INVALID_STATE: i64 = 468;
    /// Anything else.
    pub const UNKNOWN_ERROR: i64 = 499;
}
