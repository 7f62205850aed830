//! The plugins of Janus: their requests, responses and events.
//!
//! Each plugin is defined once, here, as plain serde types. The npm package's JavaScript and TypeScript are generated
//! from these files (`make generate`). A plugin of your own implements the same two traits, [`Plugin`] and
//! [`Request`]; see `examples/own_plugin.rs`.

#[macro_use]
pub(crate) mod setters;
#[macro_use]
pub mod words;

pub mod audiobridge;
pub mod duktape;
pub mod echotest;
mod events;
pub mod field_types;
mod generated;
pub mod lua;
pub mod nosip;
pub mod recordplay;
pub(crate) mod roles;
pub mod sip;
pub mod streaming;
mod talking;
pub mod textroom;
pub mod videocall;
pub mod videoroom;
pub mod voicemail;

use self::events::classify_as;
pub use self::events::{Condition, Rule, classify};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::engine::{Completion, Idempotency, Timeout};
use crate::error::{Error, ErrorCode, Result};
use crate::wire::{JanusVersion, Jsep, Payload, missing_field, tolerantly};

/// A plugin of Janus.
pub trait Plugin {
    /// The package name, such as `janus.plugin.echotest`.
    const PACKAGE: &'static str;

    /// The rules that classify a message as an event or a response.
    const RULES: &'static [Rule] = &[];

    /// The events that may be dropped when the application does not read its events fast enough.
    const DROPPABLE: &'static [&'static str] = &[];

    /// The type of the events.
    type Event;

    /// Reads an event. An unknown or malformed event becomes the raw variant.
    fn event(message: &impl Payload) -> Self::Event;

    /// Whether this event is one of [`Self::DROPPABLE`].
    fn droppable(message: &impl Payload) -> bool {
        !Self::DROPPABLE.is_empty()
            && classify(message, Self::RULES).is_some_and(|event| Self::DROPPABLE.contains(&event))
    }
}

/// That handles of a plugin take this request: those of the request's own plugin, and of its roles, such as
/// [`videoroom::role::Publisher`].
pub trait Accepts<R: Request>: Plugin {}

impl<P: Plugin, R: Request<Plugin = P>> Accepts<R> for P {}

/// Whether an event may be dropped when its reader is slow; one with an SDP never may.
pub(crate) fn may_be_dropped<P: Plugin, M: Payload>(message: &M) -> bool {
    !message.has_jsep() && P::droppable(message)
}

/// Returns which events of a plugin may be dropped, by the plugin's package name; nothing for a plugin without such
/// events.
#[allow(dead_code, reason = "JavaScript names its plugins, Rust has them as types")]
pub(crate) fn droppable_events<M: Payload>(package: &str) -> Option<fn(&M) -> bool> {
    use self::{audiobridge::AudioBridge, echotest::EchoTest, recordplay::RecordPlay};
    use self::{streaming::Streaming, videocall::VideoCall, videoroom::VideoRoom};
    match package {
        AudioBridge::PACKAGE => Some(may_be_dropped::<AudioBridge, M>),
        EchoTest::PACKAGE => Some(may_be_dropped::<EchoTest, M>),
        RecordPlay::PACKAGE => Some(may_be_dropped::<RecordPlay, M>),
        Streaming::PACKAGE => Some(may_be_dropped::<Streaming, M>),
        VideoCall::PACKAGE => Some(may_be_dropped::<VideoCall, M>),
        VideoRoom::PACKAGE => Some(may_be_dropped::<VideoRoom, M>),
        _ => None,
    }
}

/// The decision whether an event is the response to the request with its transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The event is the response.
    Final,
    /// The event is the response, and the handle receives it as an event, too.
    FinalAndEmitted,
    /// The event is not the response; the request stays pending.
    Provisional,
}

/// When a request needs an SDP, although Janus accepts the request without one: Janus responds `ok` and does nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NeedsJsep {
    /// The request never needs an SDP, or Janus refuses the request itself.
    Never,
    /// The request always needs an SDP. Without one it fails before it is sent.
    Always,
    /// If one of these fields is true, either the request or the response must carry an SDP. Janus makes the offers
    /// of subscribers, so the handle decides which of the two. A response without an SDP is an error then.
    Exchanged(&'static [&'static str]),
}

/// How the SDP of the message comes into the response; see [`Request::SET_JSEP`].
#[derive(Clone, Copy, Debug)]
pub enum SetJsep<Reply> {
    /// The response has no SDP.
    Never,
    /// The response has the SDP of the message, if the message has one.
    Optional(fn(&mut Reply, Option<Jsep>)),
    /// The response always has an SDP. A message without one is an error ([`ErrorCode::BadResponse`]).
    Required(fn(&mut Reply, Jsep)),
}

