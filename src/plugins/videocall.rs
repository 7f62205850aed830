//! VideoCall, `janus.plugin.videocall`: two users of one Janus call each other by name.
//!
//! After [`Register`], [`Call`] brings the other user an [`Event::IncomingCall`] with the offer;
//! [`Accept`] brings the caller an [`Event::Accepted`] with the answer.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::events::Condition::{Has, Is};
use super::{Lifted, Plugin, Request, Rule, classify, expect, lifted};
use crate::engine::Replay;
use crate::error::{Error, Result};
use crate::wire::{Jsep, Payload};

/// The VideoCall plugin.
#[derive(Clone, Copy, Debug)]
pub enum VideoCall {}

impl Plugin for VideoCall {
    const PACKAGE: &'static str = "janus.plugin.videocall";
    const RULES: &'static [Rule] = RULES;
    type Event = Event;

    fn event(message: &impl Payload) -> Event {
        Event::read(message).unwrap_or_else(|| Event::Other(message.plugin_data().unwrap_or_default()))
    }

    fn droppable(message: &impl Payload) -> bool {
        matches!(classify(message, RULES), Some("slowlink" | "simulcast"))
    }
}

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
    const REPLAY: Replay = Replay::Safe;
    const ANSWERS: &'static [&'static str] = &["list"];

    fn reply(message: &impl Payload) -> Result<Users> {
        expect::<Self>(message)?;
        lifted(message)
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
    const ANSWERS: &'static [&'static str] = &["registered"];

    fn reply(message: &impl Payload) -> Result<Registered> {
        expect::<Self>(message)?;
        lifted(message)
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
    const ANSWERS: &'static [&'static str] = &["calling", "hangup"];

    fn jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    fn reply(message: &impl Payload) -> Result<Calling> {
        expect::<Self>(message)?;
        lifted(message)
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
    const ANSWERS: &'static [&'static str] = &["accepted"];

    fn jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    fn reply(message: &impl Payload) -> Result<Accepted> {
        expect::<Self>(message)?;
        lifted(message)
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
    /// The offer is for a restart of ICE.
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
    const ANSWERS: &'static [&'static str] = &["set"];

    fn jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    fn reply(message: &impl Payload) -> Result<Done> {
        expect::<Self>(message)?;
        lifted(message)
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
    const ANSWERS: &'static [&'static str] = &["hangup"];

    fn reply(message: &impl Payload) -> Result<Hangup> {
        expect::<Self>(message)?;
        lifted(message)
    }
}

/// The names that are registered.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Users {
    /// Each.
    pub list: Option<Vec<String>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Lifted for Users {
    const FROM: &'static str = "result";
}

/// A name was taken.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Registered {
    /// The name.
    pub username: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Lifted for Registered {
    const FROM: &'static str = "result";
}

/// How a call begins.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Calling {
    /// `calling`, or `hangup` when the other one is busy.
    pub event: Option<String>,
    /// The own name, when the other one is busy.
    pub username: Option<String>,
    /// Why the call is over already.
    pub reason: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Lifted for Calling {
    const FROM: &'static str = "result";
}

/// Somebody calls.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct IncomingCall {
    /// Who.
    pub username: Option<String>,
    /// The offer.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Lifted for IncomingCall {
    const FROM: &'static str = "result";
}

/// A call was taken.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Accepted {
    /// By whom; missing where it was this side.
    pub username: Option<String>,
    /// The answer, where it was the other one.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Lifted for Accepted {
    const FROM: &'static str = "result";
}

/// The other one negotiates anew.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Update {
    /// An offer, to be answered with `Set`, or an answer.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Lifted for Update {
    const FROM: &'static str = "result";
}

/// A call is over.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Hangup {
    /// Who ended it.
    pub username: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Lifted for Hangup {
    const FROM: &'static str = "result";
}

/// Another simulcast layer comes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Simulcast {
    /// The video codec.
    pub videocodec: Option<String>,
    /// The substream that comes.
    pub substream: Option<u8>,
    /// The temporal layer that comes.
    pub temporal: Option<u8>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Lifted for Simulcast {
    const FROM: &'static str = "result";
}

/// Packets are being lost.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SlowLink {
    /// `audio` or `video`.
    pub media: Option<String>,
    /// The bitrate cap that is in force, in bit/s.
    #[serde(rename = "current-bitrate")]
    pub bitrate: Option<u64>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Lifted for SlowLink {
    const FROM: &'static str = "result";
}

/// It was done.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Done {
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Lifted for Done {
    const FROM: &'static str = "result";
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
    /// Something failed.
    Error(Error),
    /// An event that this version does not know.
    Other(Value),
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
            "incoming_call" => Self::IncomingCall(IncomingCall { jsep: jsep()?, ..lifted(message).ok()? }),
            "accepted" => Self::Accepted(Accepted { jsep: jsep()?, ..lifted(message).ok()? }),
            "update" => Self::Update(Update { jsep: jsep()?, ..lifted(message).ok()? }),
            "hangup" => Self::Hangup(lifted(message).ok()?),
            "simulcast" => Self::Simulcast(lifted(message).ok()?),
            "slowlink" => Self::SlowLink(lifted(message).ok()?),
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
