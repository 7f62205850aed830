//! Rules of the configuration: what is allowed and denied beyond the grants, and what is changed.

mod condition;
mod variables;

use bifrons::Id;
use serde::Deserialize;
use serde_json::{Map, Value};

pub use condition::Condition;

use super::decision::{Allowed, Asking, check_ban, decide, unknown_request};
use super::definitions::{Holds, Request};
use super::identity::Identity;
use super::offer;
use super::refusal::{Cause, Refusal};

/// A rule. All rules that fit hold, in their order: first each `allow` and `deny`, then what changes the body.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Rule {
    /// Its name, for explanations; `rule 3` for the third one if it has none.
    pub name: String,
    /// The tenants; all if there are none.
    pub tenants: Vec<String>,
    /// The roles of which a page must have one; any page if there are none.
    pub roles: Vec<String>,
    /// The short names of the plugins, or `*`.
    pub plugins: Vec<String>,
    /// The requests, by their names in Janus such as `kick`, or `*`: then also those that the gateway does not know.
    pub requests: Vec<String>,
    /// A condition in CEL, on `tenant`, `subject`, `roles`, `plugin`, `request`, `body` and `publishes`.
    pub when: Option<Condition>,
    /// Allows the request whatever the grants are, with its body as it is.
    pub allow: bool,
    /// Denies the request.
    pub deny: Option<Denial>,
    /// Fields that the request gets, whatever it had.
    pub set: Map<String, Value>,
    /// Fields that the request gets if it has none of them.
    pub default: Map<String, Value>,
    /// The highest numbers of fields.
    pub cap: Map<String, Value>,
    /// Fields that are removed from the request.
    pub remove: Vec<String>,
    /// Fields that are removed from what the page gets of these plugins.
    pub redact: Vec<String>,
}

/// The response to a request that is denied.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Denial {
    /// The code, 403 by default.
    pub code: Option<i64>,
    /// The reason.
    pub reason: String,
}

/// All rules.
#[derive(Clone, Debug, Default)]
pub struct Rules(Vec<Rule>);

impl Rules {
    /// These rules, in their order.
    #[must_use]
    pub fn new(mut rules: Vec<Rule>) -> Self {
        for (number, rule) in (1..).zip(&mut rules).filter(|(_, rule)| rule.name.is_empty()) {
            rule.name = format!("rule {number}");
        }
        Self(rules)
    }

    /// Returns how many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the rules that apply to a request which [`decide`](Self::decide) has allowed, in their order.
    pub fn applied<'a>(&'a self, allowed: &'a Allowed) -> impl Iterator<Item = &'a Rule> {
        allowed.rules.iter().filter_map(|place| self.0.get(*place))
    }

    /// Decides about a request by grants and rules.
    ///
    /// # Errors
    /// Why it is refused.
    pub fn decide(
        &self,
        who: &Identity,
        asking: &Asking<'_>,
        body: Map<String, Value>,
    ) -> Result<Allowed, Refusal> {
        if self.0.is_empty() {
            return decide(asking, body);
        }
        let fitting = self.fitting(who, asking, &body)?;
        if let Some((rule, denial)) = fitting.iter().find_map(|(_, rule)| Some((rule, rule.deny.as_ref()?))) {
            let refusal = Refusal::new(Cause::Denied, denial.reason.clone()).with_code(denial.code);
            return Err(refusal.by(&rule.name));
        }
        let mut allowed = match fitting.iter().find(|(_, rule)| rule.allow) {
            Some((_, rule)) => allow(rule, asking, body)?,
            None => decide(asking, body)?,
        };
        for (place, rule) in fitting {
            rule.change(&mut allowed.body);
            allowed.rules.push(place);
        }
        Ok(allowed)
    }

