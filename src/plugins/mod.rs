//! The plugins: what can be asked of each, and what each tells.
//!
//! A plugin is written once, here: its requests, replies and events as plain
//! serde types. The npm package's JavaScript and TypeScript are generated from
//! these files (`make generate`), so a field's name, type and text stand in
//! one place. A plugin of your own needs the same two traits, see
//! `examples/own_plugin.rs`.

pub mod audiobridge;
pub mod duktape;
pub mod echotest;
mod events;
pub mod lua;
pub mod nosip;
pub mod recordplay;
pub mod sip;
pub mod streaming;
mod talking;
pub mod textroom;
pub mod videocall;
pub mod videoroom;
pub mod voicemail;

use self::events::is_one_of;
pub use self::events::{Condition, Rule, classify};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::engine::{Completion, Idempotency, Timeout};
use crate::error::{Error, ErrorCode, Result};
use crate::wire::{Jsep, Payload, lenient};

/// A plugin of Janus's.
pub trait Plugin {
    /// Its package name, such as `janus.plugin.echotest`.
    const PACKAGE: &'static str;

    /// What tells its events and answers apart.
    const RULES: &'static [Rule] = &[];

    /// What it tells without being asked.
    type Event;

    /// Reads an event; one that is unknown or malformed is handed on raw.
    fn event(message: &impl Payload) -> Self::Event;

    /// Whether this event may be dropped when its reader is slow.
    fn droppable(_message: &impl Payload) -> bool {
        false
    }
}

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

/// Whether an event ends the request whose transaction it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is the answer.
    Final,
    /// It is the answer, and an event that the handle is told of, too.
    FinalAndTold,
    /// It tells how things go; the answer is still to come.
    Provisional,
}

/// When a request needs an SDP, although Janus takes the request without one: it says "ok" and does nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NeedsJsep {
    /// Never, or Janus refuses the request itself.
    Never,
    /// Always: without one the request is refused before it is sent.
    Always,
    /// With one of these fields true, an SDP goes with the request or comes with the answer. Which of both depends on
    /// the handle, as Janus makes the offers of subscribers; so an answer without one is an error.
    Exchanged(&'static [&'static str]),
}

/// A request to a plugin; its fields are the body of the `message`.
pub trait Request: Serialize {
    /// The plugin that understands it.
    type Plugin: Plugin;

    /// What it answers with.
    type Reply;

    /// What JavaScript calls it, with other names it goes by; the struct's own name without this.
    const METHODS: &'static [&'static str] = &[];

    /// Members of the body that are always the same, such as `request` and its value.
    const BODY: &'static [(&'static str, &'static str)] = &[];

    /// What ends it.
    const COMPLETION: Completion = Completion::FirstEvent;

    /// How long it waits, unless its caller says otherwise.
    const TIMEOUT: Timeout = Timeout::Default;

    /// Whether it may be sent twice.
    const IDEMPOTENCY: Idempotency = Idempotency::NotIdempotent;

    /// The SDP that goes with it.
    fn jsep(&self) -> Option<&Jsep> {
        None
    }

    /// When Janus does nothing without an SDP.
    const NEEDS_JSEP: NeedsJsep = NeedsJsep::Never;

    /// Fields of the request that JavaScript's result repeats where Janus's answer has
    /// none of them, as Janode's does.
    const ECHO: &'static [&'static str] = &[];

    /// Fields of JavaScript's handle that the result repeats where Janus's answer has none
    /// of them, as Janode's does.
    const OWN: &'static [&'static str] = &[];

    /// Which of its plugin's events may be the answer; for [`Completion::PluginDecides`] and
    /// [`Completion::Uncorrelated`] all others are provisional.
    const RESPONSE_EVENTS: &'static [&'static str];

    /// Those of the answers that the handle is told of as events, too.
    const ALSO_TOLD: &'static [&'static str] = &[];

    /// Events that end it as a refusal, with a `code` and a `reason` in their `result`.
    const REFUSALS: &'static [&'static str] = &[];

    /// What it means when no answer comes, where Janus leaves some requests without one.
    const TIMEOUT_HINT: &'static str = "";

    /// Reads its answer; a refusal by the plugin was recognised before.
    ///
    /// # Errors
    /// When the answer is none that fits the request.
    fn reply(message: &impl Payload) -> Result<Self::Reply>;

    /// For [`Completion::PluginDecides`] and [`Completion::Uncorrelated`]: whether this event is the answer. Any is,
    /// for a request that names none.
    fn verdict(message: &impl Payload) -> Verdict {
        if Self::RESPONSE_EVENTS.is_empty() {
            return Verdict::Final;
        }
        match classify(message, Self::Plugin::RULES) {
            Some(event) if Self::ALSO_TOLD.contains(&event) => Verdict::FinalAndTold,
            Some(event) if Self::RESPONSE_EVENTS.contains(&event) || Self::REFUSALS.contains(&event) => {
                Verdict::Final
            }
            _ => Verdict::Provisional,
        }
    }
}

