//! A message of Janus as its page gets it: with virtual ids, with the page's transaction, and redacted.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserializer as _, MapAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;

use super::transaction;

/// What takes the place of what.
pub(super) struct Rewrite<'a> {
    /// The virtual id of the session.
    pub session: u64,
    /// The virtual id of the handle, if the message is about one.
    pub handle: Option<u64>,
    /// Changes the plugin's data, if anything in them must not reach the page.
    pub redact: Option<&'a dyn Fn(&mut Value)>,
}

impl Rewrite<'_> {
    /// Returns the message for the page; `None` if it is no message.
    pub(super) fn apply(&self, text: &str) -> Option<String> {
        let mut out = String::with_capacity(text.len() + 32);
        let visitor = Members { rewrite: self, out: &mut out };
        serde_json::Deserializer::from_str(text).deserialize_map(visitor).ok()?;
        Some(out)
    }

    fn write_member(&self, name: &str, value: &RawValue, out: &mut String) {
        let written = match name {
            "session_id" => Cow::from(self.session.to_string()),
            "sender" => match self.handle {
                Some(handle) => handle.to_string().into(),
                None => return,
            },
            "transaction" => match serde_json::from_str::<Cow<'_, str>>(value.get()) {
                Ok(text) => match transaction::of_page(&text) {
                    Some(text) => quoted(text).into(),
                    None => return,
                },
                Err(_) => return,
            },
            "plugindata" => self.plugin_data(value.get()),
            _ => value.get().into(),
        };
        out.push_str(if out.is_empty() { "{" } else { "," });
        out.push_str(&quoted(name));
        out.push(':');
        out.push_str(&written);
    }

    fn plugin_data<'v>(&self, text: &'v str) -> Cow<'v, str> {
        let Some(redact) = self.redact else { return text.into() };
        match serde_json::from_str::<Value>(text) {
            Ok(mut plugin_data) => {
                if let Some(data) = plugin_data.get_mut("data") {
                    redact(data);
                }
                plugin_data.to_string().into()
            }
            // What can't be read can't be redacted.
            Err(_) => "{}".into(),
        }
    }
}

struct Members<'r, 'o> {
    rewrite: &'r Rewrite<'r>,
    out: &'o mut String,
}

impl<'de> Visitor<'de> for Members<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<(), M::Error> {
        while let Some((name, value)) = map.next_entry::<Cow<'de, str>, &RawValue>()? {
            self.rewrite.write_member(&name, value, self.out);
        }
        self.out.push_str(if self.out.is_empty() { "{}" } else { "}" });
        Ok(())
    }
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default() // texts always have a form in JSON
}