/// A request to a plugin. Its fields are the body of the `message`.
pub trait Request: Serialize {
    /// The plugin of the request.
    type Plugin: Plugin;

    /// The type of the response.
    type Reply: DeserializeOwned;

    /// The names of the method in JavaScript: the first is the method, the others are aliases. By default the
    /// struct's name with a small first letter.
    const JS_METHODS: &'static [&'static str] = &[];

    /// The constant members of the body, such as `request` and its value.
    const BODY: &'static [(&'static str, &'static str)] = &[];

    /// What completes the request.
    const COMPLETION: Completion = Completion::FirstEvent;

    /// The timeout, unless the caller sets another one.
    const TIMEOUT: Timeout = Timeout::Default;

    /// Whether the request is idempotent: sending it twice has the same effect as sending it once.
    const IDEMPOTENCY: Idempotency = Idempotency::NotIdempotent;

    /// Returns the SDP of the request.
    fn sent_jsep(&self) -> Option<&Jsep> {
        None
    }

    /// When the request needs an SDP, although Janus accepts it without one.
    const NEEDS_JSEP: NeedsJsep = NeedsJsep::Never;

    /// Whether the response has an SDP answer whenever the request has an SDP offer, as TypeScript then says.
    const ANSWERS_JSEP: bool = false;

    /// The fields of the request that JavaScript's result repeats if the response lacks them, as Janode's result
    /// does.
    const ECHOED_FIELDS: &'static [&'static str] = &[];

    /// The fields of JavaScript's handle that the result repeats if the response lacks them, as Janode's result does.
    const HANDLE_FIELDS: &'static [&'static str] = &[];

    /// The events of the plugin that can be the response. For [`Completion::PluginDecides`] and
    /// [`Completion::Uncorrelated`] all other events are provisional.
    const RESPONSE_EVENTS: &'static [&'static str];

    /// The response events that the handle receives as events, too.
    const ALSO_EMITTED: &'static [&'static str] = &[];

    /// The events that end the request as a refusal, with a `code` and a `reason` in their `result`.
    const REFUSAL_EVENTS: &'static [&'static str] = &[];

    /// The first version of Janus that has the request, if some servers are older. It is sent to older ones all the
    /// same; a refusal then names both versions.
    const SINCE: Option<JanusVersion> = None;

    /// A text that a timeout error adds, for requests to which Janus does not always respond.
    const TIMEOUT_HINT: &'static str = "";

    /// The object inside the plugin's data that has the fields of the response, such as `result`; empty if there is
    /// none. Only the provided [`Self::reply`] reads it.
    const REPLY_IN: &'static str = "";

    /// Puts the SDP of the message into the response, for responses that have one. Only the provided [`Self::reply`]
    /// uses it.
    const SET_JSEP: SetJsep<Self::Reply> = SetJsep::Never;

    /// Reads the response. A refusal by the plugin never reaches this function.
    ///
    /// The provided function checks that the message is one of [`Self::RESPONSE_EVENTS`], and deserializes the plugin's
    /// data.
    ///
    /// # Errors
    ///
    /// [`ErrorCode::UnexpectedResponse`] or [`ErrorCode::BadResponse`] if the response does not fit the request.
    fn reply(message: &impl Payload) -> Result<Self::Reply>
    where
        Self: Sized,
    {
        expect::<Self>(message)?;
        let mut reply = match Self::REPLY_IN {
            "" => message.plugin_data()?,
            inner => read_from(inner, message)?,
        };
        match Self::SET_JSEP {
            SetJsep::Never => {}
            SetJsep::Optional(set) => set(&mut reply, message.jsep()?),
            SetJsep::Required(set) => {
                set(&mut reply, message.jsep()?.ok_or_else(|| missing_field("jsep"))?);
            }
        }
        Ok(reply)
    }

    /// Decides whether an event is the response, for [`Completion::PluginDecides`] and [`Completion::Uncorrelated`].
    /// If the request names no response events, every event is.
    fn verdict(message: &impl Payload) -> Verdict {
        if Self::RESPONSE_EVENTS.is_empty() {
            return Verdict::Final;
        }
        match classify(message, Self::Plugin::RULES) {
            Some(event) if Self::ALSO_EMITTED.contains(&event) => Verdict::FinalAndEmitted,
            Some(event)
                if Self::RESPONSE_EVENTS.contains(&event) || Self::REFUSAL_EVENTS.contains(&event) =>
            {
                Verdict::Final
            }
            _ => Verdict::Provisional,
        }
    }
}

