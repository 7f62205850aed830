//! Duktape, `janus.plugin.duktape`: what a script in JavaScript on the server makes of it.
//!
//! The script says which bodies it understands, and may give the plugin another package name:
//! then `attach_to` finds it.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Plugin, RawEvent, Request, Rule};
use crate::error::Result;
use crate::wire::{Jsep, Payload};

/// The Duktape plugin.
#[derive(Clone, Copy, Debug)]
pub enum Duktape {}

impl Plugin for Duktape {
    const PACKAGE: &'static str = "janus.plugin.duktape";
    const RULES: &'static [Rule] = RULES;
    type Event = Event;

    fn event(message: &impl Payload) -> Event {
        match Message::read(message) {
            Ok(read) => Event::Message(read),
            Err(_) => Event::Other(RawEvent::new(message)),
        }
    }
}

/// Asks the script for something.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Ask {
    /// The session description that goes with it.
    #[serde(skip)]
    pub jsep: Option<Jsep>,
    /// The body, whatever the script understands.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Request for Ask {
    type Plugin = Duktape;
    type Reply = Message;
    const RESPONSE_EVENTS: &'static [&'static str] = &["message"];

    fn jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    fn reply(message: &impl Payload) -> Result<Message> {
        Message::read(message)
    }
}

/// What the script says.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Message {
    /// The session description that goes with it.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub jsep: Option<Jsep>,
    /// The body, as the script made it.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Message {
    fn read(message: &impl Payload) -> Result<Self> {
        Ok(Self { jsep: message.jsep()?, ..message.plugin_data()? })
    }
}

/// What the script tells without being asked.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// Anything.
    Message(Message),
    /// Something that is no object.
    Other(RawEvent),
}

/// Which event a message is: they are all of a kind.
pub const RULES: &[Rule] = &[Rule { event: "message", when: &[] }];
