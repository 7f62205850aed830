//! The requests of VideoCall.

use serde::Serialize;
use serde_json::{Map, Value};

use super::VideoCall;
use super::replies::{Accepted, Calling, Done, Hangup, Registered, Users};
use crate::engine::Idempotency;
use crate::plugins::field_types::{Bitrate, FilePath, UserId};
use crate::plugins::{NeedsJsep, Request, SetJsep};
use crate::wire::Jsep;

/// Lists the registered usernames (`"request": "list"`).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
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
    const REPLY_IN: &'static str = "result";
}

/// Registers a username until the handle is detached (`"request": "register"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Register {
    /// The username; unique on the server.
    pub username: UserId,
    /// Fields that this version does not know; they go to Janus as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Register {
    type Plugin = VideoCall;
    type Reply = Registered;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "register")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["registered"];
    const REPLY_IN: &'static str = "result";
}

/// Calls a user with an SDP offer (`"request": "call"`).
///
/// The response says `calling`, or `hangup` with a reason if the peer is busy.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Call {
    /// The username to call.
    pub username: UserId,
    /// The SDP offer.
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

    fn sent_jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }
    const REPLY_IN: &'static str = "result";
}

/// Accepts an incoming call with an SDP answer (`"request": "accept"`).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Accept {
    /// The SDP answer.
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

    fn sent_jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }
    const REPLY_IN: &'static str = "result";
    const SET_JSEP: SetJsep<Self::Reply> = SetJsep::Optional(|reply, jsep| reply.jsep = jsep);
}

/// Changes a call, or renegotiates it with an SDP (`"request": "set"`).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Set {
    /// Whether to send this side's audio to the peer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio: Option<bool>,
    /// Whether to send this side's video to the peer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video: Option<bool>,
    /// The maximum bitrate of this side, in bit/s; 0 means unlimited.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bitrate: Option<Bitrate>,
    /// Whether to record on the server; `false` stops the recording.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<bool>,
    /// The path of the recording on the server, without extensions such as `-audio.mjr`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filename: Option<FilePath>,
    /// Whether the SDP offer restarts ICE. Without an SDP offer the request fails (`InvalidArgument`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub restart: Option<bool>,
    /// The simulcast substream to receive, 0 to 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub substream: Option<u8>,
    /// The highest simulcast temporal layer to receive, 0 to 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temporal: Option<u8>,
    /// The time without media before Janus relays a lower substream, in microseconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fallback: Option<u64>,
    /// The SDP offer for the peer, or the SDP answer to an `Update` of the peer.
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

    fn sent_jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }
    const REPLY_IN: &'static str = "result";
}

/// Ends a call, or declines an incoming one (`"request": "hangup"`).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct HangupCall {
    /// The reason that the peer receives: a text.
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
    const REPLY_IN: &'static str = "result";
}