    fn fitting(
        &self,
        who: &Identity,
        asking: &Asking<'_>,
        body: &Map<String, Value>,
    ) -> Result<Vec<(usize, &Rule)>, Refusal> {
        let verb = body.get("request").and_then(Value::as_str).unwrap_or_default();
        let is_named = |rule: &Rule| rule.is_for(who, asking.plugin.name) && names(&rule.requests, verb);
        let named = self.0.iter().enumerate().filter(|(_, rule)| is_named(rule));
        let mut fitting = Vec::new();
        for (place, rule) in named {
            let holds =
                rule.when.as_ref().map_or(Ok(true), |condition| condition.holds(who, asking, verb, body));
            match holds {
                Ok(true) => fitting.push((place, rule)),
                Ok(false) => {}
                Err(()) => {
                    let text = format!(
                        "the condition of the rule `{}` can't be evaluated for this request",
                        rule.name
                    );
                    return Err(Refusal::new(Cause::Denied, text).by(&rule.name));
                }
            }
        }
        Ok(fitting)
    }

    /// Whether a rule for this plugin has a condition.
    #[must_use]
    pub fn have_conditions(&self, plugin: &str) -> bool {
        self.0.iter().any(|rule| rule.when.is_some() && names(&rule.plugins, plugin))
    }

    /// The names of the fields that a page must not get of this plugin.
    pub fn redacted<'a>(&'a self, who: &'a Identity, plugin: &'a str) -> impl Iterator<Item = &'a str> {
        let rules = self.0.iter().filter(move |rule| rule.is_for(who, plugin));
        rules.flat_map(|rule| &rule.redact).map(String::as_str)
    }

    /// Whether a rule may allow something of this plugin: it may be attached.
    #[must_use]
    pub fn names_plugin(&self, who: &Identity, plugin: &str) -> bool {
        self.0.iter().any(|rule| rule.allow && rule.is_for(who, plugin))
    }

    /// Whether a rule allows all of this plugin: then nothing is redacted but what a rule names.
    #[must_use]
    pub fn allows_all(&self, who: &Identity, plugin: &str) -> bool {
        let is_for_all =
            |rule: &&Rule| rule.allow && rule.when.is_none() && rule.requests.iter().any(|name| name == "*");
        self.0.iter().filter(is_for_all).any(|rule| rule.is_for(who, plugin))
    }
}

impl Rule {
    fn is_for(&self, who: &Identity, plugin: &str) -> bool {
        let has_role = |role: &String| who.roles.contains(role);
        (self.tenants.is_empty() || self.tenants.iter().any(|tenant| **tenant == *who.tenant))
            && (self.roles.is_empty() || self.roles.iter().any(has_role))
            && names(&self.plugins, plugin)
    }

    fn change(&self, body: &mut Map<String, Value>) {
        body.extend(self.set.clone());
        for (name, value) in &self.default {
            body.entry(name.clone()).or_insert_with(|| value.clone());
        }
        for (name, most) in &self.cap {
            let is_above = |value: &Value| match (value.as_f64(), most.as_f64()) {
                (Some(value), Some(most)) => value > most,
                // What is no number can't be capped, and is not passed on.
                _ => true,
            };
            if body.get(name).is_some_and(is_above) {
                body.insert(name.clone(), most.clone());
            }
        }
        for name in &self.remove {
            body.remove(name);
        }
    }
}

fn names(list: &[String], name: &str) -> bool {
    list.iter().any(|named| named == "*" || named == name)
}

/// Allows a request by a rule, with its body as it is. What is the application's own does not reach Janus.
fn allow(rule: &Rule, asking: &Asking<'_>, mut body: Map<String, Value>) -> Result<Allowed, Refusal> {
    let request: Option<&'static Request> = asking.plugin.request(&body);
    if request.is_none()
        && !rule.requests.iter().any(|name| name == "*" || body.get("request") == Some(&name.as_str().into()))
    {
        return Err(unknown_request(&body));
    }
    let fields = request.and_then(|request| request.fields);
    let named = fields
        .iter()
        .flat_map(|shape| shape.0)
        .find(|field| matches!(field.holds, Holds::Room | Holds::Mountpoint));
    let id = named.and_then(|field| serde_json::from_value::<Id>(body.get(field.name)?.clone()).ok());
    check_ban(asking, id.as_ref())?;
    body.remove("app");
    let published = asking.offer.map(offer::published).unwrap_or_default();
    Ok(Allowed { request, right: None, id, body, published, by_rule: true, rules: Vec::new() })
}
