//! A recorded request of a page, and the decision about it.

use std::fmt::Write as _;
use std::sync::Arc;

use bifrons::Id;
use bifrons::time::Time;
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value, json};

use super::decision::{Allowed, Asking};
use super::definitions::{PLUGINS, Plugin};
use super::grants::Grants;
use super::identity::Identity;
use super::nearest::did_you_mean;
use super::offer::Description;
use super::refusal::Refusal;
use super::relay::{FLOW, Settings, plan};
use super::token::{Issuer, token_grants};

/// A request to a plugin, who sends it, and which decision is expected.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recorded {
    #[serde(default)]
    pub name: String,
    /// The issuer of the page's token. Default: `iss` of `claims`, or the only issuer.
    tenant: Option<String>,
    #[serde(default)]
    subject: Option<String>,
    #[serde(default)]
    roles: Vec<String>,
    /// What the token grants: its claim `janus`.
    grants: Option<Value>,
    /// The claims of a token, in place of `subject`, `roles` and `grants`. When it expires has no effect here.
    claims: Option<Map<String, Value>>,
    /// The plugin, such as `videoroom` or `janus.plugin.videoroom`.
    plugin: String,
    body: Map<String, Value>,
    /// The rooms or mountpoints that the handle has asked for before.
    #[serde(default)]
    entered: Vec<Id>,
    jsep: Option<Box<RawValue>>,
    pub expect: Option<Expected>,
    /// The body that Janus is to get.
    pub expect_body: Option<Map<String, Value>>,
}

/// An expected decision.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Expected {
    Allow,
    /// With this code.
    Deny(i64),
}

/// A decision, with the names of the rules that apply.
pub struct Decision {
    pub result: Result<Allowed, Refusal>,
    rules: Vec<String>,
    /// The rule that allows the request, if one does.
    allowing: Option<String>,
}

impl Recorded {
    /// Decides about the request as the gateway would.
    ///
    /// # Errors
    /// What is wrong with the record.
    pub fn decide(self, settings: &Settings) -> Result<Decision, String> {
        let who = self.identity(&settings.issuers)?;
        let description = self.jsep.as_deref().map(Description::read).transpose();
        let description = description.map_err(|error| format!("jsep: {error}"))?;
        if [FLOW.name, FLOW.package].contains(&&*self.plugin) {
            let text = self.jsep.as_deref().map(RawValue::get).unwrap_or_default();
            let planned = plan(settings, &who, description.map(|jsep| (jsep, text)), self.body);
            return Ok(Decision::new(settings, planned.map(|plan| plan.last.allowed)));
        }
        let offer = description.and_then(|jsep| jsep.offer());
        let asking = Asking {
            grants: &who.grants,
            at_most: who.at_most.as_deref(),
            keys: &settings.keys,
            plugin: plugin(&self.plugin)?,
            entered: &self.entered,
            banned: &[],
            offer: offer.as_deref(),
        };
        Ok(Decision::new(settings, settings.rules.decide(&who, &asking, self.body)))
    }

    /// The roles of the user that its issuer does not have.
    pub fn unknown_roles(&self, issuers: &[Issuer]) -> Vec<String> {
        let (Ok(issuer), Ok(claims)) = (self.issuer(issuers), self.claims()) else { return Vec::new() };
        let named = issuer.roles_of(&claims).into_iter();
        named.filter(|role| !issuer.roles.contains_key(role)).collect()
    }

    fn identity(&self, issuers: &[Issuer]) -> Result<Identity, String> {
        let issuer = self.issuer(issuers)?;
        let claims = self.claims()?;
        let roles = issuer.roles_of(&claims);
        let token_grants = token_grants(&claims)?;
        let grants = issuer.expand(&token_grants, &roles);
        let subject = claims.get("sub").and_then(Value::as_str).unwrap_or("user");
        let (tenant, subject) = (Arc::from(&*issuer.name), Arc::from(subject));
        Ok(Identity {
            tenant,
            subject,
            roles,
            grants,
            token_grants,
            at_most: issuer.at_most.grants().cloned(),
            banned: Vec::new(),
            issued: None,
            accepted: Time::ZERO,
            expires: Time::ZERO,
        })
    }

