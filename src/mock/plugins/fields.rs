//! A body's fields, refused with a plugin's own numbers where they are wrong.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Refusal, refuse};

/// A plugin's numbers for what can be wrong with a field.
pub(super) struct Codes {
    pub(super) missing: i64,
    pub(super) invalid: i64,
    pub(super) unauthorized: i64,
}

impl Codes {
    /// The request of a body.
    pub(super) fn request<'b>(&self, body: &'b Value) -> Result<&'b str, Refusal> {
        match body.get("request").map(Value::as_str) {
            None => self.missing("request"),
            Some(None) => self.invalid("request", "string"),
            Some(Some(request)) => Ok(request),
        }
    }

    /// A number that must be there.
    pub(super) fn id(&self, body: &Value, name: &str) -> Result<u64, Refusal> {
        match self.number(body, name)? {
            Some(id) => Ok(id),
            None => self.missing(name),
        }
    }

    pub(super) fn number(&self, body: &Value, name: &str) -> Result<Option<u64>, Refusal> {
        match body.get(name).map(Value::as_u64) {
            None => Ok(None),
            Some(Some(number)) => Ok(Some(number)),
            Some(None) => self.invalid(name, "positive integer"),
        }
    }

    pub(super) fn text(&self, body: &Value, name: &str) -> Result<Option<String>, Refusal> {
        match body.get(name) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.clone())),
            Some(_) => self.invalid(name, "string"),
        }
    }

    pub(super) fn flag(&self, body: &Value, name: &str) -> Result<Option<bool>, Refusal> {
        match body.get(name) {
            None => Ok(None),
            Some(Value::Bool(flag)) => Ok(Some(*flag)),
            Some(_) => self.invalid(name, "boolean"),
        }
    }

    pub(super) fn texts(&self, body: &Value, name: &str) -> Result<Option<BTreeSet<String>>, Refusal> {
        let Some(list) = body.get(name) else { return Ok(None) };
        let texts =
            list.as_array().map(|list| list.iter().map(|text| text.as_str().map(str::to_owned)).collect());
        match texts {
            Some(Some(texts)) => Ok(Some(texts)),
            _ => self.invalid(name, "array of strings"),
        }
    }

    /// Checks a secret or a pin, if one is required.
    pub(super) fn check_secret(&self, wanted: Option<&str>, body: &Value, name: &str) -> Result<(), Refusal> {
        match (wanted, self.text(body, name)?) {
            (None, _) => Ok(()),
            (Some(wanted), Some(given)) if wanted == given => Ok(()),
            (Some(_), Some(_)) => refuse(self.unauthorized, format!("Unauthorized (wrong {name})")),
            (Some(_), None) => self.missing(name),
        }
    }

    /// What `allowed` is to do, where it is looked at before the room.
    pub(super) fn check_action(&self, body: &Value) -> Result<(), Refusal> {
        match self.text(body, "action")?.as_deref() {
            None => self.missing("action"),
            Some("enable" | "disable" | "add" | "remove") => Ok(()),
            Some(other) => refuse(self.invalid, format!("Unsupported action '{other}' (allowed)")),
        }
    }

    /// Carries out `allowed` on a list of tokens; returns the list, if there is one.
    pub(super) fn change_allowed(
        &self,
        allowed: &mut Option<BTreeSet<String>>,
        body: &Value,
    ) -> Result<Option<Value>, Refusal> {
        let Some(action) = self.text(body, "action")? else { return self.missing("action") };
        match (&*action, self.texts(body, "allowed")?) {
            ("enable", _) => drop(allowed.get_or_insert_default()),
            ("disable", _) => *allowed = None,
            ("add", Some(list)) => allowed.get_or_insert_default().extend(list),
            ("remove", Some(list)) => {
                if let Some(allowed) = allowed {
                    allowed.retain(|token| !list.contains(token));
                }
            }
            ("add" | "remove", None) => return refuse(self.invalid, "Missing element (allowed)"),
            (other, _) => return refuse(self.invalid, format!("Unsupported action '{other}' (allowed)")),
        }
        Ok(allowed.as_ref().map(|allowed| allowed.iter().cloned().collect()))
    }

    pub(super) fn missing<T>(&self, name: &str) -> Result<T, Refusal> {
        refuse(self.missing, format!("Missing mandatory element ({name})"))
    }

    pub(super) fn invalid<T>(&self, name: &str, kind: &str) -> Result<T, Refusal> {
        refuse(self.invalid, format!("Invalid element type ({name} should be a {kind})"))
    }
}
