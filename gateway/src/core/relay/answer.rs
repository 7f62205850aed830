//! The messages that the gateway itself sends to pages, in the form of Janus's.

use serde_json::{Map, Value, json};

use crate::core::refusal::Refusal;

/// To which request of which page, session and handle a message belongs.
#[derive(Clone, Debug, Default)]
pub(super) struct About {
    pub transaction: Option<String>,
    pub session: Option<u64>,
    pub sender: Option<u64>,
}

impl About {
    /// A message of this kind, with more members.
    pub(super) fn message(&self, kind: &str, more: Map<String, Value>) -> String {
        let mut message = Map::new();
        message.insert("janus".to_owned(), kind.into());
        let members = [("session_id", self.session), ("sender", self.sender)];
        message.extend(members.into_iter().filter_map(|(name, id)| Some((name.to_owned(), id?.into()))));
        message.extend(
            self.transaction.clone().map(|transaction| ("transaction".to_owned(), transaction.into())),
        );
        message.extend(more);
        Value::Object(message).to_string()
    }

    /// The response to a request that created something, or gave it back.
    pub(super) fn success(&self, data: Value) -> String {
        self.message("success", [("data".to_owned(), data)].into_iter().collect())
    }

    /// The response of a plugin with these data.
    pub(super) fn of_plugin(&self, package: &str, data: Value) -> String {
        let plugin_data = json!({ "plugin": package, "data": data });
        self.message("success", [("plugindata".to_owned(), plugin_data)].into_iter().collect())
    }

    /// A message of this kind with nothing else in it.
    pub(super) fn bare(&self, kind: &str) -> String {
        self.message(kind, Map::new())
    }

    pub(super) fn error(&self, code: i64, reason: &str) -> String {
        let error = json!({ "code": code, "reason": reason });
        // Janus's errors name no handle.
        let about = Self { sender: None, ..self.clone() };
        about.message("error", [("error".to_owned(), error)].into_iter().collect())
    }

    pub(super) fn refusal(&self, refusal: &Refusal) -> String {
        self.error(refusal.code(), &refusal.reason)
    }
}
