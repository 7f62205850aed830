//! VoiceMail, `janus.plugin.voicemail`: records ten seconds of Opus audio to a file on the server.
//!
//! Janus 1.1.3 and newer do not have this plugin.
//!
#![doc = include_str!("generated/voicemail.md")]

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::events::Condition::Has;
use super::{NeedsJsep, Plugin, RawEvent, Request, Rule, SetJsep, classify};
use crate::error::Error;
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

/// Starts a recording with an SDP offer of Opus audio; the response carries the SDP answer (`"request": "record"`).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Record {
    /// The SDP offer.
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
    const ANSWERS_JSEP: bool = true;
    const RESPONSE_EVENTS: &'static [&'static str] = &["status"];

    fn sent_jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    const SET_JSEP: SetJsep<Self::Reply> = SetJsep::Optional(|reply, jsep| reply.jsep = jsep);
}

/// Renegotiates the PeerConnection of a recording with an SDP offer (`"request": "update"`).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Update {
    /// The SDP offer.
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
    const ANSWERS_JSEP: bool = true;
    const RESPONSE_EVENTS: &'static [&'static str] = &["status"];

    fn sent_jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    const SET_JSEP: SetJsep<Self::Reply> = SetJsep::Optional(|reply, jsep| reply.jsep = jsep);
}

/// Stops a recording before its ten seconds are over (`"request": "stop"`).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
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
    const SET_JSEP: SetJsep<Self::Reply> = SetJsep::Optional(|reply, jsep| reply.jsep = jsep);
}

/// The state of a recording.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Status {
    /// The state: `starting`, `started`, `updating` or `done`.
    pub status: State,
    /// The URL of the recording; only with `done`.
    pub recording: Option<String>,
    /// The SDP answer to an offer.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

words! {
    /// The state of a recording.
    State {
        /// The PeerConnection is being set up.
        Starting = "starting",
        /// The recording runs.
        Started = "started",
        /// The PeerConnection is being renegotiated.
        Updating = "updating",
        /// The recording has ended.
        Done = "done",
    }
}

/// The events of VoiceMail.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// The recording started (`started`), or ended after ten seconds (`done`).
    Status(Status),
    /// An error that belongs to no pending request.
    Error(Error),
    /// An event that this version does not know.
    Other(RawEvent),
}

/// The rules that classify a message as an event; the first rule that holds wins.
pub const RULES: &[Rule] = &[
    Rule { event: "error", when: &[Has("error_code")] },
    Rule { event: "error", when: &[Has("error")] },
    Rule { event: "status", when: &[Has("status")] },
];

impl Event {
    fn read(message: &impl Payload) -> Option<Self> {
        let read = match classify(message, RULES)? {
            "error" => Self::Error(message.plugin_refusal()?),
            "status" => Self::Status(Status { jsep: message.jsep().ok()?, ..message.plugin_data().ok()? }),
            _ => return None,
        };
        Some(read)
    }
}

/// The error codes of VoiceMail.
pub mod error_code {
    /// The message has no body.
    pub const NO_MESSAGE: i64 = 460;
    /// The body is not a JSON object.
    pub const INVALID_JSON: i64 = 461;
    /// The plugin does not know the request.
    pub const INVALID_REQUEST: i64 = 462;
    /// A required field is missing.
    pub const MISSING_ELEMENT: i64 = 463;
    /// A field has the wrong type or an invalid value.
    pub const INVALID_ELEMENT: i64 = 464;
    /// The handle already records.
    pub const ALREADY_RECORDING: i64 = 465;
    /// The file can't be written.
    pub const IO_ERROR: i64 = 466;
    /// The Ogg library failed.
    pub const LIBOGG_ERROR: i64 = 467;
    /// The handle does not record.
    pub const INVALID_STATE: i64 = 468;
    /// An error without a code of its own.
    pub const UNKNOWN_ERROR: i64 = 499;
}