/// Checks that a message is one of the request's response events. Any message is, if the request names none.
///
/// # Errors
///
/// [`ErrorCode::PluginRefused`] for one of the request's refusal events, [`ErrorCode::UnexpectedResponse`] for all
/// others.
pub fn expect<R: Request>(message: &impl Payload) -> Result<()> {
    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct Refusal {
        code: i64,
        reason: String,
    }
    impl Flattened for Refusal {
        const FROM: &'static str = "result";
    }
    let is_refusal = |event: &str| R::REFUSAL_EVENTS.contains(&event);
    let is_wanted = |event: &str| is_refusal(event) || R::RESPONSE_EVENTS.contains(&event);
    match classify_as(message, R::Plugin::RULES, is_wanted) {
        Some(event) if is_refusal(event) => {
            let Refusal { code, reason } = flattened(message)?;
            Err(Error::plugin_refused(code, &reason))
        }
        Some(_) => Ok(()),
        None if R::RESPONSE_EVENTS.is_empty() => Ok(()),
        None => {
            let expected = R::RESPONSE_EVENTS.join(" or ");
            Err(Error::new(
                ErrorCode::UnexpectedResponse,
                format!("unexpected response: expected {expected}"),
            ))
        }
    }
}

/// Data that Janus sends in an object inside the plugin's data, such as `result`. Both languages have its fields at
/// the top.
pub trait Flattened: DeserializeOwned {
    /// The name of the object.
    const FROM: &'static str;
}

/// Reads the plugin's data, with the fields of the inner object at the top.
///
/// # Errors
///
/// [`ErrorCode::BadResponse`] if the data do not fit the type.
pub fn flattened<T: Flattened>(message: &impl Payload) -> Result<T> {
    read_from(T::FROM, message)
}

/// Reads the plugin's data, with the fields of the inner object `name` at the top.
fn read_from<T: DeserializeOwned>(name: &str, message: &impl Payload) -> Result<T> {
    let flattened = || -> Result<Value> {
        let mut data: Map<String, Value> = message.exact_plugin_data()?;
        if data.get(name).is_some_and(Value::is_object) {
            if let Some(Value::Object(inner)) = data.remove(name) {
                data.extend(inner);
            }
        }
        Ok(Value::Object(data))
    };
    if let Ok(exact) = serde_json::from_value(flattened()?) {
        return Ok(exact);
    }
    tolerantly(message, &flattened()?)
}

/// An event that this version has no type for.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct RawEvent {
    /// The plugin's data.
    pub data: Value,
    /// The SDP of the event.
    pub jsep: Option<Jsep>,
    /// The transaction of the request that the event responds to, if that request has already ended, such as by a
    /// timeout.
    pub transaction: Option<String>,
}

impl RawEvent {
    /// Copies the parts of a message.
    pub fn new(message: &impl Payload) -> Self {
        Self {
            data: message.plugin_data().unwrap_or_default(),
            jsep: message.jsep().ok().flatten(),
            transaction: message.transaction(),
        }
    }
}

/// Any plugin, known only by its package name. Bodies and events are plain JSON.
#[derive(Clone, Copy, Debug)]
pub enum Any {}

impl Plugin for Any {
    const PACKAGE: &'static str = "";
    type Event = RawEvent;

    fn event(message: &impl Payload) -> RawEvent {
        RawEvent::new(message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transport::Message;

    #[track_caller]
    fn assert_found<P: Plugin>() {
        let is_found = droppable_events::<Message>(P::PACKAGE).is_some();
        assert_eq!(is_found, !P::DROPPABLE.is_empty(), "{}", P::PACKAGE);
    }

    #[test]
    fn each_plugin_with_droppable_events_is_found_by_its_name() {
        assert_found::<audiobridge::AudioBridge>();
        assert_found::<duktape::Duktape>();
        assert_found::<echotest::EchoTest>();
        assert_found::<lua::Lua>();
        assert_found::<nosip::NoSip>();
        assert_found::<recordplay::RecordPlay>();
        assert_found::<sip::Sip>();
        assert_found::<streaming::Streaming>();
        assert_found::<textroom::TextRoom>();
        assert_found::<videocall::VideoCall>();
        assert_found::<videoroom::VideoRoom>();
        assert_found::<voicemail::VoiceMail>();
    }
}
