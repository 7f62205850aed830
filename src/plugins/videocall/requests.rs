//! What can be asked of VideoCall.

use serde::Serialize;
use serde_json::{Map, Value};

use super::VideoCall;
use super::replies::{Accepted, Calling, Done, Hangup, Registered, Users};
use crate::engine::Idempotency;
use crate::error::Result;
use crate::plugins::{NeedsJsep, Request, expect, flattened};
use crate::wire::{Jsep, Payload};

/// Lists the names that are registered.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct List {
    /// Fields that this version does not know; they go to Janus as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for List {
    type Plugin = VideoCall;
    type Reply = Users;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "list")];
    const IDEMPOTENCY: Idempotency = Idempotency::Idempotent;
    const RESPONSE_EVENTS: &'static [&'static str] = &["list"];

    fn reply(message: &impl Payload) -> Result<Users> {
        expect::<Self>(message)?;
        flattened(message)
    }
}

/// Takes a name, for as long as the handle lives.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Register {
    /// The name.
    pub username: String,
    /// Fields that this version does not know; they go to Janus as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Register {
    type Plugin = VideoCall;
    type Reply = Registered;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "register")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["registered"];

    fn reply(message: &impl Payload) -> Result<Registered> {
        expect::<Self>(message)?;
        flattened(message)
    }
}

/// Calls somebody with an offer.
///
/// The answer says `calling`, or `hangup` with a reason when the other one is busy.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Call {
    /// Whom.
    pub username: String,
    /// The offer.
    #[serde(skip)]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know; they go to Janus as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Call {
    type Plugin = VideoCall;
    type Reply = Calling;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "call")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["calling", "hangup"];

    fn jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    fn reply(message: &impl Payload) -> Result<Calling> {
        expect::<Self>(message)?;
        flattened(message)
    }
}

/// Takes a call with an answer to its offer.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Accept {
    /// The answer.
    #[serde(skip)]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know; they go to Janus as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Accept {
    type Plugin = VideoCall;
    type Reply = Accepted;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "accept")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["accepted"];

    fn jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    fn reply(message: &impl Payload) -> Result<Accepted> {
        expect::<Self>(message)?;
        flattened(message)
    }
}

/// Changes a call; with an offer or an answer it is negotiated anew.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Set {
    /// Whether audio goes to the other one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio: Option<bool>,
    /// Whether video goes to the other one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video: Option<bool>,
    /// The most that this side may send, in bit/s; 0 for no limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bitrate: Option<u64>,
    /// Begin or end a recording on the server.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<bool>,
    /// The recording's path on the server, without `-audio.mjr` and the like.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filename: Option<String>,
    /// The offer is for a restart of ICE; without an offer it is an error (`InvalidArgument`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub restart: Option<bool>,
    /// The simulcast substream to get, 0 to 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub substream: Option<u8>,
    /// The simulcast temporal layers to get, 0 to 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temporal: Option<u8>,
    /// Microseconds without media before a lower substream is taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fallback: Option<u64>,
    /// An offer for the other one, or the answer to an update.
    #[serde(skip)]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know; they go to Janus as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Set {
    type Plugin = VideoCall;
    type Reply = Done;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "set")];
    const NEEDS_JSEP: NeedsJsep = NeedsJsep::Exchanged(&["restart"]);
    const RESPONSE_EVENTS: &'static [&'static str] = &["set"];

    fn jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    fn reply(message: &impl Payload) -> Result<Done> {
        expect::<Self>(message)?;
        flattened(message)
    }
}

/// Ends a call, or declines one.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct HangupCall {
    /// Why; the other one is told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Fields that this version does not know; they go to Janus as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for HangupCall {
    type Plugin = VideoCall;
    type Reply = Hangup;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "hangup")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["hangup"];

    fn reply(message: &impl Payload) -> Result<Hangup> {
        expect::<Self>(message)?;
        flattened(message)
    }
}
