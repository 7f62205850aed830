//! Flows of the configuration: plain data, whose texts may refer to the page's request and to the user.

use std::fmt;

use bifrons::{Error, ErrorCode};
use serde_json::{Map, Value};

use super::plan::BUILT_IN_FLOWS;
use crate::core::definitions::{PLUGINS, Plugin};
use crate::core::identity::Identity;
use crate::core::refusal::{Cause, Refusal};

/// A flow of the configuration: steps, and a last request whose response the page gets.
///
/// Values of the requests are literal, or a text that is a [`Reference`]. A field whose reference leads to nothing is left
/// out.
#[derive(Clone, Debug, Default)]
pub struct Flow {
    /// Its name: the request of pages.
    pub name: String,
    /// The short name of its plugin, such as `videoroom`.
    pub plugin: String,
    /// The tenants that may use it; all if there are none.
    pub tenants: Vec<String>,
    /// The roles of which a page must have one; any page if there are none.
    pub roles: Vec<String>,
    /// The requests that come first, in their order.
    pub steps: Vec<FlowStep>,
    /// The last request. It is decided as if the page had sent it, and gets the page's description.
    pub last: Map<String, Value>,
    /// The fields of the page's request that the last request gets, too.
    pub pass: Vec<String>,
}

/// A step of a flow of the configuration.
#[derive(Clone, Debug, Default)]
pub struct FlowStep {
    /// The request.
    pub request: Map<String, Value>,
    /// The plugin's errors with which the flow goes on.
    pub tolerate: Vec<i64>,
    /// The event that ends the step, such as `registered`; without it the response does.
    pub until: Option<String>,
    /// The events with which it fails.
    pub fails: Vec<String>,
    /// The request that undoes the step if a later one fails.
    pub undo: Option<Map<String, Value>>,
    /// Whether it is allowed whatever the user's grants are. If not, it is decided as if the page had sent it.
    pub allowed: bool,
}

/// A text that stands for a value: `$subject`, `$tenant`, `$body.room`, `$app.class`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reference<'t> {
    /// The user.
    Subject,
    /// The user's tenant.
    Tenant,
    /// A member of the page's body, by its path.
    Body(&'t str),
    /// A member of the host application's own member `app` of the body, by its path.
    App(&'t str),
}

/// A text that begins as a reference does, and is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownReference;

impl<'t> Reference<'t> {
    /// What references begin with, before a dot.
    pub const KNOWN: [&'static str; 4] = ["$app", "$body", "$subject", "$tenant"];

    /// Reads a text; `None` if it stands for itself.
    ///
    /// # Errors
    /// It begins with `$`, and is no reference.
    pub fn read(text: &'t str) -> Result<Option<Self>, UnknownReference> {
        if !text.starts_with('$') {
            return Ok(None);
        }
        let path = |name| text.strip_prefix(name).filter(|path| path.split('.').all(|part| !part.is_empty()));
        Ok(Some(match text {
            "$subject" => Self::Subject,
            "$tenant" => Self::Tenant,
            _ => match (path("$body."), path("$app.")) {
                (Some(path), _) => Self::Body(path),
                (_, Some(path)) => Self::App(path),
                _ => return Err(UnknownReference),
            },
        }))
    }

    fn value(self, who: &Identity, body: &Map<String, Value>) -> Option<Value> {
        let (object, path) = match self {
            Self::Subject => return Some((*who.subject).into()),
            Self::Tenant => return Some((*who.tenant).into()),
            Self::Body(path) => (body, path),
            Self::App(path) => (body.get("app")?.as_object()?, path),
        };
        let (first, rest) = path.split_once('.').map_or((path, None), |(first, rest)| (first, Some(rest)));
        let mut inner = rest.into_iter().flat_map(|rest| rest.split('.'));
        inner.try_fold(object.get(first)?, |value, name| value.get(name)).cloned()
    }
}

impl fmt::Display for UnknownReference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text that begins with $ is $subject, $tenant, $body.NAME or $app.NAME")
    }
}

impl std::error::Error for UnknownReference {}

