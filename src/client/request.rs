//! A request in Janus's own words, and the JSON text of a request's members.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use crate::engine::{Completion, Idempotency, RequestOptions, Timeout};
use crate::error::{Error, ErrorCode, Result};
use crate::transport::Outgoing;
use crate::wire::{Jsep, Verb, check_readable};

/// A request in Janus's own words.
#[derive(Clone, Debug)]
pub struct RawRequest {
    verb: Verb,
    options: RequestOptions,
}

impl RawRequest {
    /// Creates a request with this `janus` member, such as `list_sessions`.
    pub fn new(word: impl Into<Box<str>>) -> Self {
        Self { verb: Verb::from_word(word.into()), options: RequestOptions::default() }
    }

    /// Sets which message ends it; the direct reply by default.
    #[must_use]
    pub fn completion(mut self, completion: Completion) -> Self {
        self.options.completion = completion;
        self
    }

    /// Sets how long it waits for its response: a `Duration`, `None` for no limit, or a [`Timeout`].
    #[must_use]
    pub fn timeout(mut self, timeout: impl Into<Timeout>) -> Self {
        self.options.timeout = timeout.into();
        self
    }

    /// Sets whether it may be sent twice; it may not by default.
    #[must_use]
    pub fn idempotency(mut self, idempotency: Idempotency) -> Self {
        self.options.idempotency = idempotency;
        self
    }

    /// Sets the transaction; one that is in use is refused.
    #[must_use]
    pub fn transaction(mut self, transaction: impl Into<Box<str>>) -> Self {
        self.options.transaction = Some(transaction.into());
        self
    }

    pub(super) fn verb(&self) -> Verb {
        self.verb.clone()
    }

    pub(super) fn options(&self) -> RequestOptions {
        self.options.clone()
    }
}

/// The members of an object, as they follow other members; nothing for an empty one.
pub(super) fn members_of(members: &impl Serialize) -> Result<Option<Outgoing>> {
    let text = json(members)?;
    match text.strip_prefix('{').and_then(|text| text.strip_suffix('}')).map(str::trim) {
        Some("") => Ok(None),
        Some(members) => readable(members).map(|()| Some(Outgoing::from(members))),
        None if text == "null" => Ok(None),
        None => Err(Error::new(ErrorCode::InvalidArgument, "a request's members must be an object")),
    }
}

pub(super) fn message_members(
    fixed: &[(&str, &str)],
    body: &impl Serialize,
    jsep: Option<&Jsep>,
) -> Result<Outgoing> {
    let mut text = String::with_capacity(128 + jsep.map_or(0, |jsep| jsep.sdp.len() * 9 / 8));
    text.push_str("\"body\":");
    let start = text.len();
    text = append_json(text, body)?;
    let Some(own) = text[start..].strip_prefix('{') else {
        return Err(Error::new(ErrorCode::InvalidArgument, "a message's body must be an object"));
    };
    let is_empty = own.trim_start() == "}";
    let mut constants = String::new();
    for (name, value) in fixed {
        let _ = write!(constants, "\"{name}\":\"{value}\",");
    }
    if is_empty {
        constants.pop();
    }
    text.insert_str(start + 1, &constants);
    readable(&text)?;
    if let Some(jsep) = jsep {
        text.push_str(",\"jsep\":");
        text = append_json(text, jsep)?;
        if !is_readable(jsep) {
            readable(&text)?;
        }
    }
    Ok(Outgoing::from(text))
}

/// Whether Janus's JSON reader reads it for certain: a look at the SDP, instead of at its longer JSON.
fn is_readable(jsep: &Jsep) -> bool {
    jsep.rid_order.is_none() && jsep.svc.is_none() && !jsep.sdp.contains('\0')
}

/// Refuses what Janus's JSON reader would refuse: such a refusal would end no request.
pub(super) fn readable(members: &str) -> Result<()> {
    check_readable(members)
        .map_err(|unreadable| Error::new(ErrorCode::InvalidArgument, unreadable.to_string()))
}

/// The `request` in the body of a message.
pub(super) fn name_in(members: &Outgoing) -> Option<String> {
    #[derive(Deserialize)]
    struct Members {
        body: Body,
    }
    #[derive(Deserialize)]
    struct Body {
        request: String,
    }
    serde_json::from_str::<Members>(&format!("{{{members}}}")).ok().map(|members| members.body.request)
}

/// The `request` in a message's body that may be no object.
pub(super) fn name_in_body(body: &impl Serialize) -> Option<String> {
    Some(serde_json::to_value(body).ok()?.get("request")?.as_str()?.to_owned())
}

/// The `request` in the body that these members have.
pub(super) fn name_in_members(members: &impl Serialize) -> Option<String> {
    name_in_body(serde_json::to_value(members).ok()?.get("body")?)
}

pub(super) fn json(value: &impl Serialize) -> Result<String> {
    append_json(String::new(), value)
}

fn append_json(text: String, value: &impl Serialize) -> Result<String> {
    let mut bytes = text.into_bytes();
    let written = serde_json::to_writer(&mut bytes, value);
    let unusable = || Error::new(ErrorCode::InvalidArgument, "the request can't be written as JSON");
    written.map_err(|_| unusable())?;
    String::from_utf8(bytes).map_err(|_| unusable())
}
