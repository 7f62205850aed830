//! A received message as text.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer as _, Error as _, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::envelope::{Envelope, Malformed};
use super::jsep::Jsep;
use super::lenient;
use super::parse::{Parts, parse};
use super::payload::{Payload, Show};
use crate::error::{Error, ErrorCode, Result};

/// Janus's plugins have 512 bytes for the text of a refusal; a list may have megabytes to look through.
const LARGEST_REFUSAL: usize = 16 << 10;

/// A message from Janus, as text. `T` holds the text; its clones share one buffer.
///
/// ```
/// use bifrons::wire::{Message, Payload};
///
/// let text = r#"{"janus":"event","sender":2,"plugindata":{"plugin":"p","data":{"result":"ok"}}}"#;
/// let (sender, message) = Message::<std::sync::Arc<str>>::parse(text.into(), |envelope, message| {
///     (envelope.sender, message)
/// }).unwrap();
/// assert_eq!(sender, Some(2));
/// assert_eq!(message.plugin_text(), Some(r#"{"result":"ok"}"#));
/// ```
#[derive(Clone)]
pub struct Message<T = Arc<str>> {
    text: T,
    parts: Parts,
}

impl<T: AsRef<str> + Clone> Message<T> {
    /// Reads a message from its text, and calls `use_it` with its envelope and the message.
    ///
    /// # Errors
    /// [`Malformed`] if no envelope can be read.
    pub fn parse<R>(text: T, use_it: impl FnOnce(Envelope<'_>, Self) -> R) -> Result<R, Malformed> {
        parse(text.as_ref(), |envelope, parts| use_it(envelope, Self { text: text.clone(), parts }))
    }
}

impl<T: AsRef<str>> Message<T> {
    /// Returns the whole message.
    #[must_use]
    pub fn text(&self) -> &str {
        self.text.as_ref()
    }

    /// Returns `plugindata.data` as text.
    #[must_use]
    pub fn plugin_text(&self) -> Option<&str> {
        self.parts.plugin_data.clone().and_then(|range| self.text().get(range))
    }

    fn part(&self, range: Option<&Range<usize>>) -> Option<&str> {
        range.and_then(|range| self.text().get(range.clone()))
    }
}

impl<T: From<&'static str>> Message<T> {
    /// Returns the response of a teardown that was fulfilled without one: a success with nothing else in it.
    #[must_use]
    pub fn success() -> Self {
        Self { text: T::from(r#"{"janus":"success"}"#), parts: Parts::default() }
    }
}

impl<T: AsRef<str>> Payload for Message<T> {
    fn exact<D: DeserializeOwned>(&self) -> Result<D> {
        read(self.text())
    }

    fn exact_plugin_data<D: DeserializeOwned>(&self) -> Result<D> {
        match self.part(self.parts.plugin_data.as_ref()) {
            Some(text) => read(text),
            None => Err(Error::new(ErrorCode::BadResponse, "the message has no plugin data")),
        }
    }

    fn jsep(&self) -> Result<Option<Jsep>> {
        let Some(text) = self.part(self.parts.jsep.as_ref()) else { return Ok(None) };
        read(text).map(Some).or_else(|error| lenient::read(&read(text)?, &|_| {}).map_err(|_| error))
    }

    fn transaction(&self) -> Option<String> {
        #[derive(Deserialize)]
        struct Answers {
            transaction: Option<String>,
        }
        // Nearly all events have none, which this sees without parsing.
        let data = self.parts.plugin_data.clone().unwrap_or_default();
        let envelope = [self.text().get(..data.start)?, self.text().get(data.end..)?];
        if !envelope.iter().any(|part| part.contains("\"transaction\"")) {
            return None;
        }
        self.exact().ok().and_then(|Answers { transaction }| transaction)
    }

    fn each_plugin_field(&self, within: Option<&str>, show: &mut Show<'_>) {
        if let Some(text) = self.plugin_text() {
            show_fields(text, within, show);
        }
    }

    fn plugin_refusal(&self) -> Option<Error> {
        #[derive(Deserialize)]
        struct Refusal<'a> {
            error_code: Option<i64>,
            #[serde(borrow)]
            error: Option<Cow<'a, str>>,
        }
        // Nearly all messages are none, which this sees without parsing.
        let may_be = |text: &&str| text.len() <= LARGEST_REFUSAL && text.contains("\"error");
        let text = self.plugin_text().filter(may_be)?;
        let refusal: Refusal<'_> = serde_json::from_str(text).ok()?;
        Error::of_plugin_data(refusal.error_code, refusal.error.as_deref())
    }
}

impl<T: AsRef<str>> fmt::Debug for Message<T> {
    /// Without the text, which may hold an SDP or a secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Message({} bytes)", self.text().len())
    }
}

fn show_fields(text: &str, within: Option<&str>, show: &mut Show<'_>) {
    // What is no object has no fields; what has shown enough is no error.
    let _ = serde_json::Deserializer::from_str(text).deserialize_map(Fields { within, show });
}

struct Fields<'s, 'f> {
    within: Option<&'s str>,
    show: &'s mut Show<'f>,
}

impl<'de> Visitor<'de> for Fields<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<(), M::Error> {
        // To serde it is an error to read no further.
        let enough = || M::Error::custom("enough");
        while let Some(Str(name)) = map.next_key()? {
            if (self.show)(&[&name], None).is_break() {
                return Err(enough());
            }
            let value: &RawValue = map.next_value()?;
            if value.get().starts_with('"') {
                let text: Option<Str<'_>> = serde_json::from_str(value.get()).ok();
                if (self.show)(&[&name], text.as_ref().map(|Str(text)| &**text)).is_break() {
                    return Err(enough());
                }
            } else if self.within == Some(&*name) {
                show_fields(value.get(), None, &mut |inner, text| (self.show)(&[&name, inner[0]], text));
            }
        }
        Ok(())
    }
}

/// Text that is borrowed where it holds no escapes.
#[derive(Deserialize)]
struct Str<'a>(#[serde(borrow)] Cow<'a, str>);

fn read<T: DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|error| {
        // The error's own text would quote the message.
        let place = (error.line(), error.column());
        Error::new(ErrorCode::BadResponse, format!("the message has an unexpected form at {place:?}"))
    })
}