impl Flow {
    pub(super) fn plugin(&self) -> Result<&'static Plugin, Refusal> {
        let found = PLUGINS.iter().find(|plugin| plugin.name == self.plugin);
        found.ok_or_else(|| Refusal::new(Cause::UnknownPlugin, format!("No such plugin '{}'", self.plugin)))
    }

    pub(super) fn is_for(&self, who: &Identity) -> bool {
        (self.tenants.is_empty() || self.tenants.iter().any(|tenant| **tenant == *who.tenant))
            && (self.roles.is_empty() || self.roles.iter().any(|role| who.roles.contains(role)))
    }

    /// The body of a request for this user; with `plain` the page's values are texts, numbers, true and false alone.
    pub(super) fn fill(
        &self,
        request: &Map<String, Value>,
        who: &Identity,
        body: &Map<String, Value>,
        plain: bool,
    ) -> Result<Map<String, Value>, Refusal> {
        let mut filled = Map::new();
        for (name, value) in request {
            let fill = Fill { flow: self, who, body, plain };
            filled.extend(fill.value(value)?.map(|value| (name.clone(), value)));
        }
        Ok(filled)
    }

    /// All requests of the flow.
    fn requests(&self) -> impl Iterator<Item = &Map<String, Value>> {
        let of_steps = self.steps.iter().flat_map(|step| [Some(&step.request), step.undo.as_ref()]);
        of_steps.flatten().chain([&self.last])
    }
}

/// Puts values in the place of references.
struct Fill<'a> {
    flow: &'a Flow,
    who: &'a Identity,
    body: &'a Map<String, Value>,
    plain: bool,
}

impl Fill<'_> {
    fn value(&self, value: &Value) -> Result<Option<Value>, Refusal> {
        Ok(match value {
            Value::String(text) => match Reference::read(text) {
                Ok(Some(reference)) => self.referred(text, reference)?,
                _ => Some(value.clone()),
            },
            Value::Array(values) => {
                let values: Result<Vec<_>, _> = values.iter().map(|value| self.value(value)).collect();
                Some(values?.into_iter().flatten().collect())
            }
            Value::Object(object) => {
                Some(Value::Object(self.flow.fill(object, self.who, self.body, self.plain)?))
            }
            value => Some(value.clone()),
        })
    }

    fn referred(&self, text: &str, reference: Reference<'_>) -> Result<Option<Value>, Refusal> {
        match reference.value(self.who, self.body) {
            Some(Value::Array(_) | Value::Object(_) | Value::Null) if self.plain => {
                let text =
                    format!("the flow {} takes a text, a number, true or false for {text}", self.flow.name);
                Err(Refusal::new(Cause::WrongType, text))
            }
            value => Ok(value),
        }
    }
}

/// Checks flows, as `check-config` does.
///
/// # Errors
/// A flow has no name, one that is taken, a plugin that is not known, or an unknown reference.
pub fn check_flows(flows: &[Flow]) -> bifrons::Result<()> {
    for (place, flow) in flows.iter().enumerate() {
        let wrong =
            |text: &str| Err(Error::new(ErrorCode::InvalidConfig, format!("flow {:?}: {text}", flow.name)));
        let is_taken = |other: &Flow| other.name == flow.name;
        if flow.name.is_empty()
            || BUILT_IN_FLOWS.contains(&&*flow.name)
            || flows.iter().take(place).any(is_taken)
        {
            return wrong("a flow needs a name, which is not call, enter, watch or another flow's");
        }
        if flow.plugin().is_err() {
            return wrong("the gateway does not know its plugin");
        }
        for request in flow.requests() {
            if request.values().any(has_unknown_reference) {
                return wrong(&UnknownReference.to_string());
            }
        }
    }
    Ok(())
}

fn has_unknown_reference(value: &Value) -> bool {
    match value {
        Value::String(text) => Reference::read(text).is_err(),
        Value::Array(values) => values.iter().any(has_unknown_reference),
        Value::Object(object) => object.values().any(has_unknown_reference),
        _ => false,
    }
}