/// Refuses an answer that is none of those that the request may have.
///
/// # Errors
/// [`ErrorCode::PluginRefused`] for one of the request's refusals, [`ErrorCode::UnexpectedResponse`].
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
    let is_one_of = |events: &[&str]| is_one_of(message, R::Plugin::RULES, events);
    if !R::REFUSALS.is_empty() && is_one_of(R::REFUSALS) {
        let Refusal { code, reason } = flattened(message)?;
        return Err(Error::plugin_refused(code, &reason));
    }
    match is_one_of(R::RESPONSE_EVENTS) {
        true => Ok(()),
        false => Err(Error::new(ErrorCode::UnexpectedResponse, "the plugin's answer is of another kind")),
    }
}

/// What Janus tells in an object inside the plugin's data, such as `result`. Here its fields
/// are the data's own, in both languages.
pub trait Flattened: DeserializeOwned {
    /// The object's name.
    const FROM: &'static str;
}

/// Reads the plugin's data with the fields of the object inside at the top.
///
/// # Errors
/// [`ErrorCode::BadResponse`] when it does not fit.
pub fn flattened<T: Flattened>(message: &impl Payload) -> Result<T> {
    let flattened = || -> Result<Value> {
        let mut data: Map<String, Value> = message.exact_plugin_data()?;
        if data.get(T::FROM).is_some_and(Value::is_object) {
            if let Some(Value::Object(inner)) = data.remove(T::FROM) {
                data.extend(inner);
            }
        }
        Ok(Value::Object(data))
    };
    if let Ok(exact) = serde_json::from_value(flattened()?) {
        return Ok(exact);
    }
    lenient::read(&flattened()?, &|field| message.kept_raw(field))
        .map_err(|error| Error::new(ErrorCode::BadResponse, error.to_string()))
}

/// An event that this version has no type for.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct RawEvent {
    /// The plugin's data.
    pub data: Value,
    /// The session description that came with the event.
    pub jsep: Option<Jsep>,
    /// The transaction of the request that the event answers: a request that has ended, such as by a timeout.
    pub transaction: Option<String>,
}

impl RawEvent {
    /// Takes the parts of a message as they are.
    pub fn new(message: &impl Payload) -> Self {
        Self {
            data: message.plugin_data().unwrap_or_default(),
            jsep: message.jsep().ok().flatten(),
            transaction: message.transaction(),
        }
    }
}

/// Any plugin, known by name only: bodies and events are plain JSON.
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

    /// The sources of the plugins, each with all its files in one text.
    fn plugin_sources() -> Vec<String> {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/plugins");
        let entries = std::fs::read_dir(folder).expect("the folder of the plugins");
        let paths = entries.map(|entry| entry.expect("an entry").path());
        let main_file = |path: std::path::PathBuf| if path.is_dir() { path.join("mod.rs") } else { path };
        paths.map(main_file).map(|path| std::fs::read_to_string(path).expect("a source")).collect()
    }

    #[test]
    fn every_plugin_with_droppable_events_is_found_by_its_name() {
        let package = |source: &str| {
            Some(source.split_once("const PACKAGE: &'static str = \"")?.1.split_once('"')?.0.to_owned())
        };
        let mut found = 0;
        for source in plugin_sources() {
            let Some(package) = package(&source).filter(|name| name.starts_with("janus.plugin.")) else {
                continue;
            };
            let has_droppable = source.contains("    fn droppable(message");
            assert_eq!(droppable_events::<Message>(&package).is_some(), has_droppable, "{package}");
            found += usize::from(has_droppable);
        }
        assert_eq!(found, 6);
    }
}
