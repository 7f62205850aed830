//! The PeerConnection of the data channel.

use serde::Serialize;
use serde_json::{Map, Value};

use super::replies::Negotiation;
use super::{TextRoom, expect};
use crate::error::Result;
use crate::plugins::{NeedsJsep, Request};
use crate::wire::{Jsep, Payload};

/// Begins a PeerConnection; an offer comes back, to be answered with `Ack`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
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

    fn reply(message: &impl Payload) -> Result<Negotiation> {
        expect::<Self>(message)?;
        Ok(Negotiation { jsep: message.jsep()?, ..message.plugin_data()? })
    }
}

/// Answers an offer of `Setup` or `Restart`. Without the answer it is refused before it is sent
/// (`InvalidArgument`), as Janus would say "ok" and do nothing.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Ack {
    /// The session description that goes with it.
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

    fn jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    fn reply(message: &impl Payload) -> Result<Negotiation> {
        expect::<Self>(message)?;
        Ok(Negotiation { jsep: message.jsep()?, ..message.plugin_data()? })
    }
}

/// Restarts ICE; an offer comes back, to be answered with `Ack`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
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

    fn reply(message: &impl Payload) -> Result<Negotiation> {
        expect::<Self>(message)?;
        Ok(Negotiation { jsep: message.jsep()?, ..message.plugin_data()? })
    }
}
