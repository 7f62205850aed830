//! Duktape, `janus.plugin.duktape`: runs a script in JavaScript on the server, which defines the messages.
//!
//! The script may give the plugin another package name: then `attach_to` attaches to it.
//!
#![doc = include_str!("generated/duktape.md")]

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

/// Sends a body to the script. The script defines the fields.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Ask {
    /// The SDP that belongs to this message.
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

    fn sent_jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    fn reply(message: &impl Payload) -> Result<Message> {
        Message::read(message)
    }
}

/// A message of the script: a JSON object whose fields the script defines.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Message {
    /// The SDP that belongs to this message.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub jsep: Option<Jsep>,
    /// The body, as the script sent it.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

impl Message {
    fn read(message: &impl Payload) -> Result<Self> {
        Ok(Self { jsep: message.jsep()?, ..message.plugin_data()? })
    }
}

/// The events of the script.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// A message of the script that is a JSON object.
    Message(Message),
    /// A message of the script that is not a JSON object.
    Other(RawEvent),
}

/// The rules that classify a message as an event: every message is a `message`.
pub const RULES: &[Rule] = &[Rule { event: "message", when: &[] }];
