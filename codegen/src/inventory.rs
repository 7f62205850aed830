//! `tests/inventory.json`: what Janus's plugins can be asked and what they tell, written by hand
//! from Janus's own source and never from the definitions, which are compared with it.

use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

use serde::Deserialize;
use serde_json::Value;

use crate::model::{Must, Plugin, Request, Rule};

/// What is known of a plugin, or of its data channel.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Known {
    pub requests: Vec<Asked>,
    pub events: Vec<Told>,
    #[serde(default)]
    pub errors: BTreeMap<String, i64>,
    pub channel: Option<Box<Self>>,
}

/// A request, or one of its variants that have fields of their own.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// What tells it from others.
    #[serde(default)]
    pub body: BTreeMap<String, String>,
    /// What tells it from others on a data channel.
    #[serde(default)]
    pub verb: String,
    /// Whose variant it is, where the body does not say.
    #[serde(default)]
    pub who: String,
    /// The first Janus that has it, if newer than 1.1.2.
    #[serde(default)]
    pub since: String,
    /// Its fields on the wire; `streams.mid` is one of an object inside.
    pub fields: Vec<String>,
    /// Fields that Janode's users may pass, and Janus does nothing with.
    #[serde(default)]
    pub ignored: Vec<String>,
    pub required: Vec<String>,
    pub answers: Vec<Value>,
}

/// An event.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Told {
    pub event: String,
    #[serde(default)]
    pub since: String,
    pub data: Value,
}

/// The inventory in this folder, by the plugins' names.
///
/// # Errors
/// When it can't be read.
pub fn read(tests: &Path) -> io::Result<BTreeMap<String, Known>> {
    Ok(serde_json::from_str(&fs::read_to_string(tests.join("inventory.json"))?)?)
}

impl Asked {
    /// `join (publisher)`
    #[must_use]
    pub fn name(&self) -> String {
        let verb = self.body.get("request").unwrap_or(&self.verb);
        let more = self.body.iter().filter(|(name, _)| *name != "request").map(|(_, value)| &**value);
        let more: Vec<_> = more.chain([&*self.who]).filter(|word| !word.is_empty()).collect();
        match (&**verb, &*more) {
            ("", _) => "(any body)".to_owned(),
            (verb, []) => verb.to_owned(),
            (verb, more) => format!("{verb} ({})", more.join(", ")),
        }
    }

    /// Whether this definition is of it.
    #[must_use]
    pub fn is(&self, request: &Request) -> bool {
        self.body == request.body.iter().cloned().collect()
    }
}

impl Plugin {
    /// The rule that this plugin data meets, as the package and the crate look for it.
    #[must_use]
    pub fn rule_of(&self, data: &Value) -> Option<&Rule> {
        let holds = |(field, must): &(String, Must)| {
            let found = field.split('.').try_fold(data, |data, name| data.get(name));
            match must {
                Must::Be(text) => found.is_some_and(|found| found == text),
                Must::BeThere => found.is_some(),
                Must::BeMissing => found.is_none(),
            }
        };
        self.rules.iter().find(|rule| rule.when.iter().all(holds))
    }
}