    fn issuer<'i>(&self, issuers: &'i [Issuer]) -> Result<&'i Issuer, String> {
        let named = self.claims.as_ref().and_then(|claims| claims.get("iss")?.as_str());
        match (self.tenant.as_deref().or(named), issuers) {
            (Some(name), issuers) => {
                let is_named = |issuer: &&Issuer| issuer.name == name;
                issuers.iter().find(is_named).ok_or_else(|| format!("no issuer has the name `{name}`"))
            }
            (None, [only]) => Ok(only),
            (None, _) => Err("`tenant` is missing: the name of an issuer of the configuration".to_owned()),
        }
    }

    fn claims(&self) -> Result<Value, String> {
        if let Some(claims) = &self.claims {
            return match self.subject.is_none() && self.roles.is_empty() && self.grants.is_none() {
                true => Ok(Value::Object(claims.clone())),
                false => Err("`claims` takes the place of `subject`, `roles` and `grants`".to_owned()),
            };
        }
        let mut janus = self.grants.clone().unwrap_or_else(|| json!({}));
        check_grants(&janus)?;
        if let (Value::Object(janus), false) = (&mut janus, self.roles.is_empty()) {
            janus.insert("roles".to_owned(), json!(self.roles));
        }
        Ok(json!({ "sub": self.subject, "janus": janus }))
    }
}

/// Refuses grants that no gateway knows, unlike those of a token. Roles may stand among them, as in a token.
fn check_grants(grants: &Value) -> Result<(), String> {
    let mut grants = grants.clone();
    if let Value::Object(members) = &mut grants {
        members.remove("roles");
    }
    Grants::read_strictly(&grants).map(drop)
}

fn plugin(name: &str) -> Result<&'static Plugin, String> {
    let mut plugins = PLUGINS.iter();
    let found = plugins.find(|plugin| plugin.name == name || plugin.package == name);
    found.ok_or_else(|| {
        let nearest = did_you_mean(name, PLUGINS.iter().map(|plugin| plugin.name));
        format!("the gateway knows no plugin `{name}`{nearest}")
    })
}

impl Decision {
    fn new(settings: &Settings, result: Result<Allowed, Refusal>) -> Self {
        let applied: Vec<_> = result.iter().flat_map(|allowed| settings.rules.applied(allowed)).collect();
        let by_rule = result.as_ref().is_ok_and(|allowed| allowed.by_rule);
        let allowing = applied.iter().find(|rule| by_rule && rule.allow).map(|rule| rule.name.clone());
        let rules = applied.iter().map(|rule| rule.name.clone()).collect();
        Self { result, rules, allowing }
    }

    /// The decision, and what made it.
    pub fn explanation(&self) -> String {
        match &self.result {
            Ok(allowed) => {
                let mut text = match (&self.allowing, allowed.right) {
                    (Some(rule), _) => format!("allow, by the rule `{rule}`"),
                    (None, Some(right)) => format!("allow, by the grant {}", right.name()),
                    (None, None) => "allow".to_owned(),
                };
                if !self.rules.is_empty() {
                    // A text takes everything.
                    let _ = write!(text, "; the rules that apply: `{}`", self.rules.join("`, `"));
                }
                text
            }
            Err(refusal) => {
                let by = refusal.rule.as_ref().map(|rule| format!(", by the rule `{rule}`"));
                let (by, code) = (by.unwrap_or_default(), refusal.code());
                format!("deny {code}{by}: {} ({})", refusal.reason, refusal.cause.name())
            }
        }
    }
}

impl Expected {
    pub fn is_met_by(self, decision: &Decision) -> bool {
        match (self, &decision.result) {
            (Self::Allow, Ok(_)) => true,
            (Self::Deny(code), Err(refusal)) => refusal.code() == code,
            _ => false,
        }
    }

    pub fn shown(self) -> String {
        match self {
            Self::Allow => "allow".to_owned(),
            Self::Deny(code) => format!("deny {code}"),
        }
    }
}
