//! `tests/inventory.json`: the requests, responses and events of Janus's plugins. It is written by hand from Janus's
//! own source, never from the definitions, which are compared with it.

use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

use serde::Deserialize;
use serde_json::Value;

use crate::model::{Plugin, Request, Rule, Test};

/// The inventory of a plugin, or of its data channel.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Known {
    pub requests: Vec<KnownRequest>,
    pub events: Vec<KnownEvent>,
    #[serde(default)]
    pub errors: BTreeMap<String, i64>,
    pub channel: Option<Box<Self>>,
}

/// A request, or one of its variants that have fields of their own.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KnownRequest {
    /// The members of the body that identify the request.
    #[serde(default)]
    pub body: BTreeMap<String, String>,
    /// The name of the request on a data channel.
    #[serde(default)]
    pub verb: String,
    /// The role of the variant, such as `publisher`, if the body does not name it.
    #[serde(default)]
    pub who: String,
    /// The first Janus version that has the request, if it is newer than 1.1.2.
    #[serde(default)]
    pub since: String,
    /// The fields on the wire; `streams.mid` is a field of an inner object.
    pub fields: Vec<String>,
    /// The fields of Janode that Janus ignores.
    #[serde(default)]
    pub ignored: Vec<String>,
    pub required: Vec<String>,
    /// Examples of responses.
    pub responses: Vec<Value>,
}

/// What a plugin sends without a request.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KnownEvent {
    pub event: String,
    #[serde(default)]
    pub since: String,
    pub data: Value,
}

/// Reads the inventory in this folder, by the plugins' names.
///
/// # Errors
/// A file that can't be read or parsed.
pub fn read(tests: &Path) -> io::Result<BTreeMap<String, Known>> {
    Ok(serde_json::from_str(&fs::read_to_string(tests.join("inventory.json"))?)?)
}

impl KnownRequest {
    /// `join (publisher)`
    #[must_use]
    pub fn name(&self) -> String {
        let verb = self.body.get("request").unwrap_or(&self.verb);
        let more = self.body.iter().filter(|(name, _)| *name != "request").map(|(_, value)| &**value);
        let more: Vec<_> = more.chain([&*self.who]).filter(|part| !part.is_empty()).collect();
        match (&**verb, &*more) {
            ("", _) => "(any body)".to_owned(),
            (verb, []) => verb.to_owned(),
            (verb, more) => format!("{verb} ({})", more.join(", ")),
        }
    }

    /// Whether this definition is the definition of the request.
    #[must_use]
    pub fn is(&self, request: &Request) -> bool {
        self.body == request.body.iter().cloned().collect()
    }
}

impl Plugin {
    /// The first rule that holds for this plugin data, as in the package and the crate.
    #[must_use]
    pub fn rule_of(&self, data: &Value) -> Option<&Rule> {
        let holds = |(field, test): &(String, Test)| {
            let found = field.split('.').try_fold(data, |data, name| data.get(name));
            match test {
                Test::Equals(text) => found.is_some_and(|found| found == text),
                Test::Present => found.is_some(),
                Test::Missing => found.is_none(),
            }
        };
        self.rules.iter().find(|rule| rule.when.iter().all(holds))
    }
}
