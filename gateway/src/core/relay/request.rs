//! A page's message: what Janus's envelope has.

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::core::refusal::{Cause, Refusal};

/// A request of a page. A member that is there twice makes it unreadable.
#[derive(Debug, Deserialize)]
pub(super) struct PageRequest<'a> {
    #[serde(borrow)]
    pub janus: Cow<'a, str>,
    #[serde(borrow)]
    pub transaction: Cow<'a, str>,
    pub session_id: Option<u64>,
    pub handle_id: Option<u64>,
    #[serde(borrow)]
    pub token: Option<Cow<'a, str>>,
    #[serde(borrow)]
    pub plugin: Option<Cow<'a, str>>,
    #[serde(borrow)]
    pub opaque_id: Option<Cow<'a, str>>,
    #[serde(borrow)]
    pub body: Option<&'a RawValue>,
    #[serde(borrow)]
    pub jsep: Option<&'a RawValue>,
    #[serde(borrow)]
    pub candidate: Option<&'a RawValue>,
    #[serde(borrow)]
    pub candidates: Option<&'a RawValue>,
}

/// The verbs that a page may send.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PageVerb {
    Attach,
    Claim,
    Create,
    Destroy,
    Detach,
    Hangup,
    Info,
    Keepalive,
    Message,
    Ping,
    Trickle,
}

impl<'a> PageRequest<'a> {
    pub(super) fn read(text: &'a str) -> Result<Self, Refusal> {
        serde_json::from_str(text).map_err(|error| {
            let cause = if error.is_data() { Cause::BadRequest } else { Cause::NotJson };
            // The error's own text could quote the message.
            let place = format!("line {}, column {}", error.line(), error.column());
            Refusal::new(cause, format!("the message is no request of Janus's API ({place})"))
        })
    }

    pub(super) fn verb(&self) -> Result<PageVerb, Refusal> {
        Ok(match &*self.janus.to_ascii_lowercase() {
            "attach" => PageVerb::Attach,
            "claim" => PageVerb::Claim,
            "create" => PageVerb::Create,
            "destroy" => PageVerb::Destroy,
            "detach" => PageVerb::Detach,
            "hangup" => PageVerb::Hangup,
            "info" => PageVerb::Info,
            "keepalive" => PageVerb::Keepalive,
            "message" => PageVerb::Message,
            "ping" => PageVerb::Ping,
            "trickle" => PageVerb::Trickle,
            _ => return Err(Refusal::new(Cause::UnknownVerb, "the gateway does not know this verb")),
        })
    }
}
