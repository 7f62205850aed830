//! Requests that establish the PeerConnection of the data channel.

use serde::Serialize;
use serde_json::{Map, Value};

use super::TextRoom;
use super::replies::Negotiation;
use crate::plugins::{NeedsJsep, Request, SetJsep};
use crate::wire::Jsep;

/// Starts the PeerConnection of the data channel (`"request": "setup"`). The response carries an SDP offer; answer it
/// with `Ack`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Setup {
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Setup {
    type Plugin = TextRoom;
    type Reply = Negotiation;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "setup")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["result"];

    const SET_JSEP: SetJsep<Self::Reply> = SetJsep::Optional(|reply, jsep| reply.jsep = jsep);
}

/// Answers the SDP offer of `Setup` or `Restart` (`"request": "ack"`).
///
/// Without the answer the request fails before it is sent (`InvalidArgument`), because Janus would respond `ok` and
/// do nothing.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Ack {
    /// The SDP answer to the offer of Janus.
    #[serde(skip)]
    pub jsep: Option<Jsep>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Ack {
    type Plugin = TextRoom;
    type Reply = Negotiation;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "ack")];
    const NEEDS_JSEP: NeedsJsep = NeedsJsep::Always;
    const RESPONSE_EVENTS: &'static [&'static str] = &["result"];

    fn sent_jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    const SET_JSEP: SetJsep<Self::Reply> = SetJsep::Optional(|reply, jsep| reply.jsep = jsep);
}

/// Restarts ICE (`"request": "restart"`). The response carries an SDP offer; answer it with `Ack`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Restart {
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Restart {
    type Plugin = TextRoom;
    type Reply = Negotiation;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "restart")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["result"];

    const SET_JSEP: SetJsep<Self::Reply> = SetJsep::Optional(|reply, jsep| reply.jsep = jsep);
}
